"""No text from a file, a name or a setting steers what reads a report."""

from __future__ import annotations

import sys

import pytest

from bibcheck.engine.report import Report
from bibcheck.reports import FORMATS
from bibcheck.reports.statistics import write_statistics
from bibcheck.reports.visible import visible
from bibcheck.rule import Finding, Fix, Level, Related
from bibcheck.source import Edit, Source, Span
from tests.reports.outcomes import report

CONTROLS = "".join(map(chr, (*range(32), *range(127, 160), 0x202E, 0x2066, 0x2028, 0xD800, 0xDCFF, 0xFFFE)))
DATA = ("json", "jsonl", "gitlab", "rdjson", "sarif")  # say what stands there, and go to a file
HOSTILE = (
    CONTROLS,
    "::error::pwned",
    "\n::error file=a::pwned\r::set-output name=a::b",
    "%0A::error::pwned%0D",
    "##[error]pwned ##vso[task.setvariable]pwned",
    "<script>alert(1)</script><img src=x onerror=alert(1)>&amp;",
    "</style></script></title><!-- --> ]]> <![CDATA[",
    "\"' onmouseover='alert(1)' \" x=\"",
    "`x` ``y`` | a | [b](javascript:alert(1)) @someone #1 https://evil.example **x** $y$",
    "{{ 7 * 7 }} {% raw %} ${x} %s {0}",
    "\x1b]8;;https://evil.example\x07link\x1b]8;;\x07 \x9b31m \u202e",
    "@misc{k,\n  title = {\x1b[2J <b>x</b>},\n}\n",
)


def hostile_result(text: str, *, crashed: bool = False) -> Report:
    """A result in which all that comes from outside is one text: the path, the file, the messages, the rule, the key."""
    path = text.replace("\0", "") + ".bib"
    edits = (Edit(Span(0, 1), text), Edit(Span(3, 3), text))
    related = (Related(path, Span(0, len(text)), text),)
    finding = Finding(text, text, Level.ERROR, path, Span(0, len(text)), text, text, text, Fix.UNSAFE, edits, related)
    other = finding._replace(level=Level.WARNING, safety=Fix.SAFE, span=Span(1, 2))
    return Report([finding, *[other] * 5], {path: Source(path, text)}, 1, 1, crashed)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("format", FORMATS)
def test_no_format_lets_control_characters_through(format: str, text: str) -> None:
    written = report(format, hostile_result(text), show_all=True)
    if format in DATA:
        written = written.replace("##", "#")
    for line in written.split("\n"):
        assert visible(line.replace("\t", "")) == line.replace("\t", "")
    written.encode()


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("format", FORMATS)
def test_nothing_from_outside_begins_a_workflow_command(format: str, text: str) -> None:
    lines = report(format, hostile_result(text), show_all=True).splitlines()
    commands = [line for line in lines if line.lstrip().startswith("::")]
    assert len(commands) == (len(lines) if format == "github" else 0)
    assert all(line.startswith(("::error file=", "::warning file=", "::notice title=")) for line in commands)


@pytest.mark.parametrize("text", HOSTILE)
def test_the_statistics_are_escaped_too(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    write_statistics(hostile_result(text), sys.stdout)
    lines = capsys.readouterr().out.split("\n")
    assert [visible(line) for line in lines] == lines
    assert not any(line.lstrip().startswith("::") for line in lines)
