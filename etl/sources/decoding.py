"""Bytes to text: what can be read without doubt, and a clear refusal of the rest. Newlines stay as they are."""

from __future__ import annotations

import codecs
import re
import unicodedata

from etl.errors import SourceError

LARGEST = 20_000_000  # bytes of one article; the longest live blogs have 1 % of it

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNATURES = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP or Office file",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x1f\x8b": "a gzip file",
    b"SQLite format 3": "a SQLite database",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"\x7fELF": "a program",
    b"{\\rtf": "an RTF file",
}
CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
BROKEN_UTF8 = re.compile("â€|Ã[\u0080-\u00bf]|Ð[\u0080-\u00bf]|Ñ[\u0080-\u00bf]")


def decode(data: bytes) -> str:
    """Return the text of a file.

    UTF-8 with or without a mark, UTF-16 and UTF-32 with one; else Windows-1252, if what comes out looks like Western
    text. The mark is no part of the text.

    Raises:
        SourceError: empty, binary, too large, or in an encoding that cannot be told; it does not name the file.
    """
    if len(data) > LARGEST:
        raise SourceError(f"has more than {LARGEST // 1_000_000} MB; expected one article")
    for signature, what in SIGNATURES.items():
        if data.startswith(signature):
            raise SourceError(f"is {what}; expected text")
    text = _decoded(data)
    if not text.strip():
        raise SourceError("is empty; expected an article")
    if "\0" in text or len(CONTROL.findall(text)) > len(text) // 100:
        raise SourceError("is binary (it has control characters); expected text")
    return text


def _decoded(data: bytes) -> str:
    for mark, encoding in BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise SourceError(f"begins as {encoding} but breaks at byte {error.start + len(mark)}") from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _western(data, error.start)


def _western(data: bytes, broken_at: int) -> str:
    if b"\0" in data:
        raise SourceError("is binary (it has zero bytes), or UTF-16 without its mark; expected text")
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise SourceError(f"is neither UTF-8 (byte {broken_at}) nor Windows-1252 (byte {error.start})") from error
    high = [character for character in text if character > "\x7f"]
    letters = sum(map(str.isalpha, text))
    printed = all(unicodedata.category(character)[0] in "LPSZ" or character == "\u00ad" for character in high)
    foreign = sum(map(str.isalpha, high)) > letters // 8  # Cyrillic read as Western is all accents
    if foreign or not printed or BROKEN_UTF8.search(text):
        raise SourceError(
            f"is not valid UTF-8 (byte {broken_at}) and does not look like Windows-1252; save it as UTF-8"
        )
    return text
