"""What a web page or an exporter left in a title or a note."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.knowledge.entry_types import CHAPTER_TYPES
from bibcheck.knowledge.web_sites import SITES
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import delete_field, insert_after, replace
from bibcheck.syntax.tree import Field
from bibcheck.text.language import FUNCTION_WORDS, may_be_foreign
from bibcheck.values.zotero_note import find_zotero_note

_RESIDUE = (
    (pattern(rf"(?<!\s)\s*(?:\||\s-{{1,3}}\s|\s[–—]\s)\s*(?:{SITES})[\s}}]*\Z"), "the name of a site"),
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
# `Chapter 6 - ` and `36 - ` before the title of a chapter, as ScienceDirect exports it.
_NUMBER_BEFORE = pattern(r"\A\s*+(?:(?i:chapter)\s++)?(?P<number>\d{1,3})\s++(?:-{1,3}|–|—)\s++(?=[A-Z{])")
_CUT_OFF = pattern(r"\b(?:of|the|and|for|in|to|a|an|with|on|by|from|at)\s?(?:…|\.\.\.|\\ldots|\\dots)[\s}]*+\Z")
# `ColorBrewer. org`: Google Scholar puts a space into what looks like the end of a sentence.
_BROKEN_HOST = pattern(
    r"(?<![\w.-])(?P<first>[A-Za-z0-9][\w.-]{1,60}?[A-Za-z0-9]\.)(?P<space>\s++)(?:org|com|net|edu|gov|io|js|jl|py)(?![\w-]|\.\w)"
)
_SPACED_ADDRESS = pattern(r"www\.\s|\.(?:org|com|net|edu|gov)/|\.\s++html?\b", re.IGNORECASE)
_BROKEN_NAME = pattern(r"\b(?P<first>La|Bib|Xe|Lua|Con)-(?P<rest>TeX)\b")
_ZOTERO_HINT = pattern(r"_eprint: |Publisher: |Number: |Conference Name: |Section: ")
# A quick look for what every residue has.
_HINT = pattern(r"[|*†‡…)\]]|\s[-–—]|\\thanks|Title:|-\s|\$\^|\.\.\.|dots|\.\s++[a-z]|-TeX")
_LONGEST_PART = 6
_NEAR_END = 40
# A word that a line break in a PDF cut.
_CUT_WORD = pattern(r"(?<![\w-])(?P<first>[A-Za-z]{2,40}+)-\s++(?P<rest>[a-z]{3,40}+)(?![\w-])")
_HANGING = pattern(r"\w-\s")


class ExportResidue(Rule):
    """Give the title alone, without what a page or an exporter put beside it, and no note that an exporter wrote.

    Reported are the name of the site (`| Request PDF`, `- Wikipedia`), `Title:`, `[Extended Abstract]`, a footnote mark, the
    number of a chapter before its title (`Chapter 6 - Trees`), a title that is cut off (`The growth of …`), and a word or an
    address that a line break or an exporter left in two (`compu- tation`, `ColorBrewer. org`; also in publisher and journal:
    `JMLR. org`); and in note what Zotero has no field for, which styles print at the end of the reference (`Publisher:
    Elsevier`). Of cut words nothing is said in titles in other languages, nor where a hyphen is left hanging on purpose (`two-
    and three-valued`).

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
        for field in bib.matching(_HINT, "title"):
            yield from self._find_beside(field)
            yield from self._find_number(field)
            yield from self._find_broken(field)
        for field in bib.matching(_ZOTERO_HINT, "note"):
            yield from self._find_zotero_note(field)
        for field in bib.matching(_BROKEN_HOST, "publisher", "organization", "journal", "institution"):
            yield from self._find_hosts(field)

    def _find_zotero_note(self, field: Field) -> Iterator[Finding]:
        if not (note := find_zotero_note(field.text)) or not (entry := field.entry):
            return
        # No style prints the publisher of an article, and what Zotero takes for its conference is the journal.
        wanted = [name for name in note.fields if entry.type != "article" or name == "number"]
        is_kept = all(map(entry.field, wanted))
        line = field.text[note.span.start : note.span.end].splitlines()[0].strip()
        message = f"`{line}` in `note` was written by Zotero, and styles print it: delete it"
        edit = delete_field(field) if note.is_all and is_kept else None
        yield self.finding(field.span(*note.span), message if is_kept else f"{message}, or write it in its field", edit)

    def _find_beside(self, field: Field) -> Iterator[Finding]:
        text = field.text
        for residue, what in _RESIDUE:
            if match := residue.search(text):
                end = len(text[: match.end()].rstrip("}"))
                edit = replace(field, match.start(), end, "")
                yield self.finding(field.span(match.start(), end), f"{what} in the title", edit)
        if match := _CUT_OFF.search(text, max(len(text) - _NEAR_END, 0)):
            message = "the title is cut off: write all of it"
            yield self.finding(field.span(match.start(), len(text[: match.end()].rstrip(" }"))), message)

    def _find_number(self, field: Field) -> Iterator[Finding]:
        match = _NUMBER_BEFORE.match(field.text)
        if not match or not field.entry or field.entry.type not in CHAPTER_TYPES:
            return
        edits = [replace(field, *match.span(), "")]
        if not field.entry.field("chapter"):
            edits.append(insert_after(field, "chapter", match["number"]))
        message = f"`{match[0].strip()}` before the title: the number belongs in `chapter`"
        yield self.finding(field.span(*match.span()), message, *edits)

    def _find_broken(self, field: Field) -> Iterator[Finding]:
        text = field.text
        yield from self._find_hosts(field)
        for match in _BROKEN_NAME.finditer(text):
            edit = replace(field, *match.span(), match["first"] + match["rest"])
            yield self.finding(field.span(*match.span()), f"stray hyphen in `{match[0]}`", edit)
        if len(_HANGING.findall(text)) == 1 and field.entry and not may_be_foreign(field.entry):
            for match in _CUT_WORD.finditer(text):
                if match["rest"] not in FUNCTION_WORDS:
                    yield self._describe_cut(field, match)

    def _find_hosts(self, field: Field) -> Iterator[Finding]:
        for match in _BROKEN_HOST.finditer(field.text):
            # A whole address with a space after each of its full stops is not mended in one place alone.
            edit = None if _SPACED_ADDRESS.search(field.text) else replace(field, *match.span("space"), "")
            yield self.finding(field.span(*match.span()), f"stray space in `{match[0]}`", edit)

    def _describe_cut(self, field: Field, match: re.Match[str]) -> Finding:
        first, rest = match["first"], match["rest"]
        # Two long parts are rather a compound, which keeps its hyphen.
        is_compound = min(len(first), len(rest)) > _LONGEST_PART
        shown = f"`{first}- {rest}`"
        message = f"stray space in {shown}" if is_compound else f"{shown} is one word that a line break cut in two"
        edit = None if is_compound else replace(field, *match.span(), first + rest)
        return self.finding(field.span(*match.span()), message, edit)
