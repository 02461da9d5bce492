"""Who a subject stands for: pronouns, roles and bodies resolved to a bearer that the article has named before."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from etl import reference
from etl.extract import subjects
from etl.extract.narrative import Token
from etl.extract.reading import NameMention, Sentence
from etl.extract.subjects import Subject

_SAME_OFFICE = (
    frozenset({"governor", "head", "chief", "leader", "administrator", "boss", "commander"}),
    frozenset({"spokesman", "spokeswoman", "spokesperson", "rep"}),
    frozenset({"president", "leader"}),
    frozenset({"minister", "secretary"}),
    frozenset({"premier", "minister", "pm", "leader", "chancellor"}),
    frozenset({"lawmaker", "mp", "deputy", "senator", "politician", "republican", "democrat"}),
    frozenset({"ambassador", "envoy", "diplomat"}),
    frozenset({"chief", "head", "minister", "boss", "leader", "secretary", "commander", "director", "tsar"}),
    frozenset({"doctor", "medic", "surgeon", "nurse", "paramedic"}),
)
_IN_BODY_NAMES = {
    "ministry": ("ministry", "department of defence"),
    "military": ("military", "armed forces", "army", "defence forces"),
    "army": ("army", "armed forces", "military", "defence forces"),
    "forces": ("forces", "military"),
    "staff": ("general staff", "staff"),
    "service": ("service",),
    "services": ("service",),
    "force": ("force",),
    "administration": ("administration", "white house"),
    "police": ("police",),
    "headquarters": ("headquarters", "staff"),
    "intelligence": ("intelligence",),
    "government": ("government",),
}
_STATE_NOUNS = frozenset({"government", "country", "state", "nation", "side", "authorities", "leadership", "regime"})
_OPENING = 60  # tokens in which a passage's main clause is expected to begin
_WORD = re.compile(r"[^\W\d_]{2,}(?:-\w+)*")
_INTRODUCTIONS = 60  # that are looked through for a role
_RECENT = 4  # passages in which another word for the same office is understood
_REMEMBERED = 12  # bearers of either kind; nobody goes back further for a pronoun
_GENERIC_BODIES = frozenset(
    "group organisation organization body network agency company firm union party movement committee".split()
)
_GENERIC_OFFICIALS = frozenset({"official", "officer", "politician", "diplomat", "man", "woman", "source", "author", "speaker"})


@dataclass(frozen=True, slots=True)
class Bearer:
    """Somebody who can be spoken of again: canonical name or role as written, and what pronouns fit."""

    name: str
    person: bool
    plural: bool = False
    gender: str | None = None
    media: bool = False
    state: bool = False
    country: str | None = None

    def fits(self, pronoun: str) -> bool:
        """Whether the pronoun can stand for this bearer."""
        if pronoun == "they":
            return self.plural or not self.person
        if pronoun == "it":
            return not self.person and not self.plural
        return self.person and self.gender in (None, "m" if pronoun == "he" else "f")


@dataclass(slots=True)
class _Introduction:
    words: frozenset[str]
    bearer: Bearer
    post: int
    passage: int


@dataclass(slots=True)
class Memory:
    """What a reader remembers of an article while reading on: who was introduced as what, and who was last spoken of.

    `people` are all whom the article names anywhere, by canonical name: an office may be named before its holder is.
    `recent` are the latest subjects and speakers, the last one last; `mentioned` the bodies and people merely named.
    """

    people: Mapping[str, Bearer]
    introductions: list[_Introduction] = field(default_factory=list)
    recent: list[Bearer] = field(default_factory=list)
    mentioned: list[Bearer] = field(default_factory=list)
    post: int = -1
    day: dt.date | None = None  # on which offices are held
    passages: int = 0

    def enter(self, post: int, day: dt.date | None) -> None:
        """Begin a post or go on under a heading: pronouns no longer reach back."""
        self.post = post
        self.day = day
        self.recent.clear()
        self.mentioned.clear()

    def learn(self, tokens: Sequence[Token]) -> None:
        """Remember the people and bodies of a passage, the people with the roles that they are introduced with."""
        self.passages += 1
        for index, token in enumerate(tokens):
            name = token.name
            if name is None or name.actor is None or token.kind == "quote":
                continue
            bearer = bearer_of(name)
            if token.kind == "adjective" and not token.possessive:
                continue
            _move_last(self.mentioned, bearer)
            if name.actor_kind == "person":
                words = _title_words(tokens, index)
                if words:
                    self.introductions.append(_Introduction(words, bearer, self.post, self.passages))

    def speak(self, bearer: Bearer) -> None:
        """Make this bearer the latest subject."""
        _move_last(self.recent, bearer)

    def resolve(self, subject: Subject, besides: Bearer | None = None) -> Bearer | None:
        """Return whom a subject stands for; None for a pronoun that nobody fits, or a document that nobody wrote.

        A pronoun does not stand for `besides`: in "Putin's army is losing, he said" he is not Putin.
        """
        if subject.kind == "name" and subject.name is not None:
            return bearer_of(subject.name)
        if subject.kind == "pronoun":
            return self.latest(subject.words, besides)
        if subject.kind == "unknown":
            return self._unknown(subject)
        if subject.kind == "role":
            return self._role(subject)
        return None

    def latest(self, pronoun: str, besides: Bearer | None = None) -> Bearer | None:
        """Return the latest subject that a pronoun fits and that is not `besides`, else the latest bearer named at all."""
        if pronoun in ("i", "we"):
            return None
        for bearers in (self.recent, self.mentioned):
            fitting = [
                bearer
                for bearer in reversed(bearers)
                if bearer.fits(pronoun) and bearer != besides and not (bearer.media and pronoun == "it")
            ]
            certain = [bearer for bearer in fitting if bearer.gender is not None or not bearer.person]
            if fitting:
                return certain[0] if certain and pronoun == "she" else fitting[0]
        return None

    def main_subject(self, text: str, tokens: Sequence[Token]) -> tuple[Bearer | None, bool]:
        """Return the subject of a passage's main clause, as far as word order tells, and whether it is named there."""
        for index, token in enumerate(tokens[:_OPENING]):
            if token.kind == "word" and token.lower in ("he", "she", "it", "they"):
                return self.latest(token.lower), False
            if index and not _opens_phrase(tokens, index):
                continue
            phrase = subjects.after(text, tokens, index)
            if (
                phrase is None
                or phrase.kind == "unknown"
                or (phrase.kind == "role" and token.kind == "word" and index > 1)
            ):
                continue
            bearer = self.resolve(phrase)
            if bearer is not None:
                return bearer, True
        return None, False

    def _unknown(self, subject: Subject) -> Bearer:
        """Return somebody whom no list knows, by the fullest form of the name that the article has used so far."""
        last = subject.words.split()[-1]
        for bearer in reversed(self.mentioned):
            if bearer.person and last in (bearer.name.split()[-1], bearer.name.split()[0]):
                return bearer
        media = last.lower() in subjects.media_nouns()
        bearer = Bearer(subject.words, person=subjects.is_person(subject) and not media, media=media)
        _move_last(self.mentioned, bearer)
        return bearer

    def _role(self, subject: Subject) -> Bearer | None:
        for bearer in reversed(self.recent):
            if " " in subject.words and bearer.name.endswith(" " + subject.words):
                return bearer  # named more fully before
        kind = subjects.noun_kind(subject.noun) or "person"
        words = subject.words.lower().split()
        words = words[: words.index(subject.noun) + 1] if subject.noun in words else words
        if kind == "document":
            if not subject.definite:
                return None
            return next(
                (bearer for bearer in reversed(self.recent) if not (bearer.person or bearer.plural or bearer.media)),
                None,
            )
        modifiers = frozenset(words[:-1])
        if kind == "person" and subject.definite:
            known = self._introduced(subject.noun, modifiers) or self._holder(words)
            if known is not None:
                return known
        if subject.definite and (kind == "body" or subject.noun in ("services", "police")):
            known = self._body(subject.noun, modifiers)
            if known is not None:
                return known
        return Bearer(
            subject.words,
            person=kind == "person",
            plural=kind == "people",
            media=subject.noun in subjects.media_nouns(),
            country=subject.country,
        )

    def _introduced(self, noun: str, modifiers: frozenset[str]) -> Bearer | None:
        nouns = frozenset({noun}).union(*(group for group in _SAME_OFFICE if noun in group))
        best: tuple[int, Bearer] | None = None
        for introduction in reversed(self.introductions[-_INTRODUCTIONS:]):
            exact = noun in introduction.words
            shared = len(modifiers & introduction.words)
            recent = self.passages - introduction.passage <= _RECENT
            if noun in _GENERIC_OFFICIALS and shared and recent:
                exact = True  # "the Kremlin official" is the Kremlin's spokesman
            if not exact and (introduction.words.isdisjoint(nouns) or not recent or (modifiers and not shared)):
                continue
            score = 4 * exact + 3 * shared + 2 * (introduction.post == self.post)
            if best is None or score > best[0]:
                best = (score, introduction.bearer)
        if best is not None:
            return best[1]
        if noun in _GENERIC_OFFICIALS and not modifiers:
            return next((bearer for bearer in reversed(self.recent) if bearer.person), None)
        return None

    def _holder(self, words: Sequence[str]) -> Bearer | None:
        """Return whom the article has named of those who hold the office of a state: "the foreign secretary"."""
        names = {name for name, of in reference.holders(" ".join(words), self.day) if of in reference.countries()}
        known = [*reversed(self.recent), *reversed(self.mentioned)] if names else []
        before = next((bearer for bearer in known if bearer.name in names), None)
        later = [bearer for name, bearer in self.people.items() if name in names]
        return before or (later[0] if len(later) == 1 else None)

    def _body(self, noun: str, modifiers: frozenset[str]) -> Bearer | None:
        if noun in _STATE_NOUNS and not modifiers:
            states = (bearer for bearer in [*reversed(self.recent), *reversed(self.mentioned)] if bearer.state)
            return next(states, None)
        if noun in _GENERIC_BODIES:
            for bearer in reversed(self.recent):
                if not (bearer.person or bearer.plural or bearer.state or bearer.media):
                    shared = sum(word[:5] in bearer.name.lower() for word in modifiers)
                    if 2 * shared >= len(modifiers):
                        return bearer
        parts = _IN_BODY_NAMES.get(noun, (noun,))
        for bearer in [*reversed(self.recent), *reversed(self.mentioned)]:
            if bearer.person or bearer.plural:
                continue
            lower = bearer.name.lower()
            if any(part in lower for part in parts) and all(word[:5] in lower for word in modifiers):
                return bearer
        return None


def _opens_phrase(tokens: Sequence[Token], index: int) -> bool:
    """Whether a noun phrase that no preposition governs can begin at tokens[index]."""
    before = tokens[index - 1]
    if before.lower in subjects.PREPOSITIONS or (
        before.kind not in ("mark", "quote", "date") and subjects.may_be_noun(before)
    ):
        return False
    return not (index > 1 and before.lower in subjects.DETERMINERS and tokens[index - 2].lower in subjects.PREPOSITIONS)


def people_of(sentences: Sequence[Sentence]) -> dict[str, Bearer]:
    """Return the people whom an article names, by canonical name."""
    return {
        name.actor: bearer_of(name)
        for sentence in sentences
        for name in sentence.names
        if name.actor is not None and name.actor_kind == "person"
    }


def bearer_of(name: NameMention) -> Bearer:
    """Return the bearer of a name."""
    return Bearer(
        name.actor or name.text,
        person=name.actor_kind == "person",
        gender=name.gender,
        media=name.actor_kind == "media",
        state=name.actor_kind in ("state", "government"),
        country=name.country,
    )


def _move_last(bearers: list[Bearer], bearer: Bearer) -> None:
    for index, known in enumerate(bearers):
        if known.name == bearer.name:
            del bearers[index]
            break
    bearers.append(bearer)
    del bearers[:-_REMEMBERED]


def _plain_words(lower: str) -> list[str]:
    return _WORD.findall(lower)


def _title_words(tokens: Sequence[Token], index: int) -> frozenset[str]:
    """Return the words of the role beside a person's name: "the head of Sumy region, …" or "…, the regional governor,"."""
    nouns = subjects.noun_kinds()
    words = set(_plain_words(tokens[index].lower))
    position = index - 1
    crossed = False
    while position >= 0 and index - position <= 10:
        token = tokens[position]
        if token.lower == "," and not crossed and position == index - 1:
            crossed = True
        elif token.kind in ("quote", "date", "mark"):
            break
        else:
            words.update(_plain_words(token.lower))
            if token.lower == "the" or token.lower == "a":
                break
        position -= 1
    if index + 2 < len(tokens) and tokens[index + 1].lower == ",":
        position = index + 2
        if tokens[position].lower.isdigit() and position + 1 < len(tokens):
            position += 2
        while (
            position < len(tokens)
            and position - index <= 12
            and tokens[position].kind not in ("quote", "date")
            and tokens[position].lower not in (",", ".", "who", "said")
        ):
            words.update(_plain_words(tokens[position].lower))
            position += 1
    return frozenset(words) if any(word in nouns for word in words) else frozenset()
