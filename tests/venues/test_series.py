import pytest

from bibcheck.venues.series import read_series


@pytest.mark.parametrize(
    ("text", "acronym", "edition", "year", "style"),
    [
        ("SOSP '97", "SOSP", "97", 1997, "X 'YY"),
        ("NSDI'14", "NSDI", "14", 2014, "X'YY"),
        ("WWW’07", "WWW", "07", 2007, "X'YY"),
        ("ASPLOS XVI", "ASPLOS", "XVI", None, "X R"),
        ("USENIX ATC'14", "USENIX ATC", "14", 2014, "X'YY"),
        ("CCS 2019", "CCS", "2019", 2019, "X YYYY"),
        ("AIPS-2000", "AIPS", "2000", 2000, "X-YYYY"),
        ("SAT2000", "SAT", "2000", 2000, "XYYYY"),
        ("IPMU94", "IPMU", "94", None, "XN"),
        ("MICRO 38", "MICRO", "38", None, "X N"),
        ("CADE-24", "CADE", "24", None, "X-N"),
        ("LNCS", "LNCS", "", None, "X"),
        ("EuroSys '07", "EuroSys", "07", 2007, "X 'YY"),
        ("Middleware '15", "Middleware", "15", 2015, "X 'YY"),
        ("SIGGRAPH Asia '12", "SIGGRAPH Asia", "12", 2012, "X 'YY"),
        ("ESEC/FSE 2015", "ESEC/FSE", "2015", 2015, "X YYYY"),
        ("S&P 2019", "S&P", "2019", 2019, "X YYYY"),
        ("3DV 2017", "3DV", "2017", 2017, "X YYYY"),
        ("SOSP '50", "SOSP", "50", 1950, "X 'YY"),
        ("SOSP '49", "SOSP", "49", 2049, "X 'YY"),
        ("MM", "MM", "", None, "X"),
        ("Hypertext IX", "Hypertext", "IX", None, "X R"),
        ("Security IX", "Security", "IX", None, "X R"),
        ("Euro-Par 2010", "Euro-Par", "2010", 2010, "X YYYY"),
        ("  SOSP '97 ", "SOSP", "97", 1997, "X 'YY"),
        ("AFIPS '64 (Fall, part II)", "AFIPS", "64", 1964, "X 'YY"),
    ],
)
def test_an_acronym(text: str, acronym: str, edition: str, year: int | None, style: str) -> None:
    series = read_series(text)
    assert series
    assert (series.acronym, series.edition, series.year, series.style) == (acronym, edition, year, style)
    assert text[series.acronym_span.start : series.acronym_span.end] == acronym
    assert text[series.edition_span.start : series.edition_span.end].endswith(edition)
    assert series.edition_span.start == series.acronym_span.end


@pytest.mark.parametrize(
    "text",
    [
        "Lecture Notes in Computer Science",
        "IAU Symposium",
        "Mayan Studies 3",
        "Applied Logic",
        "Nilo-Saharan",
        "Dover",
        "mimeo",
        "S3.5",
        "Part II",
        "Section II",
        "Adv NIPS",
        "A",
        "ASPLOS IIX",
        "SOSP " * 20,
        "Pacific Linguistics, Series D",
        "Graduate Texts in Mathematics (113)",
        "",
        " ",
    ],
)
def test_no_acronym(text: str) -> None:
    assert read_series(text) is None


def test_spans_count_from_the_start_of_the_text() -> None:
    series = read_series(" SOSP '97 ")
    assert series
    assert (series.acronym_span, series.edition_span) == ((1, 5), (5, 9))


def test_a_long_text_is_no_acronym() -> None:
    assert read_series("A" * 60) is not None
    assert read_series("A" * 1_000_000) is None
    assert read_series("A " * 500_000) is None
