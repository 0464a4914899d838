"""--baseline, --update-baseline and --fail-on: what is known is not reported, whatever is edited elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bibcheck.cli import main

OLD = """@article{a,
  title = {A},
  pages = {1-2},
}

@article{b,
  title = {B},
  pages = {3-4},
}
"""
NEW = "@article{c,\n  pages = {5-6},\n}\n"
RUN = ["--select", "hyphen-in-range,missing-required-field,inconsistent-venue", "--output-format", "concise", "--quiet"]


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    write("a.bib", OLD)
    write("other.bib", "@article{x, pages = {7-8}}\n")
    assert check(capsys, "--baseline", "known.json", "--update-baseline")[0] == 0
    assert check(capsys, "--baseline", "known.json") == (0, [])
    return tmp_path


def write(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")


def check(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    status = main(["check", *RUN, *arguments])
    return status, capsys.readouterr().out.splitlines()


def entry(text: str, number: int) -> str:
    return text.split("\n\n")[number]


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(reversed(OLD.strip().split("\n\n"))) + "\n",  # moved
        "% a comment\n" + OLD,
        OLD.replace("pages = {1-2}", 'PAGES   =\n    "1-2"'),  # laid out
        OLD.replace("@article", "@ARTICLE").replace("\n  ", "\n\t"),
        entry(OLD, 0),  # one is gone
        OLD.replace("1-2", "1--2"),  # one is fixed
    ],
)
def test_what_is_known_stays_known(capsys: pytest.CaptureFixture[str], text: str) -> None:
    write("a.bib", text)
    assert check(capsys, "--baseline", "known.json") == (0, [])


def test_other_files_and_this_one_may_be_renamed(capsys: pytest.CaptureFixture[str]) -> None:
    Path("other.bib").rename("renamed.bib")
    Path("a.bib").rename("references.bib")
    assert check(capsys, "--baseline", "known.json") == (0, [])


def test_a_finding_about_a_file_is_known_whatever_it_marks_first(capsys: pytest.CaptureFixture[str]) -> None:
    run = ["--select", "unformatted"]
    write("a.bib", "@article{ x, year=1984 }\n\n" + OLD + "@article{ y, year=1984 }\n")
    check(capsys, *run, "--baseline", "known.json", "--update-baseline")
    write("a.bib", OLD + "@article{ y, year=1984 }\n")
    assert check(capsys, *run, "--baseline", "known.json") == (0, [])
    assert check(capsys, *run)[0] == 1


# Findings that mark the first of many places, each rule with entries in which it finds something.
FIRST_OF_MANY = [
    ("empty-field", ["@book{a, note = {}, series = {}, title = {A}}", "@book{b, series = {}, note = {}, title = {B}}"]),
    (
        "local-path",
        [f"@book{{k{number}, file = {{:C\\:\\\\Users\\\\me\\\\{number}.pdf:PDF}}}}" for number in range(12)],
    ),
    ("undefined-string", [f"@book{{k{number}, publisher = house{number}}}" for number in range(12)]),
    ("unknown-field", [f"@book{{k{number}, shelf = {{{number}}}}}" for number in range(12)]),
    ("unknown-entry-type", ["@blurb{a, title = {A}}", "@blurb{b, title = {B}}"]),
    ("undefined-crossref", [f"@inproceedings{{k{number}, crossref = {{p{number}}}}}" for number in range(20)]),
    ("not-utf8", ["@book{a, title = {M\udcfcller und Gr\udcfcn}}", "@book{b, title = {Stra\udcdfe und \udcd6l}}"]),
    (
        "wrong-dialect",
        [f"@{kind}{{k{kind}, title = {{T}}, year = 1984}}" for kind in ("online", "thesis", "book", "article")],
    ),
    ("unformatted", ["@book{ a, title = {A} }", "@book{ b, title = {B} }"]),
]


@pytest.mark.parametrize(("rule", "entries"), FIRST_OF_MANY, ids=[rule for rule, _ in FIRST_OF_MANY])
def test_the_first_of_many_places_may_move(capsys: pytest.CaptureFixture[str], rule: str, entries: list[str]) -> None:
    run = ["a.bib", "--select", rule, "--ignore", "hyphen-in-range", "--config", "rules.wrong-dialect.mixed=true"]
    for text in ("\n\n".join(entries), "\n\n".join(reversed(entries))):
        Path("a.bib").write_bytes(text.encode("utf-8", "surrogateescape") + b"\n")
        assert len([line for line in check(capsys, *run)[1] if rule in line]) == 1
        check(capsys, *run, "--baseline", "first.json", *["--update-baseline"] * (text.startswith(entries[0])))
        assert check(capsys, *run, "--baseline", "first.json") == (0, [])


@pytest.mark.parametrize(
    ("rule", "before", "after"),
    [
        ("unknown-field", "shelf", "drawer"),
        ("unknown-entry-type", "blurb", "flyer"),
    ],
)
def test_another_name_is_new(capsys: pytest.CaptureFixture[str], rule: str, before: str, after: str) -> None:
    (text,) = ("\n".join(entries) for name, entries in FIRST_OF_MANY if name == rule)
    run = ["a.bib", "--select", rule, "--baseline", "first.json"]
    write("a.bib", text)
    check(capsys, *run, "--update-baseline")
    write("a.bib", text.replace(before, after))
    status, found = check(capsys, *run)
    assert (status, len(found)) == (1, 1)


TWINS = [
    ("duplicate-doi", "title = {On Trees}, doi = {10.1000/182}", "title = {On Trees}, doi = {10.1000/182}"),
    (
        "duplicate-entry",
        "author = {Knuth, Donald}, title = {Songs and Their Complexity}, year = 1984",
        "author = {Donald Knuth}, title = {Songs and their complexity}, year = 1984",
    ),
    (
        "conflicting-twins",
        "author = {Knuth, Donald}, title = {The Art of Computer Programming in Trees}, year = 1984",
        "author = {Lamport, Leslie}, title = {The Art of Computer Programming in Trees}, year = 1984",
    ),
]


@pytest.mark.parametrize(("rule", "one", "other"), TWINS, ids=[rule for rule, *_ in TWINS])
def test_of_two_alike_either_may_come_first(
    capsys: pytest.CaptureFixture[str], rule: str, one: str, other: str
) -> None:
    run = ["a.bib", "--select", rule, "--ignore", "hyphen-in-range,missing-required-field"]
    entries = [f"@article{{zeta, {one}}}\n", f"@article{{alpha, {other}}}\n"]
    write("a.bib", "".join(entries))
    assert [line.split()[2] for line in check(capsys, *run)[1]] == [rule]
    check(capsys, *run, "--baseline", "twins.json", "--update-baseline")
    write("a.bib", "".join(reversed(entries)))
    assert [line.split()[2] for line in check(capsys, *run)[1]] == [rule]
    assert check(capsys, *run, "--baseline", "twins.json") == (0, [])
    write("a.bib", "".join(entries).replace("alpha", "beta"))
    assert check(capsys, *run, "--baseline", "twins.json")[0] == 1


def test_an_example_in_a_message_may_be_another_one(capsys: pytest.CaptureFixture[str]) -> None:
    run = ["a.bib", "--select", "inconsistent-author", "--baseline", "first.json"]
    others = [
        f"@book{{{key}, author = {{Rogers, James H. and Wells, Jack C.}}, title = {{On {key}}}}}"
        for key in ("titan", "summit")
    ]
    mine = "@book{oral, author = {Rogers, James and Wells, Jack C.}, title = {Mine}}"
    write("a.bib", "\n".join([*others, mine]))
    assert len(check(capsys, *run[:3])[1]) > 0
    check(capsys, *run, "--update-baseline")
    write("a.bib", "\n".join([*reversed(others), mine]))
    assert check(capsys, *run) == (0, [])


def test_what_a_message_says_between_quoted_words_counts(capsys: pytest.CaptureFixture[str]) -> None:
    run = ["a.bib", "--select", "missing-required-field", "--baseline", "known.json"]
    write("a.bib", "@article{a, author = {A}, title = {T}, year = 1984}\n")
    check(capsys, *run, "--config", "dialect='biblatex'", "--update-baseline")
    assert check(capsys, *run, "--config", "dialect='biblatex'") == (0, [])
    # It is now BibTeX that requires a journal.
    assert len(check(capsys, *run, "--config", "dialect='bibtex'")[1]) == 1


def test_another_part_of_the_same_value_is_new(capsys: pytest.CaptureFixture[str]) -> None:
    run = ["--select", "mixed-name-order"]
    field = "  author = {Knuth, Donald and Leslie Lamport},\n"
    names = "@book{p, author = {Doe, Jane and Roe, Richard and Poe, Edgar}}\n"
    write("a.bib", OLD.replace("  pages", field + "  pages", 1) + names)
    check(capsys, *run, "--baseline", "known.json", "--update-baseline")
    write("a.bib", OLD.replace("  pages", field + "  pages", 1) + names.replace("Doe, Jane", "Doe, Janet"))
    assert check(capsys, *run, "--baseline", "known.json") == (0, [])
    names = "@book{p, author = {Jane Doe and Richard Roe and Edgar Poe}}\n"
    write("a.bib", OLD.replace("  pages", field + "  pages", 1) + names)
    status, found = check(capsys, *run, "--baseline", "known.json")
    assert (status, len(found)) == (1, 1)


@pytest.mark.parametrize(
    "text",
    [
        NEW + OLD,
        OLD.replace("1-2", "1-3"),  # the same entry, another value
        OLD.replace("{b,", "{b2,"),
    ],
)
def test_what_is_new_fails(capsys: pytest.CaptureFixture[str], text: str) -> None:
    write("a.bib", text)
    status, found = check(capsys, "--select", "hyphen-in-range", "--baseline", "known.json")
    assert status == 1
    assert found


def test_of_several_that_are_alike_as_many_are_known_as_there_were(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.bib", OLD + entry(OLD, 0))
    _, found = check(capsys, "--ignore", "missing-required-field", "--baseline", "known.json")
    assert len(found) == 1


def test_what_is_fixed_drops_out(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.bib", OLD.replace("1-2", "1--2"))
    before = json.loads(Path("known.json").read_text(encoding="utf-8"))["findings"]
    check(capsys, "--baseline", "known.json", "--update-baseline")
    after = json.loads(Path("known.json").read_text(encoding="utf-8"))["findings"]
    assert [each for each in before if each not in after] == [
        each for each in before if (each["rule"], each["key"]) == ("hyphen-in-range", "a")
    ]
    assert after == sorted(after, key=lambda each: (each["path"], each["rule"], each["key"], each["fingerprint"]))
    write("a.bib", OLD)
    assert check(capsys, "--baseline", "known.json")[0] == 1


def test_an_update_for_some_files_keeps_what_is_known_of_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    check(capsys, "--baseline", "known.json", "--update-baseline", "a.bib")
    assert check(capsys, "--baseline", "known.json") == (0, [])


def test_an_update_drops_files_that_are_gone(capsys: pytest.CaptureFixture[str]) -> None:
    Path("other.bib").unlink()
    check(capsys, "--baseline", "known.json", "--update-baseline", "a.bib")
    assert "other.bib" not in Path("known.json").read_text(encoding="utf-8")


def test_the_settings_name_it(capsys: pytest.CaptureFixture[str]) -> None:
    Path("ci").mkdir()
    Path("known.json").rename("ci/known.json")
    write("bibcheck.toml", "baseline = 'ci/known.json'\n")
    assert check(capsys, "a.bib") == (0, [])
    write("a.bib", NEW)
    assert check(capsys)[0] == 1
    assert check(capsys, "--update-baseline")[0] == 0
    assert check(capsys) == (0, [])


def test_the_summary_counts_what_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--select", "hyphen-in-range", "--baseline", "known.json"])
    assert capsys.readouterr().out == "no findings in 2 files; 3 known\n"


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--baseline", "none.json"], "none.json: there is no such baseline; --update-baseline writes it"),
        (["--baseline", "a.bib", "--update-baseline"], "--baseline: a.bib is a file that is checked"),
        (["--baseline", "broken.json"], "broken.json: this is no baseline that bibcheck has written"),
        (
            ["--baseline", "broken.json", "--update-baseline"],
            "broken.json: this is no baseline that bibcheck has written",
        ),
        (
            ["--update-baseline"],
            "--update-baseline: no baseline is named: give --baseline FILE, or `baseline` in the settings",
        ),
    ],
)
def test_what_is_no_baseline(capsys: pytest.CaptureFixture[str], arguments: list[str], line: str) -> None:
    write("broken.json", '{"name": "x"}')
    assert main(["check", *arguments]) == 2
    assert capsys.readouterr().err == f"bibcheck: {line}\n"
    assert Path("a.bib").read_text(encoding="utf-8") == OLD


@pytest.mark.parametrize(
    ("settings", "arguments", "status"),
    [
        ("", [], 1),
        ("", ["--fail-on", "error"], 0),
        ("", ["--fail-on", "warning"], 1),
        ("fail-on = 'error'", [], 0),
        ("fail-on = 'error'", ["--fail-on", "warning"], 1),
        ("fail-on = 'error'\nrules.hyphen-in-range = 'error'", [], 1),
    ],
)
def test_what_fails(capsys: pytest.CaptureFixture[str], settings: str, arguments: list[str], status: int) -> None:
    write("bibcheck.toml", settings)
    assert main(["check", "--select", "hyphen-in-range", *arguments, "a.bib"]) == status
    assert "hyphen-in-range" in capsys.readouterr().out
