"""unprotected-organization: what is reported, what the fix writes, and what stays clean."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.names.lists import entry, report

# list, what is reported of it, the list after the fix (None: no fix)
REPORTED = [
    ("Bank of England", ["Bank of England"], "{Bank of England}"),
    ("Centre for Ageing", ["Centre for Ageing"], "{Centre for Ageing}"),
    ("House of Commons", ["House of Commons"], "{House of Commons}"),
    ("U.S. Navy", ["U.S. Navy"], "{U.S. Navy}"),
    ("Language Center, Prolingua", ["Language Center, Prolingua"], None),
    ("Jane Smith, University of Trier", ["Jane Smith, University of Trier"], None),
    ("ATLAS Collaboration", ["ATLAS Collaboration"], "{ATLAS Collaboration}"),
    ("CMS Collaboration", ["CMS Collaboration"], "{CMS Collaboration}"),
    (
        "Ng, Ann and the Rubin Operations Team",
        ["the Rubin Operations Team"],
        "Ng, Ann and {the Rubin Operations Team}",
    ),
    ("Collaboration, Open Science", ["Collaboration, Open Science"], "{Open Science Collaboration}"),
    (
        "Standardization, International Organization for",
        ["Standardization, International Organization for"],
        "{International Organization for Standardization}",
    ),
    (
        "University of Washington, Graduate School",
        ["University of Washington, Graduate School"],
        "{University of Washington, Graduate School}",
    ),
    ("Gurobi Optimization, LLC", ["Gurobi Optimization, LLC"], "{Gurobi Optimization, LLC}"),
    ("Bureau of Labor and Statistics", ["Bureau of Labor and Statistics"], "{Bureau of Labor and Statistics}"),
    (
        "U.S. Department of Health and Human Services",
        ["U.S. Department of Health and Human Services"],
        "{U.S. Department of Health and Human Services}",
    ),
    (
        "National Telecommunications and Information Administration",
        ["National Telecommunications and Information Administration"],
        "{National Telecommunications and Information Administration}",
    ),
    ("Board, Internet Activities", ["Board, Internet Activities"], "{Internet Activities Board}"),
    ("The Black \\& Bloom Group", ["The Black \\& Bloom Group"], "{The Black \\& Bloom Group}"),
    ("Hamamatsu Photonics K. K.", ["Hamamatsu Photonics K. K."], "{Hamamatsu Photonics K. K.}"),
    ("Laboratories, Bolt Beranek and Newman", ["Laboratories, Bolt Beranek"], None),
    ("R Core Team", ["R Core Team"], "{R Core Team}"),
    ("R Development Core Team", ["R Development Core Team"], "{R Development Core Team}"),
    ("Caminao Blog", ["Caminao Blog"], "{Caminao Blog}"),
    ("Research Graph", ["Research Graph"], "{Research Graph}"),
    ("Microsoft Research", ["Microsoft Research"], "{Microsoft Research}"),
    ("COPE COUNCIL", ["COPE COUNCIL"], "{COPE COUNCIL}"),
    ("J. Paul Getty Museum", ["J. Paul Getty Museum"], "{J. Paul Getty Museum}"),
    ("Argonne National Laboratory", ["Argonne National Laboratory"], "{Argonne National Laboratory}"),
    (
        "Disbray, Samantha and Warumungu speakers",
        ["Warumungu speakers"],
        "Disbray, Samantha and {Warumungu speakers}",
    ),
    ("Gemma, Team", ["Gemma, Team"], "{Gemma Team}"),
    ("Editor, RFC", ["Editor, RFC"], "{RFC Editor}"),
    ("Team, Gemma", ["Team, Gemma"], "{Gemma Team}"),
    (
        "Argonne National Laboratory, Argonne National Laboratory",
        ["Argonne National Laboratory, Argonne National Laboratory"],
        "{Argonne National Laboratory}",
    ),
    ("Asadi, Kavosh and Amazon, Brown University", ["Amazon, Brown University"], None),
    ("Amazon, Brown University", ["Amazon, Brown University"], None),
    ("Kou, Yan and Therapeutics, Systems and Biology, Systems and Ng, Avi", ["Therapeutics, Systems"], None),
    ("Jiang, S. and Hammersmith Hospital London", ["Hammersmith Hospital London"], None),
    (
        "Senate Employment, Workplace Relations, Small Business and Committee, Education",
        ["Committee, Education"],
        None,
    ),
    (
        "Cerello, P and GPCALMA Project and Alice Collaboration",
        ["GPCALMA Project"],
        "Cerello, P and {GPCALMA Project} and {Alice Collaboration}",
    ),
    (
        "Adaptive Computing Enterprises, Inc",
        ["Adaptive Computing Enterprises, Inc"],
        "{Adaptive Computing Enterprises, Inc}",
    ),
    ("Ng, Ann and University of Trier", ["University of Trier"], None),
    ("Ng, Ann and University of Trier and University of Bonn", ["University of Trier"], None),
    ("Bank of England and University of Trier", ["Bank of England"], "{Bank of England} and {University of Trier}"),
    ("Physics, Systems", ["Physics, Systems"], None),
    ("Information Administration", ["Information Administration"], None),
    ("Bell Laboratories, Inc.", ["Bell Laboratories, Inc."], "{Bell Laboratories, Inc.}"),
    ("Inc., Bell Laboratories", ["Inc., Bell Laboratories"], "{Bell Laboratories Inc.}"),
    ("Planck, Max Institute", ["Planck, Max Institute"], None),
    ("Learning, Machine Research Group", ["Learning, Machine Research Group"], None),
    ("Department of Health and Ann Services", ["Department of Health"], "{Department of Health} and {Ann Services}"),
    ("University of Trier and others", ["University of Trier"], "{University of Trier} and others"),
    ("Bolt and Beranek Laboratories", ["Beranek Laboratories"], None),
]
CLEAN = [
    "William of Ockham",
    "Duke of Wellington",
    "{Bank of England}",
    "Smith, Jane and School, J.",
    "J. B. Society",
    "M. Group",
    "Anonymous",
    "Smith and Sons",
    "ACM, SIGUCCS",
]


@pytest.mark.parametrize(("names", "spans", "wanted"), REPORTED)
def test_a_list_is_reported_and_mended(check, names, spans, wanted) -> None:
    assert report(check, "unprotected-organization", names) == (spans, wanted)


@pytest.mark.parametrize("names", [wanted for _, _, wanted in REPORTED if wanted])
def test_a_mended_list_is_clean(check, names) -> None:
    assert not check("unprotected-organization", entry(names))


@pytest.mark.parametrize("names", CLEAN)
def test_a_good_list_stays_clean(check, names) -> None:
    assert not check("unprotected-organization", entry(names))


@pytest.mark.parametrize("platform", ["ACL Anthology", "SAGE Journals"])
def test_a_platform_may_be_the_author_of_a_page_but_not_of_a_paper(check, platform) -> None:
    text = f"@misc{{k, author = {{{platform}}}}}"
    assert apply(text, check("unprotected-organization", text)) == text.replace(platform, f"{{{platform}}}")
    assert not check("unprotected-organization", text.replace("misc", "article"))


@pytest.mark.parametrize(
    ("names", "messages"),
    [
        (
            "Bank of England",
            ["`Bank of England` is a person to BibTeX, with the family name `England`: put braces around it"],
        ),
        (
            "Bank of England and University of Trier",
            [
                "`Bank of England` is a person to BibTeX, with the family name `England`: put braces "
                "around it (2 organizations in this list)"
            ],
        ),
    ],
)
def test_the_message_says_how_many(check, names, messages) -> None:
    assert [finding.message for finding in check("unprotected-organization", entry(names))] == messages
