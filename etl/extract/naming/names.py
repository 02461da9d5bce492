"""Names of people, bodies, states, forces and places, each with its canonical name.

An article is gone through twice: once to see who is named in full and what part of the world it is about, and once to
read each name in the light of that.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etl import reference
from etl.extract.caseless import names_any
from etl.extract.naming import place_context, role_phrases, unlisted
from etl.extract.naming.gazetteer import Hit, Meaning, hits, normalised
from etl.extract.naming.introductions import FullName, Word, capitalised, full_name, title_gender
from etl.extract.naming.persons import People
from etl.extract.naming.place_choice import Neighbourhood
from etl.extract.naming.role_phrases import Phrase
from etl.extract.reading import NameMention, Place, Sentence
from etl.reference import Actor

APPOSITION = re.compile(r",\s(?:who\sis\s)?(?:an?\s|the\s)?")
REGIONS_AFTER = re.compile(r"\s(?:regions|oblasts|provinces|Oblasts|Regions|(?:border|frontier)\s(?:region|oblast))\b")
CHARGED_WITH = re.compile(r" (?:for|to|on) (?:the )?[\w' .-]+ ")
RANKS = re.compile(
    r",? (?:(?:Lt|Lieutenant|Maj|Major|Brig|Brigadier|Gen|General|Col|Colonel|Adm|Admiral|Capt|Dr|Mr|Ms)\.? )+"
)
COURTESY = re.compile(r"\b(Mr|Mrs|Ms|Miss|Dr|Sir|Sheikh?)\.?\s$")
MOST_LISTED = 12
ABBREVIATED = frozenset({"US", "U.S.", "UK", "U.K.", "UAE", "EU"})
VERB_AFTER = re.compile(
    r"(?:[^\w\s]|$)|\s(?:and|or|has|had|have|is|was|were|are|will|would|could|may|might|can|should|must|did|does|do|to|in|on|for"
    r"|from|with|by|as|at|of|but|that|which|who|over|after|before|if|than|when|while|also|not|\w+ed|sa(?:id|ys)|wants?"
    r"|believes|backs|seeks|imposes|sends|sent|provides|gives|gave|hopes|needs|remains|continues|announces|lifts|pulls"
    r"|told|thinks|takes|took|makes|made|began|holds|held|went|goes|led|put|puts|urges|last|this|next|yesterday|today"
    r"|since|until|during|where|earlier|later|now|then|again|about|under|between|through|because|about|\w+day)\b|\s\W"
)


@dataclass(slots=True)
class _Surveyed:
    """A sentence with its hits, the people it names in full and the capitalised words that are left."""

    sentence: Sentence
    hits: list[Hit]
    words: list[Word]


def mark(text: str, sentences: Sequence[Sentence], published: dt.date | None) -> tuple[Sentence, ...]:
    """Return the sentences with their names marked; roles are filled by who held them on the sentence's own day."""
    plain = normalised(text)
    people = People()
    surveyed = [_survey(plain, sentence, people) for sentence in sentences]
    around = Neighbourhood(hit for one in surveyed for hit in one.hits)
    return tuple(
        one.sentence.marked(names=tuple(_Marker(plain, one, people, around, published).mentions()))
        if one.hits or one.words
        else one.sentence
        for one in surveyed
    )


def _survey(text: str, sentence: Sentence, people: People) -> _Surveyed:
    """Find the gazetteer's names in a sentence, and note who is named in full."""
    found = hits(text, sentence.start, sentence.end)
    roles_end = {hit.end for hit in found if hit.meaning.is_role}
    for hit in found:
        if hit.meaning.people and not hit.meaning.surname:
            people.name(hit.meaning.people[0])
    added: list[Hit] = []
    words: list[Word] = []
    for stretch in capitalised(text, sentence.start, sentence.end, found):
        name = full_name(text, stretch, stretch[0].start - 1 in roles_end)
        if name is None:
            words.extend(stretch)
        else:
            added.append(Hit(name.start, name.end, Meaning(people=(_introduce(name, people),))))
    if names_any(sentence.text, unlisted.NOUNS):
        added += unlisted.settlements(text, sentence.start, sentence.end, [*found, *added])
    if added:
        kept = [hit for hit in found if not any(one.start < hit.end and hit.start < one.end for one in added)]
        found = sorted(kept + added, key=lambda hit: hit.start)
    return _Surveyed(sentence, found, words)


def _as_hit(phrase: Phrase) -> Hit:
    """Return a phrase as what a further noun may be of."""
    places = (phrase.place,) if phrase.place else ()
    regional = phrase.place is not None and phrase.place.precision == "region"
    return Hit(phrase.start, phrase.end, Meaning(actor=phrase.actor, places=places, regional=regional))


def _introduce(name: FullName, people: People) -> Actor:
    """Note whom the article names in full, and return the person."""
    if not name.candidates:
        return people.introduce(name.name, name.gender)
    person = min(name.candidates, key=lambda who: who.rank)
    people.name(person, name.name)
    return person


class _Marker:
    """Reads the names of one sentence from left to right."""

    def __init__(
        self, text: str, surveyed: _Surveyed, people: People, around: Neighbourhood, published: dt.date | None
    ) -> None:
        self._text = text
        self._since = surveyed.sentence.start
        self._people = people
        self._around = around
        self._day = surveyed.sentence.reference or published
        self._hits = self._with_surnames(surveyed)
        self._previous: tuple[int, bool] | None = None  # where the last name ends, and whether it was read as a place

    def _with_surnames(self, surveyed: _Surveyed) -> list[Hit]:
        """Add the capitalised words that are surnames of people of this article, misspelt ones too."""
        if not surveyed.words:
            return surveyed.hits
        covered = {hit.start for hit in surveyed.hits}
        added = []
        for word in surveyed.words:
            if word.start in covered and not (word.hit and word.hit.meaning.places and not word.hit.meaning.people):
                continue
            person = self._people.named_by(word.text) or self._addressed(word)
            if person is None and word.start not in covered:
                person = self._people.misspelt(word.text)
            if person is not None and not (
                word.hit and place_context.weakly_supported(self._text, word.hit, self._since)
            ):
                added.append(Hit(word.start, word.end, Meaning(people=(person,))))
        if not added:
            return surveyed.hits
        replaced = {hit.start for hit in added}
        return sorted([hit for hit in surveyed.hits if hit.start not in replaced] + added, key=lambda hit: hit.start)

    def _addressed(self, word: Word) -> Actor | None:
        """Return whom “Mr Bakal” names, for the article has no fuller name of him."""
        title = COURTESY.search(self._text[max(self._since, word.start - 8) : word.start])
        if title is None:
            return None
        return self._people.called(word.text) or self._people.introduce(word.text, title_gender(title[1]))

    def mentions(self) -> Iterator[NameMention]:
        """Yield the names of the sentence in order."""
        index = 0
        while index < len(self._hits):
            mention, index = self._next(index)
            if mention is not None:
                self._previous = (mention.end, mention.reads_as == "place")
                yield mention

    def _next(self, index: int) -> tuple[NameMention | None, int]:
        """Return the name that begins with this hit, or None, and the index of the hit to go on with."""
        hit = self._hits[index]
        phrase, after = self._phrase(index)
        if phrase is not None:
            titled = self._titled(phrase, after)
            if titled is None:
                return self._phrase_mention(phrase), after
            return self._person_with_apposition(phrase.start, *titled)
        if hit.meaning.offices and (person := self._person_at(index + 1)) is not None:
            following = self._hits[index + 1]
            if self._text[hit.end : following.start] in (" ", ", "):
                return self._person_with_apposition(hit.start, person, following.end, index + 2)
        person = self._person_at(index) or self._namesake(hit)
        if person is not None:
            return self._person_with_apposition(hit.start, person, hit.end, index + 1)
        return self._single(index), index + 1

    def _phrase(self, index: int) -> tuple[Phrase | None, int]:
        """Read “Ukraine's air force spokesman” from this hit on: a whole, and the nouns that follow or precede it."""
        if index + 1 >= len(self._hits):
            return None, index
        first, second = self._hits[index], self._hits[index + 1]
        if second.meaning.is_role and not (first.meaning.is_role and first.meaning.actor is None):
            return self._chain(role_phrases.read(self._text, first, second, self._day, self._people), index + 2)
        if not first.meaning.is_role or second.meaning.is_role:
            return None, index
        owner, after = self._phrase(index + 1)  # “head of the Kharkiv regional military administration”
        if owner is not None and owner.kind != "person" and owner.actor is not None:
            phrase = role_phrases.read(self._text, _as_hit(owner), first, self._day, self._people)
            if phrase is not None:
                return phrase, after
        return self._chain(role_phrases.read(self._text, second, first, self._day, self._people), index + 2)

    def _chain(self, phrase: Phrase | None, after: int) -> tuple[Phrase | None, int]:
        """Go on from a body to its office: “Ukraine's air force” and “spokesman”."""
        while phrase is not None and phrase.actor is not None and phrase.kind != "person" and after < len(self._hits):
            longer = role_phrases.read(self._text, _as_hit(phrase), self._hits[after], self._day, self._people)
            if longer is None:
                break
            phrase, after = longer, after + 1
        return phrase, after

    def _titled(self, phrase: Phrase, after: int) -> tuple[Actor, int, int] | None:
        """Return the person whom a phrase is the title of, the end of the name, and the index of the hit after it.

        Titles stand directly before, with a comma (“the US president, Donald Trump”), or with what they are for between
        (“special envoy for Ukraine Keith Kellogg”).
        """
        for index in (after, after + 1):
            person = self._person_at(index)
            if person is None or phrase.kind != "person":
                continue
            between = self._text[phrase.end : self._hits[index].start]
            another = not self._people.is_introduced(person) and not role_phrases.may_be(phrase, person)
            if index == after and (between == " " or (between == ", " and not another)):
                return person, self._hits[index].end, index + 1
            if index == after and RANKS.fullmatch(between):
                return person, self._hits[index].end, index + 1
            if index == after + 1 and CHARGED_WITH.fullmatch(between):
                return person, self._hits[index].end, index + 1
        return None

    def _person_at(self, index: int) -> Actor | None:
        """Return the person whom a hit names, or None where it names none, several, or rather a place."""
        if index >= len(self._hits):
            return None
        hit = self._hits[index]
        if not hit.meaning.people:
            return None
        if not hit.meaning.surname:
            return hit.meaning.people[0]
        person = self._people.bearer(hit.meaning.people, self._text[hit.start : hit.end])
        if person is not None and hit.meaning.places and not self._people.was_named(person):
            return None if place_context.weakly_supported(self._text, hit, self._since) else person
        return person

    def _namesake(self, hit: Hit) -> Actor | None:
        """Return the person of this article whom a village's name means: Shevchenko, after Halyna Shevchenko."""
        if not hit.meaning.places or hit.meaning.actor is not None or hit.meaning.people:
            return None
        person = self._people.named_by(self._text[hit.start : hit.end])
        return None if place_context.weakly_supported(self._text, hit, self._since) else person

    def _person_with_apposition(self, start: int, who: Actor, end: int, after: int) -> tuple[NameMention, int]:
        """Return a person's mention, a role in apposition included (“Rutte, Nato's chief”), and the next index."""
        phrase, beyond = self._phrase(after) if after < len(self._hits) else (None, after)
        if (
            phrase is not None
            and phrase.kind == "person"
            and APPOSITION.fullmatch(self._text, end, phrase.start)
            and not self._text.startswith("'s", phrase.end)  # "Halyna Bondar, head of Ukraine's security service"
            and (self._people.is_introduced(who) or role_phrases.may_be(phrase, who))
            and self._titled(phrase, beyond) is None
        ):
            end, after = phrase.end, beyond
        known = not self._people.is_introduced(who)
        written = self._text[start:end]
        return NameMention(
            start, end, written, "actor", who.name, who.kind, who.country, who.gender, known=known
        ), after

    def _phrase_mention(self, phrase: Phrase) -> NameMention:
        gender = phrase.actor.gender if phrase.actor else None
        written = self._text[phrase.start : phrase.end]
        town = phrase.place if phrase.place is not None and phrase.place.precision == "settlement" else None
        return NameMention(
            phrase.start, phrase.end, written, "actor", phrase.name, phrase.kind, phrase.country, gender, town
        )

    def _single(self, index: int) -> NameMention | None:
        """Read a name that stands by itself as an actor or a place."""
        hit = self._hits[index]
        meaning = hit.meaning
        if meaning.weak and not place_context.weakly_supported(self._text, hit, self._since):
            return None
        if meaning.places and place_context.is_part_of_a_name(self._text, hit):
            return None
        place, end = self._place(index)
        actor = meaning.actor
        if actor is None and place is None:
            return None
        modifies = actor is not None and self._modifies(hit)
        as_place = place is not None and (
            actor is None or (not modifies and place_context.is_place(self._text, hit, self._since, self._previous))
        )
        if not as_place and self._text.startswith("'s ", hit.end) and actor is not None and actor.kind == "state":
            modifies = True
        adjectival = meaning.regional or modifies
        return NameMention(
            hit.start,
            end if as_place else hit.end,
            self._text[hit.start : end if as_place else hit.end],
            "place" if as_place else "actor",
            actor.name if actor else None,
            actor.kind if actor else None,
            (actor.country if actor and not as_place else None) or (place.country if place else None),
            None,
            place,
            adjectival=adjectival,
        )

    def _modifies(self, hit: Hit) -> bool:
        """Tell whether a state's name is only an adjective here: “Russian”, “Ukraine's allies”, “US envoys”."""
        if hit.meaning.adjective:
            return True
        if hit.meaning.actor is None or hit.meaning.actor.kind != "state":
            return False
        if self._text.startswith("-", hit.end):
            return True
        return self._text[hit.start : hit.end] in ABBREVIATED and not VERB_AFTER.match(self._text, hit.end)

    def _place(self, index: int) -> tuple[Place | None, int]:
        """Return the place that a hit may mean and where its words end."""
        hit = self._hits[index]
        if not hit.meaning.places:
            return None, hit.end
        place = self._around.chosen(self._text[hit.start : hit.end], hit.meaning.places, hit.start)
        if place.precision != "settlement":
            return place, hit.end
        region = reference.region_called(self._text[hit.start : hit.end])
        if region is not None and self._heads_regions(index):
            return reference.region_place(region), hit.end
        return place, hit.end

    def _heads_regions(self, index: int) -> bool:
        """Tell whether a list that this name is in ends in “regions”: “the Kharkiv, Sumy and Odesa regions”."""
        for following in range(index, min(index + MOST_LISTED, len(self._hits))):
            hit = self._hits[following]
            if REGIONS_AFTER.match(self._text, hit.end):
                return True
            if following + 1 == len(self._hits) or not place_context.COORDINATED.fullmatch(
                self._text, hit.end, self._hits[following + 1].start
            ):
                return False
        return False
