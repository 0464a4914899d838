from time import process_time

import pytest

from bibcheck.values.isbn import read_standard_numbers


@pytest.mark.parametrize(
    ("text", "kind", "normal"),
    [
        ("978-0-262-03384-8", "ISBN", "9780262033848"),
        ("9780262033848", "ISBN", "9780262033848"),
        ("978 0 262 03384 8", "ISBN", "9780262033848"),
        ("978–0–262–03384–8", "ISBN", "9780262033848"),
        ("0-201-53082-1", "ISBN", "9780201530827"),
        ("0201530821", "ISBN", "9780201530827"),
        ("012383872X", "ISBN", "9780123838728"),
        ("0-12-383872-x", "ISBN", "9780123838728"),
        ("ISBN-13: 978-0-262-03384-8", "ISBN", "9780262033848"),
        ("ISBN 0-201-53082-1 (pbk.)", "ISBN", "9780201530827"),
        ("0028-0836", "ISSN", "0028-0836"),
        ("00280836", "ISSN", "0028-0836"),
        ("0013-936X", "ISSN", "0013-936X"),
        ("1546-4652 (Electronic)", "ISSN", "1546-4652"),
        ("{0028-0836}", "ISSN", "0028-0836"),
        ("vol. 2: 0-201-53082-1", "ISBN", "9780201530827"),
    ],
)
def test_one_good_number(text: str, kind: str, normal: str) -> None:
    (number,) = read_standard_numbers(text)
    assert (number.kind, number.normal, number.problem) == (kind, normal, "")


@pytest.mark.parametrize(
    ("text", "normals"),
    [
        ("978-3-540-79369-4 978-3-540-79370-0", ["9783540793694", "9783540793700"]),
        ("0-444-70266-0; 0-444-70506-6", ["9780444702661", "9780444705068"]),
        ("3642003133;9783642003134", ["9783642003134", "9783642003134"]),
        ("012383872X, 9780123838728", ["9780123838728", "9780123838728"]),
        ("1941-1405, 1941-0611", ["1941-1405", "1941-0611"]),
        ("1476-4687 (Electronic) 0028-0836 (Linking)", ["1476-4687", "0028-0836"]),
        (r"1539-3755 (Print)$\backslash$r1539-3755 (Linking)", ["1539-3755", "1539-3755"]),
        ("123456; 0028-0836", ["0028-0836"]),
        ("0 201 53082 1 0 444 70266 0", ["9780201530827", "9780444702661"]),
        ("978 0 262 03384 8 978 0 262 53305 8", ["9780262033848", "9780262533058"]),
    ],
)
def test_several_numbers(text: str, normals: list[str]) -> None:
    numbers = read_standard_numbers(text)
    assert [number.normal for number in numbers] == normals
    assert not any(number.problem for number in numbers)


@pytest.mark.parametrize(
    ("text", "kind", "problem"),
    [
        ("978-0-262-03384-9", "ISBN", "check digit 9, 8 by the others"),
        ("0-201-53082-2", "ISBN", "check digit 2, 1 by the others"),
        ("0123838721", "ISBN", "check digit 1, X by the others"),
        ("0028-0837", "ISSN", "check digit 7, 6 by the others"),
        ("978-1-60558-012-X", "ISBN", "13 digits never end in `X`"),
        ("0000000000000", "ISBN", "13 digits that do not begin with 978 or 979"),
        ("978-0-262-03384", "", "12 digits"),
        ("97802620338480", "", "14 digits"),
        ("201-53082-1", "", "9 digits, the leading 0 of an ISBN is missing"),
        ("123456788", "", "9 digits"),
        ("123", "", "3 digits"),
        ("1234567", "", "7 digits"),
        ("9-X-01530821", "ISBN", "an `X` that is no check digit"),
    ],
)
def test_problems(text: str, kind: str, problem: str) -> None:
    (number,) = read_standard_numbers(text)
    assert (number.kind, number.problem) == (kind, problem)
    assert number.normal == number.digits
    assert text[number.span.start : number.span.end] == text


@pytest.mark.parametrize("text", ["", "null", "n/a", "ISBN", "ISBN-13"])
def test_no_number(text: str) -> None:
    assert read_standard_numbers(text) == []


@pytest.mark.slow
@pytest.mark.parametrize("unit", [*"1-X I", "ISBN", "ISBN-13", "1-", "0028-0836 ", "12345678901234 "])
def test_time_is_linear(unit: str) -> None:
    text = unit * (1_000_000 if len(unit) == 1 else 200_000 // len(unit))
    started = process_time()
    read_standard_numbers(text)
    assert process_time() - started < 5


def test_seven_digits_are_a_number_that_lacks_one() -> None:
    assert [number.problem for number in read_standard_numbers("1234567; 0028-0836")] == ["7 digits", ""]


@pytest.mark.parametrize(("text", "problem"), [("8", "1 digit"), ("12", "2 digits"), ("123", "3 digits")])
def test_how_many_digits(text: str, problem: str) -> None:
    (number,) = read_standard_numbers(text)
    assert number.problem == problem
