"""How the examples of a manual page are read."""

from __future__ import annotations

from bibcheck.rule import Rule
from bibcheck.rules.manual import examples, page, summary


class Sample(Rule):
    """Reports samples.

    What they are.
    Bad:

        @misc{k,
          note = {x}}

        @misc{l}

    Prose in between.
    Good, with least = 3, expect = "always":

        @misc{k}
    """


def test_an_example_ends_where_prose_begins() -> None:
    bad, good = examples(Sample)
    assert (bad.verdict, bad.text) == ("Bad", "@misc{k,\n  note = {x}}\n\n@misc{l}\n")
    assert (good.verdict, good.text) == ("Good", "@misc{k}\n")


def test_an_example_has_its_options() -> None:
    bad, good = examples(Sample)
    assert bad.options == {}
    assert good.options == {"least": 3, "expect": "always"}


def test_the_summary_is_the_first_line() -> None:
    assert summary(Sample) == "Reports samples."
    assert page(Sample).startswith("Reports samples.\n\nWhat they are.\n")


class Marked(Rule):
    """Reports marks.

    Bad:

        @misc{k,
          note = {x}}
                  ^
        @misc{l, note = {yz}}
        ^^^^^            ^^
    """


def test_marks_are_of_the_line_above() -> None:
    (bad,) = examples(Marked)
    assert bad.text == "@misc{k,\n  note = {x}}\n@misc{l, note = {yz}}\n"
    assert [bad.text[start:end] for start, end in bad.marked] == ["x", "@misc", "yz"]
