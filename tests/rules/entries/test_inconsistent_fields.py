"""inconsistent-fields: what most entries of a kind have."""

from __future__ import annotations

from tests.rules.conftest import Check

RULE = "inconsistent-fields"
FULL = "@article{f%d, journal = {J}, volume = 1, number = 2, pages = {3}, month = may}\n"
BARE = "@article{k%d, journal = {J}, number = 2, pages = {3}, month = may}\n"


def test_a_few_that_lack_what_most_have_are_reported(check: Check) -> None:
    text = "".join(FULL % number for number in range(37)) + "".join(BARE % number for number in range(3))
    findings = check(RULE, text)
    assert [finding.key for finding in findings] == ["k0", "k1", "k2"]
    assert {finding.message for finding in findings} == {"no `volume`, which 37 of 40 `@article` entries have"}
    assert check(RULE, text, fields=("number",)) == []
    assert check(RULE, text, few=0.05) == []
    assert check(RULE, text, fewest=41) == []


def test_within_a_venue_a_few_stand_out(check: Check) -> None:
    others = "".join(
        f"@article{{o{number}, journal = {{O{number}}}, number = 2, pages = {{3}}}}\n" for number in range(20)
    )
    text = "".join(FULL % number for number in range(12)) + BARE % 0 + others
    [finding] = check(RULE, text)
    assert finding.message == "no `volume`, which 12 of 13 `@article` entries of this venue have"


def test_a_venue_is_one_under_all_its_names(check: Check) -> None:
    names = ["Journal of the ACM", "J. ACM", "Journal of the {ACM}"]
    entries = [
        f"@article{{f{n}, journal = {{{names[n % 3]}}}, volume = 1, number = 2, pages = {{3}}}}\n" for n in range(12)
    ]
    others = [f"@article{{o{n}, journal = {{Nets {n}}}, number = 2, pages = {{3}}}}\n" for n in range(20)]
    [finding] = check(RULE, "".join([*entries, *others, "@article{k, journal = {JACM}, number = 2, pages = {3}}\n"]))
    assert (finding.key, finding.message) == ("k", "no `volume`, which 12 of 13 `@article` entries of this venue have")


def test_what_has_a_reason_is_clean(check: Check) -> None:
    full = "".join(FULL % number for number in range(30))
    for entry in (
        "@article{k, journal = {J}, note = {to appear}}\n",
        "@article{k, eprint = {1706.03762}}\n",
        "@article{k, journal = {J}, crossref = {elsewhere}}\n",
        "@book{k, title = {T}}\n",
        # Half of them lack it.
        "".join(BARE % number for number in range(30)),
    ):
        assert check(RULE, full + entry) == []
