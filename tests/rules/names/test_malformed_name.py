"""malformed-name: what is reported, what the fix writes, and what stays clean."""

from __future__ import annotations

import pytest

from tests.rules.names.lists import entry, report

# list, what is reported of it, the list after the fix (None: no fix)
REPORTED = [
    ("Ng, Ann, and Roe, Bo", ["Ng, Ann,"], None),
    ("Birrane, E., III, Ng, A", ["Birrane, E., III, Ng, A"], None),
    ("Ng, Ann and , Bo", [", Bo"], None),
    ("Ng,, Ann", ["Ng,, Ann"], None),
    ("Smith, John, Jr.", ["Smith, John, Jr."], None),
    ("Frederick P. Brooks, Jr.", ["Frederick P. Brooks, Jr."], None),
    ("Ann Ng and Frederick P. Brooks Jr.", ["Frederick P. Brooks Jr."], None),
    ("Beck, W, Marcus", ["Beck, W, Marcus"], None),
    ("Murphy, K. and Jones T.B.", ["Jones T.B."], None),
    ("Madou, Matias De Sutter, Bjorn", ["Madou, Matias De Sutter, Bjorn"], None),
    (
        "data supplied by M. Donohue, also citing Darrell T. Tryon",
        ["data supplied by M. Donohue, also citing Darrell T. Tryon"],
        None,
    ),
    (
        "PAYNE, David L. A classification of Maipuran languages. In D. C. Derbyshire (eds.), Handbook, vol",
        ["PAYNE, David L. A classification of Maipuran languages. In D. C. Derbyshire (eds.), Handbook, vol"],
        None,
    ),
    (
        "Rigsby, B. and in Australian Linguistics No.13, P. Sutton (eds) Papers",
        ["in Australian Linguistics No.13, P. Sutton (eds) Papers"],
        None,
    ),
    ("Pedebos, Conrado and J\\\nha, Shantenu", ["J\\\nha, Shantenu"], None),
    ("Shantenu J\\ ha", ["Shantenu J\\ ha"], None),
    ("Smith SH and Jones AB", ["Smith SH"], None),
    ("Smith SH", ["Smith SH"], None),
    ("Staci D. Bilbo and Smith SH and Jaclyn M. Schwarz", ["Smith SH"], None),
    ("Smith S and Jones A and Roe B", ["Smith S"], None),
    ("J.J.G., Hanson", ["J.J.G., Hanson"], None),
    ("Brooks, Jr., Frederick P., PhD", ["Brooks, Jr., Frederick P., PhD"], None),
    ("{McNutt}, Ralph L., Jr.", ["{McNutt}, Ralph L., Jr."], None),
    ("Hatzes, A. and Mkrtichian, D., and Simon, E.,", ["Mkrtichian, D.,"], None),
    ("Ng, X Y, Ann", ["Ng, X Y, Ann"], None),
    ("Ng, Ann Bo, Li", ["Ng, Ann Bo, Li"], None),
    ("Ng, Ann in volume with the", ["Ng, Ann in volume with the"], None),
    ("Ng, Ann B. C. D. No. 13", ["Ng, Ann B. C. D. No. 13"], None),
    ("Ng in a volume with", ["Ng in a volume with"], None),
    ("Smith S and Jones A and Ng S H", ["Smith S"], None),
]
CLEAN = [
    "Weinan E and Malcolm X",
    "Rishi T. and C. V. Radhakrishnan",
    "Weinan E",
    "Jian WU and Wei LI",
    "Siemens AG",
    "E, Weinan and Ng, Ann",
    "Jos{\\'e} Maria da Silva e Souza dos Santos",
    "Ng Jr.",
    "Ng III",
    "Smith S",
    "Smith S and Jones, A.",
    "Smith S and Jones A and Ann Ng",
    "Smith SHK",
    "Smith MA",
    "Smith J.",
    "J. K., L.",
    "Ng, Ann, Li",
    "Ng and in a volume",
    "Ng, Ann. No. 13",
    "data from in collaboration with Ann Ng Foo",
    "Institute of the physics in the room",
    "Ng Ann van der de Berg",
    "Smith Jr., John",
    "A. B., C.",
    "J. Hanson, K.",
    "{Ng} Jr.",
]


@pytest.mark.parametrize(("names", "spans", "wanted"), REPORTED)
def test_a_list_is_reported_and_mended(check, names, spans, wanted) -> None:
    assert report(check, "malformed-name", names) == (spans, wanted)


@pytest.mark.parametrize("names", CLEAN)
def test_a_good_list_stays_clean(check, names) -> None:
    assert not check("malformed-name", entry(names))


def test_the_message_says_what_the_program_makes_of_it(check) -> None:
    assert "biber leaves the entry out" in check("malformed-name", entry("A, B, c, d e"), dialect="biblatex")[0].message
    assert "BibTeX prints `c d e A, B`" in check("malformed-name", entry("A, B, c, d e"))[0].message


@pytest.mark.parametrize(
    ("names", "remedy"),
    [
        ("Vu Dinh and Frederick A. Matsen IV", "write `Matsen, IV, Frederick A.`"),
        ("Ludwig van Beethoven Jr.", "write `van Beethoven, Jr., Ludwig`"),
        ("Frederick P. Brooks, Jr.", "write `Brooks, Jr., Frederick P.`"),
        ("{McNutt}, Ralph L., Jr.", "write `{McNutt}, Jr., Ralph L.`"),
        ("J.J.G., Hanson", "write `Hanson, J. J. G.`"),
        ("Murphy, K. and Jones T.B.", "write `Jones, T. B.`"),
        ("Smith SH and Jones AB", "write `Smith, S. H.` (2 such names in this list)"),
        ("J\\\nha, Shantenu", "write `Jha`"),
        ("Ann Ng Jr.", "write `Ng, Jr., Ann`"),
        ("Smith, III", "write `Last, III, First`"),
        ("Smith SH and Jones A", "write `Smith, S. H.` (2 such names in this list)"),
        ("Smith MA and Ng SH", "write `Smith, M. A.` (2 such names in this list)"),
        ("Smith J. K.", "write `Smith, J. K.`"),
        ("Smith J. and Ng, Al", "write `Smith, J.`"),
        ("Ng J.K.", "write `Ng, J. K.`"),
        ("J., Hanson", "write `Hanson, J.`"),
        ("Ng, Ann,", "write `Ng, Ann`"),
        (",Ann", "delete the comma, or write the name"),
        ("Ng, , Ann", "nothing between them: delete one"),
        ("J. K., Hanson", "write `Hanson, J. K.`"),
        ("de Ng T.B.", "write `de Ng, T. B.`"),
        ("van Ng S. H.", "write `van Ng, S. H.`"),
        ("Ng S. H. and Ann Li", "write `Ng, S. H.`"),
        ("Ng A and Roe B and Li C and Xi D", "write `Ng, A.` (4 such names in this list)"),
        ("Ng A and Roe BC", "write `Ng, A.` (2 such names in this list)"),
        ("Ann {Ng} Jr.", "write `Last, Jr., First`"),
        ("Ann van Ng II", "write `van Ng, II, Ann`"),
    ],
)
def test_the_message_names_the_remedy(check, names, remedy) -> None:
    assert check("malformed-name", entry(names))[0].message.endswith(remedy)


@pytest.mark.parametrize(
    ("names", "remedy"),
    [
        ("{Mkrtichian}, D.~E., and Roe, Bo", "`{Mkrtichian}, D.~E.`"),
        ("Имаев, Д.Х., and Roe, Bo", "`Имаев, Д.Х.`"),
        ("Roe Bo, and Smith JA, and Ng, Ann", "`Roe Bo`"),
    ],
)
def test_what_is_written_for_a_comma_at_the_end(check, names, remedy) -> None:
    finding, *_ = check("malformed-name", entry(names))
    assert f"ends in a comma: write {remedy}" in finding.message
