"""Files beside the one that is checked are read only where they may hold what is missing in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bibcheck.cli import main
from bibcheck.engine import linter
from bibcheck.source import Source

OTHER = "@book{other, title = {T}}\n" * 3


@pytest.fixture
def noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that rules look at beside the named one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    paths = []
    note = linter.note_file

    def note_and_tell(source: Source, *more: object) -> object:
        paths.append(source.path)
        return note(source, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(linter, "note_file", note_and_tell)
    return paths


@pytest.mark.parametrize(
    ("text", "beside", "is_read", "status"),
    [
        ("@misc{a, crossref = {parent}}", OTHER, False, 1),
        ("@misc{a, crossref = {parent}}", "@book{PARENT, title = {T}}", True, 0),
        ("@misc{a, crossref = {Parent}}", "% parent\n", True, 1),
        ("@misc{a, crossref = {Pärent}}", "@book{pärent, title = {T}}", True, 0),
        ("@misc{a, crossref = {parent}}", '@online{b, date={2000}, ids = "par" # "ent"}', True, 0),
        ("@misc{a, note = acm}", OTHER, False, 1),
        ("@misc{a, note = acm}", "@string{ACM = {A}}", True, 0),
        ("@misc{a, title = {T}}", "@book{b, crossref = {nothing}}", False, 0),
        (
            "\n".join(f"@misc{{a{number}, crossref = {{p{number}}}}}" for number in range(30)),
            "@book{other, title = {T}}",
            True,  # so many that reading is quicker than looking for them
            1,
        ),
    ],
)
def test_what_is_beside(text: str, beside: str, is_read: bool, status: int, noted: list[str]) -> None:
    Path("a.bib").write_text(text, encoding="utf-8")
    Path("b.bib").write_text(beside, encoding="utf-8")
    assert main(["check", "--select", "undefined-crossref,undefined-string", "a.bib"]) == status
    assert noted == (["b.bib"] if is_read else [])
