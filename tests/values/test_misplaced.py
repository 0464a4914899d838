"""Values in the field of another."""

from __future__ import annotations

import pytest

from bibcheck.values.misplaced import (
    find_address,
    find_editors,
    find_in_container,
    find_series,
    read_access,
    read_alone,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Proc. of X (pp. 12-15)", [("pages", "12-15", "pp. 12-15")]),
        ("Nature, Vol. 12", [("volume", "12", "Vol. 12")]),
        ("Page 3 Studies", []),
        ("Proc. of ACL (Volume 1: Long Papers)", []),
    ],
)
def test_pages_and_volumes_in_a_name(text: str, found: list[tuple[str, str, str]]) -> None:
    assert [(one.field, one.value, text[slice(*one.span)]) for one in find_in_container(text)] == found


def test_editors_and_series() -> None:
    text = "J. Stern (ed.), Eurocrypt, LNCS vol. 1592"
    editors, series = find_editors(text), find_series(text)
    assert editors and text[slice(*editors)] == "(ed.)"
    assert series and text[slice(*series)] == "LNCS vol. 1592"
    assert find_editors("The Editor's Companion") is None
    assert find_series("Lecture Notes in Trees") is None


@pytest.mark.parametrize(
    ("text", "read"), [("pp. 12--15", ("pages", "12--15")), ("Vol. 4", ("volume", "4")), ("4, part 2", None)]
)
def test_a_whole_value_for_another_field(text: str, read: tuple[str, str] | None) -> None:
    assert read_alone(text) == read


@pytest.mark.parametrize(
    ("note", "day"),
    [
        ("Accessed: 2020-05-03", "2020-05-03"),
        ("[Online; accessed 3-May-2020]", None),
        ("Last visited: 3rd May 2020.", "2020-05-03"),
        ("Accessed 31 February 2020", None),
        ("Accessed in 2020", None),
    ],
)
def test_the_day_of_access(note: str, day: str | None) -> None:
    assert read_access(note) == day


@pytest.mark.parametrize(
    ("note", "value", "written", "cut"),
    [
        (r"\url{https://a.org/x}", "https://a.org/x", r"\url{https://a.org/x}", r"\url{https://a.org/x}"),
        (r"\url{https://a.org/x}, in German", "https://a.org/x", r"\url{https://a.org/x}", r"\url{https://a.org/x}, "),
        (
            r"In German: \url{https://a.org/x}.",
            "https://a.org/x",
            r"\url{https://a.org/x}",
            r": \url{https://a.org/x}.",
        ),
        ("www.a.org/x", "https://www.a.org/x", "www.a.org/x", "www.a.org/x"),
        (r"https://a.org/x\_y.", "https://a.org/x_y", r"https://a.org/x\_y", r"https://a.org/x\_y."),
        ("https://a.org/x (2nd part)", "https://a.org/x", "https://a.org/x", "https://a.org/x "),
        (
            r"Oak. Available at: \url{https://a.org/x}",
            "https://a.org/x",
            r"\url{https://a.org/x}",
            r". Available at: \url{https://a.org/x}",
        ),
        (
            r"Accessed 3 May 2020 \url{https://a.org/x}",
            "https://a.org/x",
            r"\url{https://a.org/x}",
            r"\url{https://a.org/x}",
        ),
    ],
)
def test_an_address_that_begins_or_ends_a_note(note: str, value: str, written: str, cut: str) -> None:
    found = find_address(note)
    assert found and found.value == value
    assert (note[slice(*found.span)], note[slice(*found.cut)]) == (written, cut)


@pytest.mark.parametrize(
    "note",
    [
        r"See \url{https://a.org/x} for more",
        r"The page of Doe \url{https://a.org/x}",
        r"Slides: \url{https://a.org/x}",
        r"\url{https://a.org/x}, with code",
        r"\_eprint: https://a.org/x",
        "Code: https://a.org/1; https://a.org/2",
        "in German",
        r"\url{" + "a" * 2000 + "}",
    ],
)
def test_no_address_of_its_own(note: str) -> None:
    assert find_address(note) is None


@pytest.mark.parametrize("name", ["Journal of Trees, pp. ", "Journal of Trees", "J, vol. 3" + " " * 2000])
def test_neither_pages_nor_volumes(name: str) -> None:
    assert list(find_in_container(name)) == []
