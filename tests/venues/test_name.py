"""The names of venues compared, and names that are too long to be any."""

from __future__ import annotations

from bibcheck.venues.name import read_venue, sponsors_agree


def test_sponsors_tell_two_conferences_of_one_name_apart() -> None:
    ieee, siam, neither = (
        read_venue(f"{sponsor}International Conference on Data Mining") for sponsor in ("IEEE ", "SIAM ", "")
    )
    assert ieee.identity == siam.identity == neither.identity
    assert not sponsors_agree(ieee.sponsors, siam.sponsors)
    assert sponsors_agree(ieee.sponsors, neither.sponsors)
    assert sponsors_agree(("ACM", "IEEE"), ("IEEE",))


def test_what_is_too_long_to_be_a_name_is_left_alone() -> None:
    name = "Trees, Proceedings of the 26th Symposium on"
    assert read_venue(name.ljust(600)).is_event
    text = name.ljust(601, "x")
    venue = read_venue(text)
    assert (venue.name, venue.parts, venue.is_event, venue.is_inverted) == (text, (), False, False)
