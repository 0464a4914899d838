"""What tells two names apart."""

from __future__ import annotations

import pytest

from bibcheck.text.contrast import common_ends, told_apart

CONFERENCE = "ACM Symposium on User Interface Software and Technology"


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("USENIX", "USENIX Association", ("USENIX", "USENIX Association")),
        ("", "x", ("", "x")),
        (
            f"Proceedings of the {CONFERENCE}",
            f"Proceedings of the Annual {CONFERENCE}",
            ("… the ACM …", "… the Annual ACM …"),
        ),
        (f"Proceedings of the {CONFERENCE}", CONFERENCE, ("Proceedings of the ACM …", "ACM …")),
        (f"{CONFERENCE} (UIST)", CONFERENCE, ("… Technology (UIST)", "… Technology")),
        (
            f"{CONFERENCE} {CONFERENCE}",
            CONFERENCE,
            ("… Technology ACM Symposium on User … and Technology", "… Technology"),
        ),
        (
            f"Proceedings of the {CONFERENCE.lower()}",
            f"Proceedings of the {CONFERENCE}",
            (
                "… the acm symposium on user interface … and technology",
                "… the ACM Symposium on User Interface … and Technology",
            ),
        ),
        ("x" * 70, "y", ("x" * 39 + " … " + "x" * 18, "y")),
    ],
)
def test_told_apart(one: str, other: str, shown: tuple[str, str]) -> None:
    assert told_apart(one, other) == shown
    assert told_apart(other, one) == shown[::-1]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("abc", "abc", (3, 0)),
        ("abc", "xyz", (0, 0)),
        ("1-2", "1--2", (2, 1)),
        ("abcd", "axcd", (1, 2)),
        ("aa", "aaa", (2, 0)),
        ("", "a", (0, 0)),
        ("x" * 1000 + "a" + "y" * 999, "x" * 1000 + "b" + "y" * 999, (1000, 999)),
    ],
)
def test_common_ends(before: str, after: str, expected: tuple[int, int]) -> None:
    assert common_ends(before, after) == expected
    assert common_ends(after, before) == expected


def test_common_ends_of_words() -> None:
    assert common_ends("on the art of trees".split(), "on the craft of trees".split()) == (2, 2)
