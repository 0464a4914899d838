"""Facts with one key come together, and large groups in pieces of which one is held at a time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bibcheck.engine.groups import in_pieces
from bibcheck.rule import Fact, Rule
from bibcheck.source import Span


class AnyRule(Rule):
    name = "any"
    category = "titles"
    smallest_group = 2


class InPieces(AnyRule):
    name = "in-pieces"
    category = "titles"
    largest_group = 3


class InForms(InPieces):
    name = "in-forms"
    category = "titles"
    differing_forms = True


def facts(keys: str) -> list[Fact]:
    """A fact for each letter, with the letter for its key, and upper or lower case for its form."""
    return [Fact(letter.lower(), "a.bib", Span(at, at + 1), form=letter) for at, letter in enumerate(keys)]


@pytest.mark.parametrize(
    ("rule", "keys", "expected"),
    [
        (AnyRule(), "", ""),
        (AnyRule(), "a", ""),
        (AnyRule(), "abcb", "bb"),
        (AnyRule(), "aaaaaaaa", "aaaaaaaa"),
        (InPieces(), "aaa", "aaa"),
        (InPieces(), "aaaa", "aaa a+a"),
        (InPieces(), "aaaaaabaab", "aaa a+aaa a+aa bb"),
        (InForms(), "aaaaaaa", ""),
        (InForms(), "aA", "aA"),
        (InForms(), "aaaaaaaA", "aaa a+aaa a+aA"),
        (InForms(), "aaAaa", "aaA a+aa"),
    ],
)
def test_pieces(rule: Rule, keys: str, expected: str) -> None:
    pieces = [
        (f"{first.form}+" if first else "") + "".join(fact.form for fact in group)
        for first, group in in_pieces(rule, facts(keys))
    ]
    assert " ".join(pieces) == expected


def test_a_group_is_in_order_of_places() -> None:
    [(_, group)] = in_pieces(AnyRule(), reversed(facts("aaa")))
    assert group == facts("aaa")


def test_no_more_than_a_piece_is_asked_for_before_it_is_judged() -> None:
    asked = []

    def come() -> Iterator[Fact]:
        for fact in facts("a" * 10):
            asked.append(fact)
            yield fact

    pieces = in_pieces(InPieces(), come())
    for number in (1, 2, 3):
        next(pieces)
        assert len(asked) == 3 * number
