"""What stray-delimiter reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

REPORTED = [
    ("publisher", """" O'Reilly Media, Inc.\"""", "quotes around", "O'Reilly Media, Inc."),
    ("publisher", '"International Organization for Standardization (ISO)"', "quotes around", None),
    ("journal", "``Software Tools''", "quotes around", "Software Tools"),
    ("publisher", "Springer,", "a comma at the end of", "Springer"),
    ("publisher", "{Springer,} ", "a comma at the end of", "{Springer} "),
    ("series", ", Historical Linguistics", "a comma at the beginning of", "Historical Linguistics"),
    ("note", "Reprinted in Chicago and London,", "a comma at the end of", "Reprinted in Chicago and London"),
    ("publisher", "Oxford University Press.", "a full stop at the end of", "Oxford University Press"),
    ("booktitle", "Computing, Storage and Analysis,", "a comma at the end of", "Computing, Storage and Analysis"),
    ("address", "London.", "a full stop at the end of", "London"),
    ("month", " nov ", "white space at the ends of", "nov"),
    ("year", "      2011", "white space at the ends of", "2011"),
    (
        "title",
        '" General Intelligence," Measured',
        "white space after the opening quote of",
        '"General Intelligence," Measured',
    ),
    ("publisher", '"Springer",', None, None),
    ("publisher", "``Springer  ''", "quotes around", "Springer"),
    ("publisher", "{''Springer''}", "quotes around", "{Springer}"),
    ("publisher", "\u201cSpringer\u201d", "quotes around", "Springer"),
    ("publisher", ", , Springer , ,", "a comma at the beginning of and a comma at the end of", "Springer"),
    ("publisher", "{,Springer}", "a comma at the beginning of", "{Springer}"),
    ("address", "Paris.", "a full stop at the end of", "Paris"),
    ("address", "London, Paris.", "a full stop at the end of", "London, Paris"),
    ("year", "2011 ", "white space at the ends of", "2011"),
    ("month", "{nov,}", "a comma at the end of", "{nov}"),
    (
        "title",
        "\u201c  General Theory\u201d, read",
        "white space after the opening quote of",
        "\u201cGeneral Theory\u201d, read",
    ),
    ("title", "Trees, and more,", "a comma at the end of", "Trees, and more"),
]
CLEAN = [
    ("publisher", "O'Reilly Media, Inc."),
    ("publisher", r"John Wiley \& Sons, Ltd."),
    ("publisher", "American Math. Soc."),
    ("publisher", "s.n."),
    ("publisher", "Springer"),
    ("publisher", 'Editions des "amis du musee basque" et "Ikas"'),
    ("series", '"Que sais-je?"'),
    ("address", "Washington, D.C."),
    ("address", "Cambridge, Mass."),
    ("address", "Berkeley, Calif."),
    ("volume", "Vol. 02, No. 07,"),
    ("journal", "Phys. Rev. Lett."),
    ("journal", "J. Comput. Phys."),
    ("journal", "Физ. журн."),
    ("booktitle", "The Future of Learning."),
    ("booktitle", "Anais..."),
    ("booktitle", "Труды конференции, Москва, 2014 г."),
    ("title", '"Tense" and "lax" in four languages'),
    ("title", '"The stockings were hung by the chimney with care"'),
    ("title", r'"`\LaTeX-Tips"\''),
    ("title", "Understanding charts and graphs."),
    ("title", ".sex Considered Dangerous"),
    ("journal", " Annals of Physics "),
    ("publisher", ""),
    ("publisher", '"'),
    ("publisher", r"Springer\,"),
    ("month", "\n  nov\n"),
    ("author", "Smith, John,"),
    ("abstract", "We show,"),
    ("address", "Rome."),
    ("address", "Paris"),
    ("address", "A2345."),
    ("publisher", "''"),
    ("publisher", '"a" and "b"'),
    ("publisher", '"Why?"'),
    ("year", " "),
    ("title", '"General Theory"'),
    ("volume", "Vol. 2, No. 7,"),
]


@pytest.mark.parametrize(("field", "value", "what", "fixed"), REPORTED)
def test_what_strays(check: Check, field: str, value: str, what: str | None, fixed: str | None) -> None:
    text = f"@book{{k, {field} = {{{value}}}}}"
    (finding,) = check("stray-delimiter", text)
    assert what is None or finding.message.startswith(what)
    assert finding.edits
    text = apply(text, [finding])
    assert fixed is None or text == f"@book{{k, {field} = {{{fixed}}}}}"


@pytest.mark.parametrize(("field", "value"), CLEAN)
def test_what_belongs_there(check: Check, field: str, value: str) -> None:
    assert not check("stray-delimiter", f"@book{{k, {field} = {{{value}}}}}")


def test_what_a_macro_of_another_file_adds_is_not_judged(check: Check) -> None:
    assert not check("stray-delimiter", '@book{k, publisher = springer # ", " # springer-place}\n')


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("Springer" * 4 + "Springe,", "Springer" * 4 + "Springe,"),
        ("Springer" * 5 + ",", "SpringerSpringerSpr…ngerSpringerSpringer,"),
    ],
)
def test_a_long_value_is_cut_short_in_the_middle(check: Check, value: str, shown: str) -> None:
    (finding,) = check("stray-delimiter", f"@book{{k, publisher = {{{value}}}}}")
    start, end = shown.split("…") if "…" in shown else (shown, shown)
    assert finding.message.startswith(f"a comma at the end of `{start[:19]}")
    assert finding.message.endswith(f"{end[-19:]}`")
    assert ("…" in finding.message) == ("…" in shown)
