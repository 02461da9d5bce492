"""Cues that no verb behind its subject makes: "according to X", "as reported by X", "X's claim that"."""

from __future__ import annotations

from collections.abc import Sequence

from etl.extract.speech.cue import Cue
from etl.extract.speech.cue_dates import dates_between
from etl.extract.speech.cue_reach import content_start, sentence_end, sentence_start
from etl.extract.speech.function_words import function_words
from etl.extract.speech.narrative import Token
from etl.extract.speech.noun_phrases import phrase_from
from etl.extract.speech.reporting_verbs import reporting_verbs
from etl.extract.speech.speaker_nouns import noun_kind
from etl.extract.speech.subject import Subject, pronoun

OWNERS = {"his": "he", "her": "she", "its": "it", "their": "they"}
_POSTS = frozenset({"post", "message", "statement", "update", "note", "tweet"})
_PUBLISHED = frozenset({"published", "posted", "shared", "released", "issued", "carried"})
_CHANNELS = frozenset({"channel", "page", "account", "website", "site", "feed"})
_LONGEST_PLACE = 8  # tokens between "reported" and "by"
_OBJECTS = {"him": "he", "her": "she", "it": "it", "them": "they"}


def of_source(text: str, tokens: Sequence[Token], first: int, start: int) -> Cue | None:
    """Return the cue of "according to X" or "per X"."""
    subject = phrase_from(text, tokens, start)
    if subject is None and start < len(tokens) and tokens[start].lower in _OBJECTS:
        subject = pronoun(_OBJECTS[tokens[start].lower], start)
    if subject is None:
        return None
    last = subject.last
    begin, end = sentence_start(tokens, first), sentence_end(tokens, last)
    if begin == first:
        return Cue(first, last, subject, "source", ((last, end),), dates_between(tokens, last, last + 2))
    reach = [(begin, first)]
    if last + 1 < end and tokens[last].lower == "," and not _says_more(tokens[last + 1]):
        reach.append((last + 1, end))
    return Cue(first, last, subject, "source", tuple(reach))


def of_channel(text: str, tokens: Sequence[Token], post: Subject) -> Subject:
    """Return on whose channel a post stands, else the post: "a post published on the ministry's official channel"."""
    at = post.last
    if post.noun not in _POSTS or at + 3 >= len(tokens):
        return post
    at += tokens[at].lower in _PUBLISHED
    if tokens[at].lower not in ("on", "in", "to"):
        return post
    start = at + 2 if tokens[at + 1].lower in ("the", "his", "her") else at + 1
    owner = next((index for index in range(start, min(start + 4, len(tokens))) if tokens[index].possessive), None)
    behind = range(owner + 1, min(owner + 5, len(tokens))) if owner is not None else range(0)
    last = next((index for index in behind if tokens[index].lower in _CHANNELS), None)
    if owner is None or last is None:
        return post
    name = tokens[owner].name
    if name is not None and name.actor is not None:
        return Subject("name", post.first, last + 1, name.text, tokens[owner].lower, name)
    words = text[tokens[start].start : tokens[owner].end].replace("’", "'").removesuffix("'s")
    noun = tokens[owner].lower.removesuffix("'s")
    return Subject("role", post.first, last + 1, words, noun) if noun_kind(noun) in ("body", "person") else post


def _says_more(token: Token) -> bool:
    """Whether what follows a comma goes on about the source just named: "the head of …", "who …"."""
    return token.lower in function_words().determiners or token.lower in ("who", "which", "whose", "citing")


def of_noun(text: str, tokens: Sequence[Token], index: int) -> Cue | None:
    """Return the cue of "his claim on Sunday that …", "the ministry's statement that …"."""
    owner = tokens[index - 1]
    content, dates = content_start(tokens, index, addressed=False)
    if content <= index + 1 or tokens[content - 1].lower not in ("that", ":"):
        return None
    if owner.lower in OWNERS:
        subject = pronoun(OWNERS[owner.lower], index - 1)
    elif owner.name is not None:
        subject = Subject("name", index - 1, index, text[owner.start : owner.end], owner.lower, owner.name)
    else:
        return None
    return Cue(subject.first, content, subject, "head", ((content, sentence_end(tokens, index)),), dates)


def of_clause(tokens: Sequence[Token], source: Cue, head: Cue) -> Cue:
    """Return a source without a comma as that of the clause that a cue before it reports: "X said 16 died per Y"."""
    start, end = head.reach[0]
    begin, last = source.reach[0]
    if not begin < start < last <= end:
        return source
    if source.subject.name is not None and source.subject.name.actor_kind == "media":
        return source._replace(reach=((begin, begin),))  # which only passes on what X said
    return source if tokens[last - 1].lower == "," else source._replace(reach=((start, last),))


def by_agent(text: str, tokens: Sequence[Token], verb: int) -> Cue | None:
    """Return the cue of "as reported by officials", "it was announced by the ministry that", "… on Telegram by …"."""
    by = _agent_after(tokens, verb) if tokens[verb].lower in reporting_verbs().say else None
    agent = phrase_from(text, tokens, by + 1) if by is not None else None
    if agent is None:
        return None
    begin, end, last = sentence_start(tokens, verb), sentence_end(tokens, verb), agent.last
    if last < end and tokens[last].lower == "that":
        return Cue(verb, last + 1, agent, "head", ((last + 1, end),))
    first = verb - 1 if tokens[verb - 1].lower == "as" else verb
    return Cue(first, last, agent, "source", ((begin, first),), dates_between(tokens, last, last + 2))


def _agent_after(tokens: Sequence[Token], verb: int) -> int | None:
    """Return the index of the "by" that names the agent of a passive, behind where it was said; None for none."""
    words = function_words()
    for index in range(verb + 1, min(len(tokens), verb + _LONGEST_PLACE)):
        token = tokens[index]
        if token.lower == "by":
            return index
        opens = index == verb + 1 and token.lower in words.prepositions
        if token.kind in ("quote", "mark") or not (opens or index > verb + 1) or token.lower == "that":
            return None
    return None
