"""local-path: what a file gives away of its author's machine and accounts."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check

RULE = "local-path"


@pytest.mark.parametrize(
    ("field", "value", "span"),
    [
        ("file", ":/home/knuth/a.pdf:PDF", "/home/knuth"),
        ("file", "Full Text:/Users/Don K/a.pdf:application/pdf", "/Users/Don"),
        ("file", r":C\:\\Users\\knuth\\a.pdf:PDF", r"C\:\\Users\\knuth"),
        ("file", r":C$\backslash$:/Users/knuth/a.pdf:pdf", r"C$\backslash$:/Users/knuth"),
        ("file", r"D:\Papers\a.pdf", r"D:\Papers\a.pdf"),
        ("local-url", "file://localhost/Users/knuth/a.pdf", "/Users/knuth"),
        ("pdf", "/Volumes/Disk/a.pdf", "/Volumes/Disk"),
        ("url", "file:///a.pdf", "file:///a.pdf"),
        ("url", "http://localhost:8080/a.pdf", "http://localhost:8080/a.pdf"),
        ("url", "http://192.168.0.7/a.pdf", "http://192.168.0.7/a.pdf"),
        ("url", "https://a.org/r?id=5&token=0EDD5D2879D6&x=1", "token=0EDD5D2879D6"),
        ("howpublished", r"\url{https://a.org/?session=8f3a9c2e11}", "session=8f3a9c2e11"),
        ("url", "https://a.org/?user=don@knuth.org&x=1", "don@knuth.org"),
        ("url", "ftp://don:secret@a.org/a.pdf", "//don:secret@"),
    ],
)
def test_something_private_is_reported(check: Check, field: str, value: str, span: str) -> None:
    text = f"@misc{{k, {field} = {{{value}}}}}\n"
    assert [text[slice(*finding.span)] for finding in check(RULE, text)] == [span]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("file", "papers/knuth84.pdf"),
        ("file", ":knuth84.pdf:PDF"),
        ("url", "https://example.org/home/knuth/a.pdf"),
        ("url", "https://example.org/~knuth/Users/a.html"),
        ("url", "https://example.org/?id=5&session=3&token=1"),
        ("url", "https://en.wikipedia.org/wiki/Trees#/media/File:Tree.svg"),
        ("url", "https://example.org/viewer?file=/home/trees.pdf"),
        ("url", "https://medium.com/@knuth/literate"),
        ("url", "https://www-acm-org.ezproxy.uni.de/1"),  # secondhand-url speaks of it
        ("url", "ssh://git@github.com/knuth/tex.git"),
        ("url", "http://listserv@bdt.org.br"),
        ("note", r"See Part A:\emph{Trees} and B:/C"),
        ("title", "The /home/ directory and C:\\\\Windows\\\\System"),
        ("abstract", "in /home/knuth/tex"),
        ("note", "Write to don@knuth.org"),
        ("url", "mailto:don@knuth.org"),
    ],
)
def test_what_is_public_is_clean(check: Check, field: str, value: str) -> None:
    assert check(RULE, f"@misc{{k, {field} = {{{value}}}}}\n") == []


def test_the_fix_takes_out_what_holds_nothing_else(check: Check) -> None:
    [alone] = check(RULE, "@misc{k, title = {T}, file = {/home/knuth/a.pdf}}\n")
    assert [edit.text for edit in alone.edits] == [""]
    [beside] = check(RULE, "@misc{k, note = {See /home/knuth/a.pdf for more}}\n")
    assert beside.edits == ()


def test_many_paths_are_one_finding(check: Check) -> None:
    text = "".join(f"@misc{{k{number}, file = {{/home/knuth/{number}.pdf}}}}\n" for number in range(20))
    [finding] = check(RULE, text)
    assert finding.key == "k0"
    assert finding.message.endswith(", as it does 19 more paths")
    assert len(finding.edits) == 20


@pytest.mark.parametrize(("paths", "count"), [(10, 10), (11, 1)])
def test_how_many_paths_are_many(check: Check, paths: int, count: int) -> None:
    text = "".join(f"@misc{{k{number}, file = {{/home/knuth/{number}.pdf}}}}\n" for number in range(paths))
    assert len(check("local-path", text)) == count


@pytest.mark.parametrize(("token", "count"), [("1234567", 0), ("12345678", 1)])
def test_how_long_a_secret_is(check: Check, token: str, count: int) -> None:
    assert len(check("local-path", f"@misc{{k, url = {{https://a.org/x?token={token}}}}}\n")) == count
