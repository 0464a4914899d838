"""not-utf8: what it reports, and what it lets be."""

from __future__ import annotations

import pytest

from bibcheck.engine.linter import Linter
from bibcheck.rules import load_rule
from bibcheck.source import Source
from tests.applying import apply
from tests.rules.conftest import Check

BYTES = [
    ("Hans Müller", "latin-1", "Latin-1", "Müller"),
    ("“Café” – Gödel", "cp1252", "Windows-1252", "“Café”"),
    ("Łódź i Wałęsa", "cp1250", "Windows-1250", "Łódź"),
    ("François Göteborg é", "mac-roman", "Mac Roman", "François"),
    ("Иванов, Пётр", "cp1251", "Windows-1251", "Иванов"),
    ("Иванов, Сборник", "koi8-r", "KOI8-R", "Иванов"),
    ("naïveté, MÜNCHEN", "latin-1", "Latin-1", "naïveté"),
]


@pytest.mark.parametrize(("words", "codec", "label", "shown"), BYTES)
def test_the_old_encoding_is_named_and_mended(check: Check, words: str, codec: str, label: str, shown: str) -> None:
    text = ("@misc{k, author = {" + words + "}}\n").encode(codec).decode("utf-8", "surrogateescape")
    (finding,) = check("not-utf8", text)
    assert f"looks like {label}," in finding.message
    assert f"`{shown}`" in finding.message
    assert apply(text, [finding]) == "@misc{k, author = {" + words + "}}\n"


@pytest.mark.parametrize(
    ("words", "codec", "label"),
    [
        ("计算机学报 深度学习研究综述", "gbk", "GBK"),
        ("計算機學報 深度學習研究綜述", "big5", "Big5"),
        ("日本語における係り受け解析の表", "cp932", "Shift_JIS"),
        ("日本語における係り受け解析の高速化", "euc_jp", "EUC-JP"),
        ("한국어 형태소 분석기의 성능 비교", "cp949", "EUC-KR"),
    ],
)
def test_the_encodings_of_east_asia_that_fit_are_named(check: Check, words: str, codec: str, label: str) -> None:
    text = ("@misc{k, title = {" + words + "}}\n").encode(codec).decode("utf-8", "surrogateescape")
    (finding,) = check("not-utf8", text)
    assert " make sense in " in finding.message
    assert label in finding.message
    assert not finding.edits


def test_the_encoding_that_the_file_names_is_believed(check: Check) -> None:
    text = "% Encoding: ISO8859_5\n@misc{k, author = {\udcb8\udcd2\udcd0\udcdd}}\n"
    (finding,) = check("not-utf8", text)
    assert "ISO8859_5, which the file names at its head" in finding.message
    assert "Иван" in apply(text, [finding])


@pytest.mark.parametrize("header", ["UTF-8", "rot13", "no-such-code", "US-ASCII"])
def test_a_name_that_does_not_fit_is_not_believed(check: Check, header: str) -> None:
    text = f"% Encoding: {header}\n@misc{{k, author = {{M\udcfcller}}}}\n"
    assert "looks like Latin-1" in check("not-utf8", text)[0].message


def test_bytes_without_sense_are_left_alone(check: Check) -> None:
    (finding,) = check("not-utf8", "@misc{k, author = {\udc81\udc8d\udc8f x\udc81y}}\n")
    assert "byte 0x81 is not UTF-8" in finding.message
    assert not finding.edits


@pytest.mark.parametrize("data", ["\ufeff@misc{é}\n".encode("utf-16-le"), "\ufeff@misc{é}\n".encode("utf-16-be")])
def test_utf16_is_one_finding(data: bytes) -> None:
    rules = [load_rule(name)() for name in ("not-utf8", "syntax-error", "commented-entry")]
    for source in (Source.from_bytes("a.bib", data), Source.from_bytes("a.bib", data[2:])):
        linter = Linter(rules)
        linter.add(source)
        assert [finding.rule for finding in linter.finish().findings] == ["not-utf8"]


@pytest.mark.parametrize("text", ["", "@misc{k}\n", "@misc{k, author = {Müller, 王, 😀, \x00}}\n", "\ufeff@misc{k}\n"])
def test_utf8_is_clean(check: Check, text: str) -> None:
    assert check("not-utf8", text) == []
