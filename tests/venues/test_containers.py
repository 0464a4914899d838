"""What stands in journal fields: with a volume beside it, and without."""

from __future__ import annotations

import pytest

from bibcheck.venues.containers import kind_of_container

KINDS = [
    # (name, what it is without a volume, and with one)
    ("GeeksforGeeks", "a web site", ""),
    ("SciBite Knowledge Hub", "a web site", ""),
    ("34th Workshop on Data", "a conference", "a conference"),
    ("2010 IEEE Congress on Evolutionary Computation", "a conference", "a conference"),
    ("IEEE Congress on Evolutionary Computation", "a conference", ""),
    ("CVPR", "a conference", "a conference"),
    ("Proc. Interspeech 2020", "a conference", "a conference"),
    ("Advances in Neural Information Processing Systems", "a conference", "a conference"),
    ("Findings of the ACL", "a conference", "a conference"),
    ("Lecture Notes in Computer Science", "a book series", "a book series"),
    ("A White Paper on Trees", "a white paper", "a white paper"),
    ("The Tree Blog", "a blog", "a blog"),
    ("PhD thesis, University of Trees", "a thesis", "a thesis"),
    ("Technical Report TR-98", "a technical report", ""),
    ("Technical Report, University of Trees", "a technical report", ""),
    ("NBER Working Paper No. 12", "a working paper", ""),
    # Journals.
    ("Conference Notes", "", ""),
    ("Workshop on Data", "", ""),
    ("34th Transactions of the Conference on Data", "", ""),
    ("IEICE Technical Report", "", ""),
    ("The Proceedings of Trees", "", ""),
    ("Nature", "", ""),
    ("", "", ""),
    ("Blog " + "x" * 395, "a blog", "a blog"),
    ("Blog " + "x" * 396, "", ""),  # no name is as long
]


@pytest.mark.parametrize(("name", "alone", "with_volume"), KINDS)
def test_what_a_name_is(name: str, alone: str, with_volume: str) -> None:
    assert (kind_of_container(name, False), kind_of_container(name, True)) == (alone, with_volume)
