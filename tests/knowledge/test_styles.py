"""What the table of styles says."""

from __future__ import annotations

import pytest

from bibcheck.knowledge.styles import prints, styles


@pytest.mark.parametrize(
    ("style", "type", "field", "expected"),
    [
        ("plain", "article", "url", False),
        ("plain", "misc", "howpublished", True),
        ("plain", "article", "howpublished", False),
        ("IEEEtran", "article", "url", True),
        ("IEEEtran", "article", "doi", False),
        ("ieeetran", "article", "doi", False),  # TeX Live's files are found whatever the case on some systems
        ("IEEEtran.bst", "article", "doi", False),
        ("plainnat", "inproceedings", "doi", True),
        ("plainnat", "conference", "doi", True),
        ("plainnat", "phdthesis", "doi", False),
        ("plainnat", "dataset", "doi", False),  # set as misc
        ("splncs04", "misc", "eprint", False),
        ("apsrev4-2", "misc", "eprint", True),
        ("ACM-Reference-Format", "online", "doi", True),
        ("acl_natbib", "article", "doi", True),
        ("siamplain", "article", "eprint", False),
        ("biblatex", "online", "eprint", True),
        ("authoryear-comp", "article", "doi", True),
        ("apa", "article", "doi", True),
        ("apalike", "article", "doi", False),
        ("apalike-german", "article", "doi", None),
        ("chem-acs", "article", "doi", None),
        ("house", "article", "doi", None),
        ("", "article", "doi", None),
    ],
)
def test_what_a_style_prints(style: str, type: str, field: str, expected: bool | None) -> None:
    assert prints(style, type, field) is expected


def test_every_style_has_a_row_of_its_own() -> None:
    names = styles()
    assert len(names) == len({name.lower() for name in names})
    assert all(prints(name, "misc", "author") is False for name in names)  # a row, though not of this field
