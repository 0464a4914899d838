import pytest

from bibcheck.values.ordinals import find_ordinals, ordinal_suffix, read_roman, write_ordinal


@pytest.mark.parametrize(
    ("text", "number", "form", "suffix"),
    [
        ("26th", 26, "digits", "th"),
        ("2Nd", 2, "digits", "Nd"),
        ("11st", 11, "digits", "st"),
        ("101ST", 101, "digits", "ST"),
        ("26$^{th}$", 26, "digits", "th"),
        (r"26\textsuperscript{th}", 26, "digits", "th"),
        ("Sixteenth", 16, "word", ""),
        ("first", 1, "word", ""),
        ("Twentieth", 20, "word", ""),
        ("Twenty-First", 21, "word", ""),
        ("Twentyfourth", 24, "word", ""),
        ("thirty second", 32, "word", ""),
        ("Twenty\nFirst", 21, "word", ""),
        ("ninety-ninth", 99, "word", ""),
    ],
)
def test_an_ordinal(text: str, number: int, form: str, suffix: str) -> None:
    (ordinal,) = find_ordinals(text)
    assert ordinal == (number, (0, len(text)), form, suffix)


@pytest.mark.parametrize(
    "text", ["", "26", "10,000th", "1.5th", "x2nd", "26thing", "seconds", "Firsthand", "th", "F\u0131rst"]
)
def test_no_ordinal(text: str) -> None:
    assert find_ordinals(text) == []


@pytest.mark.parametrize(
    ("numbers", "suffix"),
    [((1, 21, 101), "st"), ((2, 22, 102), "nd"), ((3, 33), "rd"), ((4, 10, 11, 12, 13, 20, 111, 112, 113), "th")],
)
def test_suffixes(numbers: tuple[int, ...], suffix: str) -> None:
    assert {ordinal_suffix(number) for number in numbers} == {suffix}


@pytest.mark.parametrize(
    ("text", "number"), [("I", 1), ("iv", 4), ("XVI", 16), ("xlii", 42), ("MCMXCIX", 1999), ("MMMDCCCLXXXVIII", 3888)]
)
def test_roman_numbers(text: str, number: int) -> None:
    assert read_roman(text) == number


@pytest.mark.parametrize("text", ["", "IIII", "VX", "Iv", "A", "12", "IC"])
def test_no_roman_number(text: str) -> None:
    assert read_roman(text) is None


def test_a_long_text_is_no_roman_number() -> None:
    assert read_roman("I" * 1_000_000) is None


@pytest.mark.parametrize(
    ("number", "form", "written"),
    [
        (1, "word", "First"),
        (9, "word", "Ninth"),
        (10, "word", "Tenth"),
        (19, "word", "Nineteenth"),
        (20, "word", "Twentieth"),
        (21, "word", "Twenty-First"),
        (30, "word", "Thirtieth"),
        (99, "word", "Ninety-Ninth"),
        (0, "word", None),
        (100, "word", None),
        (100, "digits", "100th"),
        (22, "digits", "22nd"),
    ],
)
def test_an_ordinal_is_written(number: int, form: str, written: str | None) -> None:
    assert write_ordinal(number, form) == written


def test_the_hundredth() -> None:
    assert [ordinal.number for ordinal in find_ordinals("On the Hundredth Conference")] == [100]
