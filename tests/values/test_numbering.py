"""Volumes and editions that cannot be of the year beside them."""

from __future__ import annotations

import pytest

from bibcheck.values.numbering import Numbered, find_odd_editions, find_odd_volumes

YEARLY = [(20, 1973), (21, 1974), (22, 1975), (24, 1977), (26, 1979), (30, 1983)]


def numbered(pairs: list[tuple[int, int]]) -> list[Numbered]:
    return [Numbered(*pair) for pair in pairs]


@pytest.mark.parametrize(
    ("pairs", "odd", "witnesses"),
    [
        # two volumes in a year
        ([*YEARLY, (25, 1977), (23, 1980)], (23, 1980), [(22, 1975), (24, 1977)]),
        ([*YEARLY, (23, 1978)], (23, 1978), [(22, 1975), (24, 1977)]),
        ([*YEARLY, (22, 1979)], (22, 1979), [(22, 1975)]),
        # a digit left out, or one too many
        ([*YEARLY, (2, 1978)], (2, 1978), [(24, 1977), (26, 1979)]),
        ([*YEARLY, (244, 1977)], (244, 1977), [(24, 1977)]),
        ([(1, 1954), (4, 1957), (7, 1959), (8, 1960), (34, 1957)], (34, 1957), [(4, 1957)]),  # in six years
        # The others may be a year early or late, and there may be two volumes in a year.
        ([(1, 1953), (3, 1955), (4, 1957), (5, 1954), (7, 1961)], (5, 1954), [(4, 1957), (7, 1961)]),
        (
            [(20, 1972), (20, 1973), (20, 1975), (21, 1970), (22, 1974), (25, 1978), (25, 1979), (26, 1980)],
            (20, 1975),
            [(20, 1973)],
        ),
        # Several that are off by much the same may be a series of their own: what is off by more is not.
        (
            [
                (20, 1973),
                (21, 1974),
                (24, 1977),
                (26, 1976),
                (26, 1979),
                (27, 1980),
                (28, 1979),
                (28, 1981),
                (28, 1986),
                (30, 1982),
                (30, 1983),
                (33, 1986),
            ],
            (28, 1986),
            [(28, 1981)],
        ),
    ],
)
def test_odd_volumes(pairs: list[tuple[int, int]], odd: tuple[int, int], witnesses: list[tuple[int, int]]) -> None:
    assert find_odd_volumes(numbered(pairs)) == [(odd, tuple(witnesses))]


@pytest.mark.parametrize(
    "pairs",
    [
        [],
        YEARLY,
        [*YEARLY, (23, 1977)],  # one year off
        [*YEARLY, (23, 1975)],
        [(20, 1973), (21, 1974), (22, 1975), (24, 1977), (26, 1978), (23, 1978)],  # five years are too few
        [*YEARLY, (23, 1980), (27, 1990), (28, 1995)],  # too many that do not fit
        [*YEARLY, (15, 1980)],  # before the first and
        [*YEARLY, (60, 1980)],  # after the last: another series, or numbered anew
        [*YEARLY, (23, 2012)],
        [*YEARLY, (24, 1981), (25, 1982)],  # two that agree
        [(20, 1973), (21, 1974), (22, 1975), (23, 1979)],  # too few to tell
        [(1, 1954), (4, 1957), (5, 1960), (8, 1961)],
        [(1, 1953), (1, 1956), (3, 1955), (4, 1957), (6, 1959), (7, 1956)],  # four of six are too few
        [(95, 1948), (97, 1948), (97, 1950), (97, 1951), (98, 1951), (99, 1951), (102, 1955)],  # three in one year
        # After the last of the others, and no digit too many.
        [
            (20, 1974),
            (20, 1975),
            (22, 1975),
            (24, 1976),
            (25, 1978),
            (26, 1980),
            (27, 1980),
            (27, 1981),
            (28, 1981),
            (28, 1982),
            (28, 1986),
            (279, 1982),
        ],
        [(n, 1970 + n // 3) for n in range(1, 30)] + [(15, 1978)],  # three volumes a year
        [(348, 2015), (349, 2015), (351, 2016), (352, 2016), (350, 2018)],
        [(n, 1990 + n) for n in range(1, 9)] + [(n, 2003 + n) for n in range(1, 9)] + [(4, 1999)],  # two series
    ],
)
def test_volumes(pairs: list[tuple[int, int]]) -> None:
    assert not find_odd_volumes(numbered(pairs))


@pytest.mark.parametrize(
    ("pairs", "odd", "witnesses"),
    [
        ([(34, 2023), (35, 2021), (36, 2021)], (34, 2023), [(35, 2021), (36, 2021)]),
        ([(5, 1977), (12, 1991), (14, 1981), (14, 1995)], (14, 1981), [(12, 1991), (14, 1995)]),
        ([(5, 2001), (6, 2002), (6, 2002), (7, 1999)], (7, 1999), [(5, 2001), (6, 2002)]),
        ([*[(n, 1900 + n) for n in range(1, 100)], (100, 1950)], (100, 1950), [(n, 1900 + n) for n in range(52, 100)]),
    ],
)
def test_odd_editions(pairs: list[tuple[int, int]], odd: tuple[int, int], witnesses: list[tuple[int, int]]) -> None:
    assert find_odd_editions(numbered(pairs)) == [(odd, tuple(witnesses))]


@pytest.mark.parametrize(
    "pairs",
    [
        [],
        [(5, 1977), (12, 1991), (14, 1995)],
        [(5, 2005), (6, 2003)],  # which of the two?
        [(5, 2005), (6, 2003), (7, 2008)],
        [(5, 2006), (6, 2006), (7, 2007)],  # proceedings of the year before
        [(18, 2002), (19, 2004), (20, 2005), (21, 2006), (22, 2007), (23, 2008), (24, 2010)],  # AAAI's pauses
        [(24, 2015), (25, 2016), (26, 2017), (23, 2013), (22, 2011)],  # IJCAI, every year since 2015
        [(1, 2009), (2, 2007), (3, 2005), (4, 2003)],
        [(1, 1954), (1, 1964), (4, 1957), (6, 1959), (8, 1961), (10, 1954), (13, 1957)],  # most contradict another
    ],
)
def test_editions(pairs: list[tuple[int, int]]) -> None:
    assert not find_odd_editions(numbered(pairs))
