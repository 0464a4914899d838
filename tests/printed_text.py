"""What safe fixes change in the text of references, and what each rule's fix may take out of it."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from bibcheck.engine.linter import Linter
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.rules import load_rule, rule_categories
from bibcheck.rules.manual import examples
from bibcheck.source import Source
from bibcheck.syntax import parse
from bibcheck.syntax.tree import Entry, Field
from tests.applying import apply

ROOT = Path(__file__).resolve().parent.parent
RULES = [rule for name in rule_categories() if (rule := load_rule(name)).fix is Fix.SAFE]
# Those that ask what the style prints, so that their fixes are safe under some styles.
ASKING_STYLES = [rule for rule in RULES if hasattr(sys.modules[rule.__module__], "does_print")]

_INITIALS = "[a-z]{1,3}"  # of names that are read otherwise, so that styles abbreviate other words
_RESOLVER = r"(?:(?:https?://)?(?:dx\.)?(?i:doi:?(?:\.acm)?)?(?:\.org/)?)*"
# What the safe fix of a rule may take out of a printed reference, piece by piece, and why. Rules that are not named may take
# out nothing. Words, numbers and links count, punctuation between them does not.
MAY_TAKE_OUT: dict[str, tuple[str, str]] = {
    "braced-name-list": (r"and|others|[a-z]+", "the list becomes names, whose words styles abbreviate"),
    "doi-as-url": (_RESOLVER, "the address of the resolver, which the style writes itself"),
    "doi-in-wrong-field": (_RESOLVER + "|url|s", "the resolver, and the label of addresses; alphadin writes `http:`"),
    "empty-name": (r"and|" + _INITIALS, "an `and` without a name"),
    "escaped-url": (r"(?:%?(?:5C|7B|7D)%*)+", "what biber makes of a backslash or brace in an address"),
    "hyphen-in-range": (r"\d+", "apsrev4-2 prints the first page of a range"),
    "html-markup": (r"amp|sub|i|\d+|[a-z]*acute", "names of tags and entities"),
    "initial-without-period": (_INITIALS, "initials of names"),
    "invisible-character": (r"[ѕс]", "letters of another script that look like Latin ones"),
    "joined-initials": (_INITIALS, "initials of names"),
    "literal-et-al": (
        r"and|others|et|al|und|andere|" + _INITIALS,
        "`et al.` and `others`, which the style writes itself",
    ),
    "malformed-accent": ("[aüu]", "letters with an accent in the place of others"),
    "malformed-arxiv-id": ("(?i:arxiv:?|rxiv:a)", "the name of the archive, which the style writes itself"),
    "malformed-month": (
        r"(?:\d{4})?(?:0?\d|1[012])",
        "the number of a month, in place of which the style writes its name",
    ),
    "malformed-number": ("no|vol|volume", "the label of a number, which the style writes itself"),
    "malformed-ordinal": ("[snrthd]+", "the ending of an ordinal, in place of the right one"),
    "non-ascii": (r"\d+|[^\W\d_]+", "letters that BibTeX could not abbreviate; pages as in hyphen-in-range"),
    "pages-prefix": ("pp?|pages?", "the label of pages, which the style writes itself"),
    "single-page-range": (r"[a-z]?\d+|p|s", "the second page, equal to the first, and the plural of the style's label"),
    "tracking-url": (r"[?&;][^/]*", "parameters of the address that say who followed it"),
    "unicode-escape": (r"[0-9a-z]+", "the code of a character"),
    "unprotected-organization": (r"[a-z]{1,3}", "initials of what is no name of a person, and the style's `and`"),
}


class Reference(NamedTuple):
    """An entry as a style gets it: its type and its values, inherited ones included."""

    type: str
    fields: dict[str, str]

    def written(self, key: str) -> str:
        """The entry in a .bib file of its own."""
        fields = "".join(f" {name} = {value},\n" for name, value in self.fields.items())
        return f"@{self.type}{{{key},\n{fields}}}\n"


class Case(NamedTuple):
    """An entry before and after the safe fixes of one rule."""

    rule: str
    place: str
    dialect: str
    before: Reference
    after: Reference


def cases_of_examples(rules: Iterable[type[Rule]], style: str | None = None) -> list[Case]:
    """What the safe fixes of rules change in the examples of their own manual pages."""
    found = []
    for rule in rules:
        for number, example in enumerate(examples(rule)):
            if example.verdict == "Bad":
                source = Source(f"{rule.name}-{number}", example.text)
                found += _changes(source, [rule], style, example.options)
    return found


def cases_of_file(path: Path, rules: Iterable[type[Rule]], style: str | None = None) -> list[Case]:
    """What the safe fixes of rules change in a file, each rule for itself."""
    return _changes(Source.from_file(str(path)), rules, style, {})


def cases_of_style(style: str) -> list[Case]:
    """What the rules that ask for the style change where it is known, with a DOI in several fields of several types."""
    number = count()
    rest = "author = {Ada Quuxley}, title = {Zorks}, journal = {Froods}, booktitle = {Froods}, school = {Grommet}, year = 1984"
    text = "".join(
        f"@{type}{{k{next(number)}, {rest}, {name} = {{https://doi.org/10.1000/182}}}}\n"
        for type in ("article", "inproceedings", "phdthesis", "misc", "unpublished")
        for name in ("url", "note", "howpublished", "ee")
    )
    return _changes(Source("text.bib", text), ASKING_STYLES, style, {}) + cases_of_examples(ASKING_STYLES, style)


def shipped_files() -> list[Path]:
    """The bibliographies that are in the repository."""
    return sorted([*(ROOT / "tests" / "data").rglob("*.bib"), *(ROOT / "docs").rglob("*.bib")])


def _changes(source: Source, rules: Iterable[type[Rule]], style: str | None, options: dict[str, Any]) -> list[Case]:
    linter = Linter(
        [rule(options, Level.WARNING if rule.level is Level.OFF else rule.level) for rule in rules], style=style
    )
    linter.add(source)
    by_rule: dict[str, list[Finding]] = {}
    for finding in linter.finish().findings:
        if finding.safety is Fix.SAFE and finding.path == source.path:
            by_rule.setdefault(finding.rule, []).append(finding)
    dialect = linter.bibliographies[source.path].dialect
    found = []
    before = _references(source, dialect)
    for rule, findings in by_rule.items():
        after = _references(source.with_text(apply(source.text, _apart(findings))), dialect)
        for key, reference in before.items():
            fixed = after.get(key)
            if fixed and fixed != reference:
                found.append(Case(rule, f"{source.path} {key}", dialect, reference, fixed))
    return found


def _apart(findings: list[Finding]) -> Iterator[Finding]:
    """The findings whose edits overlap none before them."""
    end = -1
    for finding in sorted(findings, key=lambda finding: min(edit.span for edit in finding.edits)):
        if min(edit.span.start for edit in finding.edits) > end:
            end = max(edit.span.end for edit in finding.edits)
            yield finding


def _references(source: Source, dialect: str) -> dict[str, Reference]:
    """What stands in a file, by key; the first entry of each."""
    entries: dict[str, Entry] = {}
    for entry in parse(source, dialect).entries:
        entries.setdefault(entry.key.lower(), entry)
    return {key: _reference(entry, entries) for key, entry in entries.items()}


def _reference(entry: Entry, entries: dict[str, Entry]) -> Reference:
    fields = {name: _value(field) for name, field in entry.by_name.items()}
    parent = entries.get(entry.by_name["crossref"].value.lower()) if "crossref" in fields else None
    if parent:
        del fields["crossref"]
        fields = {name: _value(field) for name, field in parent.by_name.items()} | fields
    return Reference(entry.type, fields)


def _value(field: Field) -> str:
    """A value with the file's own macros read, so that it can stand in another file."""
    pieces = [
        field.source_text[piece.start : piece.end] if piece.text is None else f"{{{piece.text}}}"
        for piece in field.pieces
        if piece.text is None or _is_balanced(piece.text)
    ]
    return " # ".join(pieces) or "{}"


def _is_balanced(text: str) -> bool:
    depth = 0
    for character in re.sub(r"[^{}]", "", text):
        depth += 1 if character == "{" else -1
        if depth < 0:
            return False
    return depth == 0


_LINK = re.compile(r"(?i:https?://|ftp://|www\.|10\.[0-9]{4,9}/)(?:\\[#%&_~$]|[^\s{}\\\"])+")
_ESCAPE = re.compile(r"\{(\\[#%&_~$])\}")
_SHORT = 3  # letters of initials that are written together
_NO_DATE = re.compile(r"n\.(?:\\,|~|\s)*d\.")  # what styles print in place of a year
_COMMENT_BREAK = re.compile(r"%\n\s*")


def lost_text(before: str, after: str) -> list[str]:
    """The words, numbers and links of a TeX text, or the letters of them, that another one does not have.

    The order does not count, nor do letter case, punctuation and spacing.
    """
    if before == after:
        return []
    (links, words), (other_links, other_words) = _read(before), _read(after)
    return _lost(links, other_links) + _lost(words, other_words)


def _lost(old: list[str], new: list[str]) -> list[str]:
    gone, come = _surplus(old, new), _surplus(new, old)
    lost = []
    whole = "".join(come)
    for word in gone:
        if word in whole or (len(word) <= _SHORT and all(letter in come for letter in word)):
            continue  # words that are joined or parted
        best = max(come, key=lambda other: _likeness(word, other), default="")
        if _likeness(word, best) >= 0.5 or (best and best in word):
            come.remove(best)
            lost += _lost_letters(word, best)
        else:
            lost.append(word)
    return lost


def _surplus(words: list[str], others: list[str]) -> list[str]:
    """The words that others have not, or not as often, in order."""
    left = Counter(words) - Counter(others)
    found = []
    for word in words:
        if left[word] > 0:
            left[word] -= 1
            found.append(word)
    return found


def _likeness(first: str, second: str) -> float:
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def _lost_letters(first: str, second: str) -> list[str]:
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return [first[start:end] for tag, start, end, _, _ in matcher.get_opcodes() if tag in ("delete", "replace")]


@cache
def _read(text: str) -> tuple[list[str], list[str]]:
    """The links of a TeX text, and its words and numbers."""
    from pylatexenc.latex2text import LatexNodes2Text

    text = _ESCAPE.sub(r"\1", _COMMENT_BREAK.sub("", text))
    links = [re.sub(r"\\([#%&_~$])", r"\1", link).rstrip(".,;") for link in _LINK.findall(text)]
    links = [link[0].lower() + link[1:] for link in links]  # BibTeX makes the first letter of a note a capital
    rest = _LINK.sub(" ", _NO_DATE.sub(" ", text)).replace("%", r"\%").replace(r"\\%", r"\%")
    # Commands with arguments are styles and the like, whose arguments are printed; the short ones are accents and letters.
    rest = re.sub(r"\\(?:begin|end)\s*\{\w+\}|\\href(?:@\w+)?|\\[A-Za-z@]{4,}\*?\s*(?=[{\[])", " ", rest)
    plain = LatexNodes2Text(math_mode="text", keep_comments=True, strict_latex_spaces=False).latex_to_text(rest)
    # The letter under an accent loses its dot.
    plain = re.sub("ı(?=[\u0300-\u036f])", "i", unicodedata.normalize("NFD", plain))
    plain = unicodedata.normalize("NFKC", plain).casefold()
    return links, re.findall(r"[^\W_]+", plain)


def unaccounted(rule: str, lost: Iterable[str]) -> list[str]:
    """What of lost text the rule may not take out."""
    pattern = MAY_TAKE_OUT.get(rule, ("", ""))[0]
    return [piece for piece in lost if not re.fullmatch(pattern, piece)]
