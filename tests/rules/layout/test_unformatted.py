"""unformatted: one finding for a file that `bibcheck format` would change."""

from __future__ import annotations

from tests.applying import apply
from tests.rules.conftest import Check

LAID_OUT = "@misc{k,\n  title = {T},\n  year = 2000,\n}\n"


def test_a_file_laid_out_well_is_clean(check: Check) -> None:
    assert not check("unformatted", LAID_OUT)


def test_the_first_line_that_would_change_is_reported_once(check: Check) -> None:
    text = (
        LAID_OUT + "\n" + LAID_OUT.replace("{k", "{l").replace("  title = {T}", "title={T}").replace("2000", "{2000}")
    )
    [finding] = check("unformatted", text)
    assert text[slice(*finding.span)] == "title={T},"
    assert finding.message == "`bibcheck format` would lay this file out otherwise in 1 place"
    assert check("unformatted", apply(text, [finding])) == []


def test_places_are_counted(check: Check) -> None:
    text = "@misc{k,\n  title={T},\n  note = {N},\n  year={2000},\n}\n"
    [finding] = check("unformatted", text)
    assert finding.message == "`bibcheck format` would lay this file out otherwise in 2 places"
