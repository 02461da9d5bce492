"""What somebody says in one go: a cue with its speaker and day, and the quotation that the next one may go on from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from etl.extract.speech.bearers import Bearer
from etl.extract.speech.cue import Cue


class Saying(NamedTuple):
    """A cue with whom it makes speak, and when."""

    cue: Cue
    bearer: Bearer | None
    day: dt.date | None


@dataclass(slots=True)
class Statement:
    """The latest quotation: what one without a cue of its own may go on from."""

    number: int
    bearer: Bearer | None
    day: dt.date | None
    token: int = 0
    cue: Cue | None = None
    open: bool = False  # nothing but its attribution has come since
    unclosed: bool = False  # its mark is left open, as before a further paragraph of a quotation

    def may_go_on(self, saying: Saying) -> bool:
        """Whether its mark is left open and who says the next paragraph may be the same, by a role of nobody else."""
        subject, bearer = saying.cue.subject, saying.bearer
        nobody = subject.kind == "role" and subject.definite and bearer is not None and bearer.name == subject.words
        known = self.bearer is not None and self.bearer.person
        return self.unclosed and (bearer == self.bearer or (nobody and known))


@dataclass(slots=True)
class Block:
    """A block quotation that fills a paragraph without marks, as live blogs set it."""

    said: Statement
    paragraph: int
    begun: bool = False
