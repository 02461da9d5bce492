"""Who a cue says is speaking, as the words of the sentence give it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from etl.extract.reading import NameMention

SubjectKind = Literal["name", "pronoun", "role", "unknown", "elided"]


class Subject(NamedTuple):
    """Who a cue says is speaking: tokens[first:last] of the passage, not yet resolved to a bearer.

    `words` is the phrase as written without its article, `noun` the lower-case head of a role ("ministry"). `definite`
    says that it may have been named before; `country` is that of a name within a role; `one_of` marks one of several,
    `document` is what a name is the owner of: "the Chinese statement"; `its` marks "its representative".
    """

    kind: SubjectKind
    first: int
    last: int
    words: str = ""
    noun: str = ""
    name: NameMention | None = None
    definite: bool = True
    country: str | None = None
    one_of: bool = False
    document: str = ""
    its: bool = False

    @property
    def is_person(self) -> bool:
        """Whether it is a person by name; an unknown name all in capitals is a body's."""
        if self.kind == "unknown":
            return not self.words.isupper()
        return self.name is not None and self.name.actor_kind == "person"


def pronoun(word: str, index: int) -> Subject:
    """Return the subject that the pronoun at `index` is."""
    return Subject("pronoun", index, index + 1, word, word)


def elided(index: int) -> Subject:
    """Return a subject that goes without saying: "…, but said that", "…, adding that"."""
    return Subject("elided", index, index)
