"""malformed-doi: what it reports, with the text it points at, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

# The fields of a @misc, the texts pointed at, and the fields after the fix; None where there is no fix.
REPORTED: list[tuple[str, list[str], str | None]] = [
    ("doi = {10.1000/182.}", ["."], "doi = {10.1000/182}"),
    ("doi = {10,1145/1272996}", ["10,1145/1272996"], "doi = {10.1145/1272996}"),
    ("doi = {10.1145/ 1272996}", ["10.1145/ 1272996"], "doi = {10.1145/1272996}"),
    ("doi = {10.1000/182, 10.1000/183}", [", 10.1000/183"], None),
    ("doi = {10.1002/jcc.1/full}", ["/full"], "doi = {10.1002/jcc.1}"),
    ("doi = {0.1007/978-3}", ["0.1007/978-3"], "doi = {10.1007/978-3}"),
    ("doi = {1038/nature10836}", ["1038/nature10836"], "doi = {10.1038/nature10836}"),
    (
        r"doi = {0.1007/978-3-030-10564-8\_24}",
        [r"0.1007/978-3-030-10564-8\_24"],
        "doi = {10.1007/978-3-030-10564-8_24}",
    ),
    ("doi = {asdf}", ["asdf"], None),
    ("doi = {hello, world!}", ["hello, world!"], None),
    ("doi = {not-a-valid-doi}", ["not-a-valid-doi"], None),
    ("doi = {99.9999/woot07-S422}", ["99.9999/woot07-S422"], None),
    ("doi = {10.18726/2018%7B%5Ctextunderscore%7D3}", ["%7B"], "doi = {10.18726/2018_3}"),
    ("doi = {10.1002/%28SICI%291097}", ["%28"], "doi = {10.1002/(SICI)1097}"),
    (
        "doi = {10.1002/(SICI)1096-987X(199803)19:4&lt;377::AID-JCC1&gt;3.0.CO;2-P}",
        ["&lt;"],
        "doi = {10.1002/(SICI)1096-987X(199803)19:4<377::AID-JCC1>3.0.CO;2-P}",
    ),
    ("doi = {10.48550/arXiv.1706.03762v5}", ["v5"], "doi = {10.48550/arXiv.1706.03762}"),
    (r"doi = {10.1007/978-3\_21.}", ["."], "doi = {10.1007/978-3_21}"),
]

CLEAN = [
    "doi = {10.1000/182}",
    "doi = {https://doi.org/10.1000/182}",
    "doi = {10.1002/(SICI)1096-987X(199803)19:4<377::AID-JCC1>3.0.CO;2-P}",
    "doi = {TBD}",
    "doi = {}",
    r"doi = {10.1007/978-3\_21}",
    "doi = {10/b5sbgm}",
    "doi = {10.48550/arXiv.1706.03762}",
    "doi = {10.48550/arXiv.math/0309136}",
    "doi = {n/a}",
    "doi = {10.5281/zenodo.1234v2}",
    "doi = undefinedmacro",
]


@pytest.mark.parametrize(("fields", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, fields: str, pointed_at: list[str], fixed: str | None) -> None:
    text = f"@misc{{k, {fields}}}\n"
    findings = check("malformed-doi", text, dialect="bibtex")
    assert [text[f.span.start : f.span.end] for f in findings] == pointed_at
    assert apply(text, findings) == f"@misc{{k, {fixed or fields}}}\n"
    if fixed:
        assert not check("malformed-doi", f"@misc{{k, {fixed}}}\n", dialect="bibtex")


@pytest.mark.parametrize("fields", CLEAN)
def test_clean(check: Check, fields: str) -> None:
    assert not check("malformed-doi", f"@misc{{k, {fields}}}\n", dialect="bibtex")


@pytest.mark.parametrize(
    ("value", "remedy"),
    [
        ("nature10836", "did you mean `10.1038/nature10836`?"),
        ("s41586-020-2649-2", "did you mean `10.1038/s41586-020-2649-2`?"),
        ("1038/nature10836", "did you mean `10.1038/nature10836`?"),
        ("see the book", "write all of it, or remove the field"),
    ],
)
def test_what_is_no_doi_is_told_with_a_remedy(check: Check, value: str, remedy: str) -> None:
    (finding,) = check("malformed-doi", f"@article{{k, doi = {{{value}}}}}")
    assert finding.message == f"`{value}` is no DOI, which starts with `10.`; {remedy}"
