"""The setting `style` and its way to what is fixed."""

from __future__ import annotations

from pathlib import Path

import pytest

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.style_hints import does_print, style_of
from bibcheck.cli import main
from bibcheck.source import Source

ARTICLE = "@article{x, author = {Ann Bee}, title = {On trees}, url = {https://doi.org/10.1038/464829a}}\n"


@pytest.mark.parametrize(
    ("settings", "arguments", "is_moved"),
    [
        ("", [], False),
        ("", ["--unsafe-fixes"], True),
        ("style = 'plainnat'", [], True),
        ("style = 'IEEEtran'", ["--unsafe-fixes"], False),
        ("preset = ['ieee']", ["--unsafe-fixes"], False),
        ("preset = ['lncs']", [], True),
        ("dialect = 'biblatex'", [], True),
    ],
)
def test_a_safe_fix_keeps_the_printed_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: str, arguments: list[str], is_moved: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bibcheck.toml").write_text(settings, encoding="utf-8")
    Path("a.bib").write_text(ARTICLE, encoding="utf-8")
    main(["check", "--fix", "--select", "doi-in-wrong-field", *arguments, "a.bib"])
    moved = ARTICLE.replace("url = {https://doi.org/10.1038/464829a}", "doi = {10.1038/464829a}")
    assert Path("a.bib").read_text(encoding="utf-8") == (moved if is_moved else ARTICLE)


@pytest.mark.parametrize(
    ("settings", "style", "is_moved"),
    [
        ("", "plainnat", True),
        ("preset = ['ieee']\n", "plainnat", True),  # the document knows better than the preset of the venue
        ("preset = ['lncs']\n", "IEEEtran", False),
        ("preset = ['lncs']\nstyle = 'splncs04'\n", "IEEEtran", True),  # and the settings know better than the document
        ("preset = ['lncs']\n", "", True),
    ],
)
def test_what_a_document_shows_goes_before_what_a_preset_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: str, style: str, is_moved: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    named = f"\\bibliographystyle{{{style}}}" if style else ""
    Path("main.tex").write_text(f"{named}\\cite{{x}}\\bibliography{{a}}\n", encoding="utf-8")
    Path("bibcheck.toml").write_text(f'documents = ["main.tex"]\n{settings}', encoding="utf-8")
    Path("a.bib").write_text(ARTICLE, encoding="utf-8")
    main(["check", "--fix", "--select", "doi-in-wrong-field", "a.bib"])
    assert ("url = " not in Path("a.bib").read_text(encoding="utf-8")) is is_moved


@pytest.mark.parametrize(
    ("text", "style", "expected"),
    [
        ("@article{x, year = 1}", None, None),
        ("@article{x, year = 1}", "plain", "plain"),
        ("@article{x, date = 1}", None, "biblatex"),
        ("@article{x, date = 1}", "apa", "apa"),
        ("@article{x, year = 1}\n@IEEEtranBSTCTL{IEEEexample:BSTcontrol, CTLuse_url = {no}}", None, "IEEEtran"),
        ("@CONTROL{REVTEX42Control}\n@article{x, year = 1}", None, "apsrev4-2"),
        ("@CONTROL{aip41Control,pages={1}}\n@article{x, year = 1}", None, "aipnum4-1"),
        ("@CONTROL{acs-control}\n@article{x, year = 1}", None, None),
        ("@CONTROL{REVTEX42Control}\n@article{x, year = 1}", "IEEEtran", "IEEEtran"),
        ("@article{x, year = 1, urlaccessdate = {2 maio 2020}}", None, "abntex2-alf"),
    ],
)
def test_the_style_is_as_set_or_as_the_file_tells(text: str, style: str | None, expected: str | None) -> None:
    assert style_of(Bibliography(Source("a.bib", text), style=style)) == expected


def test_of_an_unknown_style_nothing_is_known() -> None:
    assert does_print(Bibliography(Source("a.bib", ARTICLE), style="house"), "article", "doi") is None
    assert does_print(Bibliography(Source("a.bib", ARTICLE)), "article", "doi") is None
