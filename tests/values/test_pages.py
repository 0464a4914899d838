from time import process_time

import pytest

from bibcheck.values.pages import PagePart, read_pages


def brief(text: str) -> list[tuple[str, ...]]:
    """Each part as its kind, its ends and the dash between them."""
    return [_brief(text, part) for part in read_pages(text).parts]


def _brief(text: str, part: PagePart) -> tuple[str, ...]:
    ends = [end.text for end in (part.first, part.last) if end]
    dash = text[part.dash.start : part.dash.end]
    return (part.kind, *ends, *([dash] if dash else []))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("97--111", [("range", "97", "111", "--")]),
        ("97-111", [("range", "97", "111", "-")]),
        ("97---111", [("range", "97", "111", "---")]),
        ("97–111", [("range", "97", "111", "–")]),
        ("97—111", [("range", "97", "111", "—")]),
        ("97‑111", [("range", "97", "111", "‑")]),
        ("97 - 111", [("range", "97", "111", " - ")]),
        ("97 --111", [("range", "97", "111", " --")]),
        ("97~--~111", [("range", "97", "111", "~--~")]),
        (r"97\,--\,111", [("range", "97", "111", r"\,--\,")]),
        (r"97\textendash111", [("range", "97", "111", r"\textendash")]),
        (r"97 \textendash{} 111", [("range", "97", "111", r" \textendash{} ")]),
        (r"97{\textendash}111", [("range", "97", "111", r"{\textendash}")]),
        ("97$-$111", [("range", "97", "111", "$-$")]),
        ("1-{}-10", [("range", "1", "10", "-{}-")]),
        ("97-–111", [("range", "97", "111", "-–")]),
        ("{97}--{111}", [("range", "97", "111", "--")]),
        ("[7]--[9]", [("range", "7", "9", "--")]),
        ("5--5", [("range", "5", "5", "--")]),
        ("945--123", [("range", "945", "123", "--")]),
        ("1234--56", [("range", "1234", "56", "--")]),
        ("12345-53", [("range", "12345", "53", "-")]),
        ("xii--xx", [("range", "xii", "xx", "--")]),
        ("xii--34", [("range", "xii", "34", "--")]),
        ("S12--S20", [("range", "S12", "S20", "--")]),
        ("L29-L32", [("range", "L29", "L32", "-")]),
        ("34:1--34:11", [("range", "34:1", "34:11", "--")]),
        ("34:1-11", [("range", "34:1", "11", "-")]),
        ("6.15-6.17", [("range", "6.15", "6.17", "-")]),
        ("M-10--M-12", [("range", "M-10", "M-12", "--")]),
        ("25-1 -- 25-26", [("range", "25-1", "25-26", " -- ")]),
        ("A-12-A-15", [("range", "A-12", "A-15", "-")]),
        ("223-282a", [("range", "223", "282a", "-")]),
        ("1,234--1,240", [("range", "1,234", "1,240", "--")]),
        ("999--1,003", [("range", "999", "1,003", "--")]),
        ("113105--113112", [("range", "113105", "113112", "--")]),
        ("97--111.", [("range", "97", "111", "--")]),
        ("٣٤-٤٠", [("range", "٣٤", "٤٠", "-")]),
    ],
)
def test_ranges(text: str, parts: list[tuple[str, ...]]) -> None:
    assert brief(text) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1--10, 15", [("range", "1", "10", "--"), ("page", "15")]),
        ("7,41,73--97", [("page", "7"), ("page", "41"), ("range", "73", "97", "--")]),
        ("75-97, 523-552", [("range", "75", "97", "-"), ("range", "523", "552", "-")]),
        ("1226--1235; 1403--1412", [("range", "1226", "1235", "--"), ("range", "1403", "1412", "--")]),
        ("i--xviii and I--LII", [("range", "i", "xviii", "--"), ("range", "I", "LII", "--")]),
        ("12 and 15", [("page", "12"), ("page", "15")]),
        ("101,204--301", [("page", "101"), ("range", "204", "301", "--")]),
        ("12,", [("page", "12")]),
        ("", []),
        ("{}", []),
        (" \n", []),
    ],
)
def test_lists(text: str, parts: list[tuple[str, ...]]) -> None:
    assert brief(text) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("114", [("page", "114")]),
        ("[7]", [("page", "7")]),
        ("xii", [("page", "xii")]),
        ("e1003", [("page", "e1003")]),
        ("P04027", [("page", "P04027")]),
        ("91451A", [("page", "91451A")]),
        ("84444P", [("page", "84444P")]),
        ("A12-3", [("article", "A12", "3", "-")]),
        ("e0123-4", [("article", "e0123", "4", "-")]),
        ("e0123--4", [("article", "e0123", "4", "--")]),
        ("042301-7", [("article", "042301", "7", "-")]),
        ("042301--7", [("article", "042301", "7", "--")]),
        ("113105-7", [("article", "113105", "7", "-")]),
        ("2016GL068999", [("article", "2016GL068999")]),
        ("Article No. 30", [("article", "30")]),
        ("Art.~No. 7", [("article", "7")]),
        ("{Cover 3}", [("article", "3")]),
        ("arXiv:1812.10898", [("article", "arXiv:1812.10898")]),
        ("astro-ph/0107457", [("article", "astro-ph/0107457")]),
        ("acs.analchem.9b05113", [("article", "acs.analchem.9b05113")]),
        ("12--", [("open", "12", "--")]),
        ("169-", [("open", "169", "-")]),
        ("12+", [("open", "12", "+")]),
        ("083530-+", [("open", "083530", "-+")]),
        ("12ff.", [("open", "12", "ff")]),
        ("12 f", [("open", "12", " f")]),
        ("xvi+354", [("count",)]),
        ("xx+342+XIV", [("count",)]),
        ("354 pages", [("count", "354")]),
        ("354p.", [("count", "354")]),
    ],
)
def test_other_things_that_stand_for_pages(text: str, parts: list[tuple[str, ...]]) -> None:
    assert brief(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "in press",
        "To appear",
        "n/a--n/a",
        "??--??",
        "undefined--undefined",
        "null",
        "747=754",
        "1110 EP  -",
        "6--pp",
        "--12",
        "1-2-3",
        "1201--1207 vol.2",
        "JAMC--D--16--0224.1",
        "12--?",
    ],
)
def test_what_is_none_of_these(text: str) -> None:
    assert [part.kind for part in read_pages(text).parts] == ["other"]


@pytest.mark.parametrize(
    ("text", "prefixes", "unit", "parts"),
    [
        ("pp. 1--3", ["pp. "], "", [("range", "1", "3", "--")]),
        ("pp.~12-15", ["pp.~"], "", [("range", "12", "15", "-")]),
        ("pp12--15", ["pp"], "", [("range", "12", "15", "--")]),
        ("Pp 12--15", ["Pp "], "", [("range", "12", "15", "--")]),
        ("p. 4", ["p. "], "", [("page", "4")]),
        ("p.4", ["p."], "", [("page", "4")]),
        ("pages 3-5", ["pages "], "", [("range", "3", "5", "-")]),
        ("S. 12--15", ["S. "], "", [("range", "12", "15", "--")]),
        ("С. 12-15", ["С. "], "", [("range", "12", "15", "-")]),
        ("pp. 12--15, pp. 20--22", ["pp. ", "pp. "], "", [("range", "12", "15", "--"), ("range", "20", "22", "--")]),
        ("12--15 pp.", [], " pp.", [("range", "12", "15", "--")]),
        ("3--49 (electronic)", [], " (electronic)", [("range", "3", "49", "--")]),
        ("xi+98 pp.", [], " pp.", [("count",)]),
        ("S12", [], "", [("page", "S12")]),
        ("(12--15)", [], "", [("range", "12", "15", "--")]),
    ],
)
def test_prefix_and_unit(text: str, prefixes: list[str], unit: str, parts: list[tuple[str, ...]]) -> None:
    pages = read_pages(text)
    assert [text[span.start : span.end] for span in pages.prefixes] == prefixes
    assert text[pages.unit.start : pages.unit.end] == unit
    assert brief(text) == parts


@pytest.mark.parametrize(
    ("text", "style", "prefix", "number"),
    [
        ("12", "arabic", "", 12),
        ("007", "arabic", "", 7),
        ("1,234--1,240", "arabic", "", 1234),
        ("xlii", "roman", "", 42),
        ("XVI", "roman", "", 16),
        ("S12", "prefixed", "S", 12),
        ("12a", "prefixed", "", 12),
        ("34:1", "sectioned", "34:", 1),
        ("2.15", "sectioned", "2.", 15),
        ("e12JG34", "identifier", "", None),
        ("9" * 5000, "arabic", "", None),
    ],
)
def test_numbers(text: str, style: str, prefix: str, number: int | None) -> None:
    first = read_pages(text).parts[0].first
    assert first
    assert (first.style, first.prefix, first.number) == (style, prefix, number)


def test_spans_point_at_what_they_say() -> None:
    text = "pp. {12} -- 15, xii"
    pages = read_pages(text)
    first, second = pages.parts
    assert first.first
    assert first.last
    assert text[first.span.start : first.span.end] == "{12} -- 15"
    assert [text[end.span.start : end.span.end] for end in (first.first, first.last)] == ["12", "15"]
    assert text[second.span.start : second.span.end] == "xii"


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        *" {([-–,;.~\\$&+1axp:",
        "1-",
        "1,",
        "1,000",
        "12--15, ",
        "\\,",
        "xi",
        "x+",
        "1 ",
        "pp. ",
        "-- ",
        "{}-",
        "a:",
        "and ",
    ],
)
def test_time_is_linear(unit: str) -> None:
    text = unit * (1_000_000 if len(unit) == 1 else 200_000 // len(unit))
    started = process_time()
    read_pages(text)
    assert process_time() - started < 5


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("1--2-3", ("range", "1", "2-3", "--")),
        ("1 - 2-3", ("range", "1", "2-3", " - ")),
        ("1-2 - 3", ("range", "1-2", "3", " - ")),
        ("1 -2-3", ("range", "1", "2-3", " -")),
        ("1-2 -3", ("range", "1-2", "3", " -")),
        ("1\u20122-3", ("range", "1", "2-3", "\u2012")),
        ("1-2\u20143", ("range", "1-2", "3", "\u2014")),
        ("1\\textendash 2-3", ("range", "1", "2-3", "\\textendash ")),
        ("1-2-3-4", ("range", "1-2", "3-4", "-")),
        # The strongest: a bar (U+2015) and an em dash, an en dash, a minus and a figure dash, and a hyphen.
        ("1-2\u22123", ("range", "1-2", "3", "\u2212")),
        ("1-2\u20133", ("range", "1-2", "3", "\u2013")),
        ("1-2--3", ("range", "1-2", "3", "--")),
    ],
)
def test_of_several_dashes_the_strongest_or_the_middle_one_joins(text: str, part: tuple[str, ...]) -> None:
    assert brief(text) == [part]


@pytest.mark.parametrize("text", ["1-2-3", "1-2-3-4-5"])
def test_of_dashes_that_are_alike_none_joins(text: str) -> None:
    assert [kind for kind, *_ in brief(text)] == ["other"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("042301-7", "article"),
        ("042301--7", "article"),
        ("1234567-12", "article"),
        ("123456-99", "article"),
        ("123456-999", "range"),
        ("12345-53", "range"),
        ("123456-123457", "range"),
        ("e123-4", "article"),
        ("e123--4", "range"),
        ("123-e4", "range"),
    ],
)
def test_an_article_number_and_its_page_are_no_range(text: str, kind: str) -> None:
    assert [part.kind for part in read_pages(text).parts] == [kind]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("5 pages", ["count"]),
        ("5--6 pages", ["range"]),
        ("5, 6 pp.", ["page", "page"]),
        ("(5 pages)", ["other"]),
    ],
)
def test_a_number_before_its_unit_counts(text: str, kinds: list[str]) -> None:
    assert [part.kind for part in read_pages(text).parts] == kinds


@pytest.mark.parametrize("text", ["1\u20122\u20133", "1\u22122\u20133", "1\u20142\u20153", "1--2\u20133"])
def test_dashes_of_one_strength(text: str) -> None:
    assert [kind for kind, *_ in brief(text)] == ["other"]


def test_the_ends_of_a_plain_range() -> None:
    (part,) = read_pages("4-18").parts
    assert part.first and part.last
    assert (part.first.span, part.dash, part.last.span) == ((0, 1), (1, 2), (2, 4))
    assert (part.first.number, part.last.number) == (4, 18)
