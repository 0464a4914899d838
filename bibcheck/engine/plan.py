"""What is to be done with the files of one project: which rules run, and what they are told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Rule
from bibcheck.rules import rule_categories
from bibcheck.source import Source
from bibcheck.syntax.suppression import EntrySuppression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bibcheck.venues.index import KnownVenue


class Plan:
    """The rules that run, over every file less those that `ignored(path)` names.

    `together` says that the files are one project: without it each file is a bibliography of its own, and rules that
    compare see one at a time. `known_names` are the rules and categories that there are beside those of the package.
    `shown` says by path which dialect and style documents show, for where `dialect` and `style` are not given; None without
    documents. `presumed` are those that hold where documents show none either.
    """

    def __init__(
        self,
        rules: Iterable[Rule],
        *,
        dialect: str | None = None,
        style: str | None = None,
        ignored: Callable[[str], frozenset[str]] = lambda path: frozenset(),
        entry_suppressions: Iterable[EntrySuppression] = (),
        known_names: Iterable[str] = (),
        together: bool = True,
        venues: tuple[KnownVenue, ...] = (),
        shown: Mapping[str, tuple[str, str]] | None = None,
        presumed: tuple[str | None, str | None] = (None, None),
    ) -> None:
        self.rules = tuple(rules)
        self.dialect = dialect
        self.style = style
        self.ignored = ignored
        self.entry_suppressions = tuple(entry_suppressions)
        # Every rule and category, those that do not run included: a suppression of another name is a mistake.
        self.known_names = frozenset({*rule_categories(), *rule_categories().values(), *known_names})
        self.together = together
        self.venues = venues
        self.shown = shown or {}
        self.presumed = presumed
        self.has_documents = shown is not None

    def with_rules(self, rules: Iterable[Rule]) -> Plan:
        """The same plan with other rules."""
        plan = Plan.__new__(Plan)
        plan.__dict__.update(self.__dict__, rules=tuple(rules))
        return plan

    def read(self, source: Source) -> Bibliography:
        """A source as the rules see it."""
        dialect, style = self.shown.get(source.path, ("", ""))
        dialect_else, style_else = self.presumed
        given = self.style if self.style is not None else style or style_else
        return Bibliography(source, self.dialect or dialect or dialect_else, given, own_venues=self.venues)

    def rules_for(self, path: str) -> Iterator[Rule]:
        """The rules that run on a file, each told of its path."""
        ignored = self.ignored(path)
        for rule in self.rules:
            if rule.name not in ignored:
                rule.path = path
                yield rule
