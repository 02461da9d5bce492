"""Corrections at work: done to clusters, events, claims and quotes, each with what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import duckdb

from etl.records import digest
from etl.resolve.attachment import Figure
from etl.resolve.clusters import Cluster, Member
from etl.resolve.corrections import Correction, row, shown
from etl.resolve.description import title_of
from etl.resolve.resolution import Derived, derived
from etl.resolve.tables import keys, rows_of

APPLIED = "applied"
_MARK = "correction: "  # begins the reason of a mention that a correction put where it is


@dataclass(slots=True)
class Amendments:
    """The corrections of a load and what came of them; `retracted_mentions` hold no event, with the reason."""

    corrections: Sequence[Correction]
    past: Mapping[str, frozenset[str]]  # the mentions that each event had but for corrections
    outcomes: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    retracted_mentions: dict[str, str] = field(default_factory=dict)
    withdrawn: list[dict[str, Any]] = field(default_factory=list)  # rows of corrections that are no more

    def regroup(self, clusters: Sequence[Cluster]) -> list[Cluster]:
        """Return the clusters merged, split and retracted as the corrections say."""
        found = list(clusters)
        for correction in self.corrections:
            match correction.action:
                case "merge":
                    self._merge(correction, found)
                case "split":
                    self._split(correction, found)
                case "retract" if correction.target[0] in "em":
                    self._retract(correction, found)
        return [cluster for cluster in found if cluster.members]

    def amend_events(self, rows: Iterable[dict[str, Any]], redirects: Mapping[str, str]) -> None:
        """Override the fields of events, and note which events the corrections of clusters touch."""
        by_id = {event["event_id"]: event for event in rows}
        for correction in self.corrections:
            if correction.target[0] != "e":
                continue
            event_id = redirects.get(correction.target, correction.target)
            if correction.action == "override" and correction.field is not None:
                event = by_id.get(event_id)
                if event is None:
                    self._note(correction, f"no event {correction.target} was found")
                elif self._as_expected(correction, event[correction.field]):
                    event[correction.field] = correction.typed_value()
                    self._note(correction, APPLIED, event_id)
            elif correction.correction_id in self.outcomes:
                self._note(correction, self.outcomes[correction.correction_id][0], event_id)

    def amend_figures(self, figures: Sequence[Figure]) -> list[Figure]:
        """Return the figures with their claims overridden."""
        by_id = {figure.figure_id: figure for figure in figures}
        for correction in self.corrections:
            figure = by_id.get(correction.target)
            if correction.action != "override" or correction.target[0] != "f" or correction.field is None:
                continue
            if figure is None:
                self._note(correction, f"no figure {correction.target} was found")
            elif self._as_expected(correction, getattr(figure, correction.field)):
                by_id[correction.target] = replace(figure, **{correction.field: correction.typed_value()})
                self._note(correction, APPLIED)
        return [by_id[figure.figure_id] for figure in figures]

    def retracted_figures(self, figures: Iterable[Figure]) -> dict[str, str]:
        """Return the figures that are taken back, each with the reason."""
        by_id = {figure.figure_id: figure for figure in figures}
        found = {}
        for correction in self.corrections:
            if correction.action != "retract" or correction.target[0] != "f":
                continue
            figure = by_id.get(correction.target)
            if figure is None:
                self._note(correction, f"no figure {correction.target} was found")
            elif self._as_expected(correction, f"{figure.measure} {shown(figure.low)}"):
                found[correction.target] = _MARK + correction.reason
                self._note(correction, APPLIED)
        return found

    def place_claims(self, claims: Iterable[Mapping[str, Any]]) -> None:
        """Note which event each corrected claim is about."""
        event_of = {claim["figure_id"]: claim["event_id"] for claim in claims}
        for correction in self.corrections:
            if correction.target in event_of and correction.correction_id in self.outcomes:
                self._note(correction, self.outcomes[correction.correction_id][0], event_of[correction.target])

    def rows(self) -> Derived:
        """Return the table corrections."""
        told = [row(each, *self.outcomes.get(each.correction_id, ("not looked at", None))) for each in self.corrections]
        return derived("corrections", told, None)

    def quotes(self, connection: duckdb.DuckDBPyConnection) -> Derived | None:
        """Return the quotes whose speaker is overridden, or was by a correction that is no more; None without any."""
        wanted = [c for c in self.corrections if c.target[0] == "q"]
        undone = [old for old in self.withdrawn if old["target"].startswith("q") and old["outcome"] == APPLIED]
        targets = {correction.target for correction in wanted} | {old["target"] for old in undone}
        if not targets:
            return None
        with keys(connection, targets):
            found = connection.execute(
                """
                select * exclude (came, gone) from quotes
                where gone is null and quote_id in (select key from resolve_keys)
                """
            )
            quotes = {quote["quote_id"]: quote for quote in rows_of(found)}
        for old in undone:
            quote = quotes.get(old["target"])
            if quote is not None and shown(quote["speaker"]) == (old["value"] or ""):
                quote["speaker"] = old["expected"] or None
        for correction in wanted:
            quote = quotes.get(correction.target)
            if quote is None:
                self._note(correction, f"no quote {correction.target} was found")
            elif shown(quote["speaker"]) == (correction.value_text or "") or self._as_expected(
                correction, quote["speaker"]
            ):
                quote["speaker"] = correction.typed_value()
                self._note(correction, APPLIED)
        return derived("quotes", list(quotes.values()), frozenset(quotes))

    def _merge(self, correction: Correction, clusters: list[Cluster]) -> None:
        one, other = self._cluster(correction.target, clusters), self._cluster(correction.value_text or "", clusters)
        if one is None or other is None:
            missing = correction.target if one is None else correction.value_text
            self._note(correction, f"no event {missing} was found")
        elif self._as_expected(correction, title_of(one)):
            if one is not other:
                joined = [*other.members, *one.members]
                other.members = [_marked(member, correction) for member in joined]
                one.members = []
            self._note(correction, APPLIED)

    def _split(self, correction: Correction, clusters: list[Cluster]) -> None:
        whole = self._cluster(correction.target, clusters)
        own = set(correction.value or ())
        parted = [member for member in whole.members if member.mention.mention_id in own] if whole else []
        if whole is None:
            self._note(correction, f"no event {correction.target} was found")
        elif len(parted) < len(own):
            found = {member.mention.mention_id for member in parted}
            self._note(correction, f"found no mention {', '.join(sorted(own - found))} in {correction.target}")
        elif self._as_expected(correction, title_of(whole)):
            whole.members = [member for member in whole.members if member.mention.mention_id not in own]
            days = [mention.mention for mention in parted if mention.mention.first is not None and not mention.inferred]
            first = min((mention.first for mention in days if mention.first is not None), default=None)
            last = max((mention.last for mention in days if mention.last is not None), default=None)
            members = [_marked(member, correction) for member in parted]
            clusters.append(Cluster(members, first, last))
            self._note(correction, APPLIED)

    def _retract(self, correction: Correction, clusters: list[Cluster]) -> None:
        if correction.target[0] == "e":
            cluster = self._cluster(correction.target, clusters)
            gone = list(cluster.members) if cluster else []
        else:
            cluster = next((c for c in clusters if any(m.mention_id == correction.target for m in c.mentions)), None)
            gone = [m for m in cluster.members if m.mention.mention_id == correction.target] if cluster else []
        if cluster is None:
            self._note(correction, f"nothing with the id {correction.target} was found")
            return
        found = title_of(cluster)
        if correction.target[0] == "m":
            found = f"{gone[0].mention.kind} {gone[0].mention.place or ''}".strip()
        if self._as_expected(correction, found):
            cluster.members = [member for member in cluster.members if member not in gone]
            self.retracted_mentions |= {m.mention.mention_id: _MARK + correction.reason for m in gone}
            self._note(correction, APPLIED)

    def _cluster(self, event_id: str, clusters: Sequence[Cluster]) -> Cluster | None:
        """Return the cluster that an event id stands for: most of the mentions that the event had but for corrections.

        In a warehouse that never held the event, the one whose new id it would be.
        """
        past = self.past.get(event_id, frozenset())
        shared: Counter[int] = Counter()
        for number, cluster in enumerate(clusters):
            for mention in cluster.mentions:
                shared[number] += mention.mention_id in past
                shared[number] += not past and "e" + digest(mention.mention_id) == event_id
        best = max(shared, key=lambda number: (shared[number], -number), default=None)
        return clusters[best] if best is not None and shared[best] else None

    def _as_expected(self, correction: Correction, found: Any) -> bool:
        if shown(found) == correction.expected:
            return True
        self._note(
            correction, f"found {shown(found) or 'nothing'} where {correction.expected or 'nothing'} was expected"
        )
        return False

    def _note(self, correction: Correction, outcome: str, event_id: str | None = None) -> None:
        self.outcomes[correction.correction_id] = (outcome, event_id)


def amendments(connection: duckdb.DuckDBPyConnection, corrections: Sequence[Correction]) -> Amendments:
    """Return the corrections with what the warehouse remembers of the events that they name."""
    named = {c.target for c in corrections} | {str(c.value) for c in corrections if c.action == "merge"}
    with keys(connection, named):
        past = dict(
            connection.execute(
                """
                select event_id, list(mention_id) from mention_events
                where event_id in (select key from resolve_keys) and not starts_with(reason, $mark) group by event_id
                """,
                {"mark": _MARK},
            ).fetchall()
        )
    before = rows_of(connection.execute("select * exclude (came, gone) from corrections where gone is null"))
    now = {correction.correction_id for correction in corrections}
    return Amendments(
        corrections,
        {event_id: frozenset(mentions) for event_id, mentions in past.items()},
        withdrawn=[old for old in before if old["correction_id"] not in now],
    )


def articles_touched(connection: duckdb.DuckDBPyConnection, amended: Amendments) -> set[str]:
    """Return the articles of everything that corrections name, now or before this load."""
    targets = {c.target for c in amended.corrections} | {old["target"] for old in amended.withdrawn}
    targets |= {str(c.value) for c in amended.corrections if c.action == "merge"}
    targets |= {old["value"] for old in amended.withdrawn if old["action"] == "merge"}
    with keys(connection, targets):
        found = connection.execute(
            """
            with named as (
                select key as id from resolve_keys
                union
                select mention_id from mention_events where event_id in (select key from resolve_keys)
            )
            select article_id from mentions where mention_id in (select id from named)
            union
            select article_id from figures where figure_id in (select id from named)
            """
        ).fetchall()
    return {article_id for (article_id,) in found}


def _marked(member: Member, correction: Correction) -> Member:
    """Return the member with the correction before its own reason, so that it is told from what the rules put there."""
    return replace(member, reason=f"{_MARK}{correction.reason}; {member.reason}")
