from time import process_time

import pytest

from bibcheck.values.url import find_escapes, find_urls, read_parameters, read_url, undo_escapes


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (r"a\_b", "a_b"),
        (r"a{\_}b", "a_b"),
        (r"a{_}b", "a_b"),
        (r"\%20 \# \& \$", "%20 # & $"),
        (r"\~{}user", "~user"),
        (r"{\~{}}user", "~user"),
        (r"\textasciitilde user", "~user"),
        (r"\textasciitilde{}user", "~user"),
        (r"{\textasciitilde}user", "~user"),
        (r"$\sim$user", "~user"),
        (r"2{\textless}3 $<$", "2<3 <"),
        (r"a\/b", "a/b"),
        (r"a\textunderscore b", "a_b"),
        ("2$<$3", "2<3"),
    ],
)
def test_escapes_are_undone(text: str, plain: str) -> None:
    assert undo_escapes(text) == plain
    assert find_escapes(text)


@pytest.mark.parametrize("text", ["http://a.b/c_d~e%20f#g", r"\url{x}", r"a\\b", "{ab}", "$x$", r"\textbf{a}", ""])
def test_what_is_no_escape_stays(text: str) -> None:
    assert undo_escapes(text) == text
    assert find_escapes(text) == []


def test_escapes_have_places() -> None:
    text = r"a\_b{\&}c"
    assert [(text[e.span.start : e.span.end], e.character) for e in find_escapes(text)] == [
        (r"\_", "_"),
        (r"{\&}", "&"),
    ]


@pytest.mark.parametrize(
    ("text", "scheme", "host", "path", "query", "fragment"),
    [
        ("https://example.org/a/b.pdf", "https", "example.org", "/a/b.pdf", "", ""),
        ("http://Example.ORG:8080/?q=1#top", "http", "example.org", "/", "q=1", "top"),
        ("https://user@example.org", "https", "example.org", "", "", ""),
        ("ftp://example.org/x", "ftp", "example.org", "/x", "", ""),
        ("www.example.org/x", "", "www.example.org", "/x", "", ""),
        ("arxiv.org/abs/1706.03762", "", "arxiv.org", "/abs/1706.03762", "", ""),
        ("example.com", "", "example.com", "", "", ""),
        (r"http://a.org/x\_y?b\&c\#d", "http", "a.org", "/x_y", "b&c", "d"),
        ("http://a.org/x{\\_}y", "http", "a.org", "/x_y", "", ""),
        ("mailto:a@example.org", "mailto", "", "a@example.org", "", ""),
        ("doi:10.1000/182", "doi", "", "10.1000/182", "", ""),
        ("http://a.org/x(1)y", "http", "a.org", "/x(1)y", "", ""),
    ],
)
def test_an_address_has_parts(text: str, scheme: str, host: str, path: str, query: str, fragment: str) -> None:
    url = read_url(text)
    assert url
    assert (url.scheme, url.host, url.path, url.query, url.fragment) == (scheme, host, path, query, fragment)
    assert url.span == (0, len(text))


@pytest.mark.parametrize(
    ("text", "address", "whole", "command"),
    [
        (r"\url{http://a.org/x}", "http://a.org/x", r"\url{http://a.org/x}", "url"),
        (r" \url{ http://a.org }", "http://a.org", r"\url{ http://a.org }", "url"),
        (r"\href{http://a.org}{text}", "http://a.org", r"\href{http://a.org}", "href"),
        ("{http://a.org}", "http://a.org", "http://a.org", ""),
        ("http://a.org/x, http://b.org", "http://a.org/x", "http://a.org/x", ""),
        ("http://a.org/x y", "http://a.org/x", "http://a.org/x", ""),
        ("http://a.org/x.", "http://a.org/x", "http://a.org/x", ""),
    ],
)
def test_what_is_around_an_address_is_left_out(text: str, address: str, whole: str, command: str) -> None:
    url = read_url(text)
    assert url
    assert text[url.span.start : url.span.end] == address
    assert text[url.whole.start : url.whole.end] == whole
    assert url.command == command


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "10.1038/s41467-017-02342-1",
        "/core/books/x",
        "C:\\Papers\\x.pdf",
        "http//a.org",
        "see http://a.org",
        "e.g./x",
        "n/a",
    ],
)
def test_what_is_no_address_is_none(text: str) -> None:
    assert read_url(text) is None


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("Available at http://a.org/x.", ["http://a.org/x"]),
        ("(see https://a.org/x(1))", ["https://a.org/x(1)"]),
        ("<http://a.org>, www.b.org; ftp://c.org!", ["http://a.org", "www.b.org", "ftp://c.org"]),
        (r"\url{http://a.org/~x} and \href{http://b.org}{c}", ["http://a.org/~x", "http://b.org"]),
        ("mail me@www.org or see e.g. a/b", []),
        ("http", []),
    ],
)
def test_addresses_in_text(text: str, addresses: list[str]) -> None:
    assert [url.normal for url in find_urls(text)] == addresses


def test_parameters_have_places() -> None:
    text = r"http://a.org/?id=1&&utm_source=x\&b=\%20{\&}c#d"
    url = read_url(text)
    assert url
    parameters = read_parameters(text, url)
    assert [(p.name, p.value) for p in parameters] == [("id", "1"), ("utm_source", "x"), ("b", "%20"), ("c", "")]
    assert [text[p.span.start : p.span.end] for p in parameters] == ["id=1", "utm_source=x", r"b=\%20", "c"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("before", "unit"),
    [
        *(("http://a.org/?", mark) for mark in " {}()<$\\.;'&%#a"),
        ("", " "),
        ("", "{"),
        ("", "a"),
        ("", "a."),
        ("", "h"),
        ("", "http://"),
        ("", "www."),
        ("", "\\url{"),
        ("http://a.org/?", "a=b&"),
        ("", "\\_"),
        ("http://", "-"),
    ],
)
def test_time_is_linear(before: str, unit: str) -> None:
    text = before + unit * (1_000_000 if len(unit) == 1 else 200_000 // len(unit))
    started = process_time()
    find_urls(text)
    undo_escapes(text)
    if url := read_url(text):
        read_parameters(text, url)
    assert process_time() - started < 5


@pytest.mark.parametrize("text", ["www.example.org/a", "WWW.example.org", "see www.example.org."])
def test_an_address_without_a_scheme(text: str) -> None:
    assert len(find_urls(text)) == 1
