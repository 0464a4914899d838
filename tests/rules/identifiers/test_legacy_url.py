"""What legacy-url reports, and which new addresses it knows."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check

MOVED = [
    ("http://dx.doi.org/10.1145/359545.359563", "https://doi.org/10.1145/359545.359563"),
    ("http://doi.acm.org/10.1145/359545.359563", "https://doi.org/10.1145/359545.359563"),
    ("http://dl.acm.org/citation.cfm?doid=359545.359563&CFID=1", "https://dl.acm.org/doi/10.1145/359545.359563"),
    (
        "http://ieeexplore.ieee.org/xpl/articleDetails.jsp?arnumber=05188871",
        "https://ieeexplore.ieee.org/document/5188871",
    ),
    (r"http://ieeexplore.ieee.org/xpls/abs{\_}all.jsp?arnumber=349918", "https://ieeexplore.ieee.org/document/349918"),
    ("https://www.aclweb.org/anthology/N19-1423/", "https://aclanthology.org/N19-1423"),
    ("http://aclweb.org/anthology/P/P18/P18-1007.pdf", "https://aclanthology.org/P18-1007.pdf"),
    ("https://www.aclweb.org/anthology/2020.acl-main.747", "https://aclanthology.org/2020.acl-main.747"),
    ("http://xxx.lanl.gov/abs/hep-th/9711200", "https://arxiv.org/abs/hep-th/9711200"),
    ("https://hal.archives-ouvertes.fr/hal-01598836", "https://hal.science/hal-01598836"),
    ("http://adsabs.harvard.edu/abs/1984MNRAS.208..721P", "https://ui.adsabs.harvard.edu/abs/1984MNRAS.208..721P"),
    ("http://tools.ietf.org/html/rfc2445#section-4", "https://www.rfc-editor.org/rfc/rfc2445#section-4"),
    ("http://code.google.com/p/googletest/", "https://code.google.com/archive/p/googletest"),
    (
        "http://www.plosone.org/article/info%3Adoi%2F10.1371%2Fjournal.pone.0012345",
        "https://doi.org/10.1371/journal.pone.0012345",
    ),
]
NOT_DETERMINED = [
    "http://dl.acm.org/citation.cfm?id=2643634.2643642",
    "http://portal.acm.org/citation.cfm?id=1000",
    "http://goo.gl/Xy12",
    "http://www.springerlink.com/content/abc/",
    "http://mnras.oxfordjournals.org/content/1/2",
]
CLEAN = [
    "https://doi.org/10.1145/359545.359563",
    "https://dl.acm.org/doi/10.1145/359545.359563",
    "https://ieeexplore.ieee.org/document/5188871",
    "https://ieeexplore.ieee.org/stamp/stamp.jsp?arnumber=5188871",
    "https://aclanthology.org/N19-1423",
    "https://www.aclweb.org/portal/",
    "https://goo.gl/maps/Xy12",
    "https://arxiv.org/abs/1706.03762",
    "https://code.google.com/archive/p/googletest",
    "https://web.archive.org/web/2010/http://portal.acm.org/",
    "https://example.org/?from=http://dx.doi.org/10.1145/1",
    "",
]


@pytest.mark.parametrize(("old", "new"), MOVED)
def test_the_new_address_is_known(check: Check, old: str, new: str) -> None:
    text = f"@misc{{k, url = {{{old}}}}}"
    (finding,) = check("legacy-url", text)
    assert text[finding.span.start : finding.span.end] == old
    assert [edit.text for edit in finding.edits] == [new]


@pytest.mark.parametrize("url", NOT_DETERMINED)
def test_the_new_address_is_not_known(check: Check, url: str) -> None:
    (finding,) = check("legacy-url", f"@misc{{k, url = {{{url}}}}}")
    assert not finding.edits


@pytest.mark.parametrize("url", CLEAN)
def test_an_address_that_holds(check: Check, url: str) -> None:
    assert not check("legacy-url", f"@misc{{k, url = {{{url}}}}}")


def test_text_that_tex_would_not_take_is_not_written(check: Check) -> None:
    note = "@misc{k, note = {See %s, p. 3.}}"
    (finding,) = check("legacy-url", note % "http://dx.doi.org/10.1007/978_3")
    assert not finding.edits
    (finding,) = check("legacy-url", note % r"\url{http://dx.doi.org/10.1007/978_3}")
    assert [edit.text for edit in finding.edits] == ["https://doi.org/10.1007/978_3"]


def test_what_repeats_the_doi_is_let_be(check: Check) -> None:
    entry = "@misc{k, doi = {%s}, url = {http://dx.doi.org/10.1145/359545.359563}}"
    assert not check("legacy-url", entry % "10.1145/359545.359563")
    assert check("legacy-url", entry % "10.1145/1")
