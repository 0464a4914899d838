"""Bibliographies after a grammar, with slips: hypothesis looks for one of which a promise does not hold."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.fuzz.promises import broken_promises

pytestmark = pytest.mark.slow

SPACE = st.sampled_from(["", " ", "\n", "\n  ", "\t", "\r\n", "\r\r\n", "\x0c", "  % c\n"])
NAMES = "title author editor year date month pages journal booktitle doi url note crossref xdata isbn edition".split()
WORDS = st.sampled_from(
    [
        *[
            "On Trees",
            "{B}ayes",
            "Ada Bob and Cy Dee",
            "Bob, Ada",
            "1--9",
            "12-19",
            "2001",
            "10.1000/182",
            "k1",
            "K2",
            "",
        ],
        *["https://a.org/x_y", "é", "\\'e", "{\\o}", "$x^2$", "50% of", "a & b", "Proc. of the 3rd Conf.", "et al."],
    ]
)
SLIPS = ["{", "}", '"', "@", ",", "=", "#", "%", "\\", "\n", "\r", "\x00", "\x85", "@misc{", "@comment{", "\n\n@"]


def value() -> st.SearchStrategy[str]:
    """A value as it is written."""
    piece = st.one_of(
        WORDS.map("{{{}}}".format), WORDS.map('"{}"'.format), st.sampled_from(["2001", "jan", "acm", "undefined"])
    )
    return st.lists(piece, min_size=1, max_size=2).map(" # ".join)


@st.composite
def entry(draw: st.DrawFn) -> str:
    """An entry, or a @string, with any layout."""
    if draw(st.integers(0, 9)) == 0:
        return f"@string{{acm{draw(SPACE)}={draw(value())}}}"
    kind = draw(st.sampled_from(["misc", "Article", "inproceedings", "online", "book", "xdata"]))
    fields = draw(st.lists(st.tuples(st.sampled_from(NAMES), value()), max_size=5))
    body = ",".join(f"{draw(SPACE)}{name}{draw(SPACE)}={draw(SPACE)}{text}" for name, text in fields)
    key = draw(st.sampled_from(["k1", "k2", "k3", ""]))
    first, last = ("," if fields else "", draw(st.sampled_from(["", ","])))
    return f"@{kind}{{{key}{first}{body}{last}{draw(SPACE)}}}"


@st.composite
def bibliography(draw: st.DrawFn) -> str:
    """Some entries with text between them, and up to two slips."""
    text = "".join(
        draw(entry()) + draw(st.sampled_from(["\n", "\n\n", "", " ", "\r\n", "\ntext\n", "\n% c\n", "\r\r\n"]))
        for _ in range(draw(st.integers(1, 4)))
    )
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(["", *SLIPS])) + text[at + draw(st.integers(0, 2)) :]
    return text


# How a text becomes bytes: with byte order marks that belong to it and that do not, and in other encodings.
ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "UTF-8": lambda text: text.encode(),
    "UTF-8 with a mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "UTF-8 with the mark of UTF-16": lambda text: b"\xff\xfe" + text.encode(),
    "UTF-8 with the other mark of UTF-16": lambda text: b"\xfe\xff" + text.encode(),
    "UTF-16": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "UTF-16 with a byte too few": lambda text: b"\xfe\xff" + text.encode("utf-16-be")[:-1],
    "Latin-1": lambda text: text.encode("latin-1", "replace"),
}


@settings(max_examples=200, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@example("@misc{k,\r\r\ntitle={T}}\r\r\n", "UTF-8")
@example("\n@misc{k, title={T}}\n", "UTF-8 with the mark of UTF-16")
@example("\x0c@misc{k,\x0ctitle={T}\x0c}\x0c", "UTF-8")
@given(bibliography(), st.sampled_from(["UTF-8", "UTF-8", "UTF-8", *ENCODINGS]))
def test_what_is_promised_holds(text: str, encoding: str) -> None:
    assert list(broken_promises(ENCODINGS[encoding](text))) == []
