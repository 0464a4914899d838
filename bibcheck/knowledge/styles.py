"""Which fields a bibliography style prints. The table is read on first use."""

from __future__ import annotations

from functools import cache
from os.path import dirname, join

from bibcheck.lazy_re import pattern

STANDARD_BIBLATEX = "biblatex"  # the styles that come with BibLaTeX, by one name

# How `style=` names the styles that come with BibLaTeX and those that print the same (biblatex-trad, -ext, -apa). Nothing is
# known of others (chem-acs, nature, gb7714-2015): some print no DOI.
_LIKE_STANDARD = pattern(
    r"(?:numeric|alphabetic|authoryear|authortitle|verbose)(?:-[a-z-]++)?|reading|draft|(?:trad|ext)-[a-z-]++|apa"
)
_SAME_TYPE = {"conference": "inproceedings"}


def prints(style: str, type: str, field: str) -> bool | None:
    """Whether a style prints a field (`doi`, `eprint`, `howpublished`, `isbn`, `issn`, `month`, `note`, `url`, `urldate`) of
    an entry type. None for a style that is not in the table.

    Styles for BibTeX set types that they do not know as `misc`.
    """
    row = _row(style)
    if row is None:
        return None
    types = row.get(field)
    if types is None:
        return False
    return not types or _as_known(type) in types


def styles() -> list[str]:
    """The names of the styles in the table."""
    return [name for name, _ in _table().values()]


def _row(style: str) -> dict[str, frozenset[str]] | None:
    name = style.lower().removesuffix(".bst")
    if _LIKE_STANDARD.fullmatch(name):
        name = STANDARD_BIBLATEX
    found = _table().get(name)
    return found[1] if found else None


def _as_known(type: str) -> str:
    type = _SAME_TYPE.get(type, type)
    return type if type in _TYPES else "misc"


_TYPES = frozenset(
    "article book booklet inbook incollection inproceedings manual mastersthesis misc phdthesis proceedings techreport"
    " unpublished".split()
)


@cache
def _table() -> dict[str, tuple[str, dict[str, frozenset[str]]]]:
    """By the name of a style in lower case, its name and its fields, each with the types that print it: none for all."""
    with open(join(dirname(__file__), "styles.txt"), encoding="utf-8") as file:
        lines = [line.partition(":") for line in file if not line.startswith("#")]
    return {
        name.lower(): (
            name,
            {
                field: frozenset(types.split(",")) if types else frozenset()
                for field, _, types in (word.partition("@") for word in words.split())
            },
        )
        for name, _, words in lines
    }
