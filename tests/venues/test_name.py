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
