"""On which day somebody said what an article quotes, carried from statement to statement of one speaker."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from etl.extract.reading import DateMention
from etl.extract.speech.bearers import Bearer


@dataclass(slots=True)
class SayingDays:
    """The days on which the speakers of a post spoke, as far as it tells.

    A day holds for what the same speaker says next, until somebody else has the word; and for somebody who speaks for
    the same country right after ("Russian officials said on Friday … Lavrov told state media").
    """

    days: dict[str, dt.date] = field(default_factory=dict)
    latest: Bearer | None = None

    def clear(self) -> None:
        """Forget all days: a new post begins."""
        self.days.clear()
        self.latest = None

    def of(self, dates: Sequence[DateMention], bearer: Bearer | None, *, nested: bool = False) -> dt.date | None:
        """Return the day of a saying: the one that its own dates give, else the one carried over; None for a span."""
        if dates:
            day = dates[0].first if dates[0].first == dates[0].last else None
        elif bearer is not None and self.latest is not None and _same_voice(self.latest, bearer):
            day = self.days.get(self.latest.name)
        else:
            day = None
        if bearer is not None and not nested:
            self.set(bearer, day)
        return day

    def set(self, bearer: Bearer, day: dt.date | None) -> None:
        """Keep the day for what this speaker says next."""
        self.latest = bearer
        if day is None:
            self.days.pop(bearer.name, None)
        else:
            self.days[bearer.name] = day


def _same_voice(before: Bearer, now: Bearer) -> bool:
    if before.name == now.name:
        return True
    speaks_for = not before.person or " " not in before.name or not before.name[:1].isupper()
    return speaks_for and not now.state and now.country is not None and before.country == now.country
