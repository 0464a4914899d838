"""What a page or an exporter left in a title."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

# Title, the texts pointed at, the title after the fix (None: there is no fix).
REPORTED = [
    ("Trees | Request PDF", [" | Request PDF"], "Trees"),
    ("TeX - Wikipedia", [" - Wikipedia"], "TeX"),
    ("(PDF) Trees", ["(PDF) "], "Trees"),
    ("Trees [Extended Abstract]", [" [Extended Abstract]"], "Trees"),
    ("Processing of structures*", ["*"], "Processing of structures"),
    ("A compu- tation", ["compu- tation"], "A computation"),
    ("A comput- ational theory", ["comput- ational"], "A computational theory"),
    # Two long parts are rather a compound.
    ("A bracket- tracers theory", ["bracket- tracers"], None),
    ("Hybrid photonic- plasmonic trees", ["photonic- plasmonic"], None),
    ("A La-TeX package", ["La-TeX"], "A LaTeX package"),
    ("ColorBrewer. org: a tool", ["ColorBrewer. org"], "ColorBrewer.org: a tool"),
    ("On the growth of…", ["of…"], None),
    ("{On the growth of ...}", ["of ..."], None),
]
CLEAN = [
    "Two- and three-valued logics",
    "Vor- und Nachteile",
    "The search algorithm A*",
    "A title: of a work",
    "Wikipedia and its readers",
    "Bentuk men- dan nen- dalam Bahasa Rejang",
    "Automatische phonetische Annotation- ein Aligner für das Luxemburgische",
    "And then...",
    "On A. B. com",
    "A title in the series 36 - A",
]


@pytest.mark.parametrize(("title", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, title: str, pointed_at: list[str], fixed: str | None) -> None:
    text = f"@article{{k, title = {{{title}}}}}\n"
    findings = check("export-residue", text)
    assert [text[f.span.start : f.span.end] for f in findings] == pointed_at
    text = apply(text, findings)
    assert text == f"@article{{k, title = {{{fixed or title}}}}}\n"
    if fixed:
        assert not check("export-residue", text)


@pytest.mark.parametrize("title", CLEAN)
def test_clean(check: Check, title: str) -> None:
    assert not check("export-residue", f"@article{{k, title = {{{title}}}}}\n")


CHAPTERS = [
    (
        "@incollection{k, title = {36 - ParaView: A Tool}}",
        "@incollection{k, title = {ParaView: A Tool}, chapter = {36}}",
    ),
    ("@inbook{k, title = {Chapter 6 -- Trees}, chapter = {6}}", "@inbook{k, title = {Trees}, chapter = {6}}"),
    ("@article{k, title = {36 - ParaView: A Tool}}", None),
    ("@incollection{k, title = {1984 - A Novel}}", None),
]


@pytest.mark.parametrize(("text", "fixed"), CHAPTERS)
def test_the_number_of_a_chapter_before_its_title(check: Check, text: str, fixed: str | None) -> None:
    findings = check("export-residue", text + "\n")
    assert len(findings) == (fixed is not None)
    assert apply(text + "\n", findings) == f"{fixed or text}\n"


@pytest.mark.parametrize("field", ["publisher", "journal", "organization"])
def test_an_address_in_two(check: Check, field: str) -> None:
    text = f"@article{{k, {field} = {{edpsciences. org}}}}"
    (finding,) = check("export-residue", text)
    assert finding.message == "stray space in `edpsciences. org`"
    assert apply(text, [finding]) == text.replace(". org", ".org")
    assert not check("export-residue", f"@article{{k, {field} = {{CEUR-WS.org}}, {field} = {{Comp. Organ. Sci.}}}}")


def test_an_address_with_a_space_after_each_full_stop_is_left_to_its_author(check: Check) -> None:
    (finding,) = check("export-residue", "@misc{k, journal = {URL: www. trees. com/library/index. htm}}")
    assert finding.message == "stray space in `trees. com`"
    assert not finding.edits


@pytest.mark.parametrize(
    ("fields", "pointed_at", "left"),
    [
        ("note = {Publisher: Elsevier}, volume = 1", "Publisher: Elsevier", "volume = 1"),
        ("number = 8, note = {Number: 8\n    Publisher: Elsevier}", "Number: 8\n    Publisher: Elsevier", "number = 8"),
        (r"note = {\_eprint: https://a.org/b.pdf}, volume = 1", r"\_eprint: https://a.org/b.pdf", "volume = 1"),
        ("note = {Section: Physical Sciences}, volume = 1", "Section: Physical Sciences", "volume = 1"),
        ("note = {Conference Name: Journal of Oaks}, volume = 1", "Conference Name: Journal of Oaks", "volume = 1"),
        # What stands nowhere else, or beside it, is not deleted.
        ("note = {Number: 8}", "Number: 8", None),
        ("note = {In German.\nPublisher: Elsevier}", "Publisher: Elsevier", None),
    ],
)
def test_what_zotero_writes_into_a_note(check: Check, fields: str, pointed_at: str, left: str | None) -> None:
    text = f"@article{{k, {fields}}}\n"
    [finding] = check("export-residue", text)
    assert text[finding.span.start : finding.span.end] == pointed_at
    assert apply(text, [finding]) == f"@article{{k, {left or fields}}}\n"
    assert not check("bare-url", text)


def test_the_publisher_of_a_book_is_printed(check: Check) -> None:
    text = "@book{{k, {}note = {{Publisher: Elsevier}}}}\n".format
    assert [bool(finding.edits) for finding in check("export-residue", text(""))] == [False]
    assert [bool(finding.edits) for finding in check("export-residue", text("publisher = {Elsevier}, "))] == [True]


@pytest.mark.parametrize(
    "note", ["The publisher: Elsevier", "Section: 3.2", "Publisher:", "Number of pages: 8", "In German"]
)
def test_notes_of_people(check: Check, note: str) -> None:
    assert not check("export-residue", f"@article{{k, note = {{{note}}}}}\n")
