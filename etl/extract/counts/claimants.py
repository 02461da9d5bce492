"""Who gives a figure: the speaker of the voice it stands in, an officeholder of the place by name where he is known."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from etl import reference
from etl.extract.caseless import Caseless
from etl.extract.counts.claimant_names import NamedBodies, full_name, of_sky
from etl.extract.counts.tallies import tallied_by
from etl.extract.reading import Reading, Sentence, Voice
from etl.extract.scenes.scene import Scene
from etl.records import Measure

_NEAR = 3  # sentences in which what a force shot down is told on
_DASHES = (" - ", " – ", " — ")
_REMINDS = Caseless(
    r"\b(?:war|conflict|fighting|invasion),?\s+(?:that|which|in\s+which)\s+[^.;:]*$",
    needs=("war", "conflict", "fighting", "invasion"),
)
_OF_THOSE = Caseless(
    r"(?:among|of)\s+(?:them|these|those|the\s+(?:\w+\s+)?(?:dead|injured|wounded|victims|killed|casualties|fatalities))\b"
    r"|(?:the|that|this)\s+(?:\w+\s+)?(?:toll|figure|number|total|tally)\s+includes?\b|(?:they|these)\s+include\b",
)


class Claimants:
    """Who says what at each offset of an article, whose figures are asked for in the order of the text."""

    def __init__(self, reading: Reading) -> None:
        self._voices = [voice for voice in reading.voices if voice.speaker and not voice.scare]
        self._starts = [voice.start for voice in self._voices]
        self._longest = max((voice.end - voice.start for voice in self._voices), default=0)
        self._sentences = reading.sentences
        names = (name.actor for sentence in reading.sentences for name in sentence.names)
        self._named = frozenset(name for name in names if name is not None)
        self._bodies = NamedBodies(self._named)
        self._counted: tuple[Sentence, Scene, str] | None = None  # where a force last said what it shot down

    def of(self, sentence: Sentence, offset: int, measure: Measure, scene: Scene) -> str | None:
        """Return who says what stands at the offset of the text: canonical name, else the role as written, else None.

        It is the speaker of the innermost voice that covers the offset and has one. "The regional governor" is the
        governor of the region in which the scene lies, by name where the article names who that was then, "the air
        force" that of the side which counts. What goes on counting is given to who began to: the drones that were shot
        down, and those of the wounded who are children.
        """
        speaker = self._speaker(sentence, offset) or tallied_by(sentence, offset)
        if speaker is None and not self._within(sentence):
            speaker = self._goes_on(sentence) or self._signed(sentence)
        if speaker is None:
            return self._shot_down(sentence, scene) if of_sky(measure) else None
        name = self._bodies.called(speaker, sentence, scene, measure)
        name = name or full_name(speaker, scene.place, scene.start or sentence.reference, self._named)
        actor = reference.actor(name)
        if of_sky(measure) and actor is not None and actor.kind in ("armed_force", "ministry"):
            self._counted = (sentence, scene, name)
        return name

    def _speaker(self, sentence: Sentence, offset: int) -> str | None:
        speaker, shortest = None, self._longest + 1
        for index in range(bisect_right(self._starts, offset) - 1, -1, -1):
            voice = self._voices[index]
            if offset - voice.start > self._longest:
                break
            if (
                offset < voice.end
                and voice.end - voice.start < shortest
                and not self._of_a_war(voice, sentence, offset)
            ):
                speaker, shortest = voice.speaker, voice.end - voice.start
        return speaker

    def _of_a_war(self, voice: Voice, sentence: Sentence, offset: int) -> bool:
        """Whether a speaker only names the war whose dead the writer recalls: "… to end a war that has killed 10"."""
        if voice.rule != "reported_head":
            return False
        return _REMINDS.search(sentence.text, max(0, voice.start - sentence.start), offset - sentence.start) is not None

    def _within(self, sentence: Sentence) -> list[Voice]:
        """Return the voices that begin in a sentence."""
        return self._voices[bisect_left(self._starts, sentence.start) : bisect_left(self._starts, sentence.end)]

    def _goes_on(self, sentence: Sentence) -> str | None:
        """Return who had the word in the sentence before one that tells of the same people: "Among them are …"."""
        if _OF_THOSE.match(sentence.text) is None or sentence.index == 0:
            return None
        before = self._sentences[sentence.index - 1]
        if (before.post, before.paragraph) != (sentence.post, sentence.paragraph):
            return None
        voices = [voice for voice in self._within(before) if not voice.direct]
        return voices[-1].speaker if voices else None

    def _signed(self, sentence: Sentence) -> str | None:
        """Return who has said all of a paragraph that ends with a dash and the name: "… - Olena Kovalchuk wrote"."""
        last = sentence
        while last.index + 1 < len(self._sentences):
            following = self._sentences[last.index + 1]
            if (following.post, following.paragraph) != (sentence.post, sentence.paragraph):
                break
            last = following
        voices = self._within(last) if last is not sentence else []
        if not voices or voices[-1].direct or voices[-1].start > last.start + 1:
            return None
        return voices[-1].speaker if last.text[voices[-1].end - last.start :].startswith(_DASHES) else None

    def _shot_down(self, sentence: Sentence, scene: Scene) -> str | None:
        """Return which force has just told of the same attack how much it shot down of it."""
        if self._counted is None:
            return None
        before, told, force = self._counted
        near = before.post == sentence.post and sentence.index - before.index <= _NEAR
        same = (told.start, told.end) == (scene.start, scene.end) and scene.attacker in (None, told.attacker)
        return force if near and same and not self._within(sentence) else None
