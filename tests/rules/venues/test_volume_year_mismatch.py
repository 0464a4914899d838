"""What volume-year-mismatch reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check


def articles(*volumes: tuple[object, object], journal: str = "Journal of Nets", year: str = "year") -> str:
    return "".join(
        f"@article{{k{number}, journal = {{{journal}}}, volume = {{{volume}}}, {year} = {{{when}}}}}\n"
        for number, (volume, when) in enumerate(volumes)
    )


YEARLY = [(20, 1973), (21, 1974), (22, 1975), (24, 1977), (26, 1979), (30, 1983)]


@pytest.mark.parametrize(
    "text",
    [
        articles(*YEARLY, (23, 1978)),
        articles(*YEARLY) + articles((23, 1978), journal="J{OURNAL} of Nets"),
        articles(*YEARLY) + articles((23, "1978-05"), year="date"),
        articles(*YEARLY) + articles(("{23}", "{1978}")),
    ],
)
def test_a_volume_of_another_year(check: Check, text: str) -> None:
    (finding,) = check("volume-year-mismatch", text)
    assert finding.message == "volume 23 with 1978, but volume 22 is of 1975 and volume 24 is of 1977; look it up"
    assert text[slice(*finding.span)] == "23"


@pytest.mark.parametrize(
    ("journal", "volume", "year", "told"),
    [
        (
            "IEEE J. Sel. Areas Commun.",
            14,
            2006,
            "volume 14 of `IEEE Journal on Selected Areas in Communications` is of 1996",
        ),
        (
            "IEEE J. Sel. Areas Commun.",
            39,
            2020,
            "volume 39 of `IEEE Journal on Selected Areas in Communications` is of 2021;"
            " 2020 may be the year of early access",
        ),
        (
            "IEEE Transactions on Computers",
            70,
            2020,
            "volume 70 of `IEEE Transactions on Computers` is of 2021; 2020 may be the year of early access",
        ),
        (
            "IEEE Internet of Things Journal",
            9,
            2021,
            "volume 9 of `IEEE Internet of Things Journal` is of 2022; 2021 may be the year of early access",
        ),
        (
            "IEEE Transactions on Pattern Analysis and Machine Intelligence",
            37,
            2012,
            "`IEEE Transactions on Pattern Analysis and Machine Intelligence` had volume 34 in 2012",
        ),
        ("J. ACM", 48, 2000, "volume 48 of `Journal of the ACM` is of 2001; 2000 may be the year of early access"),
        ("J. ACM", 23, 1978, "volume 23 of `Journal of the ACM` is of 1976"),
        ("Journal of the {ACM}", 56, 1990, "`Journal of the ACM` had volume 37 in 1990"),
        (
            "IEEE Transactions on Pattern Analysis and Machine Intelligence",
            37,
            2013,
            "volume 37 of `IEEE Transactions on Pattern Analysis and Machine Intelligence` is of 2015;"
            " 2013 may be the year of early access",
        ),
    ],
)
def test_what_is_known(check: Check, journal: str, volume: int, year: int, told: str) -> None:
    (finding,) = check("volume-year-mismatch", articles((volume, year), journal=journal))
    assert finding.message == f"volume {volume} with {year}, but {told}; look it up"


@pytest.mark.parametrize(
    ("journal", "volume", "year"),
    [
        ("IEEE J. Sel. Areas Commun.", 14, 1996),
        ("IEEE J. Sel. Areas Commun.", 14, 1997),  # one year off
        ("IEEE J. Sel. Areas Commun.", 14, 1995),  # before articles appeared online
        ("IEEE Transactions on Computers", 70, 2022),
        ("IEEE Software", 34, 2016),  # the volume is known give or take a year
        ("J. ACM", 23, 1900),  # before the first volume
        ("J. ACM", 47, 1999),
        ("Phys. Rev. Lett.", 23, 2019),  # two volumes a year
        ("Journal of Mathematical Psychology", 94, 2020),  # several volumes a year since 2014
        ("Journal of Nowhere", 23, 2019),
    ],
)
def test_what_may_be(check: Check, journal: str, volume: int, year: int) -> None:
    assert not check("volume-year-mismatch", articles((volume, year), journal=journal))


def test_volumes_have_four_digits_at_most(check: Check) -> None:
    volumes = [(volume + 9000, year) for volume, year in YEARLY]
    (finding,) = check("volume-year-mismatch", articles(*volumes, (9023, 1978)))
    assert finding.message.startswith("volume 9023 with 1978, but volume 9022 is of 1975")
    # `90233` may be the number of a paper.
    assert not check("volume-year-mismatch", articles(*volumes, (90233, 1976)))


def test_over_files(check: Check) -> None:
    (finding,) = check("volume-year-mismatch", articles(*YEARLY), articles((23, 1978)))
    assert finding.path == "b.bib"


@pytest.mark.parametrize(
    "text",
    [
        articles(*YEARLY),
        articles(*YEARLY) + articles((23, 1978), journal="Journal of Networks"),
        articles(*YEARLY) + articles((23, 1978), journal="Journal of Nets B"),
        articles(*YEARLY, ("23A", 1978)),
        articles(*YEARLY, (0, 1978)),
        articles(*YEARLY, (23, "in press")),
        articles(*YEARLY, (23, "1977--1978")),
        articles(*YEARLY) + articles(("23", "1976/1979"), year="date"),
        articles((23, 1978)),
    ],
)
def test_a_volume(check: Check, text: str) -> None:
    assert not check("volume-year-mismatch", text)


@pytest.mark.parametrize(
    ("volumes", "reported"),
    [
        ([(23, 1978)], ["k0"]),
        ([(23, 1978), (24, 1980)], []),
        ([(23, 1978), (24, 1980), (25, 1978)], []),
        ([(23, 1978), (25, 1978), (26, 1979), (27, 1980)], ["k0"]),
        ([(23, 1978), (24, 1980), (25, 1978), (26, 1979), (27, 1980)], ["k0", "k1"]),
    ],
)
def test_several_entries_against_what_is_known(
    check: Check, volumes: list[tuple[int, int]], reported: list[str]
) -> None:
    findings = check("volume-year-mismatch", articles(*volumes, journal="J. ACM"))
    assert [finding.key for finding in findings] == reported


@pytest.mark.parametrize(
    "entry",
    [
        "@article{k, journal = {Journal of Nets}, year = {1978}}\n",
        "@article{k, journal = {Journal of Nets}, volume = {23}}\n",
        "@article{k, journal = {Journal of Nets}, volume = {}, year = {1978}}\n",
        "@article{k, journal = {Journal of Nets}, volume = {23}, volume = {23}, year = {1978}}\n",
        "@string{journal = {Journal of Nets}, volume = {23}, year = {1978}}\n",
    ],
)
def test_what_has_no_volume_and_year(check: Check, entry: str) -> None:
    assert not check("volume-year-mismatch", articles(*YEARLY) + entry)


def test_a_volume_0_is_none(check: Check) -> None:
    volumes = [(volume - 22, year) for volume, year in YEARLY]
    assert not check("volume-year-mismatch", articles(*volumes[1:], (0, 1978)))


def test_the_witnesses_are_shown(check: Check) -> None:
    text = articles(*YEARLY, (23, 1978), (23, 1978))
    findings = check("volume-year-mismatch", text)
    assert [finding.key for finding in findings] == ["k6", "k7"]
    assert [[text[slice(*place.span)] for place in finding.related] for finding in findings] == [["22", "24"]] * 2
