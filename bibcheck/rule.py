"""What a rule is, and what it says: findings, facts, edits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from bibcheck.records import NamedTuple
from bibcheck.source import Edit, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar

    from bibcheck.bibliography import Bibliography
    from bibcheck.documents.citing import Citing
    from bibcheck.syntax.tree import Block, Field


class Level(StrEnum):
    """How much a finding matters, and whether its rule runs at all."""

    ERROR = "error"  # BibTeX or biber stops, drops or garbles something
    WARNING = "warning"  # the printed reference is wrong, incomplete or inconsistent
    OFF = "off"


class Fix(StrEnum):
    """What the edits of a rule's findings are worth."""

    SAFE = "safe"  # the printed reference and every cite key stay what the author meant
    UNSAFE = "unsafe"  # someone should look
    NONE = "none"


class Scope(StrEnum):
    """What a rule must see to judge."""

    ENTRY = "entry"
    FILE = "file"
    PROJECT = "project"


class Related(NamedTuple):
    """Another place that a finding speaks of."""

    path: str
    span: Span
    message: str


class Place(NamedTuple):
    """A place in any file, with the cite key that it is about."""

    path: str
    span: Span
    entry: str = ""
    field: str = ""


class Fact(NamedTuple):
    """What a rule notes of one place of one file, to be judged beside the facts of equal key from all files.

    Plain data, which can be pickled: `about` is None, a string, a number or a NamedTuple of such that the rule defines.
    """

    key: str
    path: str
    span: Span
    about: Any = None
    entry: str = ""  # the cite key of the entry in which it stands
    field: str = ""
    form: str = ""  # how the thing is written, for rules with `differing_forms`


class Vote(NamedTuple):
    """How one thing is written in one file, and how often: plain data like a fact.

    `key` says which thing it is, `form` how it is written. Path and span are those of its first place in the file.
    """

    key: str
    form: str
    times: int
    path: str
    span: Span
    about: Any = None


class Idle(NamedTuple):
    """A suppression that silenced nothing. `removal` is what to delete of its file, None where that is not possible."""

    name: str  # a rule or a category, as written; a cite key or a command, where `fault` says so
    path: str
    span: Span  # of the name
    removal: Span | None
    # "unknown" where there is no rule or category of that name, "key" where no file has that cite key, else as in Suppression
    fault: str = ""
    hint: str = ""  # `; did you mean ...`


class Finding(NamedTuple):
    """One thing wrong at one place. `edits` apply together or not at all, to the file at `path`.

    One that marks the first place of many says what it `stands_for`: `the file`, or the name that all have in common. `twin`
    is the cite key of the entry that it would mark if that one came later.
    """

    rule: str
    category: str
    level: Level
    path: str
    span: Span
    message: str
    key: str = ""  # the cite key of the entry it stands in
    field: str = ""
    safety: Fix = Fix.NONE
    edits: tuple[Edit, ...] = ()
    related: tuple[Related, ...] = ()
    stands_for: str = ""
    twin: str = ""


class Tentative(NamedTuple):
    """A finding that is not reported where the rule `by` reports something at each of some places of the file.

    `places` are the character offsets at which these findings begin.
    """

    finding: Finding
    by: str
    places: tuple[int, ...]


class Rule:
    """One thing to find. The module of a rule is its registration, its docstring its manual page.

    A rule that looks at one place, or at one file, implements `check`. One that compares what stands in several places
    implements `facts` and `judge`; one that asks whether a thing is written in several ways `votes`, `decide` and `speak`;
    one that holds documents against the entries that they cite `check_documents`.
    A public class attribute with an annotation is an option of the rule: its value is the default, its annotation the
    type that the settings are held to.
    """

    name: ClassVar[str] = ""
    category: ClassVar[str] = ""
    level: ClassVar[Level] = Level.WARNING
    fix: ClassVar[Fix] = Fix.NONE
    scope: ClassVar[Scope] = Scope.ENTRY
    # Whether a finding means that something stands nowhere: then every file where it might stand has to be read first.
    absence: ClassVar[bool] = False
    # Whether a rule whose scope is not the file has to be shown a file whole all the same: it looks at what stands between
    # entries, or at several of them at once. Others see large files in parts (Bibliography.part).
    whole_file: ClassVar[bool] = False
    # Groups of fewer facts are not judged.
    smallest_group: ClassVar[int] = 1
    # Nor are groups in which all facts have one form.
    differing_forms: ClassVar[bool] = False
    # Whether there is nothing to ask without a document that cites.
    needs_documents: ClassVar[bool] = False
    # Groups of more facts are judged in parts of so many, each after the first fact of the group; 0 means always whole. Only
    # what compares a fact with the first one or with those near it can do so.
    largest_group: ClassVar[int] = 0
    # The table of the settings that the rule follows beside its options, if it does.
    table: ClassVar[str] = ""
    # Options that a key of the settings sets for all rules that have them: the option, and the key.
    follows: ClassVar[Mapping[str, str]] = {}
    # The rule that demands the opposite. Of the two, the one that was selected more specifically or later runs; neither does
    # where one choice selects both, unless a key that they follow says which is meant.
    contrary: ClassVar[str] = ""
    # Rules beside which this one has nothing to say: it does not run where one of them does.
    yields_to: ClassVar[tuple[str, ...]] = ()

    # Given by the engine: the level and the table in force, and the file whose facts or findings are being made.
    level_in_force: Level
    table_in_force: Any
    path: str

    def __init_subclass__(cls) -> None:
        # A rule of the package is named by its file; others may say who they are.
        *_, category, module = ("", *cls.__module__.split("."))
        cls.name = cls.__dict__.get("name", module.replace("_", "-"))
        cls.category = cls.__dict__.get("category", category)

    def __init__(self, options: dict[str, Any] | None = None, level: Level | None = None) -> None:
        self.level_in_force = level or self.level
        self.path = ""
        self.table_in_force = None
        for option, value in (options or {}).items():
            setattr(self, option, value)

    @classmethod
    def options(cls) -> dict[str, str]:
        """The names of the options, each with the text of its annotation."""
        own = cls.__dict__.get("__annotations__", {})
        return {name: str(type) for name, type in own.items() if not name.startswith("_")}

    def check(self, bib: Bibliography) -> Iterable[Finding | Tentative]:
        """The findings in one file, from that file alone."""
        return ()

    def facts(self, bib: Bibliography) -> Iterable[Fact]:
        """What this file adds to what is judged over all files (or, with scope `file`, over this one)."""
        return ()

    def judge(self, facts: Sequence[Fact]) -> Iterable[Finding]:
        """The findings in one group of facts with equal keys: files in order of their paths, facts in file order."""
        return ()

    def sought(self, facts: Sequence[Fact]) -> Iterable[str]:
        """Texts of which a file holds one, in any letter case, if it can change what `judge` says of a group of facts.

        Only rules with `absence` are asked. None at all means that any file can.
        """
        return ()

    def votes(self, bib: Bibliography) -> Iterable[Vote]:
        """How what the rule compares is written in this file: for each key its forms, each with its count."""
        return ()

    def decide(self, votes: Sequence[Vote]) -> Any:
        """The form that is right for one key, as plain data that `speak` understands; None where nothing is wrong.

        It gets the votes of all files for a key that has several forms, in order of their paths and places.
        """
        return None

    def speak(self, bib: Bibliography, decisions: Mapping[str, Any]) -> Iterable[Finding]:
        """The findings in one file, given what was decided, by key."""
        return ()

    def check_documents(self, citing: Sequence[Citing]) -> Iterable[Finding]:
        """The findings where documents and the bibliographies that they load meet, in any of these files."""
        return ()

    def review(self, idle: Sequence[Idle]) -> Iterable[Finding]:
        """The findings about suppressions of one run that silenced nothing."""
        return ()

    def finding(
        self,
        at: Span | Block | Field | Place | Fact | Vote | Idle,
        message: str,
        *edits: Edit | None,
        safety: Fix | None = None,
        related: Iterable[Related | Place | Fact | Vote] = (),
        stands_for: str = "",
        twin: str = "",
    ) -> Finding:
        """A finding at a span, at the anchor of a block (an entry's key) or a field (its value), or where a fact stands.

        An edit that is None (the text to change does not stand in this file so) takes the others with it. `safety` is
        for the finding whose edits are less safe than the rule's others.
        """
        whole = tuple(edit for edit in edits if edit is not None)
        if len(whole) < len(edits):
            whole = ()
        return Finding(
            self.name,
            self.category,
            self.level_in_force,
            at.path if isinstance(at, Place | Fact | Vote | Idle) else self.path,
            span_of(at),
            message,
            at.entry if isinstance(at, Place | Fact) else "",
            at.field if isinstance(at, Place | Fact) else "",
            safety=(safety or self.fix) if whole else Fix.NONE,
            edits=whole,
            related=tuple(_relate(place) for place in related),
            stands_for=stands_for,
            twin=twin,
        )

    def fact(self, key: str, at: Span | Block | Field, about: Any = None, *, entry: str = "", form: str = "") -> Fact:
        """A fact at a place of the file at hand. `entry` is the cite key around the place, which spares looking for it."""
        return Fact(key, self.path, span_of(at), about, entry or getattr(at, "key", ""), form=form)

    def vote(self, key: str, form: str, times: int, at: Span | Block | Field, about: Any = None) -> Vote:
        """A vote of the file at hand, with its first place."""
        return Vote(key, form, times, self.path, span_of(at), about)

    def related(self, at: Span | Block | Field, message: str) -> Related:
        """Another place of the file at hand that a finding speaks of."""
        return Related(self.path, span_of(at), message)


def span_of(at: Span | Block | Field | Place | Fact | Vote | Idle) -> Span:
    """The span that stands for a thing: see `anchor` of the tree's classes."""
    if isinstance(at, Span):
        return at
    return at.span if isinstance(at, Place | Fact | Vote | Idle) else at.anchor


def _relate(place: Related | Place | Fact | Vote) -> Related:
    return place if isinstance(place, Related) else Related(place.path, place.span, "")


def times(count: int) -> str:
    """How often something stands there, for messages: `once`, `3 times`."""
    return "once" if count == 1 else f"{count} times"


def tell_forms(own: str, other: str, counts: Mapping[str, int]) -> str:
    """Two of the forms in `counts` with how often each occurs: `` `USENIX` once, and `USENIX Association` 3 times ``.

    What two long forms have in common is left out.
    """
    from bibcheck.text.contrast import told_apart

    one, two = told_apart(own, other)
    return f"`{one}` {times(counts[own])}, and `{two}` {times(counts[other])}"


def dominant(counts: Mapping[str, int]) -> str | None:
    """The form that nine of ten have: nobody should be told to write another, be it the better one; None without one."""
    form = max(counts, key=counts.__getitem__)
    return form if 10 * counts[form] >= 9 * sum(counts.values()) else None
