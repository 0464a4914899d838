"""Letters that are written as two characters where Unicode has one."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.printed import TypesetValue, odd_characters, values_holding
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace

# Accents on letters, voicing marks on kana, Korean letters apart, and three signs that are letters: ångström, kelvin, ohm.
# Points and vowels of other scripts stay in the order in which they are written.
_APART = pattern("[^\\W\\d_][\u0300-\u036f\u3099\u309a]++|[\u1100-\u115f][\u1160-\u11ff]++|[\u212a\u212b\u2126]")
_HINT = pattern("[\u0300-\u036f\u3099\u309a\u1160-\u11ff\u212a\u212b\u2126]")


class DenormalizedUnicode(Rule):
    """Write letters with accents as one character: `ü`, not `u` with a combining diaeresis.

    The two look the same, and search, sorting and BibTeX take them for different words; LaTeX stops at the accent. What
    copies text out of a PDF or out of file names of macOS leaves them. Unicode calls the right form NFC. Accents on
    letters for which there is no single character stay.
    Bad:

        @article{k, author = {Mu\u0308ller, Rene\u0301}}
                               ^^

    Good:

        @article{k, author = {M\u00fcller, Ren\u00e9}}
    """

    level = Level.WARNING
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for value in values_holding(bib, *filter(_HINT.match, odd_characters(bib))):
            yield from self._judge(value)

    def _judge(self, value: TypesetValue) -> Iterator[Finding]:
        """One finding for all letters of a value."""
        from unicodedata import normalize  # few files need it

        letters = [
            (*match.span(), normal)
            for match in _APART.finditer(value.text)
            if (normal := normalize("NFC", match[0])) != match[0] and value.place(*match.span())
        ]
        if letters:
            start, end, normal = letters[0]
            numbers = " ".join(f"U+{ord(character):04X}" for character in value.text[start:end])
            more = f", and {len(letters) - 1} more here" if len(letters) > 1 else ""
            edits = [replace(value.field, *letter) for letter in letters]
            yield self.finding(value.field.span(start, end), f"`{normal}` is written as {numbers}{more}", *edits)
