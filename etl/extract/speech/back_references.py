"""Reports that point back: "The mayor said this on Telegram", "This was announced by the ministry".

Ukrainian and Russian agencies tell the news first, and in the next sentence whose it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from etl.extract.speech.cue import Cue
from etl.extract.speech.function_words import function_words
from etl.extract.speech.narrative import Passage, Token

_MOST = 3  # passages: the paragraph before
_LONGEST_SIGNATURE = 14  # tokens


def refers_back(tokens: Sequence[Token], cue: Cue) -> bool:
    """Tell whether "this", all that a cue reports, is what stands before its sentence."""
    words = function_words()
    if cue.place == "head":
        content, following = tokens[cue.last : cue.last + 1], tokens[cue.last + 1 : cue.last + 2]
        if not content or content[0].lower != "this":
            return False
        return not following or following[0].kind in ("mark", "date") or following[0].lower in words.prepositions
    passive = cue.place == "source" and cue.first > 1 and tokens[cue.first - 1].lower in words.be
    return passive and tokens[cue.first - 2].lower == "this"


def signs(text: str, passage: Passage, tokens: Sequence[Token], cue: Cue) -> bool:
    """Tell whether a paragraph is but the signature of the words set off before it: "- Schmale noted."."""
    if text[passage.start] not in "-–—" or len(tokens) > _LONGEST_SIGNATURE or cue.subject.kind not in ("name", "role"):
        return False
    return cue.place == "head" and all(token.kind == "mark" for token in tokens[cue.last :])


def referred_to(unsaid: Sequence[Passage], passage: Passage) -> Sequence[Passage]:
    """Return which of the passages before that nobody says a report in `passage` points back to: its paragraph's.

    Where it opens a paragraph, those of the paragraph before.
    """
    if not unsaid:
        return ()
    paragraph = unsaid[-1].sentences[0].paragraph
    if paragraph < passage.sentences[0].paragraph - 1:
        return ()
    return [before for before in unsaid if before.sentences[0].paragraph == paragraph][-_MOST:]
