"""Organisations among people: whether their braces are sure to be wanted, and what is said where they are not."""

from __future__ import annotations

import pytest

from bibcheck.names.faults.fault import BODY, BRACED_LIST
from tests.names.lists import faults_of

WHOLE = "put braces around the whole name of an organization, and delete an affiliation"
BODIES = [
    # (text, what the braces hold, whether they are sure)
    ("The UniProt Consortium", "{The UniProt Consortium}", True),
    ("R Core Team and Jane Roe", "{R Core Team}", True),
    ("Jane Roe and R Core Team", "{R Core Team}", True),
    ("Jane Roe and R Core Team and Ann Smith", "{R Core Team}", True),
    ("THE UNIPROT CONSORTIUM", "{THE UNIPROT CONSORTIUM}", False),
    (r"The {\L}odz Consortium", r"{The {\L}odz Consortium}", False),
    ("Team, R Core", "{R Core Team}", False),
    ("Standardization, International Organization for", "{International Organization for Standardization}", False),
    ("Acme Widgets, Inc.", "{Acme Widgets, Inc.}", False),
    ("Associated Press", "{Associated Press}", True),
    ("The Associated Press", "{The Associated Press}", True),
    # Behind an organisation in braces it is no affiliation.
    ("{Jane Roe} and University of Trees", "{University of Trees}", True),
    ("University of Washington, Graduate", "{University of Washington, Graduate}", False),
    ("Language Center, Prolingua Institute", "{Language Center, Prolingua Institute}", False),
    ("University of Trees, University of Trees", "{University of Trees}", False),
    ("Gemma, Team", "{Gemma Team}", False),
    # The `and` is its own.
    ("Department of Health and Human Services", "{Department of Health and Human Services}", True),
    ("Department of Health and Human Science", "{Department of Health and Human Science}", True),
]
IN_DOUBT = [
    ("Jane Roe and University of Trees", "delete it if it is an affiliation, or put braces around it"),
    ("Jane and R Core Team", WHOLE),
    ("R Core Team and Jane", WHOLE),
    ("Language Center, Prolingua", WHOLE),
    ("Amazon, Brown University", WHOLE),
    ("Biology, Systems", WHOLE),
    ("Information Administration", WHOLE),
]


@pytest.mark.parametrize(("text", "written", "is_sure"), BODIES)
def test_braces_around_an_organisation(text: str, written: str, is_sure: bool) -> None:
    (fault,) = faults_of(text, BODY)
    assert [new for _, _, new in fault.edits] == [written]
    assert (fault.is_sure, fault.said) == (is_sure, "")


@pytest.mark.parametrize(("text", "said"), IN_DOUBT)
def test_an_organisation_that_may_be_part_of_something(text: str, said: str) -> None:
    (fault,) = faults_of(text, BODY)
    assert (fault.said, fault.edits) == (said, ())


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("{Jane Roe and Ann Smith}", 1),
        ("{Jane Roe and others}", 1),
        ("{Roe, Jane and Smith, Ann}", 1),
        ("{Trees and Nets}", 0),
        ("{Centers for Disease Control and Prevention}", 0),
        ("{Jane Roe}", 0),
        ("{Sandra Ng}", 0),
        ("{Ann Ng and Bo} {Li}", 0),
        ("{Jane Roe and Xq Xqz}", 1),
        ("{Trees and Jane}", 0),
        ("Jane Roe and Ann Smith", 0),
    ],
)
def test_people_in_one_pair_of_braces(text: str, count: int) -> None:
    assert len(faults_of(text, BRACED_LIST)) == count


@pytest.mark.parametrize(
    "text",
    [
        "{Department} of Health and Human Services",
        "Department of Health and Human Services and Jane Roe",
        "National Health and Human Science",  # no word that no person bears
        "Department of Health and Human Trees",
        "Department of Health and the",
        "Jane Roe and Human Services",
    ],
)
def test_two_names_that_may_not_be_one(text: str) -> None:
    assert not any(len(fault.names) > 1 for fault in faults_of(text, BODY))
