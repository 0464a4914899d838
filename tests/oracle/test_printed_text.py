"""What safe fixes take out of the references that the real styles set is what their rules name."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable
from functools import cache

import pytest

from tests.oracle.inputs import corpus_files
from tests.oracle.real_styles import has_biblatex, is_installed, may_be_compared, set_by_biber, set_by_bibtex
from tests.printed_text import (
    RULES,
    Case,
    cases_of_examples,
    cases_of_file,
    cases_of_style,
    lost_text,
    shipped_files,
    unaccounted,
)

pytestmark = pytest.mark.tex

STYLES = """
    plain alpha IEEEtran ACM-Reference-Format splncs04 plainnat apalike apacite alphadin natdin elsarticle-num siam siamplain
    apsrev4-2 acl_natbib
""".split()
# How much of the corpus is looked at: files, their size in bytes, and entries that a rule changes.
_FILES, _LARGEST, _MOST = 100, 60_000, 60
_BEYOND_DIN = re.compile(r"[^\x00-\x7f]|\b(?:van|von|de|der|den|di|la)\b")
Loss = tuple[str, str, list[str]]


@cache
def cases() -> list[Case]:
    """What safe fixes change in the examples of the manual pages, in the files that ship and in some of the corpus."""
    found = cases_of_examples(RULES)
    for path in shipped_files():
        found += cases_of_file(path, RULES)
    paths = [path for path in corpus_files().values() if path.stat().st_size <= _LARGEST]
    seen: Counter[str] = Counter()
    for path in random.Random(1).sample(paths, min(_FILES, len(paths))):
        for case in cases_of_file(path, RULES):
            seen[case.rule] += 1
            if seen[case.rule] <= _MOST:
                found.append(case)
    return found


def losses(changed: list[Case], typeset: Callable[[list[str]], list[str]]) -> list[Loss]:
    """What fixes take out, and may not, with the rules and places."""
    before = typeset([case.before.written("{}") for case in changed])
    after = typeset([case.after.written("{}") for case in changed])
    assert sum(map(bool, before)) > 0.9 * len(before)
    found = []
    for case, old, new in zip(changed, before, after, strict=True):
        if may_be_compared(old, new) and (left := unaccounted(case.rule, lost_text(old, new))):
            found.append((case.rule, case.place, left))
    return found


@pytest.mark.parametrize("style", STYLES)
def test_bibtex(style: str) -> None:
    if not is_installed(style):
        pytest.skip(f"there is no {style}.bst")
    changed = [case for case in [*cases(), *cases_of_style(style)] if case.dialect == "bibtex"]
    if style in ("alphadin", "natdin"):
        changed = [case for case in changed if not (_loses_year_with_doi(case) or _loses_parts_of_names(case))]
    assert losses(changed, lambda references: set_by_bibtex(style, references)) == []


def _loses_year_with_doi(case: Case) -> bool:
    """Whether the DIN styles drop the year of an entry as soon as it has a doi, which they do not print there."""
    gains_doi = "doi" in case.after.fields and "doi" not in case.before.fields
    return gains_doi and case.before.type in ("misc", "unpublished")


def _loses_parts_of_names(case: Case) -> bool:
    """Whether the DIN styles, which set the second given name by bytes, may garble a name that is written as it should be."""
    names = case.after.fields.get("author", "") + case.after.fields.get("editor", "")
    return case.rule in ("joined-initials", "initial-without-period") and bool(_BEYOND_DIN.search(names))


@pytest.mark.skipif(not has_biblatex(), reason="needs biber and BibLaTeX")
def test_biber() -> None:
    # Ties in names mean something to biber alone, and the rule that takes them out asks which program reads the file.
    changed = [case for case in cases() if (case.rule, case.dialect) != ("irregular-spacing", "bibtex")]
    assert losses([*changed, *cases_of_style("biblatex")], set_by_biber) == []


@pytest.mark.skipif(not is_installed("IEEEtran"), reason="needs IEEEtran.bst")
def test_a_link_that_is_lost_is_seen() -> None:
    """The DOI moved to a field that the style does not print."""
    (case,) = [
        each for each in cases_of_style("plainnat") if each.before.type == "article" and "url" in each.before.fields
    ]
    before, after = set_by_bibtex("IEEEtran", [case.before.written("{}"), case.after.written("{}")])
    assert "https://doi.org/10.1000/182" in unaccounted(case.rule, lost_text(before, after))
