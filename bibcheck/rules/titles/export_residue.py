"""What a web page or an exporter left in a title."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace
from bibcheck.syntax.tree import Field

_SITES = (
    r"Request PDF|Wikipedia(?:, the free encyclopedia)?|SpringerLink|ScienceDirect|IEEE (?:Xplore|Conference Publication)"
    r"|IEEE Journals & Magazine|ACM Digital Library|Google Scholar|ResearchGate|Semantic Scholar|PubMed|JSTOR"
    r"|Academia\.edu|Medium|YouTube|GitHub"
)
_RESIDUE = (
    (pattern(rf"(?<!\s)\s*(?:\||\s-{{1,3}}\s|\s[–—]\s)\s*(?:{_SITES})[\s}}]*\Z"), "the name of a site"),
    (pattern(r"\A\s*\(PDF\)\s+"), "`(PDF)`"),
    (pattern(r"\A\s*\[PDF\]\s+", 2), "`[PDF]`"),
    (pattern(r"\A\s*Title:\s+"), "`Title:`"),
    (
        pattern(r"(?<!\s)\s*[\[(](?:extended abstract|abstract|invited (?:paper|talk)|position paper)[\])]\s*\Z", 2),
        "what the proceedings say of the paper",
    ),
    (
        pattern(r"(?<=[a-z]{3})(?:\*|†|‡|\$\^\{?(?:\*|\\(?:ast|dag|dagger|star))\}?\$|\\thanks\{[^{}]*\})+\s*\Z"),
        "a footnote mark",
    ),
)
# A quick look for what every residue has.
_HINT = pattern(r"[|*†‡)\]]|\s[-–—]|\\thanks|Title:|-\s|\$\^")
_LONGEST_PART = 6
# A word that a line break in a PDF cut; in `two- and three-valued` the hyphen is right.
_CUT_WORD = pattern(
    r"(?<![\w-])(?P<first>[A-Za-z]{2,})-\s+(?!(?:and|or|to|vs|versus|und|oder|bzw|sowie|bis|et|ou|y|e|o|i|en|of|og|och|than|as|in)\b)"
    r"(?P<rest>[a-z]{3,})(?![\w-])"
)


class ExportResidue(Rule):
    """Give the title alone, without what a page or an exporter put beside it.

    The name of the site (`| Request PDF`, `- Wikipedia`), `Title:`, `[Extended Abstract]`, a footnote mark, a word that a
    line break of a PDF left in two (`compu- tation`).

    Bad:

        @article{k, title = {Literate Programming | Request PDF}}
                                                 ^^^^^^^^^^^^^^

    Good:

        @article{k, title = {Literate Programming}}

    Bad:

        @article{k, title = {A theory of compu- tation}}
                                         ^^^^^^^^^^^^^

    Good:

        @article{k, title = {A theory of computation}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field in bib.fields("title"):
            if _HINT.search(field.text):
                yield from self._judge(field)

    def _judge(self, field: Field) -> Iterator[Finding]:
        text = field.text
        for residue, what in _RESIDUE:
            if match := residue.search(text):
                end = len(text[: match.end()].rstrip("}"))
                yield self.finding(
                    field.span(match.start(), end), f"{what} in the title", replace(field, match.start(), end, "")
                )
        if "- " in text or "-\n" in text or "-\r" in text:
            for match in _CUT_WORD.finditer(text):
                message = f"`{match['first']}- {match['rest']}`, a word in two parts"
                edit = replace(field, *match.span(), match["first"] + match["rest"])
                # Two long parts may be a compound, which keeps its hyphen.
                is_compound = min(len(match["first"]), len(match["rest"])) > _LONGEST_PART
                yield self.finding(field.span(*match.span()), message, *([] if is_compound else [edit]))
