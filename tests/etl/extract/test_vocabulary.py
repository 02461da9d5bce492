from pathlib import Path

import pytest

from etl.errors import VocabularyError
from etl.extract import vocabulary

Lists = dict[str, tuple[str, ...]]


def test_load_returns_the_file_as_its_schema(tmp_path: Path) -> None:
    (tmp_path / "cues.toml").write_text('future = ["will", "is due"]\n', encoding="utf-8")
    assert vocabulary.load("cues", Lists, tmp_path) == {"future": ("will", "is due")}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("future = 3\n", "future=3"),
        ('future = ["will", 7]\n', "future.1=7"),
        ("future = [\n", "not a readable TOML file"),
    ],
    ids=["not a list", "not a word", "broken"],
)
def test_load_says_what_breaks_the_schema(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "cues.toml").write_text(content, encoding="utf-8")
    with pytest.raises(VocabularyError, match=message):
        vocabulary.load("cues", Lists, tmp_path)


def test_load_names_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"absent\.toml"):
        vocabulary.load("absent", Lists, tmp_path)


def test_alternation_tries_the_longest_first_and_escapes() -> None:
    assert vocabulary.alternation(["U.S.", "last", "last week", "last"]) == r"last\s+week|U\.S\.|last"
