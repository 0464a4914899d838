"""Page ranges joined by something other than `--`."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography, is_for_biblatex
from bibcheck.bibliography.style_hints import is_for_abntex2
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace
from bibcheck.values.page_ranges import has_one_page
from bibcheck.values.pages import read_pages

_NAMES = {"-": "a hyphen", "–": "an en dash", "---": "an em dash", "—": "an em dash"}


class HyphenInRange(Rule):
    """Join the ends of a page range with `--`, which TeX sets as an en dash.

    Some styles make `--` of a lone hyphen (plain and its like), others print it as it stands, as the hyphen of a
    compound word, and so do most programs other than BibTeX; `---` is a dash between clauses, and spaces around a dash
    are printed. Article numbers with a hyphen of their own (`A12-3`, `e0123-4`) are no ranges, and `5-5` is the
    business of single-page-range. BibLaTeX normalises every dash (manual, section 2.2.1, data type range): of a file
    for it, or an entry (with `journaltitle` or `date` alone), the rule has nothing to say.
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

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        if bib.dialect == "biblatex" or bib.is_mixed:
            return  # biber makes one dash of all
        if is_for_abntex2(bib):
            return  # ABNT NBR 6023 joins pages by a hyphen
        for field, pages in bib.values(read_pages, "pages"):
            if field.entry and is_for_biblatex(field.entry):
                continue
            for part in pages.parts:
                dash = field.text[part.dash.start : part.dash.end]
                if part.kind == "range" and dash != "--" and not has_one_page(part):
                    yield self.finding(field.span(*part.dash), _describe(dash), replace(field, *part.dash, "--"))


def _describe(dash: str) -> str:
    bare = dash.strip()
    if bare == "--":
        return "spaces around the dash of a page range"
    spaces = " with spaces around it" if bare != dash else ""
    return f"page range joined by {_NAMES.get(bare, f'`{bare}`')}{spaces}"
