"""comma-separated-names: what is reported, what the fix writes, and what stays clean."""

from __future__ import annotations

import pytest

from tests.rules.names.lists import entry, report

# list, what is reported of it, the list after the fix (None: no fix)
REPORTED = [
    ("E. Hairer, C. Lubich and G. Wanner", ["E. Hairer, C. Lubich"], "E. Hairer and C. Lubich and G. Wanner"),
    ("Smith, J., Doe, A., and Roe, B.", ["Smith, J., Doe, A.,"], "Smith, J. and Doe, A. and Roe, B."),
    (
        "Leung Tsang, Jin Au Kong, Kung-Hau Ding",
        ["Leung Tsang, Jin Au Kong, Kung-Hau Ding"],
        "Leung Tsang and Jin Au Kong and Kung-Hau Ding",
    ),
    ("Jane Smith, John Doe, and Ann Roe", ["Jane Smith, John Doe,"], "Jane Smith and John Doe and Ann Roe"),
    ("A. Ng, B. Roe, \\& C. Li", ["A. Ng, B. Roe, \\& C. Li"], "A. Ng and B. Roe and C. Li"),
    (
        "Abrahams E, Anderson PW, Licciardello DC and Roe B",
        ["Abrahams E, Anderson PW, Licciardello DC"],
        "Abrahams, E. and Anderson, P. W. and Licciardello, D. C. and Roe, B.",
    ),
    ("Tsang L, Ishimaru A", ["Tsang L, Ishimaru A"], "Tsang, L. and Ishimaru, A."),
    (
        "Jos\\'e Bru{\\~n}a, Ann Ng, Al Roe",
        ["Jos\\'e Bru{\\~n}a, Ann Ng, Al Roe"],
        "Jos\\'e Bru{\\~n}a and Ann Ng and Al Roe",
    ),
    (
        'Mair, Jr, Daniel, Br{\\"u}hl, Sr, Dan',
        ['Mair, Jr, Daniel, Br{\\"u}hl, Sr, Dan'],
        'Mair, Jr, Daniel and Br{\\"u}hl, Sr, Dan',
    ),
    (
        "T.P. Straatsma, H.J.C. Berendsen and A.J. Stam",
        ["T.P. Straatsma, H.J.C. Berendsen"],
        "T. P. Straatsma and H. J. C. Berendsen and A. J. Stam",
    ),
    (
        "Abrahams E, Anderson PW, Licciardello DC and Roe BK",
        ["Abrahams E, Anderson PW, Licciardello DC"],
        "Abrahams, E. and Anderson, P. W. and Licciardello, D. C. and Roe, B. K.",
    ),
    ("Ng A, Roe B", ["Ng A, Roe B"], "Ng, A. and Roe, B."),
    ("Ng A., Roe B. and Li C.", ["Ng A., Roe B."], "Ng, A. and Roe, B. and Li, C."),
    ("Ng A., Roe B.,", ["Ng A., Roe B.,"], "Ng, A. and Roe, B."),
    ("Smith, J., Doe, A.", ["Smith, J., Doe, A."], "Smith, J. and Doe, A."),
    ("Smith, Jane, Doe, Anna", ["Smith, Jane, Doe, Anna"], "Smith, Jane and Doe, Anna"),
    ("Smith, Jane, Doe, Xq, Roe, Bob", ["Smith, Jane, Doe, Xq, Roe, Bob"], "Smith, Jane and Doe, Xq and Roe, Bob"),
    ("Smith, V., Doe, A.", ["Smith, V., Doe, A."], "Smith, V. and Doe, A."),
    ("Ann Ng, Bo Li, Al Roe and Smith, John", ["Ann Ng, Bo Li, Al Roe"], "Ann Ng and Bo Li and Al Roe and Smith, John"),
    (
        "Smith J, Doe A, Li C and Roe B and Ng, Al",
        ["Smith J, Doe A, Li C"],
        "Smith, J. and Doe, A. and Li, C. and Roe, B. and Ng, Al",
    ),
    ("Ann Ng,Bo Li,Cy Roe", ["Ann Ng,Bo Li,Cy Roe"], "Ann Ng and Bo Li and Cy Roe"),
    (
        "Mair, Jr, Daniel, Ng, Sr, Dan, Roe, III, Cy",
        ["Mair, Jr, Daniel, Ng, Sr, Dan, Roe, III, Cy"],
        "Mair, Jr, Daniel and Ng, Sr, Dan and Roe, III, Cy",
    ),
    ("J. Ng, K. Li", ["J. Ng, K. Li"], "J. Ng and K. Li"),
    ("de la Cruz A, Roe B", ["de la Cruz A, Roe B"], "de la Cruz, A. and Roe, B."),
    ("Ng A~B, Roe C", ["Ng A~B, Roe C"], "Ng, A. B. and Roe, C."),
    ("J. Brand Li, K. Roe", ["J. Brand Li, K. Roe"], "J. Brand Li and K. Roe"),
    (
        "Roland Smith, Armand Li, Ferdinand Roe",
        ["Roland Smith, Armand Li, Ferdinand Roe"],
        "Roland Smith and Armand Li and Ferdinand Roe",
    ),
    ("Smith, Jane Xq, Doe, Anna Xq", ["Smith, Jane Xq, Doe, Anna Xq"], "Smith, Jane Xq and Doe, Anna Xq"),
]
CLEAN = [
    "Senate Employment, Workplace Relations, Small Business and Committee, Education",
    "King, Jr., Martin Luther",
    'Mair, Jr, Daniel, Br{\\"u}hl',
    "Ng A., Roe B.",
    "Butler H., Inez M.",
    "Smith, Xq, Doe, Xq, Roe, Xq",
    "Smith, J., Doe, A., Roe",
    "Ann Ng, Al Roe and Smith, John",
    "Leung Tsang, Jin Kong",
    "Mair, Jr, Daniel, Bruhl, Sr",
    "Employment, Workplace Relations, Small Business",
    "Smith J, Doe A and Roe, B",
    "Mair, Jr, Daniel, Ng, Sr, Dan, Roe",
    "Xqa Ng, Xqb Li",
    "Ng A, Roe B C D E",
    "Smith Jo, Doe Al",
    "Smith, Xq Jane, Doe, Xq Anna",
]


@pytest.mark.parametrize(("names", "spans", "wanted"), REPORTED)
def test_a_list_is_reported_and_mended(check, names, spans, wanted) -> None:
    assert report(check, "comma-separated-names", names) == (spans, wanted)


@pytest.mark.parametrize("names", [wanted for _, _, wanted in REPORTED if wanted])
def test_a_mended_list_is_clean(check, names) -> None:
    assert not check("comma-separated-names", entry(names))


@pytest.mark.parametrize("names", CLEAN)
def test_a_good_list_stays_clean(check, names) -> None:
    assert not check("comma-separated-names", entry(names))
