"""malformed-url: what it reports, with the text it points at, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

# The fields of a @misc, the texts pointed at, and the fields after the fix; None where there is no fix.
REPORTED: list[tuple[str, list[str], str | None]] = [
    ('url = {"http://www.a.org/b.pdf"}', ['{"http://www.a.org/b.pdf"}'], "url = {http://www.a.org/b.pdf}"),
    ('url = {www.example.org/x}', ['www.example.org/x'], 'url = {https://www.example.org/x}'),
    ('url = {<https://example.org>}', ['{<https://example.org>}'], 'url = {https://example.org}'),
    ('url = {https://a.org https://b.org}', ['https://b.org'], None),
    ('url = {https://a.org/x y}', [' '], None),
    ('url = {https://a.org/x\n  y}', ['\n  '], 'url = {https://a.org/xy}'),
    ('url = {/paper/12}', ['{/paper/12}'], None),
    ('url = {http//www.example.org/~x/a.pdf}', ['http//'], 'url = {http://www.example.org/~x/a.pdf}'),
    ('url = {invalid_url}', ['{invalid_url}'], None),
    (r'howpublished = {\url{}}', [r'\url{}'], None),
    (r'note = {\url{abcdef}}', [r'\url{abcdef}'], None),
    ('url = {www.a.org/x y}', ['www.a.org/x'], None),
]  # fmt: skip

CLEAN = [
    'url = {https://example.org}',
    r'url = {\url{https://example.org}}',
    'url = {mailto:doe@example.org}',
    'url = {10.1000/182}',
    'url = {}',
    r'note = {Electronic mail magazine: \url{na.help@na-net.ornl.gov}}',
    r'howpublished = {\url{https://a.org}}',
    r'note = {\url{doi.org/10.1000/1}}',
]  # fmt: skip


@pytest.mark.parametrize(("fields", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, fields: str, pointed_at: list[str], fixed: str | None) -> None:
    text = f"@misc{{k, {fields}}}\n"
    findings = check("malformed-url", text, dialect="bibtex")
    assert [text[f.span.start : f.span.end] for f in findings] == pointed_at
    assert apply(text, findings) == f"@misc{{k, {fixed or fields}}}\n"
    if fixed:
        assert not check("malformed-url", f"@misc{{k, {fixed}}}\n", dialect="bibtex")


@pytest.mark.parametrize("fields", CLEAN)
def test_clean(check: Check, fields: str) -> None:
    assert not check("malformed-url", f"@misc{{k, {fields}}}\n", dialect="bibtex")


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("<https://example.org>", "address in angle brackets; remove them"),
        ('"https://example.org"', "address in quotation marks; remove them"),
        ("https://a.org https://b.org", "a second address in one url, `https://b.org`; move it to note"),
        ("https://a.org/x y", "white space inside an address; remove it"),
        ("www.a.org", "address without its scheme: write `https://` before it"),
        ("http//a.org", "`http//` for `http://`"),
        ("invalid_url", "`invalid_url` is no address, which starts with `https://`; move it to note, or remove it"),
    ],
)
def test_one_message_for_one_address(check: Check, url: str, message: str) -> None:
    findings = check("malformed-url", f"@misc{{k, url = {{{url}}}}}\n", dialect="bibtex")
    assert [finding.message for finding in findings] == [message]


@pytest.mark.parametrize(
    "url",
    ["https://web.archive.org/web/https://a.org", "{https://a.org}", "https://a.org ", r"\href{x}", "doi:10.1000/182"],
)
def test_an_address_within_another_and_commands_are_let_be(check: Check, url: str) -> None:
    assert not check("malformed-url", f"@misc{{k, url = {{{url}}}}}\n", dialect="bibtex")
