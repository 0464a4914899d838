from time import process_time

import pytest

from bibcheck.values.doi import find_dois, read_doi

SICI = "10.1002/(SICI)1096-987X(199803)19:4<377::AID-JCC1>3.0.CO;2-P"


@pytest.mark.parametrize(
    ("text", "normal", "bare", "kind"),
    [
        ("10.1145/268998.266660", "10.1145/268998.266660", "10.1145/268998.266660", "bare"),
        ("10.1016/S0004-3702(01)00069-8", "10.1016/s0004-3702(01)00069-8", "10.1016/S0004-3702(01)00069-8", "bare"),
        (SICI, SICI.lower(), SICI, "bare"),
        (
            "10.1175/1520-0469(2003)060<0103:CEOOAL>2.0.CO;2",
            "10.1175/1520-0469(2003)060<0103:ceooal>2.0.co;2",
            None,
            "bare",
        ),
        (
            "10.1890/0012-9658(2003)084[0969:MAASOC]2.0.CO;2",
            "10.1890/0012-9658(2003)084[0969:maasoc]2.0.co;2",
            None,
            "bare",
        ),
        (r"10.1007/978-3-030-29135-8\_9", "10.1007/978-3-030-29135-8_9", None, "bare"),
        (r"10.1007/978-3-030-29135-8{\_}9", "10.1007/978-3-030-29135-8_9", None, "bare"),
        (r"10.1002/x{\textless}1::y$>$3", "10.1002/x<1::y>3", None, "bare"),
        ("10.1002/x&lt;1", "10.1002/x<1", None, "bare"),
        (r"10.1109\/ABC.2000.1", "10.1109/abc.2000.1", None, "bare"),
        ("10.1000.10/123", "10.1000.10/123", None, "bare"),
        ("{10.1145/1}", "10.1145/1", "10.1145/1", "bare"),
        ("10.1145/{ABC}1", "10.1145/abc1", "10.1145/{ABC}1", "bare"),
        ("https://doi.org/10.1145/1", "10.1145/1", "10.1145/1", "resolver"),
        ("http://dx.doi.org/10.1145/1", "10.1145/1", "10.1145/1", "resolver"),
        ("http://doi.acm.org/10.1145/1", "10.1145/1", "10.1145/1", "resolver"),
        ("doi.org/10.7717/peerj.9460", "10.7717/peerj.9460", "10.7717/peerj.9460", "resolver"),
        ("https://doi.org/10.1016%2Fj.x", "10.1016/j.x", "10.1016%2Fj.x", "resolver"),
        (r"https://doi.org/10.2168{\%}2Flmcs-6{\%}3A5", "10.2168/lmcs-6:5", None, "resolver"),
        (r"https://doi.org/10.2168\%2Flmcs-6", "10.2168/lmcs-6", None, "resolver"),
        (r"\url{https://doi.org/10.1145/1}", "10.1145/1", "10.1145/1", "resolver"),
        ("https://doi.org/doi:10.1145/1", "10.1145/1", "10.1145/1", "resolver"),
        ("doi:10.1145/1", "10.1145/1", "10.1145/1", "label"),
        ("DOI 10.1145/1", "10.1145/1", "10.1145/1", "label"),
        ("doi: https://doi.org/10.1145/1", "10.1145/1", "10.1145/1", "resolver"),
        ("https://dl.acm.org/doi/10.1145/1", "10.1145/1", "10.1145/1", "page"),
        ("http://onlinelibrary.wiley.com/doi/10.1002/x/abstract", "10.1002/x", "10.1002/x", "page"),
        (
            "https://www.frontiersin.org/articles/10.3389/fmars.2020.628071/full#B5",
            "10.3389/fmars.2020.628071",
            None,
            "page",
        ),
        (
            "http://journals.plos.org/plosone/article?id=10.1371/journal.pone.1&type=x",
            "10.1371/journal.pone.1",
            None,
            "page",
        ),
        (r"https://www.aeaweb.org/articles?id=10.1257/aer.1\&x=y", "10.1257/aer.1", "10.1257/aer.1", "page"),
        (
            "https://www.biorxiv.org/content/10.1101/2020.01.15.905331v1.full.pdf",
            "10.1101/2020.01.15.905331",
            None,
            "page",
        ),
        ("https://link.springer.com/content/pdf/10.1007/s1.pdf", "10.1007/s1", "10.1007/s1", "page"),
        ("10/bqhp9z", "10/bqhp9z", "10/bqhp9z", "bare"),
        ("https://doi.org/10/BQHP9Z", "10/bqhp9z", "10/BQHP9Z", "resolver"),
    ],
)
def test_a_doi_is_read(text: str, normal: str, bare: str | None, kind: str) -> None:
    doi = read_doi(text)
    assert doi
    assert (doi.normal, doi.kind) == (normal, kind)
    assert f"{doi.prefix}/{doi.suffix}" == normal
    assert doi.lead.end == doi.span.start
    if bare:
        assert text[doi.span.start : doi.span.end] == bare


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("10.1016/j.neuroimage.2005.06.067.", "."),
        ("10.1145/1 ", " "),
        ("10.1145/1, 10.1145/2", ", 10.1145/2"),
        ("10.1145/1;10.1145/2", ";10.1145/2"),
        ("10.1145/1https://doi.org/10.1145/2", "https://doi.org/10.1145/2"),
        ("10.1080/123/full", "/full"),
        ("10.1080/123/pdf", "/pdf"),
        ("10.1080/123/abstract", "/abstract"),
        ("10.1145/1/", "/"),
        ("10.1145/1)", ")"),
        ("10.1145/1 (see also)", " (see also)"),
    ],
)
def test_what_follows_a_doi_does_not_belong_to_it(text: str, rest: str) -> None:
    doi = read_doi(text)
    assert doi
    assert text[doi.span.end :] == rest


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "null",
        "TBD",
        "10",
        "1038/nature10836",
        "0.1007/978-3",
        "99.9999/woot07-S422",
        "10,1145/1",
        "10.1145",
        "10.1145/",
        "10.12/x",
        "see 10.1145/1",
        "https://example.org",
        "10.1.1.48.6434",
        "10.0145/1",
    ],
)
def test_what_is_no_doi_is_none(text: str) -> None:
    assert read_doi(text) is None


@pytest.mark.parametrize(
    ("text", "dois"),
    [
        ("Original publication: doi 10.1007/s00453-009-9339-7.", [("10.1007/s00453-009-9339-7", "label")]),
        ("Correction (10.1145/1) of 10.1145/2, in press", [("10.1145/1", "bare"), ("10.1145/2", "bare")]),
        (r"\href{http://dx.doi.org/10.1145/1}{doi:10.1145/1}", [("10.1145/1", "resolver"), ("10.1145/1", "label")]),
        ("http://a.org/?volume=24&doi=10.1017%2FS01&pages=1", [("10.1017/s01", "page")]),
        ("pages 12.10.2011/12, version 110.1145/3", []),
        ("", []),
    ],
)
def test_dois_in_text(text: str, dois: list[tuple[str, str]]) -> None:
    assert [(doi.normal, doi.kind) for doi in find_dois(text)] == dois


@pytest.mark.slow
@pytest.mark.parametrize(
    ("before", "unit"),
    [
        *(("https://a.org/10.1000/", mark) for mark in "{()<$\\.;/%1hd&"),
        ("", " "),
        ("", "1"),
        ("", "10."),
        ("", "10.1000/"),
        ("", "10.1000/a,"),
        ("", "doi:"),
        ("", "a."),
        ("10.1000/", "{a}"),
        ("10.1000/", "\\_"),
        ("10.1000", ".1"),
    ],
)
def test_time_is_linear(before: str, unit: str) -> None:
    text = before + unit * (1_000_000 if len(unit) == 1 else 200_000 // len(unit))
    started = process_time()
    read_doi(text)
    find_dois(text)
    assert process_time() - started < 5
