"""Lists of names, cut into names, parts and words as BibTeX cuts them, or as btparse does for biber."""

from __future__ import annotations

import re

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.syntax.tree import WHITE_SPACE

_BRACE = pattern(r"[{}]")
_AND = pattern(r"[ \t\r\n][Aa][Nn][Dd](?=[ \t\r\n])")
# What parts the words of a name, and what is taken off its end (bibtex.web, `Remove leading and trailing junk`).
_WORD = {"bibtex": pattern(r"[^ \t\r\n~,-]+"), "biblatex": pattern(r"[^ \t\r\n,]+")}
_JUNK = {"bibtex": " \t\r\n~-,", "biblatex": " \t\r\n,"}
# Most names: `Last, First` and `First Last` with up to two given names, or one word. The words that could be von begin
# with a capital.
_PLAIN_NAME = pattern(
    r"([A-Z]W*+), (W++)(?: (W++))?|(?:([A-Z]W*+) (?:([A-Z]W*+) )?)?(W++)".replace("W", r"[^ \t\r\n~,{}-]")
)
_LETTER_OR_BRACE = pattern(r"[A-Za-z{}]")
# A group that BibTeX takes for one letter, with its control sequence (bibtex.web, `Check the special character`). To
# TeX Live's bibtex, bytes from 128 on are letters too, but in neither case.
_SPECIAL = pattern(r"\{\\(?=..)([A-Za-z\x80-\U0010ffff]*+)", re.DOTALL)
# The control sequences that are letters themselves (bibtex.web, `Handle this accented or foreign character`).
_SMALL_LETTERS = frozenset(("i", "j", "o", "oe", "ae", "aa", "l", "ss"))
_LETTERS = _SMALL_LETTERS | {"O", "OE", "AE", "AA", "L"}


class Word(NamedTuple):
    """A word of a name: `text` is `[start:end]` of the list, and `before` is `-` after a hyphen, else a space."""

    text: str
    start: int
    end: int
    before: str = " "


Words = tuple[Word, ...]
_new = tuple.__new__  # takes half the time of the constructor that NamedTuple makes


class Name(NamedTuple):
    """One name: `[start:end]` of the list without white space around it, and the words of its parts.

    `commas` counts those outside braces. `errors` is what BibTeX complains of when it formats the name: `comma at the
    end`, `too many commas`, `unbalanced braces`.
    """

    start: int
    end: int
    first: Words
    von: Words
    last: Words
    jr: Words
    commas: int
    errors: tuple[str, ...]

    @property
    def given(self) -> str:
        """The given names."""
        return part_text(self.first)

    @property
    def family(self) -> str:
        """The family name, with its particle."""
        return part_text(self.von + self.last)

    @property
    def is_others(self) -> bool:
        """Whether this is what `and others` ends with, for which styles print `et al.`."""
        return self._is_one_word and part_text(self.last) == "others"

    @property
    def is_braced(self) -> bool:
        """Whether the whole name is one group in braces."""
        text = part_text(self.last) if self._is_one_word else ""
        return text.startswith("{") and _group_end(text, 0) == len(text) == self.end - self.start

    @property
    def _is_one_word(self) -> bool:
        return len(self.last) == 1 and not (self.first or self.von or self.jr)


def part_text(words: Words) -> str:
    """The words of a part as BibTeX's `{ff}` prints them, a space for each of its ties."""
    if not words:
        return ""
    return words[0].text + "".join([word.before + word.text for word in words[1:]])


def read_names(text: str, dialect: str = "bibtex") -> tuple[Name, ...]:
    """The names of a list as it stands in the file: any run of white space counts as one space.

    `dialect` is "bibtex", or "biblatex" for the parts that biber gets from btparse: there hyphens and ties part no
    words, and von is one run of words whose first character is a small letter. Names with an empty part before or
    between commas, of which btparse makes nonsense (or none: `, Jane` kills it), are read as they seem to be meant.
    """
    masked = _mask(text)
    names = []
    for start, end in _split(masked):
        name = _read_plain_name(text, start, end) or _read_name(text, masked, start, end, dialect)
        names.append(name)
    return tuple(names)


def _mask(text: str) -> str:
    """The text with each outermost group in braces written over with `{`: nothing in it parts words or names.

    A group that is never closed is written over with `}`, which else only stands where it closes nothing.
    """
    if "{" not in text:
        return text
    pieces = []
    done = 0
    while (start := text.find("{", done)) >= 0:
        end = _group_end(text, start)
        pieces.append(text[done:start])
        done = end or len(text)
        pieces.append(("{" if end else "}") * (done - start))
    return "".join(pieces) + text[done:]


def _group_end(text: str, start: int) -> int:
    """Where the group ends that the brace at `start` opens; 0 if nothing closes it."""
    end = text.find("}", start) + 1
    if "{" not in text[start + 1 : end]:
        return end
    depth = 0
    for match in _BRACE.finditer(text, start):
        depth += 1 if match[0] == "{" else -1
        if not depth:
            return match.end()
    return 0


def _split(masked: str) -> list[tuple[int, int]]:
    """As bibtex.web, name_scan_for_and: it wants white space around `and`, which the ends of the list have not."""
    start, end = _strip(masked, 0, len(masked))
    if start == end:
        return []
    spans = []
    for match in _AND.finditer(masked, start, end):
        spans.append(_strip(masked, start, match.start()))
        start = match.end()
    spans.append(_strip(masked, start, end))
    return spans


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[end - 1] in WHITE_SPACE:
        end -= 1
    while start < end and text[start] in WHITE_SPACE:
        start += 1
    return start, end


def _read_plain_name(text: str, start: int, end: int) -> Name | None:
    match = _PLAIN_NAME.fullmatch(text, start, end)
    if not match:
        return None
    words = tuple([_new(Word, (text[a:b], a, b, " ")) for a, b in match.regs[1:] if a >= 0])
    if "," in match[0]:
        return _new(Name, (start, end, words[1:], (), words[:1], (), 1, ()))
    return _new(Name, (start, end, words[:-1], (), words[-1:], (), 0, ()))


def _read_name(text: str, masked: str, start: int, end: int, dialect: str) -> Name:
    """As bibtex.web, x_format_name."""
    stop = start + len(masked[start:end].rstrip(_JUNK[dialect]))
    pieces = [_read_words(text, masked, *span, dialect) for span in _cut_at_commas(masked, start, stop)]
    first = pieces[-1]
    jr = pieces[1] if len(pieces) == 3 else ()
    if len(pieces) == 1:
        first, von, last = _part_bibtex_name(first) if dialect == "bibtex" else _part_btparse_name(first)
    elif dialect == "bibtex":
        von, last = _part_bibtex_family(pieces[0])
    else:
        von, last = _part_btparse_family(pieces[0], jr + first)
    commas = masked.count(",", start, end)
    return _new(Name, (start, end, first, von, last, jr, commas, _complaints(masked, start, stop, end)))


def _cut_at_commas(masked: str, start: int, stop: int) -> list[tuple[int, int]]:
    """The spans before, between and after the first two commas; any other is white space."""
    spans: list[tuple[int, int]] = []
    while len(spans) < 2 and (comma := masked.find(",", start, stop)) >= 0:
        spans.append((start, comma))
        start = comma + 1
    spans.append((start, stop))
    return spans


def _read_words(text: str, masked: str, start: int, stop: int, dialect: str) -> Words:
    words = []
    end = start
    for match in _WORD[dialect].finditer(masked, start, stop):
        before = "-" if masked[end] == "-" else " "
        start, end = match.span()
        words.append(_new(Word, (text[start:end], start, end, before)))
    return tuple(words)


def _complaints(masked: str, start: int, stop: int, end: int) -> tuple[str, ...]:
    found = []
    if "," in masked[stop:end]:
        found.append("comma at the end")
    if masked.count(",", start, stop) > 2:
        found.append("too many commas")
    if "}" in masked[start:end]:
        found.append("unbalanced braces")
    return tuple(found)


def _part_bibtex_name(words: Words) -> tuple[Words, Words, Words]:
    """As bibtex.web, `Determine where the first name ends and von name starts and ends`: for a name without commas."""
    for index, word in enumerate(words[:-1]):
        if _starts_small(word.text):
            return words[:index], *_part_bibtex_family(words[index:])
    start = max(len(words) - 1, 0)
    while start and words[start].before == "-":  # a last name with hyphens
        start -= 1
    return words[:start], (), words[start:]


def _part_bibtex_family(words: Words) -> tuple[Words, Words]:
    """As bibtex.web, von_name_ends_and_last_name_starts_stuff: the last small word ends von, unless it is the last."""
    for start in range(len(words) - 1, 0, -1):
        if _starts_small(words[start - 1].text):
            return words[:start], words[start:]
    return (), words


def _starts_small(word: str) -> bool:
    """As bibtex.web, von_token_found: it looks at the first letter outside groups or in a special character."""
    if "A" <= word[0] <= "Z":
        return False
    position = 0
    while match := _LETTER_OR_BRACE.search(word, position):
        start, position = match.span()
        if match[0] not in "{}":
            return match[0] >= "a"
        if special := _SPECIAL.match(word, start):
            return _special_starts_small(special)
        if match[0] == "{":
            position = _group_end(word, start) or len(word)
    return False


def _special_starts_small(special: re.Match[str]) -> bool:
    if special[1] in _LETTERS:
        return special[1] in _SMALL_LETTERS
    depth = 1
    for match in _LETTER_OR_BRACE.finditer(special.string, special.end()):
        if match[0] not in "{}":
            return match[0] >= "a"
        depth += 1 if match[0] == "{" else -1
        if not depth:
            break
    return False


def _part_btparse_name(words: Words) -> tuple[Words, Words, Words]:
    """First, von and last of a name without commas: von is the first run of small words, but never the last word."""
    start, end = _small_run(words[:-1])
    return words[:start], words[start:end], words[end:]


def _part_btparse_family(family: Words, rest: Words) -> tuple[Words, Words]:
    """Von and last: von is the run of small words that the name begins with, and it does run on past a comma."""
    words = family + rest
    start, end = _small_run(words)
    if start:
        return (), family
    if end == len(family):
        end -= 1
    return words[:end], family[end:]


def _small_run(words: Words) -> tuple[int, int]:
    small = [word.text[0].islower() for word in words] + [True, False]
    start = small.index(True)
    return min(start, len(words)), min(small.index(False, start), len(words))
