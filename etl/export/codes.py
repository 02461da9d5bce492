"""What the codebooks of the trade call an event: PLOVER, CAMEO and ACLED codes from `data/reference/codes.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from functools import cache

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from etl import reference
from etl.errors import VocabularyError
from etl.records import Kind


class Code(BaseModel):
    """A row of the mapping: what an event must be for it to fit, and what each codebook then calls it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Kind
    weapons: frozenset[str] = frozenset()
    planned: bool | None = None
    status: frozenset[str] = frozenset()
    plover_event: str
    plover_mode: str | None = None
    plover_context: str | None = None
    cameo: str
    acled_disorder_type: str | None = None
    acled_event_type: str | None = None
    acled_sub_event_type: str | None = None

    def fits(self, kind: str, weapons: Collection[str], planned: bool, status: str | None) -> bool:
        """Tell whether everything that this row asks for holds."""
        return (
            self.kind == kind
            and self.planned in (None, planned)
            and (not self.weapons or not self.weapons.isdisjoint(weapons))
            and (not self.status or status in self.status)
        )


@cache
def codes() -> tuple[Code, ...]:
    """Return the mapping, in its order.

    Raises:
        VocabularyError: the file breaks its schema.
    """
    file = reference.folder() / "codes.toml"
    try:
        rows = tomllib.loads(file.read_text(encoding="utf-8"))["code"]
        return TypeAdapter(tuple[Code, ...]).validate_python(rows)
    except (ValidationError, tomllib.TOMLDecodeError, KeyError) as error:
        raise VocabularyError(f"{file.name}: {error}") from error


def code_of(kind: str, weapons: Collection[str], planned: bool, status: str | None) -> Code | None:
    """Return the first code that fits an event, or None.

    >>> code = code_of("strike", ["drone"], False, None)
    >>> (code.plover_event, code.plover_mode, code.cameo, code.acled_sub_event_type)
    ('ASSAULT', 'drone', '195', 'Air/drone strike')
    >>> code_of("call", [], True, "planned").cameo
    '036'
    >>> code_of("eclipse", [], False, None) is None
    True
    """
    return next((code for code in codes() if code.fits(kind, weapons, planned, status)), None)
