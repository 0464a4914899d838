"""Which entry types stand for which: what a type that nobody defines is meant for, and what BibTeX calls BibLaTeX's."""

from __future__ import annotations

from bibcheck.knowledge.datamodel import CONTAINER_TYPES, STYLE_TYPES, TYPES
from bibcheck.text.spelling import count_slips

# Words that people take for types. Of two, the second is for BibLaTeX.
_SYNONYMS = {
    "blog": "misc online",
    "blogpost": "misc online",
    "bookchapter": "incollection",
    "bookitem": "incollection",
    "bookpart": "incollection",
    "bookreview": "article review",
    "bookseries": "book",
    "bookwhole": "book",
    "chapter": "incollection",
    "computerprogram": "misc software",
    "conferenceproceeding": "inproceedings",
    "conferenceproceedings": "inproceedings",
    "dissertation": "phdthesis",
    "doctoralthesis": "phdthesis",
    "generic": "misc",
    "inconference": "inproceedings",
    "internetsource": "misc online",
    "journal": "article",
    "journalarticle": "article",
    "link": "misc online",
    "masterthesis": "mastersthesis",
    "news": "article",
    "paper": "article",
    "techdoc": "manual",
    "web": "misc online",
    "website": "misc online",
    "websites": "misc online",
    "webarticle": "misc online",
    "whitepaper": "techreport report",
    "workshop": "inproceedings",
}
# What BibTeX has for BibLaTeX's types; none for @set and @xdata, and for a @thesis it depends.
_FOR_BIBTEX = {
    "bookinbook": "inbook",
    "collection": "book",
    "inreference": "incollection",
    "mvbook": "book",
    "mvcollection": "book",
    "mvproceedings": "proceedings",
    "mvreference": "book",
    "reference": "book",
    "report": "techreport",
    "suppbook": "inbook",
    "suppcollection": "incollection",
    "suppperiodical": "article",
}
# What has parts that other entries are.
WHOLE_TYPES = frozenset(
    "book proceedings collection reference mvbook mvcollection mvproceedings mvreference periodical".split()
)
# What stands in a book and may be numbered there.
# Published works, which people wrote. A page of a web site may be that of its operator.
WORK_TYPES = frozenset(
    "article book conference inbook incollection inproceedings mastersthesis phdthesis thesis".split()
)
CHAPTER_TYPES = frozenset("inbook incollection bookinbook suppbook inreference".split())
_THESES = {"phdthesis": "phdthesis", "mathesis": "mastersthesis"}
COMMANDS = ("comment", "preamble", "string")
_SHORT = 6  # up to here, one slip
_LONGEST = 30


def meant_type(type: str, dialect: str) -> str | None:
    """The type, or the command, that an unknown one stands for: `artcle`, `inproceeding`, `website`."""
    if type in _SYNONYMS:
        return _SYNONYMS[type].split()[-1 if dialect == "biblatex" else 0]
    if len(type) > _LONGEST:
        return None
    own = TYPES[dialect]
    for known in (own.union(COMMANDS), (TYPES["bibtex"] | TYPES["biblatex"] | STYLE_TYPES) - own):
        found = sorted((slips, meant) for meant in known if (slips := count_slips(type, meant)) <= _most_slips(meant))
        if found and (len(found) == 1 or found[0][0] < found[1][0]):
            return found[0][1]
    return None


def _most_slips(meant: str) -> int:
    return 1 if len(meant) <= _SHORT else 2


def bibtex_type(type: str, kind: str) -> str | None:
    """BibTeX's word for a type of BibLaTeX, `kind` being its type field; None where there is none."""
    if type == "thesis":
        return _THESES.get(kind)
    return None if type in CONTAINER_TYPES else _FOR_BIBTEX.get(type, "misc")
