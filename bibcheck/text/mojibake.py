"""UTF-8 that was read as Windows-1252 or Latin-1, and what it was meant to be."""

from __future__ import annotations

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple

# The bytes 80 to 9F as Windows-1252 has them; where it has nothing, or as Latin-1 has them, they are control characters.
_WINDOWS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
# Without one of these nothing in a text is garbled: each sequence goes on with one, and what is garbled alone is among them.
_TELLTALE = frozenset([*map(chr, range(0x80, 0xC0)), *_WINDOWS, "\ufffd"])
# The first bytes of sequences.
_LEADS = frozenset(map(chr, [*range(0xC2, 0xE0), *range(0xE0, 0xF5)]))
_BYTES = {character: character.encode("cp1252")[0] for character in _WINDOWS}
_REST = rf"[\x80-\xbf{_WINDOWS}]"
_SEQUENCE = rf"(?:[\xc2-\xdf]{_REST}|[\xe0-\xef]{_REST}{{2}}|[\xf0-\xf4]{_REST}{{3}})"
# Where garbled characters can be; a quick search.
_ODD = pattern("[^\x00-\x7f]++")
_ODD_ALONE = frozenset([*map(chr, range(0x80, 0xA0)), "\ufffd"])
_RUN = pattern(
    rf"(?P<run>{_SEQUENCE}++)"
    r"|(?P<cut>â€(?![\x80-\xbf]))"  # a closing quote whose last byte, 9D, has gone
    r"|(?P<windows>[\x80\x82-\x8c\x8e\x91-\x9c\x9e\x9f]++)"  # Windows-1252 that was read as Latin-1
    r"|(?P<lost>�++)"
)
# What may follow a capital with an accent in good text: the signs around words, and other capitals.
_WEAK = frozenset("‘’“”–—…•‹›«»†‡ŠŽŒŸ\xa0")
_LIGATURES = dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", "ff fi fl ffi ffl st st".split(), strict=True))
_PLAINER = str.maketrans({**_LIGATURES, "\xa0": " ", **dict.fromkeys("\xad\u200b\u2060\ufeff", "")})


class Garbled(NamedTuple):
    """Garbled characters; `text` is what they were, None where that cannot be told."""

    start: int
    end: int
    text: str | None


def garbled_starts(characters: frozenset[str]) -> list[str]:
    """Of the characters of a text that are not ASCII those with which something garbled may begin; none if nothing can."""
    return [] if characters.isdisjoint(_TELLTALE) else sorted(characters & (_LEADS | _ODD_ALONE))


def find_mojibake(text: str) -> list[Garbled]:
    """The garbled characters of a text: those that decode to what makes more sense, and what no decoder can bring back."""
    if text.isascii():
        return []
    found: list[Garbled] = []
    for odd in _ODD.finditer(text):
        start, end = odd.span()
        if end - start > 1 or text[start] in _ODD_ALONE:
            found += _find_in_run(text, start, end)
    return found


def _find_in_run(text: str, first: int, last: int) -> list[Garbled]:
    found = []
    for match in _RUN.finditer(text, first, last):
        start, end = match.span()
        if match["lost"]:
            found.append(Garbled(start, end, None))
        elif match["cut"]:
            found.append(Garbled(start, end, "”"))
        elif match["windows"]:
            found.append(Garbled(start, end, match[0].encode("latin-1").decode("cp1252")))
        elif (decoded := _decode(match[0])) is not None and _is_plausible(match[0], decoded, text, start, end):
            found.append(_repair(_decode_again(decoded), text, start, end))
    return found


def _repair(decoded: str, text: str, start: int, end: int) -> Garbled:
    """What a run was, without what is no better: invisible characters, ligatures, accents apart from their letters."""
    if decoded in "¿¡" and text[start - 1 : start].isalpha() and text[end : end + 1].isalpha():
        return Garbled(start, end, None)  # a sign inside a word: it was garbled before
    decoded = decoded.translate(_PLAINER)
    if "\u0300" <= decoded[:1] <= "\u036f" and start:
        from unicodedata import normalize  # few files need it

        return Garbled(start - 1, end, normalize("NFC", text[start - 1] + decoded))
    return Garbled(start, end, decoded)


def _decode(run: str) -> str | None:
    try:
        return bytes(_BYTES.get(character) or ord(character) for character in run).decode("utf-8")
    except (UnicodeDecodeError, ValueError):
        return None


def _decode_again(text: str) -> str:
    """The text with what was garbled twice put right."""
    pieces = []
    position = 0
    for found in find_mojibake(text):
        pieces += [text[position : found.start], found.text or text[found.start : found.end]]
        position = found.end
    return "".join(pieces) + text[position:]


def _is_plausible(run: str, decoded: str, text: str, start: int, end: int) -> bool:
    """Whether a run of Latin characters is more likely to be garbled than meant as it stands."""
    if len(decoded) > 1:
        return len(run) > 2 * len(decoded) or all(map(_is_letter_or_sign, decoded))
    if len(run) > 2:
        # Punctuation, arrows, mathematical signs, presentation forms, emoji; a lone ideograph is more likely French.
        return "\u2000" <= decoded < "\u2300" or decoded >= "\uf000"
    if not _is_letter_or_sign(decoded):
        return False
    before, after = text[start - 1 : start], text[end : end + 1]
    if "\u0300" <= decoded <= "\u036f":
        return before.islower()
    if run[1] not in _WEAK:
        return True
    if run[0] == "Â":
        # `Â«`, `Â\xa0`: the sign itself with an Â before it, which no capital precedes.
        return not before.isupper()
    if run[1] == "\xa0":
        return before.islower() or (run[0] == "Ã" and not before.isalpha())
    return before.islower() or after.islower()


def _is_letter_or_sign(character: str) -> bool:
    """Latin-1, Latin Extended-A, modifiers, accents, Greek, Cyrillic and what stands between words."""
    return (
        "\xa0" <= character <= "\u017f"
        or "\u02b0" <= character <= "\u036f"
        or "\u0391" <= character <= "\u03c9"
        or "\u0410" <= character <= "\u044f"
        or "\u2000" <= character <= "\u22ff"
    )
