"""Page ranges joined by something other than `--`."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.dialect import is_for_biblatex
from bibcheck.bibliography.mending import mend
from bibcheck.bibliography.style_hints import is_for_abntex2
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.values.page_ranges import has_one_page
from bibcheck.values.pages import read_pages

_FEWEST_FOR_HABIT = 5
_SHARE_OF_HABIT = 19
_NAMES = {"-": "a hyphen", "–": "an en dash", "---": "an em dash", "—": "an em dash"}


class HyphenInRange(Rule):
    """Reports page ranges that are not joined by `--`, which TeX sets as an en dash.

    Many styles make `--` of a lone hyphen (plain and its like), others print it as it stands, as the hyphen of a
    compound word, and so do most programs other than BibTeX; `---` is a dash between clauses, and spaces around a dash
    are printed. A file that joins its ranges by a lone hyphen throughout is for a style of the first kind: there the
    hyphen is not reported. Article numbers with a hyphen of their own (`A12-3`, `e0123-4`) are no ranges, and `5-5` is
    reported by single-page-range. BibLaTeX makes one dash of all (manual, section 2.2.1, data type range): nothing is
    reported in a file for it, nor in an entry with `journaltitle` or `date` alone.
    Bad:

        @article{knuth84, pages = {97-111}}
                                     ^

    Good:

        @article{knuth84, pages = {97--111}}

    Bad:

        @article{knuth84, pages = {97 -- 111, 120–121}}
                                     ^^^^        ^

    Good:

        @article{knuth84, pages = {97--111, 120--121}}
    """

    level = Level.WARNING
    fix = Fix.SAFE
    whole_file = True

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        if bib.dialect == "biblatex" or is_for_abntex2(bib):
            return  # biber makes one dash of all, and ABNT NBR 6023 joins pages by a hyphen
        ranges = [
            (field, part, field.text[part.dash.start : part.dash.end])
            for field, pages in bib.values(read_pages, "pages")
            for part in pages.parts
            if part.kind == "range" and not has_one_page(part)
        ]
        hyphens = sum(dash == "-" for _, _, dash in ranges)
        dashes = sum(dash == "--" for _, _, dash in ranges)
        if bib.is_mixed and not dashes:
            return  # nothing says that the file is for BibTeX
        is_habit = hyphens >= _FEWEST_FOR_HABIT and hyphens >= _SHARE_OF_HABIT * (len(ranges) - hyphens)
        for field, part, dash in ranges:
            if dash == "--" or (dash == "-" and is_habit) or (field.entry and is_for_biblatex(field.entry)):
                continue
            yield self.finding(field.span(*part.dash), _describe(dash), *mend(field, (*part.dash, "--")))


def _describe(dash: str) -> str:
    bare = dash.strip()
    if bare == "--":
        return "spaces around the dash of a page range are printed"
    spaces = " with spaces around it" if bare != dash else ""
    return f"page range joined by {_NAMES.get(bare, f'`{bare}`')}{spaces}"
