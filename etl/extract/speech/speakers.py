"""Who a subject stands for: pronouns, roles and bodies resolved to a bearer that the article names."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from etl import reference
from etl.extract.speech.bearers import Bearer, Introduction, bearer_of
from etl.extract.speech.function_words import function_words
from etl.extract.speech.narrative import Token
from etl.extract.speech.noun_phrases import may_be_noun, phrase_from
from etl.extract.speech.office_places import is_of_another, places_told
from etl.extract.speech.own_bodies import body_of
from etl.extract.speech.roles_alike import FOR, is_armed_group, is_unnamed, may_be_called, roles_alike, speaks_for
from etl.extract.speech.speaker_nouns import noun_kind, speaker_nouns
from etl.extract.speech.subject import Subject

_OPENING = 60  # tokens in which a passage's main clause is expected to begin
_INTRODUCTIONS = 60  # that are looked through for a role
_SOON = 3  # passages in which a role without a name is given one
_RECENT = 4  # passages in which another word for the same office is understood
_REMEMBERED = 12  # bearers of either kind; nobody goes back further for a pronoun


@dataclass(slots=True)
class Memory:
    """What a reader remembers of an article while reading on: who was introduced as what, and who was last spoken of.

    `people` are all whom the article names anywhere, by canonical name: an office may be named before its holder is.
    `recent` are the latest subjects and speakers, the last one last; `mentioned` the bodies and people merely named.
    """

    people: Mapping[str, Bearer]
    introductions: Sequence[Introduction]  # all that the article makes, in order
    recent: list[Bearer] = field(default_factory=list)
    mentioned: list[Bearer] = field(default_factory=list)
    speaker: Bearer | None = None  # who had the word last
    written: Bearer | None = None  # whose statement or post is being told: "it" then is the statement
    outlet: Bearer | None = None  # which of the media opened the last report: "RIA said that …", not "…, RIA said"
    documents: dict[str, Bearer] = field(default_factory=dict)  # who wrote the last statement, report, …
    faded: list[Bearer] = field(default_factory=list)  # the subjects before the last heading of the post
    spellings: dict[str, Bearer] = field(default_factory=dict)  # people by the surname as the article writes it
    post: int = -1
    day: dt.date | None = None  # on which offices are held
    passage: int = -1
    tokens: Sequence[Token] = ()  # of the passage

    def enter(self, post: int, day: dt.date | None) -> None:
        """Begin a post or go on under a heading: pronouns no longer reach back."""
        self.faded = [*self.faded, *self.recent][-_REMEMBERED:] if post == self.post else []
        if post != self.post:
            self.documents.clear()
            self.speaker = None
        self.post = post
        self.day = day
        self.recent.clear()
        self.mentioned.clear()
        self.written = self.outlet = None

    def learn(self, tokens: Sequence[Token]) -> None:
        """Remember the people and bodies of a passage, and where it tells of."""
        self.tokens = tokens
        for token in tokens:
            name = token.name
            if name is None or name.actor is None or (token.kind == "adjective" and not token.possessive):
                continue
            bearer = bearer_of(name)
            _move_last(self.mentioned, bearer)
            if bearer.person:
                self.spellings[name.text.split()[-1]] = bearer

    def speak(self, bearer: Bearer, *, says: bool) -> None:
        """Make this bearer the latest subject, and if it `says` something, the latest speaker."""
        _move_last(self.recent, bearer)
        if says and not bearer.media:
            self.speaker = bearer

    def write(self, tokens: Sequence[Token], bearer: Bearer) -> None:
        """Remember whose the statements and reports are that are named beside a saying of theirs."""
        for token in tokens:
            if token.kind == "word" and noun_kind(token.lower) == "document":
                self.documents[token.lower] = bearer

    def resolve(self, subject: Subject, besides: Bearer | None = None) -> Bearer | None:
        """Return whom a subject stands for; None for a pronoun that nobody fits, or a document that nobody wrote.

        A pronoun does not stand for `besides`: in "Putin is losing, he said" he is not Putin.
        """
        if subject.kind == "pronoun":
            return self.latest(subject.words, besides)
        self.written = None
        if subject.name is not None:
            named = bearer_of(subject.name)
            wrote = self.documents.get(subject.document)
            body, _, officials = named.name.partition(" ")
            if officials == "officials" and noun_kind(body) == "body":  # "military officials"
                return self._body(body, frozenset()) or named
            return wrote if wrote is not None and named.state and wrote.country == named.country else named
        if subject.kind == "unknown":
            return self._unknown(subject)
        return self._role(subject) if subject.kind == "role" else None

    def latest(self, pronoun: str, besides: Bearer | None = None) -> Bearer | None:
        """Return the latest subject that a pronoun fits and that is not `besides`, else the latest so named at all."""
        if pronoun in ("i", "we"):
            return None
        if pronoun == "it" and self.written is not None:
            return self.written
        if pronoun == "it" and self.outlet is not None:
            return self.outlet  # "the agency said … it said"
        for bearers in (self.recent, self.mentioned, self.faded):
            fitting = [bearer for bearer in reversed(bearers) if bearer.fits(pronoun) and bearer != besides]
            if pronoun == "she":  # a name of unknown gender is less likely hers than one that is known
                fitting.sort(key=lambda bearer: bearer.gender is None)
            if fitting:
                return fitting[0]
        return None

    def main_subject(self, text: str, tokens: Sequence[Token]) -> tuple[Bearer | None, bool]:
        """Return the subject of a passage's main clause, as far as word order tells, and whether it is named there."""
        for index, token in enumerate(tokens[:_OPENING]):
            if token.kind == "word" and token.lower in ("he", "she", "it", "they"):
                return self.latest(token.lower), False
            if index and not _opens_phrase(tokens, index):
                continue
            phrase = phrase_from(text, tokens, index)
            if phrase is None or not _can_be_main(phrase, tokens, index):
                continue
            bearer = self.resolve(phrase)
            if bearer is not None and phrase.noun not in roles_alike().premises:
                return bearer, True
        return None, False

    def _known(self) -> Iterator[Bearer]:
        """Yield the subjects, then the others named, the latest first."""
        yield from reversed(self.recent)
        yield from reversed(self.mentioned)

    def _unknown(self, subject: Subject) -> Bearer:
        """Return somebody whom no list knows, by the fullest form of the name that the article has used so far."""
        last = subject.words.split()[-1]
        if last in self.spellings:
            return self.spellings[last]
        for bearer in reversed(self.mentioned):
            if bearer.person and last in (bearer.name.split()[-1], bearer.name.split()[0]):
                return bearer
        media = last.lower() in speaker_nouns().media
        bearer = Bearer(subject.words, person=subject.is_person and not media, media=media)
        _move_last(self.mentioned, bearer)
        return bearer

    def _role(self, subject: Subject) -> Bearer | None:
        """Return whom a role stands for: somebody named before, or nobody but the role as it is written."""
        noun = subject.noun
        kind = noun_kind(noun) or "person"
        words = subject.words.lower().split()
        words = words[: words.index(subject.noun) + 1] if subject.noun in words else words
        modifiers = frozenset(words[:-1])
        if noun == "secretary" and "press" in modifiers:
            subject, noun, modifiers = subject._replace(noun="spokesman"), "spokesman", modifiers - {"press"}
        if kind == "document":
            self.written = (self.documents.get(noun) or self._author(subject)) if subject.definite else None
            return self.written
        known: Bearer | None = self._spoken_for(subject) if speaks_for(subject) else None
        if known is None and subject.its and noun in roles_alike().delegates:
            known = self.latest("it")
        elif known is None and subject.its and kind == "body":
            known = self._own_body(subject)
        if known is None and " " in subject.words:  # named more fully before
            known = next(
                (bearer for bearer in reversed(self.recent) if bearer.name.endswith(" " + subject.words)), None
            )
        if known is None and subject.definite and kind == "person":
            known = self._introduced(subject, modifiers) or self._holder(words)
        elif known is None and subject.definite and noun in roles_alike().rebels:
            known = next((bearer for bearer in self._known() if is_armed_group(bearer)), None)
        elif known is None and subject.definite and (kind == "body" or subject.noun in ("services", "police")):
            known = self._body(subject.noun, modifiers)
        return known or Bearer(
            subject.words,
            person=kind == "person",
            plural=kind == "people",
            media=subject.noun in speaker_nouns().media,
            country=subject.country,
            unnamed=subject.one_of or (kind == "person" and is_unnamed(subject)),
        )

    def _spoken_for(self, subject: Subject) -> Bearer | None:
        """Return the body that a spokesman without a name speaks for: "a spokesman for the ministry"."""
        words = FOR.split(subject.words.lower().replace("’", "'"), maxsplit=1)[-1].replace("'s ", " ").split()
        return self._body(words[-1], frozenset(words[:-1])) if noun_kind(words[-1]) == "body" else None

    def _own_body(self, subject: Subject) -> Bearer | None:
        """Return the ministry or force of the state spoken of last: "its air force"."""
        state = self.latest("it")
        country = state.country if state is not None and state.state else None
        name = body_of(country, subject.words) if country is not None else None
        return Bearer(name, person=False, country=country) if name is not None else None

    def _author(self, document: Subject) -> Bearer | None:
        """Return who wrote a document: a post or statement whoever spoke last, a report the body that did."""
        if document.noun in roles_alike().posts:
            return self.speaker
        return next((bearer for bearer in reversed(self.recent) if bearer.single_body), None)

    def _introduced(self, subject: Subject, modifiers: frozenset[str]) -> Bearer | None:
        """Return the person introduced with a role: "the mayor", "the defence chief" for a minister of defence."""
        noun = subject.noun
        proper = frozenset(word.lower() for word in subject.words.split() if word[:1].isupper())
        if noun.endswith("-year-old"):
            return next((bearer for bearer in reversed(self.recent) if bearer.person), None)
        alike = frozenset({noun}).union(*(nouns for nouns in roles_alike().same_office if noun in nouns))
        now = bisect_right(self.introductions, self.passage, key=lambda introduction: introduction.passage)
        best: tuple[int, Bearer] | None = None
        told_of = places_told(self.tokens, subject)
        for introduction in reversed(self.introductions[max(0, now - _INTRODUCTIONS) : now]):
            fellow = introduction.bearer.country in (None, subject.country)  # "the Ukrainian soldier"
            if is_of_another(subject, introduction, told_of):
                continue
            told = modifiers - proper if fellow else modifiers
            shared = len(modifiers & introduction.words)
            recent = self.passage - introduction.passage <= _RECENT
            # "the Kremlin official" is the Kremlin's spokesman
            exact = noun in introduction.words or (noun in roles_alike().anybody and shared > 0 and recent)
            alike_enough = recent and not introduction.words.isdisjoint(alike) and (shared or not told)
            if not exact and not alike_enough:
                continue
            score = 4 * exact + 3 * shared + 2 * (introduction.post == self.post)
            if best is None or score > best[0]:
                best = (score, introduction.bearer)
        if best is not None:
            return best[1]
        later = {
            introduction.bearer.name: introduction.bearer
            for introduction in self.introductions[now:]
            if introduction.passage - self.passage <= _SOON
            and introduction.post == self.post
            and noun in introduction.words
            and not is_of_another(subject, introduction, told_of)
            and modifiers - proper - roles_alike().of_place <= introduction.words
            and (modifiers.isdisjoint(roles_alike().of_place) or not introduction.words.isdisjoint(roles_alike().local))
        }
        if (
            len(later) == 1 and noun not in roles_alike().anybody
        ):  # "…, the regional governor said. Governor Oleh Bondar …"
            return next(iter(later.values()))
        if noun in roles_alike().anybody and not modifiers:
            return next((bearer for bearer in reversed(self.recent) if bearer.person), None)
        return None

    def _holder(self, words: Sequence[str]) -> Bearer | None:
        """Return whom the article names of those who hold the office of a state: "the foreign secretary"."""
        names = {name for name, of in reference.holders(" ".join(words), self.day) if of in reference.countries()}
        if not names:
            return None
        before = next((bearer for bearer in self._known() if bearer.name in names), None)
        anywhere = [bearer for name, bearer in self.people.items() if name in names]
        return before or (anywhere[0] if len(anywhere) == 1 else None)

    def _body(self, noun: str, modifiers: frozenset[str]) -> Bearer | None:
        """Return the body named before that a noun stands for: "the ministry", "the group", "the government"."""
        if noun in roles_alike().any_state and not modifiers:
            return next((bearer for bearer in self._known() if bearer.state), None)
        if noun in roles_alike().any_body:
            for bearer in reversed(self.recent):
                if bearer.single_body and not bearer.state and may_be_called(bearer, noun, modifiers):
                    return bearer
        parts = roles_alike().in_names.get(noun, (noun,))
        for bearer in self._known():
            lower = bearer.name.lower()
            if bearer.person or bearer.plural or " of the " in lower:  # "the command of the third army"
                continue
            if any(part in lower for part in parts) and all(word[:5] in lower for word in modifiers):
                return bearer
        return None


def _move_last(bearers: list[Bearer], bearer: Bearer) -> None:
    if bearers and bearers[-1].name == bearer.name:
        bearers[-1] = bearer
        return
    for index, known in enumerate(bearers):
        if known.name == bearer.name:
            del bearers[index]
            break
    bearers.append(bearer)
    del bearers[:-_REMEMBERED]


def _can_be_main(phrase: Subject, tokens: Sequence[Token], index: int) -> bool:
    """Whether a phrase may be the main subject: a role at the start, an unknown name behind a comma."""
    if phrase.kind == "unknown":
        following = tokens[phrase.last] if phrase.last < len(tokens) else None
        verb = following is not None and following.kind == "word" and may_be_noun(following)
        return verb and index > 0 and tokens[index - 1].lower == "," and phrase.is_person
    return phrase.kind != "role" or tokens[index].kind != "word" or index <= 1


def _opens_phrase(tokens: Sequence[Token], index: int) -> bool:
    """Whether a noun phrase that no preposition governs can begin at tokens[index]."""
    words = function_words()
    before = tokens[index - 1]
    if before.lower in words.prepositions or may_be_noun(before):
        return False
    return not (index > 1 and before.lower in words.determiners and tokens[index - 2].lower in words.prepositions)
