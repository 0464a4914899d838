"""Characters that mean something to LaTeX, in text that is set."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.printed import NAME_FIELDS, TypesetValue, marked_values
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace
from bibcheck.text.encoding import follows_bad_byte
from bibcheck.text.markup import find_entities
from bibcheck.text.prose import is_inside, opens_formula
from bibcheck.text.unicode_escapes import find_unicode_escapes
from bibcheck.values.url import find_urls

_SPECIAL = pattern(r"[&%#_$]|\^(?!\^)(?<!\^\^)")
_EFFECTS = {
    "&": "stops LaTeX outside a table",
    "%": "begins a comment: LaTeX drops the rest of the line",
    "#": "stops LaTeX",
    "_": "stops LaTeX outside a formula",
    "^": "stops LaTeX outside a formula",
    "$": "opens a formula that is never closed",
}
# `CO_2`, `x_i`, `H_{max}`: a formula is what was meant. `snake_case` is a name as it stands.
_SUBSCRIPT = pattern(r"_(?:\{|[0-9]++(?![a-z_])|[a-zA-Z](?![\w]))")
_DOLLAR = pattern(r"(?<![\\{])\$|(?<!\\)\$(?!\})")
_BASE = pattern(r"(?<![\w/.])[A-Za-z]{1,3}\Z")


class UnescapedCharacter(Rule):
    r"""Reports `&`, `%`, `#`, `_`, `^` and `$` in text that is set, where they are commands to LaTeX.

    Write `\&`, `\%`, `\#`, `\_` and `\$`. LaTeX stops at most of the bare characters, and drops the rest of the line
    after a `%`. Only fields that styles print are judged: url, doi, file and abstract are not. Formulas and the
    arguments of `\url`, `\href`, `\cite`, `\verb` and of commands that are not known may hold them. A bare address in
    howpublished, note or a title is reported by bare-url, an `&` between names by wrong-name-separator, `&amp;` by
    html-markup. Where a subscript or a superscript is meant, as in `CO_2`, there is no fix.
    Bad:

        @book{knuth84, title = {Lions & Tigers}, publisher = {AT&T}, note = {50% of C# code}}
                                      ^                         ^              ^     ^

    Good:

        @book{knuth84, title = {Lions \& Tigers}, publisher = {AT\&T}, note = {50\% of C\# code}}

    Bad:

        @misc{rfc, title = {The SO_REUSEADDR option for less than $10}}
                                  ^                               ^

    Good:

        @misc{rfc, title = {The SO\_REUSEADDR option for less than \$10}}

    Good:

        @misc{rfc, title = {Sums of $a_1$ \& $b^2$}, howpublished = {\url{https://example.org/a_b?c=1&d=2#e}}}
    """

    level = Level.ERROR
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for value in marked_values(bib):
            if _SPECIAL.search(value.text) and (match := _SPECIAL.search(value.prose)):
                yield from self._judge(bib, value, match.start())

    def _judge(self, bib: Bibliography, value: TypesetValue, first: int) -> Iterator[Finding]:
        passed_over = _find_others(bib, value)
        groups: dict[tuple[str, bool], list[int]] = {}
        for match in _SPECIAL.finditer(value.prose, first):
            place = match.start()
            if follows_bad_byte(value.text, place):
                continue
            if not any(is_inside(spans, place) for spans in passed_over) and not _is_formula(value, place):
                groups.setdefault((match[0], _is_doubtful(value.text, place)), []).append(place)
        for (character, is_doubtful), places in groups.items():
            yield from self._report(value, character, places, is_doubtful)

    def _report(self, value: TypesetValue, character: str, places: list[int], is_doubtful: bool) -> Iterator[Finding]:
        """One finding for all of one character in a value."""
        places = [place for place in places if value.place(place, place + 1)]
        if places:
            edits = (
                [] if is_doubtful else [replace(value.field, place, place + 1, "\\" + character) for place in places]
            )
            remedy = "" if edits else f"; write `\\{character}` if it is text"
            more = f", and {len(places) - 1} more here" if len(places) > 1 else ""
            span = value.field.span(places[0], places[0] + 1)
            yield self.finding(span, f"`{character}` {_EFFECTS[character]}{more}{remedy}", *edits)


def _find_others(bib: Bibliography, value: TypesetValue) -> list[list[tuple[int, int]]]:
    """The spans that another rule speaks of, kind by kind."""
    text = value.text
    kinds = [
        [(entity.start, entity.end) for entity in find_entities(text)],
        [(escape.start, escape.end) for escape in find_unicode_escapes(text)],
    ]
    if value.name in ("howpublished", "note", "title", "booktitle"):
        kinds.append([(url.span.start, url.span.end) for url in find_urls(text)])
    if value.name in NAME_FIELDS and "&" in text:
        kinds.append(_find_separators(bib, value))
    return [kind for kind in kinds if kind]


def _find_separators(bib: Bibliography, value: TypesetValue) -> list[tuple[int, int]]:
    """The names that are joined by `&` where `and` should be."""
    from bibcheck.bibliography.people import name_faults  # few lists of names hold an ampersand
    from bibcheck.names.faults.fault import SEPARATOR

    return [
        (names.names[number].start, names.names[number].end)
        for names, fault in name_faults(bib, SEPARATOR)
        if names.field is value.field
        for number in fault.names
    ]


def _is_formula(value: TypesetValue, place: int) -> bool:
    """Whether a lone `$` is the beginning of a formula, which latex-error reports, or cannot be told from one."""
    if value.text[place] != "$":
        return False
    return not value.field.is_known or opens_formula(value.text, place)


def _is_doubtful(text: str, place: int) -> bool:
    """Whether the character may be meant otherwise than as it stands."""
    if text[place] == "$":
        return not text.startswith("{$}", place - 1) and len(_DOLLAR.findall(text)) > 1
    if text[place] == "_":
        return bool(_SUBSCRIPT.match(text, place) and _BASE.search(text, max(place - 4, 0), place))
    return text[place] == "^"
