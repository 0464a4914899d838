"""JUnit's XML.

No package was found on PyPI that ships a schema of it (December 2026): junitparser 5.0 has none. So the shape that Ant's
schema (windyroad/JUnit-Schema) and that of Jenkins (xunit-plugin, `junit-10.xsd`) ask for is asserted by hand.
"""

from __future__ import annotations

import re
from collections import Counter
from xml.etree import ElementTree

import pytest

from bibcheck.rule import Level
from bibcheck.rules import load_rule
from tests.reports.outcomes import found, report, result
from tests.reports.test_escaping import HOSTILE, hostile_result

_TIMESTAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")


def suites(made: object) -> list[ElementTree.Element]:
    root = ElementTree.fromstring(report("junit", made))
    assert (root.tag, root.attrib) == ("testsuites", {})
    return list(root)


def test_a_case_fails_with_all_that_a_rule_found_in_a_file() -> None:
    other = found("a.bib", 1, 2, "<b>", level=Level.ERROR)._replace(rule="other")
    clean, dirty = suites(result(found("b.bib", 0, 1), found("b.bib", 1, 2, "&"), other, a="xy", b="xy"))[::-1]
    assert [clean.get("name"), dirty.get("name")] == ["b.bib", "a.bib"]
    (case,) = dirty.iter("testcase")
    (failure,) = case
    assert (case.attrib, failure.attrib) == (
        {"name": "other", "classname": "a.bib", "time": "0"},
        {"type": "error", "message": "1 finding"},
    )
    assert failure.text == "\na.bib:1:2: error other <b>\n"
    (failure,) = clean.iter("failure")
    assert failure.get("message") == "2 findings"
    assert failure.text == "\nb.bib:1:1: warning odd-name odd\nb.bib:1:2: warning odd-name &\n"


def test_a_suite_has_what_the_schema_of_ant_asks_for() -> None:
    (suite,) = suites(result(found("a.bib", 0, 1), a="x"))
    assert [child.tag for child in suite] == ["properties", "testcase", "system-out", "system-err"]
    assert _TIMESTAMP.fullmatch(suite.attrib.pop("timestamp"))
    assert suite.attrib == {
        "name": "a.bib",
        "package": "a.bib",
        "id": "0",
        "tests": "1",
        "failures": "1",
        "errors": "0",
        "skipped": "0",
        "time": "0",
        "hostname": "localhost",
    }


_SUITE = "name package id tests failures errors skipped time timestamp hostname".split()


@pytest.mark.parametrize("text", ["plain", *HOSTILE])
def test_every_element_has_the_shape_that_both_schemas_ask_for(text: str) -> None:
    for number, suite in enumerate(suites(hostile_result(text))):
        assert (suite.tag, sorted(suite.attrib)) == ("testsuite", sorted(_SUITE))
        assert not [
            name
            for name in ("id", "tests", "failures", "errors", "skipped", "time")
            if not suite.attrib[name].isdecimal()
        ]
        assert suite.get("id") == str(number)
        assert suite.get("name", "").strip() and suite.get("package") and suite.get("hostname")
        properties, *cases, out, err = suite
        assert [(part.tag, part.attrib, len(part)) for part in (properties, out, err)] == [
            ("properties", {}, 0),
            ("system-out", {}, 0),
            ("system-err", {}, 0),
        ]
        assert suite.get("tests") == str(len(cases))
        assert suite.get("failures") == str(sum(len(case) for case in cases))
        for case in cases:
            assert (case.tag, case.attrib.keys()) == ("testcase", {"name", "classname", "time"})
            assert case.get("time", "").isdecimal()
            assert len(case) <= 1
            for failure in case:
                assert (failure.tag, failure.attrib.keys(), len(failure)) == ("failure", {"type", "message"}, 0)


def test_a_file_without_findings_passes() -> None:
    (suite,) = suites(result(a=""))
    (case,) = suite.iter("testcase")
    assert (suite.get("tests"), suite.get("failures"), len(case)) == ("1", "0", 0)


def test_rules_that_ran_and_found_nothing_pass() -> None:
    made = result(found("a.bib", 0, 1), a="x", b="x")
    made_with_rules = made._replace(rules=(load_rule("hyphen-in-range"),))
    first, second = suites(made_with_rules)
    assert {case.get("name"): len(case) for case in first.iter("testcase")} == {"hyphen-in-range": 0, "odd-name": 1}
    assert {case.get("name"): len(case) for case in second.iter("testcase")} == {"hyphen-in-range": 0}


def test_the_output_is_ascii_whatever_it_is_written_to() -> None:
    text = report("junit", result(found("a.bib", 0, 1, "é 漢 𐐀"), a="x"))
    assert text.isascii()
    (failure,) = ElementTree.fromstring(text).iter("failure")
    assert failure.text == "\na.bib:1:1: warning odd-name é 漢 𐐀\n"


def test_no_name_comes_twice() -> None:
    made = result(*[found("a.bib", 0, 1)] * 5, *[found("b.bib", 0, 1)] * 5, a="x", b="x")
    cases = [(case.get("classname"), case.get("name")) for suite in suites(made) for case in suite.iter("testcase")]
    assert max(Counter(cases).values()) == 1


def test_files_that_were_only_compared_with_are_no_suites() -> None:
    assert [suite.get("name") for suite in suites(result(found("a.bib", 0, 1), files=1, a="x", b="x"))] == ["a.bib"]
