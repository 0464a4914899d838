"""Fixing and laying out go together: what is fixed in a formatted file stays formatted, whichever comes first."""

from __future__ import annotations

import pytest

from bibcheck.bibliography import Bibliography
from bibcheck.engine.linter import Linter
from bibcheck.fixing.fixer import fix_files
from bibcheck.formatter import format_text
from bibcheck.formatter.settings import FormatSettings
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.rules import load_rule, rule_categories
from bibcheck.source import Source
from tests.oracle.inputs import corpus_files, data_files

pytestmark = pytest.mark.slow

RULES = [load_rule(name) for name in rule_categories()]
# All that say nothing against one another.
ALL = [rule for rule in RULES if rule.name not in ("unformatted", "abbreviated-venue", "unabbreviated-venue")]
DEFAULT = [rule for rule in RULES if rule.level is not Level.OFF]
LAID_OUT = {"default": FormatSettings(), "other": FormatSettings(indent=4, align=True, trailing_comma=False)}


def fix(source: Source, rules: list[type[Rule]], *, unsafe: bool = True) -> Source:
    def check(sources: list[Source]) -> list[Finding]:
        linter = Linter([rule({}, Level.WARNING) for rule in rules], together=False)
        for each in sources:
            linter.add(each)
        return linter.finish().findings

    def wants(finding: Finding) -> bool:
        return finding.safety is Fix.SAFE or (unsafe and finding.safety is Fix.UNSAFE)

    done = fix_files([source], check([source]), check, wants)
    assert done.failures == []
    return done.sources.get(source.path, source)


def lay_out(source: Source, settings: FormatSettings = LAID_OUT["default"]) -> Source:
    return source.with_text(format_text(Bibliography(source), settings))


ENTRY = "@misc{k,\n  title = {T},\n}\n"

# The rule that fixes, the text, and what both ways end in.
CASES: list[tuple[str, str, str]] = [
    ("duplicate-key", f"{ENTRY}\n{ENTRY}\n@misc{{l,\n  title = {{U}},\n}}\n", f"{ENTRY}\n@misc{{l,\n  title = {{U}},\n}}\n"),
    ("duplicate-key", f"{ENTRY}\n{ENTRY}", ENTRY),
    ("duplicate-key", f"{ENTRY}{ENTRY}{ENTRY}", ENTRY),
    ("duplicate-key", f"{ENTRY}\n\n\n{ENTRY}\n\n{ENTRY}\n\n", ENTRY),
    ("unused-string", f"@string{{a = {{A}}}}\n\n{ENTRY}", ENTRY),
    ("unused-string", f"@string{{a = {{A}}}}\n@string{{b = {{B}}}}\n@string{{c = {{C}}}}\n{ENTRY}", ENTRY),
    ("unused-string", f"{ENTRY}\n@string{{a = {{A}}}}\n@string{{b = {{B}}}}\n\n{ENTRY}", f"{ENTRY}\n{ENTRY}"),
    ("unused-string", f"{ENTRY}\n@string{{a = {{A}}}}\n@string{{b = {{B}}}}\n", ENTRY),
    (
        "late-string",
        "@misc{k,\n  note = a # b,\n}\n@string{a = {A}}\n@string{b = {B}}\n@misc{l, title = {T}}\n",
        "@string{a = {A}}\n@string{b = {B}}\n\n@misc{k,\n  note = a # b,\n}\n\n@misc{l,\n  title = {T},\n}\n",
    ),
    (
        "late-string",
        "@string{c = {C}}\n@misc{k,\n  note = a # c,\n}\n\n@string{a = {A}}\n@misc{l, title = {T}}\n",
        "@string{c = {C}}\n@string{a = {A}}\n\n@misc{k,\n  note = a # c,\n}\n\n@misc{l,\n  title = {T},\n}\n",
    ),
    (
        "crossref-order",
        "@book{p, title={P}}\n@inbook{c, crossref={p}}\n@comment{jabref-meta: x;}\n",
        "@inbook{c,\n  crossref = {p},\n}\n\n@comment{jabref-meta: x;}\n\n@book{p,\n  title = {P},\n}\n",
    ),
    ("private-field", "@misc{k, title={T}, keywords={x}}", ENTRY),
    ("private-field", "@misc{k,\n  keywords={x},\n  title={T}\n}", ENTRY),
    ("private-field", "@misc{k,keywords={x}}", "@misc{k,\n}\n"),
    (
        "missing-eprint-type",
        "@misc{k, eprint=\"1706.03762\"}",
        "@misc{k,\n  eprint = {1706.03762},\n  archiveprefix = {arXiv},\n}\n",
    ),
    (
        "mixed-preprint-style",
        "".join(f"@misc{{{k}, eprint={{180{k}.01207}}, archivePrefix={{arXiv}}}}\n" for k in "123")
        + "@misc{4, note={arXiv:1706.03762}}\n",
        "\n".join(f"@misc{{{k},\n  eprint = {{180{k}.01207}},\n  archiveprefix = {{arXiv}},\n}}\n" for k in "123")
        + "\n@misc{4,\n  eprint = {1706.03762},\n  archiveprefix = {arXiv},\n}\n",
    ),
    ("malformed-month", "@misc{k, year=2000, month={June 12}}", "@misc{k,\n  year = 2000,\n  month = jun # {~12},\n}\n"),
    ("malformed-month", '@misc{k, year=2000, month="12 june"}', "@misc{k,\n  year = 2000,\n  month = {12~} # jun,\n}\n"),
    ("trailing-period", "@misc{k, title={On Trees.       }}", "@misc{k,\n  title = {On Trees},\n}\n"),
    ("double-braced-title", "@misc{k, title={{ On Trees }}}", "@misc{k,\n  title = {On Trees},\n}\n"),
    ("malformed-edition", "@book{k, edition=2}", "@book{k,\n  edition = {Second},\n}\n"),
    (
        "preprint-as-journal",
        "@article{k, title={T}, journal={arXiv:1706.03762 [cs.CL]}, date=2017}",
        "@online{k,\n  title = {T},\n  eprint = {1706.03762},\n  eprinttype = {arxiv},\n  eprintclass = {cs.CL},\n"
        "  date = 2017,\n}\n",
    ),
]  # fmt: skip


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(("rule", "text", "expected"), CASES)
def test_a_fix_and_the_layout_end_in_the_same_text(rule: str, text: str, expected: str, newline: str) -> None:
    source = Source("a.bib", (text.rstrip() + "\n").replace("\n", newline))
    rules = [load_rule(rule)]
    assert lay_out(fix(source, rules)).text == expected.replace("\n", newline)
    assert fix(lay_out(source), rules).text == expected.replace("\n", newline)


@pytest.mark.parametrize(("rule", "text", "expected"), CASES)
def test_so_they_do_in_another_layout(rule: str, text: str, expected: str) -> None:
    source = Source("a.bib", text)
    rules = [load_rule(rule)]
    other = LAID_OUT["other"]
    fixed = fix(lay_out(source, other), rules)
    assert lay_out(fixed, other).text == lay_out(fix(source, rules), other).text == lay_out(lay_out(fixed), other).text


@pytest.mark.parametrize(
    "text",
    [
        # What a program does not read whole has its own layout until it is mended.
        "@misc{k, title={T} year=2000}\n\n@misc{l, title = {U}}\n",
        "@misc{k, title={T}\n@misc{l, title = {U}}\n",
    ],
)
def test_what_is_broken_is_laid_out_once_it_is_mended(text: str) -> None:
    source = Source("a.bib", text)
    wanted = lay_out(fix(source, ALL))
    assert lay_out(fix(lay_out(source), ALL)).text == wanted.text
    assert fix(wanted, ALL).text == wanted.text


# What stands on a line with another entry, and values with a `%`, are laid out once they are mended.
LAID_OUT_LATER = {"two-on-line", "last-line-lost", "last-line-closing-brace", "percent-in-value"}


def sources() -> list[object]:
    return [pytest.param(name, Source.from_bytes("a.bib", data), id=name) for name, data in data_files().items()]


@pytest.mark.parametrize(("rules", "unsafe"), [(DEFAULT, False), (ALL, True)], ids=["default", "all"])
@pytest.mark.parametrize(("name", "source"), sources())
def test_data_files(name: str, source: Source, rules: list[type[Rule]], unsafe: bool) -> None:
    fixed, formatted = fix(source, rules, unsafe=unsafe), lay_out(source)
    assert fix(fixed, rules, unsafe=unsafe).text == fixed.text
    assert lay_out(formatted).text == formatted.text
    wanted, made = lay_out(fixed), fix(formatted, rules, unsafe=unsafe)
    assert fix(wanted, rules, unsafe=unsafe).text == wanted.text
    if name in LAID_OUT_LATER or Bibliography(formatted).defects:
        made = lay_out(made)
    assert made.text == wanted.text


@pytest.mark.skipif(not corpus_files(), reason="BIBCHECK_CORPUS names no folder")
@pytest.mark.parametrize(("rules", "unsafe"), [(DEFAULT, False), (ALL, True)], ids=["default", "all"])
@pytest.mark.parametrize("name", corpus_files())
def test_what_is_fixed_after_it_was_laid_out_stays_laid_out(name: str, rules: list[type[Rule]], unsafe: bool) -> None:
    formatted = lay_out(Source.from_bytes("a.bib", corpus_files()[name].read_bytes()))
    if Bibliography(formatted).defects:
        pytest.skip("what is broken is laid out once it is mended")
    made = fix(formatted, rules, unsafe=unsafe)
    assert lay_out(made).text == made.text
