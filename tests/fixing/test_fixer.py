"""The fixer makes edits together or not at all, comes to an end, and takes back what does harm."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bibcheck.bibliography import Bibliography
from bibcheck.engine.linter import Linter
from bibcheck.fixing import guard
from bibcheck.fixing.fixer import fix_files
from bibcheck.rule import Fact, Finding, Fix, Rule
from bibcheck.source import Edit, Source, Span
from bibcheck.syntax.edits import delete_field, insert_after, rename_field, replace_value
from bibcheck.syntax.parser import parse


def rule(name: str, *pairs: tuple[str, str]) -> Rule:
    """A rule that wants the first text of each pair to be the second, wherever it stands; a finding edits all pairs."""

    class Replacing(Rule):
        fix = Fix.SAFE

        def check(self, bib: Bibliography) -> Iterator[Finding]:
            edits = [Edit(Span(at, at + len(old)), new) for old, new in pairs if (at := bib.text.find(old)) >= 0]
            if len(edits) == len(pairs):
                yield self.finding(edits[0].span, "odd", *edits)

    Replacing.name = name
    return Replacing()


def fix(text: str, *rules: Rule) -> tuple[str, list[str]]:
    def check(sources: list[Source]) -> list[Finding]:
        linter = Linter(rules)
        for source in sources:
            linter.add(source)
        return linter.finish().findings

    source = Source("a.bib", text)
    done = fix_files([source], check([source]), check, lambda finding: finding.safety is Fix.SAFE)
    return done.sources.get("a.bib", source).text, done.failures


ENTRY = "@misc{k,\n  title = {abc},\n  note = {x},\n}\n"


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ([rule("one", ("abc", "b"))], ENTRY.replace("abc", "b")),
        # The edits of a finding go together.
        ([rule("both", ("abc", "d"), ("{x}", "{y}"))], ENTRY.replace("abc", "d").replace("{x}", "{y}")),
        # What overlaps waits, and is looked at anew.
        ([rule("first", ("ab", "x")), rule("second", ("bc", "y"))], ENTRY.replace("abc", "xc")),
        ([rule("first", ("ab", "bb")), rule("second", ("bc", "y"))], ENTRY.replace("abc", "by")),
        # So does what touches.
        ([rule("first", ("a", "b")), rule("second", ("bc", "y"))], ENTRY.replace("abc", "by")),
        ([rule("first", ("ab", "")), rule("second", ("c}", "d}"))], ENTRY.replace("abc", "d")),
        # One fix makes way for another.
        ([rule("first", ("abc", "def")), rule("second", ("def", "ghi"))], ENTRY.replace("abc", "ghi")),
    ],
)
def test_edits_are_made_until_nothing_changes(rules: list[Rule], expected: str) -> None:
    assert fix(ENTRY, *rules) == (expected, [])


@pytest.mark.parametrize(
    ("rules", "expected", "failures"),
    [
        (
            [rule("there", ("abc", "def")), rule("back", ("def", "abc"))],
            ENTRY,
            ["a.bib: fix of back and there left out, please report: they undo each other"],
        ),
        (
            [rule("there", ("abc", "def")), rule("back", ("def", "abc")), rule("good", ("{x}", "{y}"))],
            ENTRY.replace("{x}", "{y}"),
            ["a.bib: fix of back and there left out, please report: they undo each other"],
        ),
        (
            [rule("nothing", ("abc", "abc")), rule("good", ("{x}", "{y}"))],
            ENTRY.replace("{x}", "{y}"),
            ["a.bib: fix of nothing left out, please report: it undoes itself"],
        ),
        (
            [rule("braces", ("abc", "{abc}")), rule("good", ("{x}", "{y}"))],
            ENTRY.replace("{x}", "{y}"),
            ["a.bib: fix of braces left out, please report: there is no end to it"],
        ),
        ([rule("bad", ("{abc}", "{abc"))], ENTRY, ["BibTeX stumble where it did not"]),
        ([rule("bad", ("abc", "a}bc"))], ENTRY, ["BibTeX stumble where it did not"]),
        ([rule("bad", ("{abc},", "{abc}"))], ENTRY, ["BibTeX stumble where it did not"]),
        ([rule("bad", ("{abc},\n", "{abc}\n}"), (",\n}", ""))], ENTRY, ["lose the field `note`"]),
        ([rule("bad", ("abc},", "abc #")), rule("good", ("{x}", "{y}"))], ENTRY.replace("{x}", "{y}"), ["stumble"]),
        ([rule("bad", ("abc", "abc}, note = {y"), ("{x}", "{z}"))], ENTRY, ["repeat a field"]),
        ([rule("bad", ("{abc}", "abc"))], ENTRY, ["use an undefined macro"]),
        ([rule("bad", ("@misc", "@comment"))], ENTRY, ["lose the entry `k`"]),
        ([rule("bad", ("@misc", "misc"))], ENTRY, ["lose the entry `k`"]),
        ([rule("bad", ("abc", "\ud800"))], ENTRY, ["write what cannot be written in utf-8"]),
        ([rule("bad", ("abc", "a"), ("bc", "b"))], ENTRY, ["make edits that overlap"]),
    ],
)
def test_what_does_harm_is_left_out_and_reported(rules: list[Rule], expected: str, failures: list[str]) -> None:
    text, found = fix(ENTRY, *rules)
    assert text == expected
    assert len(found) == len(failures)
    for failure, part in zip(found, failures, strict=True):
        assert part in failure
        assert failure.startswith("a.bib: fix of ")


class DeleteSecond(Rule):
    """Takes out the second of two equal fields, in the order of the alphabet."""

    fix = Fix.SAFE
    name = "one"
    names = ("isbn", "issn")

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for entry in bib.entries:
            kept, other = (entry.field(name) for name in self.names)
            if kept and other and kept.value == other.value:
                yield self.finding(other, f"as {kept.name}", delete_field(other))


class DeleteFirst(DeleteSecond):
    """Takes out the other one."""

    name = "other"
    names = ("issn", "isbn")


def test_two_rules_do_not_each_take_out_what_the_other_relies_on() -> None:
    text = "@misc{k,\n  isbn = {1},\n  title = {T},\n  issn = {1},\n}\n"
    assert fix(text, DeleteSecond(), DeleteFirst()) == (text.replace("  isbn = {1},\n", ""), [])


class AddNote(Rule):
    """Writes a note, behind the title, where there is none."""

    name = "add"
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for entry in bib.entries:
            title = entry.field("title")
            if title and not entry.field("note"):
                yield self.finding(title, "no note", Edit(Span(title.value_end, title.value_end), ", note = {}"))


def test_a_field_that_two_findings_add_is_added_once() -> None:
    class Series(Rule):
        fix = Fix.SAFE

        def check(self, bib: Bibliography) -> Iterator[Finding]:
            for field in bib.fields("note"):
                if field.entry and not field.entry.field("series"):
                    yield self.finding(field, "no series", insert_after(field, "Series", field.value))

    text = "@misc{k, note = {A}, note = {B}}\n@misc{l, note = {C}}\n"
    fixed = "@misc{k, note = {A}, Series = {A}, note = {B}}\n@misc{l, note = {C}, Series = {C}}\n"
    assert fix(text, Series()) == (fixed, [])


@pytest.mark.parametrize("first", [True, False])
def test_the_name_of_a_field_is_mended_before_the_field_is_added(first: bool) -> None:
    rules = [rule("spelling", ("noot", "note")), AddNote()]
    text = "@misc{k, title = {T}, noot = {x}}\n"
    assert fix(text, *(rules if first else rules[::-1])) == (text.replace("noot", "note"), [])


class MoveUp(Rule):
    """Moves each macro but the first to the top of the file."""

    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for number, block in enumerate(bib.tree.blocks):
            if bib.text[block.start :].startswith("@string") and number > 2 and "@misc" in bib.text[: block.start]:
                line = bib.text[block.start : block.end] + "\n"
                yield self.finding(block.span, "late", Edit(block.span, ""), Edit(Span(0, 0), line))


def test_texts_that_one_rule_inserts_at_one_place_come_in_the_order_of_its_findings() -> None:
    text = "@misc{k, title = {T}}\n@string{a = {A}}\n@string{b = {B}}\n@string{c = {C}}\n"
    fixed, failures = fix(text, MoveUp())
    assert (fixed.rstrip("\n"), failures) == (
        "@string{a = {A}}\n@string{b = {B}}\n@string{c = {C}}\n@misc{k, title = {T}}",
        [],
    )


class Rename(Rule):
    """Gives fields another name: as many as there are in an entry, in one go."""

    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for name in bib.field_names:
            for field in bib.fields(name):
                if name.startswith("opt"):
                    yield self.finding(field.name_span, "odd", rename_field(field, name.removeprefix("opt")))


def test_a_name_may_change_where_the_finding_says_so() -> None:
    assert fix("@misc{k, opttitle = {T}, optyear = 1999}\n", Rename()) == ("@misc{k, title = {T}, year = 1999}\n", [])


class SameNote(Rule):
    """Compares files: a note is as the first file has it."""

    fix = Fix.SAFE

    def facts(self, bib: Bibliography) -> Iterator[Fact]:
        for field in bib.fields("note"):
            yield self.fact("", field, (field.value, replace_value(field, "")))

    def judge(self, facts: object) -> Iterator[Finding]:
        first, *others = facts  # type: ignore[misc]
        for other in others:
            if other.about[0] != first.about[0]:
                yield self.finding(other, "differs", other.about[1]._replace(text=first.about[0]))


def test_rules_that_compare_see_the_changed_files() -> None:
    rules = [SameNote(), rule("upper", ("{x}", "{X}"))]

    def check(_: list[Source]) -> list[Finding]:
        linter = Linter(rules)
        for source in files.values():
            linter.add(source)
        return linter.finish().findings

    def check_changed(changed: list[Source]) -> list[Finding]:
        files.update((source.path, source) for source in changed)
        return check(changed)

    files = {name: Source(name, f"@misc{{k, note = {{{note}}}}}\n") for name, note in [("a.bib", "x"), ("b.bib", "y")]}
    sources = list(files.values())
    done = fix_files(sources, check(sources), check_changed, lambda finding: True)
    assert {path: source.text for path, source in done.sources.items()} == {
        "a.bib": "@misc{k, note = {X}}\n",
        "b.bib": "@misc{k, note = {X}}\n",
    }
    assert done.failures == []
    assert (done.count("a.bib"), done.count("b.bib")) == (1, 2)


class Majority(Rule):
    """A publisher is written as most entries write it."""

    name = "majority"
    fix = Fix.SAFE

    def facts(self, bib: Bibliography) -> Iterator[Fact]:
        for field in bib.fields("publisher"):
            yield self.fact(field.value.rstrip("."), field, field.value)

    def judge(self, facts: object) -> Iterator[Finding]:
        names = [fact.about for fact in facts]  # type: ignore[attr-defined]
        usual = max(names, key=lambda name: (names.count(name), name))
        first = next(fact for fact in facts if fact.about == usual)  # type: ignore[attr-defined]
        for fact in facts:  # type: ignore[attr-defined]
            if fact.about != usual:
                edit = Edit(Span(fact.span.start + 1, fact.span.end - 1), usual)
                yield self.finding(fact, "differs", edit, related=[first])


def test_what_a_finding_relates_to_is_not_changed_beside_it() -> None:
    text = "@misc{a, publisher = {Springer.}}\n@misc{b, publisher = {Springer}}\n"
    stop = rule("stop", ("Springer.}", "Springer}"))
    assert fix(text, Majority(), stop) == (text.replace("Springer.", "Springer"), [])


def test_what_is_not_wanted_is_not_made() -> None:
    source = Source("a.bib", ENTRY)
    linter = Linter([rule("one", ("abc", "b"))])
    linter.add(source)
    done = fix_files([source], linter.finish().findings, lambda _: [], lambda finding: False)
    assert (done.sources, done.passes, done.failures) == ({}, {}, [])


def test_a_file_without_fixes_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The readings that are compared take several times the room of a text."""
    read = []
    monkeypatch.setattr(guard, "parse", lambda source, dialect: read.append(source.path) or parse(source, dialect))
    texts = {"a.bib": "@misc{k, pages = {1-2}}\n", "b.bib": "@misc{l, pages = {1--2}}\n"}

    def check(sources: list[Source]) -> list[Finding]:
        linter = Linter([rule("hyphens", ("1-2", "1--2"))])
        for source in sources:
            linter.add(source)
        return linter.finish().findings

    sources = [Source(path, text) for path, text in texts.items()]
    done = fix_files(sources, check(sources), check, lambda finding: True)
    assert list(done.sources) == ["a.bib"]
    assert set(read) == {"a.bib"}
