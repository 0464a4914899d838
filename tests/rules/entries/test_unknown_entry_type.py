"""unknown-entry-type: what is close to a known type, and what is nobody's."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check

RULE = "unknown-entry-type"


@pytest.mark.parametrize(
    ("type", "meant"),
    [("artcle", "article"), ("INPROCEEDING", "inproceedings"), ("MasterThesis", "mastersthesis"), ("website", "misc")],
)
def test_a_slip_is_reported_wherever_it_stands(check: Check, type: str, meant: str) -> None:
    text = "".join(f"@{type}{{k{number}, title = {{T}}}}\n" for number in range(7))
    findings = check(RULE, text)
    assert [text[slice(*finding.span)] for finding in findings] == [type] * 7
    assert all(finding.message.endswith(f"; did you mean `@{meant}`") for finding in findings)
    assert [finding.edits[0].text.lower() for finding in findings] == [meant] * 7


def test_what_may_be_a_command_is_for_the_author(check: Check) -> None:
    (finding,) = check(RULE, "@omment{k, title = {T}}\n")
    assert finding.message.endswith("; did you mean `@comment`")
    assert finding.edits == ()


def test_other_types_are_reported_once_and_not_at_all_where_there_are_many(check: Check) -> None:
    for count, messages in (
        (1, ["no style knows the entry type `@thing`, BibTeX's styles take it for @misc: use another"]),
        (
            2,
            [
                "no style knows the entry type `@thing`, BibTeX's styles take it for @misc (it has 2 entries): use another"
            ],
        ),
        (5, []),
    ):
        text = "".join(f"@thing{{k{number}, title = {{T}}}}\n" for number in range(count))
        assert [finding.message for finding in check(RULE, text)] == messages
    assert "biber" in check(RULE, "@thing{k}\n", dialect="biblatex")[0].message


@pytest.mark.parametrize(
    "text",
    [
        "@Article{k}\n@conference{l}\n@online{m}\n@www{n}\n@mvbook{o}\n@customa{p}",
        "@xdata{k}\n@set{l}",
        "@IEEEtranBSTCTL{k, CTLuse_url = {yes}}\n@CONTROL{REVTEX41Control}",
        "@webpage{k}\n@newspaper{l}\n@artifactsoftware{m}\n@softwareversion{n}\n@footnote{o}\n@presentation{p}",
        "@string{a = {b}}\n@preamble{{x}}\n@comment{artcle}",
    ],
)
def test_known_types_are_clean(check: Check, text: str) -> None:
    assert check(RULE, text + "\n") == []


def test_the_configuration_knows_more(check: Check) -> None:
    assert check(RULE, "@livelink{k}\n@artcle{l}\n", known=("LiveLink", "artcle")) == []


def test_an_unknown_type_is_reported_where_it_stands_first(check: Check) -> None:
    text = "@misc{a}\n@xyzzyplugh{b}\n@xyzzyplugh{c}\n"
    (found,) = check(RULE, text)
    assert found.span.start == text.index("xyzzyplugh")
    assert "(it has 2 entries)" in found.message
