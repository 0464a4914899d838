"""What venue-boilerplate reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

# Field, value, the text pointed at, the value after the fix (None: there is no fix).
REPORTED = [
    (
        "booktitle",
        "Presented as part of the 21st {USENIX} Symposium",
        "Presented as part of the",
        "21st {USENIX} Symposium",
    ),
    ("booktitle", "Paper presented at the 5th Workshop", "Paper presented at the", "5th Workshop"),
    ("booktitle", "In Proceedings of the 17th Symposium", "In", "Proceedings of the 17th Symposium"),
    ("booktitle", "In: Proc. CAV", "In:", "Proc. CAV"),
    ("booktitle", "In: Plank, Objects", "In:", "Plank, Objects"),
    ("journal", "In Proceedings of IFAC", "In", "Proceedings of IFAC"),
    ("booktitle", "{In Advances in Cryptology}", "In", "{Advances in Cryptology}"),
    ("booktitle", "In 2013 IEEE Workshop on Data", "In", "2013 IEEE Workshop on Data"),
    (
        "booktitle",
        "Proceedings of the Proceedings of the Workshop",
        "Proceedings of the Proceedings of the",
        "Proceedings of the Workshop",
    ),
    (
        "booktitle",
        "Vision and Recognition (CVPR), 2012 {IEEE} Conference on",
        "Conference on",
        "2012 {IEEE} Conference on Vision and Recognition (CVPR)",
    ),
    ("journal", "Image Processing, IEEE Transactions on", "Transactions on", "IEEE Transactions on Image Processing"),
    ("booktitle", "Speech, 2009. ASRU 2009. IEEE Workshop on", "Workshop on", None),
    ("booktitle", "14th International Symposium on", "Symposium on", None),
    ("booktitle", "Conference on", "Conference on", None),
]
CLEAN = [
    ("booktitle", "In Honor of Mary Haas: from the Haas Festival Conference"),
    ("booktitle", "In Search of Excellence"),
    ("booktitle", "In Situ Visualization Workshop"),
    ("booktitle", "Informatics in Proceedings"),
    ("booktitle", "International Conference on Data"),
    ("booktitle", "Proceedings of the IEEE"),
    ("booktitle", "What Machine Learning is Good for"),
    ("journal", "In Vivo"),
    ("journal", "In Practice"),
    ("journal", "Phys. Earth Planet In."),
    ("journal", "Presented at the Academy"),
    ("note", "Presented at the 5th Workshop"),
]


@pytest.mark.parametrize(("field", "value", "written", "fixed"), REPORTED)
def test_what_is_no_part_of_the_name(check: Check, field: str, value: str, written: str, fixed: str | None) -> None:
    text = f"@inproceedings{{k, {field} = {{{value}}}}}"
    (finding,) = check("venue-boilerplate", text)
    assert text[finding.span.start : finding.span.end] == written
    for edit in finding.edits:
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert bool(finding.edits) == (fixed is not None)
    assert fixed is None or text == f"@inproceedings{{k, {field} = {{{fixed}}}}}"


@pytest.mark.parametrize(("field", "value"), CLEAN)
def test_a_name(check: Check, field: str, value: str) -> None:
    assert not check("venue-boilerplate", f"@inproceedings{{k, {field} = {{{value}}}}}")


def test_an_inverted_name_is_shown_the_right_way_round(check: Check) -> None:
    text = "@inproceedings{k, booktitle = {Automatic Speech Recognition, IEEE Workshop on}}"
    (finding,) = check("venue-boilerplate", text)
    assert finding.message == "name is inverted; write `IEEE Workshop on Automatic Speech Recognition`"


@pytest.mark.parametrize(
    ("text", "fixed", "message"),
    [
        ("Cartographic Journal, The", "The Cartographic Journal", "name is inverted; write `The Cartographic Journal`"),
        (
            "ICC 2019-2019 IEEE International Conference on Communications (ICC)",
            "2019 IEEE International Conference on Communications (ICC)",
            "`ICC 2019` before the name of the venue, which says it again",
        ),
    ],
)
def test_what_stands_at_the_wrong_end(check: Check, text: str, fixed: str, message: str) -> None:
    entry = f"@inproceedings{{k, booktitle = {{{text}}}}}"
    (finding,) = check("venue-boilerplate", entry)
    assert finding.message == message
    assert apply(entry, [finding]) == entry.replace(text, fixed)


@pytest.mark.parametrize("text", ["Nature, Then and Now", "ICC 2019", "ICC 2019 - Selected Papers (ICC)"])
def test_a_name_the_right_way_round(check: Check, text: str) -> None:
    assert not check("venue-boilerplate", f"@inproceedings{{k, booktitle = {{{text}}}}}")


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("booktitle", "14th International Symposium on", "`Symposium on` with nothing after it: write the whole name"),
        (
            "booktitle",
            "Vision (CVPR), 2012 IEEE Conference on",
            "name is inverted; write `2012 IEEE Conference on Vision (CVPR)`",
        ),
        (
            "booktitle",
            "In Proceedings of the Symposium",
            "`In` before the name of the venue, where BibTeX writes its own",
        ),
    ],
)
def test_the_message(check: Check, field: str, value: str, message: str) -> None:
    findings = check("venue-boilerplate", f"@inproceedings{{k, {field} = {{{value}}}}}")
    assert [finding.message for finding in findings] == [message]
