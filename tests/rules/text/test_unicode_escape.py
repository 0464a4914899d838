"""unicode-escape: what it reports, what its fix writes, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.rules.text.conftest import Repair

ESCAPES = [
    (r"Andr\u00e9", "André"),
    (r"{\u00e9}t\u00E9", "{é}té"),
    (r"AT\u0026T", r"AT\&T"),
    (r"Andr{\textbackslash}u00e9", "André"),
    (r"\\u4e2d\\u6587", "中文"),
    (r"\ud83d\ude00", "😀"),
    (r"M\xfcller", "Müller"),
    (r"M\xc3\xbcller \xe9", "Müller é"),
    ("%C3%89tudes", "Études"),
    (r"M\%C3\%BCller", "Müller"),
    (r"e\u0301t", "ét"),
    (r"a\u00a0b", "a b"),
    (r"\u2013", "–"),
    (r"a\u007bb", r"a\u007bb"),  # a brace needs an author
]


NO_ESCAPES = [
    r"\u{g}, \u g, \u{\i}, \uline{ab12}, \underline{x}",
    r"\xbar, \xi, \xrightarrow{x}, $\xbar$, \xspace",
    r"\uface and \udead",
    r"100\% of 50\%20 and 20%",
    r"\url{https://a.org/%C3%89tudes} and https://a.org/%C3%89",
    r"%FF%FE",
]


@pytest.mark.parametrize(("value", "fixed"), ESCAPES)
def test_escapes_become_characters(repair: Repair, value: str, fixed: str) -> None:
    findings, repaired = repair("unicode-escape", value)
    assert findings
    assert repaired == fixed


@pytest.mark.parametrize("value", NO_ESCAPES)
def test_commands_and_addresses_are_no_escapes(repair: Repair, value: str) -> None:
    assert repair("unicode-escape", value) == ([], value)
