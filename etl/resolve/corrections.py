"""Corrections that analysts make by hand: the files of data/corrections/, read and validated.

A file is TOML with one `[[correction]]` table each; data/corrections/README.md says what may stand in it.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from etl.errors import CorrectionError
from etl.records import digest

EVENT_FIELDS = frozenset(
    {"title", "kind", "place", "region", "country", "lat", "lon", "started_on", "ended_on", "status"}
)  # fmt: skip
CLAIM_FIELDS = frozenset({"claimant", "counted", "side", "low", "high", "qualifier", "said_on"})
QUOTE_FIELDS = frozenset({"speaker"})
_FIELDS = {"e": EVENT_FIELDS, "f": CLAIM_FIELDS, "q": QUOTE_FIELDS}
_DAYS = frozenset({"started_on", "ended_on", "said_on"})
_NUMBERS = frozenset({"lat", "lon", "low", "high"})
_MAY_TARGET = {"merge": "e", "split": "e", "retract": "emf", "override": "efq"}

Text = Annotated[str, Field(min_length=1, max_length=2000)]
Id = Annotated[str, Field(pattern=r"^[emfq][0-9a-f]{6,}(-\d+)?$")]


class Correction(BaseModel):
    """One correction: what to do to which row, what is expected to be found there, and who says so and why.

    Ids are those that the ledger shows: `e…` events, `m…` mentions, `f…` figures, `q…` quotes. `expected` is what the
    analyst saw: the event's title for merge, split and retract ("killed 34" for a figure, "strike Sumy" for a mention),
    the field's value for override. `value` is the other event for merge, the mentions that are an event of their own
    for split, the new value for override. An empty `expected` or `value` is null.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    action: Literal["merge", "split", "retract", "override"]
    target: Id
    field: str | None = None
    expected: str
    value: str | tuple[Id, ...] | None = None
    author: Text
    decided_on: dt.date
    reason: Text
    file: str = ""

    @field_validator("expected", "value", mode="before")
    @classmethod
    def _as_text(cls, value: Any) -> Any:
        """Let numbers and days be written as TOML has them."""
        return str(value) if isinstance(value, int | float | dt.date) else value

    @model_validator(mode="after")
    def _check(self) -> Self:
        kind = self.target[0]
        if kind not in _MAY_TARGET[self.action]:
            raise ValueError(f"{self.action} of target={self.target}: expected an id that begins with one of "
                             f"{', '.join(_MAY_TARGET[self.action])}")  # fmt: skip
        if (self.field is not None) != (self.action == "override"):
            raise ValueError("field: expected with override, and only there")
        if self.field is not None and self.field not in _FIELDS[kind]:
            raise ValueError(f"field={self.field}: expected one of {', '.join(sorted(_FIELDS[kind]))}")
        if self.action == "merge" and not (isinstance(self.value, str) and self.value.startswith("e")):
            raise ValueError(f"value={self.value!r}: expected the id of the event to merge with")
        if self.action == "split" and not (isinstance(self.value, tuple) and self.value):
            raise ValueError(f"value={self.value!r}: expected the list of mentions that are an event of their own")
        if self.action == "override":
            self.typed_value()
        return self

    @property
    def correction_id(self) -> str:
        """Stable id: from what it does, not from the words of its reason."""
        return "k" + digest(self.file, self.action, self.target, self.field, self.value)

    @property
    def value_text(self) -> str | None:
        """The value as one text."""
        return ", ".join(self.value) if isinstance(self.value, tuple) else self.value

    def typed_value(self) -> Any:
        """Return an override's value in its field's type; None for an empty one.

        Raises:
            ValueError: not a number, or not a day, where the field holds one.
        """
        if self.value is None or self.value == "":
            return None
        if self.field in _NUMBERS:
            return float(str(self.value))
        if self.field in _DAYS:
            return dt.date.fromisoformat(str(self.value))
        return self.value


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    correction: tuple[Correction, ...] = ()


def read_corrections(folder: Path) -> tuple[Correction, ...]:
    """Return the corrections in the .toml files of a folder, in the order of file names and within each file.

    Raises:
        CorrectionError: a file that is not TOML, or breaks the schema, or the same correction twice.
    """
    if not folder.is_dir():
        raise CorrectionError(f"{folder} is not a folder of corrections")
    found: list[Correction] = []
    for path in sorted(folder.glob("*.toml")):
        found += _read(path)
    seen: dict[tuple[str, str | None, str | None], Correction] = {}
    for correction in found:
        what = (correction.target, correction.action, correction.field)
        if what in seen:
            raise CorrectionError(
                f"{correction.file}: {correction.action} of {correction.target} stands in {seen[what].file} as well; "
                "expected one correction for one thing"
            )
        seen[what] = correction
    return tuple(found)


def _read(path: Path) -> tuple[Correction, ...]:
    try:
        text = path.read_text(encoding="utf-8")
        file = _File.model_validate(tomllib.loads(text))
    except ValidationError as error:
        problem = error.errors()[0]
        where = ".".join(map(str, problem["loc"]))
        raise CorrectionError(f"{path.name}: {where}: {problem['msg']}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise CorrectionError(f"{path.name} cannot be read as TOML: {error}") from error
    return tuple(correction.model_copy(update={"file": path.name}) for correction in file.correction)


def shown(value: Any) -> str:
    """Return a value as corrections write it: days and texts as they are, numbers without a needless .0, null empty.

    >>> shown(34.0), shown(None)
    ('34', '')
    """
    if value is None:
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value)


def row(correction: Correction, outcome: str, event_id: str | None) -> dict[str, Any]:
    """Return the row of the table corrections that says what came of it."""
    return {
        "correction_id": correction.correction_id, "file": correction.file, "action": correction.action,
        "target": correction.target, "field": correction.field, "expected": correction.expected,
        "value": correction.value_text, "author": correction.author, "decided_on": correction.decided_on,
        "reason": correction.reason, "outcome": outcome, "event_id": event_id,
    }  # fmt: skip
