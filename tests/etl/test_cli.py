import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from etl.cli import app

ROOT = Path(__file__).parents[2]
RECORDS = [
    {
        "record": "article",
        "article": "one",
        "title": "Strike on Sumy",
        "source": "Example Wire",
        "published": "2025-04-13",
    },
    {
        "record": "event",
        "article": "one",
        "kind": "strike",
        "start": "2025-04-13",
        "place": "Sumy",
        "country": "UA",
        "actors": [{"name": "Russia", "role": "attacker"}],
        "weapons": ["missile"],
    },
    {
        "record": "figure",
        "article": "one",
        "measure": "killed",
        "low": 34,
        "place": "Sumy",
        "start": "2025-04-13",
        "claimed_by": "Ukraine",
    },
]


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Return a function that runs a command on a warehouse of the test's own."""
    monkeypatch.setenv("CONFLICT_LEDGER_WAREHOUSE", str(tmp_path / "warehouse"))
    monkeypatch.chdir(tmp_path)

    def invoke(*words, code=0, stdin=None):
        result = CliRunner().invoke(app, [str(word) for word in words], input=stdin)
        assert result.exit_code == code, (result.stderr, result.exception)
        return result

    return invoke


@pytest.fixture
def article(tmp_path):
    """Return the path of an article with a sidecar."""
    path = tmp_path / "sumy.txt"
    path.write_text("At least 34 people were killed in a missile strike on Sumy on Sunday.\n", encoding="utf-8")
    path.with_suffix(".json").write_text(json.dumps({"title": "Sumy", "published": "2025-04-14"}), encoding="utf-8")
    return path


@pytest.fixture
def records(tmp_path):
    """Return a function that writes a file of records, each with other fields if need be."""

    def write(name="ready.jsonl", extra=(), **fields):
        path = tmp_path / name
        lines = [json.dumps(record | (fields if record["record"] == "figure" else {})) for record in RECORDS]
        path.write_text("\n".join([*lines, *extra]) + "\n", encoding="utf-8")
        return path

    return write


def test_extract_writes_json_lines_without_a_warehouse(run, article, tmp_path):
    result = run("extract", article, "--out", "records.jsonl")
    first, *others = [json.loads(line) for line in (tmp_path / "records.jsonl").read_text().splitlines()]
    assert first == {
        "record": "article",
        "article": "sumy",
        "title": "Sumy",
        "source": None,
        "url": None,
        "published": "2025-04-14",
    }
    text = article.read_text(encoding="utf-8")
    assert others
    for record in others:
        assert record["evidence"] == text[record["evidence_start"] : record["evidence_end"]]
    assert result.stdout == ""
    assert not (tmp_path / "warehouse").exists()


def test_extract_to_standard_output_writes_data_alone(run, article):
    result = run("extract", article, "--out", "-")
    assert json.loads(result.stdout.splitlines()[0])["article"] == "sumy"
    assert "1 articles read" in result.stderr


def test_extract_reads_standard_input(run):
    result = run("extract", "-", "--out", "-", "--published", "2025-04-14", stdin="Three people were killed in Sumy.\n")
    assert json.loads(result.stdout.splitlines()[0])["published"] == "2025-04-14"


def test_workers_give_the_same_bytes(run, tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(20):
        (folder / f"{number:02}.txt").write_text(f"{number + 2} people were killed in Sumy on 13 April 2025.\n")
    run("extract", folder, "--out", "one.jsonl")
    run("extract", folder, "--out", "two.jsonl", "--workers", "2")
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()


def test_loading_twice_publishes_once(run, article):
    first = json.loads(run("load", article, "--json").stdout)
    again = json.loads(run("load", article, "--json").stdout)
    assert (first["edition"], first["published"], first["changes"]["articles"]) == (1, True, {"came": 1, "gone": 0})
    assert (again["edition"], again["published"], again["changes"]) == (1, False, {})


def test_a_changed_article_is_a_new_edition(run, article):
    run("load", article)
    article.write_text("At least 35 people were killed in a missile strike on Sumy on Sunday.\n", encoding="utf-8")
    assert json.loads(run("load", article, "--json").stdout)["edition"] == 2
    assert [row["articles"] for row in json.loads(run("editions", "--json").stdout)] == [1, 1]


def test_what_was_extracted_can_be_loaded(run, article):
    run("extract", article, "--out", "records.jsonl")
    run("load", "records.jsonl")
    run("export", "--records", "back.jsonl")
    before, after = (
        [json.loads(line) | {"event_id": None} for line in Path(name).read_text().splitlines()]
        for name in ("records.jsonl", "back.jsonl")
    )
    assert sorted(map(str, after)) == sorted(map(str, before))


def test_status_says_what_there_is(run, records):
    run("load", records())
    found = json.loads(run("status", "--json").stdout)
    assert (found["edition"], found["articles"], found["figures"], found["mentions"]) == (1, 1, 1, 1)
    assert found["file"] == "ledger-000001.duckdb"
    assert "figures\t1\n" in run("status").stdout


@pytest.mark.parametrize(
    ("command", "code", "message"),
    [
        (["status"], 1, "holds no edition yet"),
        (["editions"], 1, "holds no edition yet"),
        (["export"], 1, "holds no edition yet"),
        (["compact", "--keep", "1"], 1, "holds no edition yet"),
        (["extract", "--out", "records.jsonl"], 2, "Missing argument"),
        (["load"], 2, "name the articles to load"),
        (["load", "nowhere.txt"], 1, "nowhere.txt: is not there"),
        (["load", "sumy.txt", "--published", "14.4.2025"], 2, "14.4.2025 is not a day; write it YYYY-MM-DD"),
        (["load", "sumy.txt", "--workers", "0"], 2, "greater than or equal to 1"),
        (["extract", "sumy.txt"], 2, "Missing option"),
        (["extract", "sumy.txt", "--out", "no/such/folder.jsonl"], 1, "cannot be written: No such file or directory"),
        (["extract", "sumy.txt", "--out", "/dev/full"], 1, "No space left on device"),
        (["explain", "nowhere.txt"], 1, "nowhere.txt: is not there"),
        (["diff", "2", "1"], 2, "2 is not older than 1"),
        (["nonsense"], 2, "No such command"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_done_is_said_in_a_line(run, article, command, code, message):
    result = run(*command, code=code)
    assert message in " ".join(result.stderr.split())
    assert result.stdout == ""


def test_one_bad_input_costs_only_itself(run, article, tmp_path):
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 10)
    result = run("load", article, "empty.txt", "binary.txt", "nowhere.txt", "--json", code=3)
    told = json.loads(result.stdout)
    assert (told["articles"], len(told["faults"])) == (1, 3)
    assert [line.split(":")[1].strip() for line in result.stderr.splitlines()] == [
        "empty.txt",
        "binary.txt",
        "nowhere.txt",
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{not json", "is not JSON"),
        ('{"record": "figure", "article": "one", "measure": "vexed", "low": 1}', "measure='vexed'"),
        ('{"record": "event", "article": "one", "kind": "strike", "start": "2025-02-30"}', "start='2025-02-30'"),
        ('{"record": "rumour", "article": "one"}', "record='rumour' is not a record"),
    ],
)
def test_a_broken_line_is_reported_by_number_and_the_rest_loaded(run, records, line, reason):
    result = run("load", records(extra=[line]), code=3)
    assert "line 4" in result.stderr
    assert reason in result.stderr
    assert json.loads(run("status", "--json").stdout)["figures"] == 1


def test_a_number_that_cannot_be_right_becomes_an_issue(run, records):
    run("load", records(low=-3, high=-3))
    found = json.loads(run("status", "--json").stdout)
    assert (found["figures"], found["issues"], found["mentions"]) == (0, 1, 1)


@pytest.mark.parametrize(
    "line",
    [
        r'{"article": "half", "text": "Half a character: \ud800"}',
        r'{"article": "half \ud800", "text": "Three people were killed in Sumy."}',
        r'{"article": "half", "text": "Three people were killed in Sumy.", "title": "\udfff"}',
        r'{"record": "event", "article": "one", "kind": "strike", "place": "\ud800"}',
    ],
    ids=["text", "name", "title", "record"],
)
def test_half_a_character_is_refused(run, records, line):
    assert "line 4" in run("load", records(extra=[line]), code=3).stderr


def test_a_file_whose_name_is_no_text_is_refused(run, tmp_path):
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("Three people were killed in Sumy.\n")
    [fault] = json.loads(run("load", ".", "--json", code=1).stdout)["faults"]
    assert "is no article" in fault["reason"]


def test_hostile_names_are_data(run, tmp_path):
    hostile = "'; drop table events; -- [bold]<script>alert(1)</script>"
    lines = [
        {"record": "article", "article": hostile, "title": hostile},
        {"record": "event", "article": hostile, "kind": "strike", "place": hostile, "start": "2025-04-13",
         "actors": [{"name": hostile, "role": "attacker"}], "weapons": [hostile]},
        {"record": "quote", "article": hostile, "text": hostile, "speaker": hostile},
    ]  # fmt: skip
    (tmp_path / "hostile.jsonl").write_text("\n".join(map(json.dumps, lines)))
    run("load", "hostile.jsonl")
    run("export", "--records", "back.jsonl")
    back = [json.loads(line) for line in (tmp_path / "back.jsonl").read_text().splitlines()]
    assert [record["article"] for record in back] == [hostile] * 3
    assert next(record for record in back if record["record"] == "quote")["speaker"] == hostile


def test_export_writes_every_table_in_every_format(run, records, tmp_path):
    run("load", records())
    for form in ("parquet", "csv", "jsonl"):
        run("export", "--out", form, "--format", form)
        assert {"events", "claims", "articles", "editions"} <= {file.stem for file in (tmp_path / form).iterdir()}
    [article] = [json.loads(line) for line in (tmp_path / "jsonl" / "articles.jsonl").read_text().splitlines()]
    assert (article["article"], article["came"]) == ("one", 1)
    assert "gone" not in article


def test_export_of_one_table_at_a_past_edition(run, records, tmp_path):
    run("load", records())
    run("load", records(low=35, high=35))
    for edition, low in ((1, 34), (2, 35)):
        run("export", "--out", "out", "--format", "jsonl", "--tables", "figures", "--edition", edition)
        assert json.loads((tmp_path / "out" / "figures.jsonl").read_text())["low"] == low
    assert "edition=7 is not in the warehouse; it holds 1 to 2" in run("export", "--edition", "7", code=1).stderr
    assert "table='secrets' is not in the warehouse" in run("export", "--tables", "secrets", code=1).stderr


def test_diff_says_what_parts_two_editions(run, records):
    run("load", records())
    run("load", records(low=35, high=35))
    told = json.loads(run("diff", 1, 2, "--json").stdout)
    assert told["rows"]["figures"] == {"came": 1, "gone": 1}
    assert run("diff", 1, 2).stdout.count("\n") >= len(told["events"])


def test_compact_keeps_what_the_newest_editions_show(run, records, tmp_path):
    for low in range(30, 36):
        run("load", records(low=low, high=low))
    run("compact", "--keep", 2)
    assert [row["edition"] for row in json.loads(run("editions", "--json").stdout)] == [5, 6]
    run("export", "--out", "out", "--format", "jsonl", "--tables", "figures", "--edition", 5)
    assert json.loads((tmp_path / "out" / "figures.jsonl").read_text())["low"] == 34
    assert "it holds 5 to 6" in run("export", "--edition", "1", code=1).stderr
    assert json.loads(run("load", records(low=40, high=40), "--json").stdout)["edition"] == 7


def test_explain_writes_a_page_that_runs_nothing(run, tmp_path):
    (tmp_path / "odd.txt").write_text(
        "“<script>alert(1)</script>,” the mayor of Sumy said on Sunday.\n", encoding="utf-8"
    )
    run("explain", "odd.txt", "--published", "2025-04-14")
    page = (tmp_path / "odd.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_a_lock_that_somebody_holds_is_an_error_not_a_wait(run, article, tmp_path):
    holder = (
        "import sys; from pathlib import Path; from etl.warehouse.editions import drafted\n"
        "with drafted(Path('warehouse')):\n    print('writing', flush=True); sys.stdin.read()"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", holder], cwd=tmp_path, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdout.readline() == b"writing\n"
        assert f"is being written by process {writer.pid}" in run("load", article, code=1).stderr
        writer.communicate(b"")
    run("load", article)


def test_help_starts_without_pandas():
    command = "import sys, etl.cli; assert not {'pandas', 'duckdb', 'trafilatura'} & set(sys.modules), 'slow start'"
    subprocess.run([sys.executable, "-c", command], cwd=ROOT, check=True)
