"""Which lists are worth a close look: what may be faulty is, and of the rest hardly any."""

from __future__ import annotations

import pytest

from bibcheck.names.faults.triggers import may_be_faulty
from bibcheck.names.parse import read_names

SUSPECTS = [
    "Ann Ng; Bo Li",
    "Ann Ng & Bo Li",
    "Ann Ng\\and Bo Li",
    "Ann Ng\\ Li",
    "Ann Ng\\\nLi",
    "Ann Ng et al.",
    "Ann Ng with Bo Li",
    "The Tree Consortium",
    "THE TREE CONSORTIUM",
    "Consortium, Tree",
    "Dr. Ann Ng",
    "Ng, Jr., Ann",
    "Ann Ng (ed.)",
    "Ann editor Ng",
    "Ann comp. Ng",
    "Ann Ng*",
    "Ann Ng1",
    "Ann Ng\\thanks{Trees}",
    "Firstname Lastname",
    "{Jane Author}",
    "andBo Li",
    "Ann Ng andBo Li",
    "Ann Ng andBo andCy Li",
    "Ann Ng AND Bo Li AND Cyand Dee",
    "Ann Ng~and Bo Li",
    "Annand Bo",
    "A.and Bo",
    "and Ann Ng",
    "Ann Ng and",
    "{Ann Ng and Bo Li}",
    "{Ann and Bo} and Cy Roe",
    "Ann, Bo, Cy",
    "Ann,",
    "Jane Ng\nBob Li",
    "Jane von Ng\nLi",
    "Roe J.",
    "Roe Xyz.",
    "Roe J., Ann",
    "Aa Bb Cc Dd Ee Ff",
    "Aa Bb von Dd Ee Ff",
    "Roe SH",
    "Roe SHK",
    "Ann van Rowena SHK",
    # The only name with a comma, of which each side has two words.
    "Garcia Marquez, Gabriel Jose",
    "Ann Ng and Garcia Marquez, Gabriel Jose",
    "Ann Ng and van Marquez, Gabriel Jose",
]
CLEAN = [
    "Ann Ng",
    "Ann trans Ng",
    "Ng, Ann and Li, Bo and others",
    "Ann Roland and Bo Brand",
    "Brand, Andrea",
    "{Brand} Ng",
    "{Ann} Brand and {Li}, Roland",
    "Jane\nNg Bob",
    "Jane Ng Bob Li",
    "Aa Bb Cc Dd Ee",
    "Roe SHKL",
    "Roe Xyz",
    "Roe, SH",
    "SH",
    "Roe, J.",
    "Garcia, Gabriel Jose",
    "Garcia Marquez, Gabriel",
    "Garcia Marquez, Gabriel Jose and Li, Bo",
    "Garcia Marquez, Gabriel Jose and Roe Smith, Ann Bo",
]


@pytest.mark.parametrize("text", SUSPECTS)
def test_a_list_that_may_be_faulty(text: str) -> None:
    assert may_be_faulty(text, read_names(text))


@pytest.mark.parametrize("text", CLEAN)
def test_a_list_that_is_passed_over(text: str) -> None:
    assert not may_be_faulty(text, read_names(text))
