"""Words in braces here and bare there."""

from __future__ import annotations

import pytest

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
]


@pytest.mark.parametrize(("titles", "keys"), PROTECTION)
def test_inconsistent_protection(check: Check, titles: list[str], keys: list[str]) -> None:
    text = "".join(f"@article{{{'abc'[n]}, title = {{{title}}}}}\n" for n, title in enumerate(titles))
    assert [finding.key for finding in check("inconsistent-protection", text)] == keys
