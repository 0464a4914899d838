"""Words in braces here and bare there."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

PROTECTION = [
    (["On {Bayesian} trees", "With Bayesian models"], ["b"]),
    (["On {Bayesian} trees", "With bayesian models", "With Bayesian models"], []),
    (["{On} {Bayesian} {Trees} {Again}", "With Bayesian models"], []),
    (["On {Growing} trees", "With Growing models"], []),
    (["On {BERT}", "With BERT"], []),
    (["On {M}arkov trees", "With Markov models"], ["b"]),
    (["On {M}arkov trees", "With {Markov} models"], []),
    (["{O}n {M}arkov {T}rees {A}gain", "With Markov models"], []),
    (["On {Bayesian} trees", "Bayesian models"], []),
    (["Bayesian and Markov", "Markov and Bayesian"], []),
    (["On {Bayesian} trees", "With {Bayesian} models", "On Bayesian data"], ["c"]),
    (["On {Bayesian} trees", "With Bayesian models", "On Bayesian data"], ["b", "c"]),
    (["On {Bayesian} trees", "With {Bayesian networks}", "On Bayesian data"], ["c"]),
    # Two of three capitals in braces are meant, three of three are not, as a program puts them there.
    (["On {Bayesian} and {Markov} Trees", "With Bayesian models"], ["b"]),
    (["On {Bayesian} and {Markov} {Trees}", "With Bayesian models"], []),
    (["On {Bayesian} and {Markov} {Trees} in Fields", "With Bayesian models"], ["b"]),
]


@pytest.mark.parametrize(("titles", "keys"), PROTECTION)
def test_inconsistent_protection(check: Check, titles: list[str], keys: list[str]) -> None:
    text = "".join(f"@article{{{'abc'[n]}, title = {{{title}}}}}\n" for n, title in enumerate(titles))
    assert [finding.key for finding in check("inconsistent-protection", text)] == keys


def test_braces_are_put_around_the_word(check: Check) -> None:
    text = "@article{a, title = {On {Bayesian} trees}}\n@article{b, title = {With Bayesian models}}\n"
    [finding] = check("inconsistent-protection", text)
    assert finding.message == "`Bayesian` without the braces that it has in another title"
    assert apply(text, [finding]) == text.replace("With Bayesian", "With {Bayesian}")
    assert [text[slice(*related.span)] for related in finding.related] == ["Bayesian"]
    assert finding.related[0].span.start < text.index("@article{b")


def test_titles_that_styles_do_not_lower_need_no_braces(check: Check) -> None:
    text = "@article{a, title = {On {Bayesian} trees}}\n@book{b, title = {With Bayesian models}}\n"
    assert not check("inconsistent-protection", text)
