"""mixed-name-order: names in the order of the fewer are turned, if BibTeX reads the same parts then."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.names.lists import entry

ORDER = "@book{a, author = {Knuth, Donald E. and de Boer, Bart}}\n"


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        ("Paul Vogt", "Vogt, Paul"),
        ("Ludwig van Beethoven", "van Beethoven, Ludwig"),
        ("Jean-Paul Sartre", "Sartre, Jean-Paul"),
        ("Ann Smith-Jones", "Smith-Jones, Ann"),
        ("J.~R. {De Roo}", "{De Roo}, J.~R."),
    ],
)
def test_the_order_of_the_fewer_is_turned(check, names, wanted) -> None:
    text = ORDER + entry(names)
    (finding,) = check("mixed-name-order", text)
    assert apply(text, [finding]) == ORDER + entry(wanted)


def test_a_list_is_one_finding(check) -> None:
    text = ORDER + ORDER.replace("{a", "{b") + entry("Paul Vogt and Ann Ng")
    (finding,) = check("mixed-name-order", text)
    assert "`Paul Vogt` and 1 more" in finding.message
    assert apply(text, [finding]).endswith(entry("Vogt, Paul and Ng, Ann"))


@pytest.mark.parametrize(
    "names", ["{ATLAS Collaboration}", "Aristotle", "Ng, Ann", "others", "\udcc1\udce5\udce9 \udcc1."]
)
def test_what_has_no_order_is_in_none(check, names) -> None:
    assert not check("mixed-name-order", ORDER + entry(names))


def test_the_names_of_a_faulty_list_count_as_they_will_be_read(check) -> None:
    text = entry("Bo Ng and Ann Ng") + entry("Roe, A., Li, B., Hu, C.")
    (finding,) = check("mixed-name-order", text)
    assert finding.message.endswith("like 2 names of the file; 3 are written `Last, First`")
    text = entry("Bo Ng and Ann Ng and Al Ng and Cy Ng") + entry("Roe, A., Li, B., Hu, C.")
    (finding,) = check("mixed-name-order", text)
    assert (text[slice(*finding.span)], finding.edits) == ("Roe, A., Li, B., Hu, C.", ())


def test_the_order_of_the_many_stays(check) -> None:
    (finding,) = check("mixed-name-order", ORDER + entry("Bo Ng and Ann Ng and Al Ng"))
    assert finding.key == "a"


def test_names_that_need_their_comma_keep_it(check) -> None:
    text = entry("Ann Ng and Bo Roe and Al Li") + entry("Garc{\\'i}a M{\\'a}rquez, Gabriel and King, Jr., Martin")
    assert not check("mixed-name-order", text)


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (
            "Bo Ng",
            "`Bo Ng` is written `First Last`, like 1 name of the file; 2 are written `Last, First`",
        ),
        (
            "Bo Ng and Al Roe and Li, Cy",
            "`Bo Ng` and 1 more are written `First Last`, like 2 names of the file; 3 are written `Last, First`",
        ),
    ],
)
def test_the_message_counts_the_names_of_the_file(check, names, message) -> None:
    [finding] = check("mixed-name-order", ORDER + entry(names))
    assert finding.message == message


@pytest.mark.parametrize("names", ["Knuth, Donald and Bo Ng", "Bo Ng and Knuth, Donald"])
def test_in_a_tie_names_get_their_comma(check, names) -> None:
    text = entry(names)
    [finding] = check("mixed-name-order", text)
    assert apply(text, [finding]) == entry(names.replace("Bo Ng", "Ng, Bo"))


def test_a_name_that_would_be_read_otherwise_stays(check) -> None:
    text = ORDER + entry("Bo Ng and Al Roe, Jr.")
    assert apply(text, check("mixed-name-order", text)).endswith(entry("Ng, Bo and Al Roe, Jr."))


def test_a_file_in_one_order_is_clean(check) -> None:
    assert not check("mixed-name-order", ORDER)
    assert not check("mixed-name-order", entry("Bo Ng and Al Roe and Aristotle"))
