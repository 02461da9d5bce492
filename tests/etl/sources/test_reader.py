import datetime as dt
import io
import json
from pathlib import Path

import pytest

from etl.records import Article, Extraction
from etl.sources import decoding
from etl.sources.reader import SourceFault, count_files, read_paths

STORY = "Bridge hit near the port\n\nA drone hit a bridge near the port of Odesa, its mayor said.\n"
DAY = dt.date(2025, 4, 14)


def one(path: Path, **options: object) -> Article:
    [found] = read_paths([path], **options)  # type: ignore[arg-type]
    assert isinstance(found, Article), found
    return found


def fault(path: Path) -> str:
    [found] = read_paths([path])
    assert isinstance(found, SourceFault), found
    assert str(found).startswith(str(path))
    return found.reason


def test_a_text_is_the_file_decoded_newlines_and_all(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xef\xbb\xbfTitle\r\n\r\nIt fell.\n")
    assert one(file) == Article("a", "Title\r\n\r\nIt fell.\n")


def test_a_sidecar_gives_the_metadata_and_null_and_empty_are_unknown(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    fields = {"id": "x", "title": "Bridge", "source": None, "url": "", "published": "2025-04-14"}
    (tmp_path / "a.json").write_text(json.dumps(fields))
    assert one(tmp_path / "a.txt") == Article("a", STORY, title="Bridge", published=DAY)


def test_front_matter_gives_the_metadata_and_stays_in_the_text(tmp_path: Path) -> None:
    text = f"---\ntitle: Bridge\nurl: https://www.reuters.com/world/1\npublished: 2025-04-14\n---\n{STORY}"
    (tmp_path / "a.md").write_text(text)
    assert one(tmp_path / "a.md") == Article("a", text, "Bridge", "Reuters", "https://www.reuters.com/world/1", DAY)


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("Published 13 April 2025\n\n" + STORY, {"published": "2025-04-14"}, DAY),
        ("Published 14 April 2025\n\n" + STORY, {}, DAY),
        (STORY, {}, dt.date(2025, 1, 1)),
    ],
    ids=["the sidecar before a stamp", "a stamp before the option", "the option last"],
)
def test_the_day_of_publication(tmp_path: Path, text: str, known: dict[str, str], expected: dt.date) -> None:
    (tmp_path / "a.txt").write_text(text)
    (tmp_path / "a.json").write_text(json.dumps(known))
    assert one(tmp_path / "a.txt", published=dt.date(2025, 1, 1)).published == expected


def test_without_any_date_it_is_unknown(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    assert one(tmp_path / "a.txt").published is None


def test_a_folder_is_read_in_the_order_of_names_without_what_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / ".cache").mkdir()
    for name in ("b.txt", "a.md", "sub/c.txt", ".cache/d.txt", "README.md", "notes.csv", "b.json"):
        (tmp_path / name).write_text("{}" if name.endswith("json") else STORY)
    assert [found.article for found in read_paths([tmp_path]) if isinstance(found, Article)] == ["a", "b", "c"]
    assert count_files([tmp_path, "-"]) == 4


def test_the_same_file_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    assert len(list(read_paths([tmp_path, tmp_path / "a.txt"]))) == 1


def test_a_second_input_of_the_same_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    for folder in ("one", "two"):
        (tmp_path / folder / "a.txt").write_text(STORY)
    first, second = read_paths([tmp_path])
    assert isinstance(first, Article)
    assert isinstance(second, SourceFault)
    assert second.reason.startswith(f"is called 'a' like {tmp_path / 'one' / 'a.txt'}")


def test_a_second_input_with_the_same_url_is_refused_and_the_same_name_with_another_is_not(tmp_path: Path) -> None:
    lines = [{"id": "a", "url": f"https://x.org/{n}", "text": STORY} for n in (1, 2, 1)]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)))
    found = list(read_paths([tmp_path / "a.jsonl"]))
    assert [type(each) for each in found] == [Article, Article, SourceFault]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t\n", "is empty"),
        ("a.txt", b"\xef\xbb\xbf", "is empty"),
        ("a.txt", b"%PDF-1.7 \x00\x01", "is a PDF"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00", "is a PNG"),
        ("a.txt", bytes(range(256)) * 4, "is binary"),
        ("a.txt", "Дрони летіли вночі".encode("cp1251"), "not valid UTF-8"),
        ("a.txt", "Drones “flew”".encode() + b"\xff\xfe at night", "neither UTF-8"),
        ("a.txt", "No mark".encode("utf-16-le"), "is binary"),
        ("a.txt", b"\xff\xfe\x00", "breaks at byte"),
        ("a.html", b"", "is empty"),
        ("a.html", b"<html><body><nav>Home</nav></body></html>", "has no article"),
        ("a.html", b"\x00\x01\x02", "is binary"),
        ("a.jsonl", b"", "is empty"),
        ("a.md", b"---\ntitle: [\n---\nText", "front matter that is not YAML"),
        ("a.md", b"---\npublished: soon\n---\nText", "published='soon' is not a day"),
        ("a.docx", b"PK", "is no input"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_bad_files_get_one_clear_line(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(data)
    reason = fault(tmp_path / name)
    assert words in reason
    assert "\n" not in reason


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    assert fault(tmp_path / "absent.txt").startswith("is not there")


def test_a_folder_without_articles(tmp_path: Path) -> None:
    assert fault(tmp_path).startswith("has no article")


def test_an_unreadable_file_does_not_end_the_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(STORY)
    plain = Path.open

    def locked(self: Path, *args: object, **options: object) -> object:
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return plain(self, *args, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", locked)
    first, second = read_paths([tmp_path])
    assert isinstance(first, SourceFault)
    assert first.reason == "cannot be read (Permission denied)"
    assert isinstance(second, Article)


@pytest.mark.parametrize("name", ["big.txt", "big.html"])
def test_a_file_of_50_megabytes_is_refused_unread(tmp_path: Path, name: str) -> None:
    with (tmp_path / name).open("wb") as stream:
        stream.truncate(50_000_000)
    assert "more than 20 MB" in fault(tmp_path / name)


@pytest.mark.parametrize("sidecar", ["{", "[]", '{"published": "14.13.2025"}', '{"title": 7}'])
def test_a_broken_sidecar_is_a_fault_of_its_article(tmp_path: Path, sidecar: str) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "a.json").write_text(sidecar)
    assert fault(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (STORY.encode(), Article),
        (json.dumps({"text": STORY}).encode(), Article),
        (b'{"record": "article", "article": "a"}\n', Extraction),
        (b"", SourceFault),
        (b"\x00\x01", SourceFault),
    ],
    ids=["text", "articles", "records", "nothing", "binary"],
)
def test_standard_input(data: bytes, kind: type) -> None:
    [found] = read_paths(["-"], stdin=io.BytesIO(data))
    assert isinstance(found, kind)


def test_a_long_line_costs_only_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("etl.sources.lines.LONGEST", 200)
    lines = [json.dumps({"id": "a", "text": "x" * 900}), json.dumps({"id": "b", "text": "It fell."})]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    found = list(read_paths([tmp_path / "a.jsonl"]))
    assert [getattr(each, "line", None) or getattr(each, "article", None) for each in found] == [1, "b"]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("“Ні”, he said.".encode(), "“Ні”, he said."),
        ("It’s “over” – café".encode("cp1252"), "It’s “over” – café"),
        ("Дрони".encode("utf-16"), "Дрони"),
        ("Drones".encode("utf-32"), "Drones"),
    ],
    ids=["utf-8", "cp1252", "utf-16", "utf-32"],
)
def test_encodings(data: bytes, text: str) -> None:
    assert decoding.decode(data) == text
