"""What repeated-word reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check

REPORTED = [
    ("title", "On the the Design of Systems", "the the", "On the Design of Systems"),
    ("title", "The the Art of Programming", "The the", "The Art of Programming"),
    ("title", "A Study of of\n  Systems and Networks", "of of", "A Study of\n  Systems and Networks"),
    ("title", "Limits of\n    of Growth", "of\n    of", "Limits of Growth"),
    ("title", "The Use of~of Ties", "of~of", "The Use of Ties"),
    (
        "booktitle",
        "International Conference Conference on Data",
        "Conference Conference",
        "International Conference on Data",
    ),
    (
        "booktitle",
        "Proceedings of the The 10th Workshop on Data",
        "the The",
        "Proceedings of the 10th Workshop on Data",
    ),
    (
        "booktitle",
        "Proceedings of the 2014 USENIX Conference on USENIX Annual Technical Conference",
        "USENIX Conference on USENIX",
        "Proceedings of the 2014 USENIX Annual Technical Conference",
    ),
    (
        "booktitle",
        "{USENIX} Annual Technical Conference on {USENIX} Annual Technical Conference",
        "USENIX} Annual Technical Conference on {USENIX}",
        "{USENIX} Annual Technical Conference",
    ),
    ("booktitle", "ACM Conference on ACM Data", "ACM Conference on ACM", "ACM Conference on Data"),
]
CLEAN = [
    ("title", "I Know that that Was Had Had"),
    ("title", "Advances in in vitro Fertilization of the Mouse"),
    ("title", "Changes in in situ Hybridization"),
    ("title", "Duran Duran and the Sound of Pago Pago"),
    ("title", "A History of The The, the Band of Matt Johnson"),
    ("title", "Negotiations at the The Hague Conference of 1907"),
    ("title", "Die Frauen, die die Welt bewegten"),
    ("title", "Ce que nous nous devons"),
    ("title", "Kwam hij of of kwam zij?"),
    ("title", "Finnish English English Finnish Dictionary"),
    ("title", "An Analysis of the Wai Wai Language"),
    ("title", "Learning to Learn Learning"),
    ("title", "From H to tau tau Decays with the ATLAS Detector"),
    ("title", "An $O(n log n + m log log n)$ Algorithm for the Clique"),
    ("title", "Versions 2 2 and 3"),
    ("title", "Search of and and/or Graphs"),
    ("title", "The of-of Construction"),
    ("title", "{G}{A}{A}{S} {S}oftware of the {A} {A}"),
    ("booktitle", "USENIX Conference on File and Storage Technologies"),
    ("booktitle", "Companion Proceedings of the The Web Conference"),
    ("booktitle", "IEEE Workshop on IEEE 802.11"),
]


@pytest.mark.parametrize(("field", "value", "written", "fixed"), REPORTED)
def test_a_word_too_many(check: Check, field: str, value: str, written: str, fixed: str) -> None:
    text = f"@inproceedings{{k, {field} = {{{value}}}}}"
    (finding,) = check("repeated-word", text)
    assert text[finding.span.start : finding.span.end] == written
    (edit,) = finding.edits
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == f"@inproceedings{{k, {field} = {{{fixed}}}}}"


@pytest.mark.parametrize(("field", "value"), CLEAN)
def test_what_is_meant(check: Check, field: str, value: str) -> None:
    assert not check("repeated-word", f"@inproceedings{{k, {field} = {{{value}}}}}")


def test_another_language_is_let_be(check: Check) -> None:
    entry = "@book{k, title = {Wat of of de the the with}, langid = {dutch}}"
    assert not check("repeated-word", entry)
    assert check("repeated-word", entry.replace("dutch", "english"))
