"""What place-in-venue reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

WHERE = "where it was held"
WHEN = "when it was held"


def entry(booktitle: str, more: str = "") -> str:
    return f"@inproceedings{{k, booktitle = {{{booktitle}}}{more}}}"


@pytest.mark.parametrize(
    ("booktitle", "part", "what", "fixed"),
    [
        ("Conference on Nets, Perth, Australia", "Perth, Australia", WHERE, "Conference on Nets"),
        (
            "Conference on Nets, NETS 2007, Freiburg, Germany, October 5, 2007",
            "Freiburg, Germany, October 5, 2007",
            f"{WHERE} and {WHEN}",
            "Conference on Nets, NETS 2007",
        ),
        (
            "Proceedings of the Fourth Conference on Nets, May 5--7, 1991, Lisbon, Portugal",
            "May 5–7, 1991, Lisbon, Portugal",
            f"{WHEN} and {WHERE}",
            "Proceedings of the Fourth Conference on Nets",
        ),
        ("Symposium on Nets (Boston, MA)", "Boston, MA", WHERE, "Symposium on Nets"),
        ("Symposium on Nets, pp. 12--34", "pp. 12–34", "pages", "Symposium on Nets"),
        ("Symposium on Nets, {J}une 17, 1985, Proceedings", "June 17, 1985", WHEN, "Symposium on Nets, Proceedings"),
        (
            "Proceedings of the May 1-3, 1962, Spring Joint Computer Conference",
            "May 1-3, 1962",
            WHEN,
            "Proceedings of the Spring Joint Computer Conference",
        ),
    ],
)
def test_a_place(check: Check, booktitle: str, part: str, what: str, fixed: str) -> None:
    text = entry(booktitle)
    (finding,) = check("place-in-venue", text)
    assert finding.message == f"`{part}` in the name of the venue: {what}"
    (edit,) = finding.edits
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == entry(fixed)


def test_the_city_of_the_address(check: Check) -> None:
    (finding,) = check("place-in-venue", entry("Workshop on Nets, Leiden", ", address = {Leiden, The Netherlands}"))
    assert finding.message == "`Leiden` in the name of the venue: where it was held"


@pytest.mark.parametrize(
    "booktitle",
    ["Conference of {YOUng} Researchers in {Oldenburg}, {Germany}", "EuroGP 2001 Conference Lake Como, Italy"],
)
def test_half_a_place_stays(check: Check, booktitle: str) -> None:
    (finding,) = check("place-in-venue", entry(booktitle))
    assert finding.message.endswith(WHERE)
    assert "{Oldenburg}" not in booktitle or not finding.edits


@pytest.mark.parametrize(
    "text",
    [
        entry("Workshop on the Languages of France"),
        entry("Proceedings of the Australian Conference on Robotics"),
        entry("Conference on Networks, Systems and Security"),
        entry("Workshop on Nets, Leiden"),
        "@incollection{k, booktitle = {Daily Life in Paris, France}}",
        "@incollection{k, booktitle = {Letters from May 1968}}",
        entry("Proceedings of the Conference on p. 5 models"),
        "@inproceedings{k, title = {A Conference, Perth, Australia}}",
        entry(""),
    ],
)
def test_a_name(check: Check, text: str) -> None:
    findings = check("place-in-venue", text)
    assert not findings or "p. 5" in findings[0].message


@pytest.mark.parametrize(
    ("booktitle", "address", "parts"),
    [
        ("Workshop on Nets, Leiden, May 5, 1991", "Leiden", ["May 5, 1991"]),  # not at the end of the name
        ("Workshop on Nets, May 5, 1991, Leiden", "Leiden", ["May 5, 1991, Leiden"]),
        ("Workshop on Nets (Leiden)", "Leiden", ["Leiden"]),
        ("Workshop on Nets, Leiden.", "Leiden", ["Leiden"]),
        ("Workshop on Nets of Leiden", "Leiden", []),
        ("Workshop on Nets, Leiden", "Utrecht", []),
        ("Workshop on Nets, Perth, Australia", "Australia", ["Perth, Australia"]),  # the place is there already
        ("Workshop on Nets, Rio", "Rio", ["Rio"]),
        ("Workshop on Nets, Ax", "Ax", []),
        ("Workshop (Leiden, Netherlands) on Nets", "", ["Leiden, Netherlands"]),
        ("Workshop (Leiden, nets) on Nets", "", []),
        ("Workshop (Netherlands) on Nets", "", []),
        ("Workshop (Trees, Nets) on Leaves (Leiden, Netherlands) in June", "", ["Leiden, Netherlands"]),
    ],
)
def test_a_city_in_the_name(check: Check, booktitle: str, address: str, parts: list[str]) -> None:
    findings = check("place-in-venue", entry(booktitle, f", address = {{{address}}}"))
    assert [finding.message.split("`")[1] for finding in findings] == parts


@pytest.mark.parametrize("name", ["address", "location", "venue"])
def test_each_field_that_names_the_city(check: Check, name: str) -> None:
    assert len(check("place-in-venue", entry("Workshop on Nets, Leiden", f", {name} = {{Leiden}}"))) == 1


@pytest.mark.parametrize(
    ("booktitle", "fixed"),
    [
        ("Symposium on Nets, held on May 5, 1991", "Symposium on Nets"),
        ("Symposium on Nets, pp. 1-2, Proceedings, Boston, MA", "Symposium on Nets, Proceedings"),
    ],
)
def test_what_goes_with_it(check: Check, booktitle: str, fixed: str) -> None:
    text = entry(booktitle)
    assert apply(text, check("place-in-venue", text)) == entry(fixed)
