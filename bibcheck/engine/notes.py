"""What rules have said of a file, or of parts of it: plain data."""

from __future__ import annotations

from bibcheck.engine.findings import Findings
from bibcheck.engine.outline import Outline
from bibcheck.records import NamedTuple
from bibcheck.rule import Fact, Finding, Tentative, Vote


class Notes(NamedTuple):
    """What rules have said of a file, or of parts of it."""

    findings: Findings
    tentative: list[Tentative]
    crashes: dict[str, Finding]  # by rule, like the rest
    facts: dict[str, list[Fact]]
    votes: dict[str, list[Vote]]
    outlines: dict[str, Outline]

    @classmethod
    def empty(cls) -> Notes:
        """Nothing, to be added to."""
        return cls(Findings(), [], {}, {}, {}, {})

    def extend(self, other: Notes) -> None:
        """Add what was said of another part."""
        self.findings.extend(other.findings)
        self.tentative.extend(other.tentative)
        self.crashes.update(other.crashes)
        for rule, facts in other.facts.items():
            self.facts.setdefault(rule, []).extend(facts)
        for rule, votes in other.votes.items():
            self.votes.setdefault(rule, []).extend(votes)
        for rule, outline in other.outlines.items():
            self.outlines.setdefault(rule, Outline.empty()).extend(outline)
