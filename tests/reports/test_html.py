"""The page for a browser: its shape, what it counts, and that nothing from outside becomes markup."""

from __future__ import annotations

import io
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from bibcheck.bibliography import Bibliography
from bibcheck.engine.linter import Linter
from bibcheck.engine.report import Report
from bibcheck.reports import write_report
from bibcheck.reports.html.contents import Share, contents_of
from bibcheck.rule import Fix, Level, Related
from bibcheck.rules import load_rule
from bibcheck.source import Source, Span
from tests.reports.outcomes import fixing, found, report, result
from tests.reports.test_escaping import HOSTILE, hostile_result

BIB = """@article{a, author = {A. Bee}, title = {On the the Design of Operating Systems},
  journal = {Journal of the ACM}, pages = {1-2}, year = 1999, doi = {10.1/x}}
@article{b, journal = {J. ACM}, year = {1999}}
@misc{c, year = {May 2001}}
@inproceedings{d, booktitle = {Proceedings of the 2nd Symposium on Bees}}
@inproceedings{e, booktitle = {Proceedings of the 3rd Symposium on Bees}, year = 2001}
"""
OWN_ELEMENTS = frozenset(
    "html head meta title style script body a header main section footer h1 h2 h3 h4 p div form label input select option "
    "button figure figcaption details summary svg g text rect line table thead tbody tr th td ul li pre code mark del ins b "
    "strong span".split()
)


class Page(HTMLParser):
    """A page taken apart: its elements, attributes and visible texts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in ("meta", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():  # not the line ends between elements
            self.texts.append((self.open[-1] if self.open else "", data))

    def all(self, tag: str, **having: str) -> list[dict[str, str | None]]:
        """The attributes of the elements of a name, of those that have some values."""
        wanted = {key.rstrip("_").replace("_", "-"): value for key, value in having.items()}
        return [found for name, found in self.elements if name == tag and wanted.items() <= found.items()]

    def text_in(self, tag: str) -> list[str]:
        """The texts that stand directly in elements of a name."""
        return [text for name, text in self.texts if name == tag]


def linted(text: str = BIB) -> Report:
    linter = Linter([load_rule(name)() for name in ("hyphen-in-range", "repeated-word", "missing-required-field")])
    linter.add(Source("a.bib", text))
    return linter.finish()


def test_each_finding_stands_in_its_entry_with_the_span_marked_and_its_fix() -> None:
    finding = fixing("a.bib", 79, 80, "--", Fix.UNSAFE, message="range with `-`", key="a")
    text = "@misc{b}\n@article{a,\n  title = {On & on},\n  note = {to < from},\n  pages = {1-2},\n}\n@misc{c}\n"
    start = text.index("-")
    finding = finding._replace(
        span=Span(start, start + 1), edits=(finding.edits[0]._replace(span=Span(start, start + 1)),)
    )
    page = report("html", result(finding, a=text))
    entry = "@article{a,\n  title = {On &amp; on},\n  note = {to &lt; from},\n  pages = {1"
    assert f'<code>{entry}<mark class="warning">-</mark>2}},\n}}</code>' in page
    assert "<del>  pages = {1-2},</del><ins>  pages = {1-<b>-</b>2},</ins>" in page
    assert "<strong>range with <code>-</code></strong>" in page
    assert "line 5, column 13, in a" in page
    assert "Unsafe fix" in page


def test_findings_stand_by_file_and_rule_with_what_the_rule_is_for() -> None:
    page = Page(report("html", linted()))
    assert [section["data-file"] for section in page.all("section", class_="file")] == ["a.bib"]
    rules = [rule["data-rule"] for rule in page.all("details", class_="rule")]
    assert sorted(map(str, rules)) == ["hyphen-in-range", "missing-required-field", "repeated-word"]
    assert any("sets as an en dash" in text for text in page.text_in("p"))
    levels = {item["data-level"] for item in page.all("li", class_="finding")}
    assert levels == {"warning"}


def test_what_a_rule_is_for_has_its_code_marked() -> None:
    finding = found("a.bib", 0, 1)._replace(rule="hyphen-in-range")
    page = report("html", result(finding, a="x"))
    assert "<p>Reports page ranges that are not joined by <code>--</code>, which TeX sets as an en dash.</p>" in page
    assert "manual" not in [
        found.get("class") for _, found in Page(report("html", result(found("a.bib", 0, 1), a="x"))).elements
    ]


def test_the_page_needs_nothing_from_outside_and_runs_only_its_own_script() -> None:
    text = report("html", linted())
    page = Page(text)
    assert not [
        name for _, found in page.elements for name in found if name in ("src", "srcset", "style") or name[:2] == "on"
    ]
    assert [found["href"] for found in page.all("a")] == ["#findings"]
    assert "url(" not in text and "@import" not in text
    (policy,) = page.all("meta", http_equiv="Content-Security-Policy")
    hashes = [
        f"'sha256-{b64encode(sha256(''.join(page.text_in(tag)).encode()).digest()).decode()}'"
        for tag in ("style", "script")
    ]
    assert policy["content"] == "default-src 'none'; style-src {}; script-src {}".format(*hashes)


def test_everything_that_is_asked_for_has_a_name() -> None:
    page = Page(report("html", linted()))
    assert page.all("html", lang="en")
    ids = [found["id"] for _, found in page.elements if found.get("id")]
    assert len(ids) == len(set(ids))
    for _, attributes in page.elements:
        for name in ("aria-labelledby", "for"):
            assert attributes.get(name) is None or attributes[name] in ids
    labelled = {found["for"] for found in page.all("label")}
    assert labelled == {found["id"] for tag in ("select", "input") for found in page.all(tag)}
    assert [tag for tag, _ in page.elements if tag in ("header", "main", "footer")] == ["header", "main", "footer"]
    assert all(found["role"] == "img" and found["aria-labelledby"] for found in page.all("svg"))
    assert page.all("p", role="status")


def test_filters_have_the_rules_levels_and_files_with_their_counts() -> None:
    made = result(found("a.bib", 0, 1), found("a.bib", 0, 1), found("b.bib", 0, 1, level=Level.ERROR), a="x", b="x")
    options = Page(report("html", made)).text_in("option")
    assert options == ["all", "odd-name (3)", "all", "warning (2)", "error (1)", "all", "a.bib (2)", "b.bib (1)"]


def test_entries_are_counted_by_year_and_type_with_their_dois() -> None:
    contents = contents_of([Bibliography(Source("a.bib", BIB))])
    assert contents.by_year == {None: Share(0, 1), 1999: Share(1, 1), 2001: Share(0, 2)}
    assert contents.by_type == {"article": Share(1, 1), "inproceedings": Share(0, 2), "misc": Share(0, 1)}


def test_venues_have_their_forms_in_which_years_and_ordinals_do_not_count() -> None:
    venues = contents_of([Bibliography(Source("a.bib", BIB))]).venues
    assert [(venue.name, venue.forms) for venue in venues] == [
        ("Journal of the ACM", (("Journal of the ACM", 1), ("J. ACM", 1))),
        ("Proceedings of the Nth Symposium on Bees", (("Proceedings of the Nth Symposium on Bees", 2),)),
    ]


def test_figures_are_there_where_there_is_something_to_show() -> None:
    assert Page(report("html", linted())).text_in("h3")[:4] == [
        "Findings by rule",
        "Entries by year",
        "Entries by type",
        "Venues written in several ways",
    ]
    clean = Page(report("html", result(a="")))
    assert clean.all("figure") == []
    assert "Nothing was found." in clean.text_in("p")


def test_many_years_are_shown_by_decades() -> None:
    text = "".join(f"@misc{{k{year}, year = {year}}}\n" for year in (1899, 1950, 1951, 2020))
    page = Page(report("html", result(a=text)))
    titles = [text for text in page.text_in("title") if ", lacking: " in text]
    assert titles == ["1890s, lacking: 1", "1950s, lacking: 2", "2020s, lacking: 1", "@misc, lacking: 4"]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_from_outside_becomes_markup(text: str) -> None:
    written = report("html", hostile_result(text))
    page = Page(written)
    assert {tag for tag, _ in page.elements} <= OWN_ELEMENTS
    assert not [
        name for _, found in page.elements for name in found if name[:2] == "on" or name in ("src", "srcdoc", "style")
    ]
    assert written.count("<script") == written.count("</script") == 1


def test_related_places_are_named() -> None:
    finding = found("a.bib", 0, 1, related=(Related("b.bib", Span(2, 3), "first"), Related("b.bib", Span(0, 1), "")))
    items = Page(report("html", result(finding, a="x", b="y\nz"))).text_in("li")
    assert items == ["see b.bib, line 2, column 1: first", "see b.bib, line 1, column 1"]


def test_many_related_places_are_counted() -> None:
    finding = found("a.bib", 0, 1, related=[Related("a.bib", Span(0, 1), "")] * 1234)
    items = Page(report("html", result(finding, a="x"))).text_in("li")
    assert (len(items), items[-1]) == (11, "… and 1,224 more")


def test_long_entries_are_cut_around_the_finding() -> None:
    text = "@misc{a, abstract = {" + "x" * 50_000 + "-" + "y" * 50_000 + "}}\n"
    start = text.index("-")
    page = report("html", result(found("a.bib", start, start + 1), found("a.bib", 0, len(text)), a=text))
    assert f'<code>…{"x" * 800}<mark class="warning">-</mark>{"y" * 800}…</code>' in page
    assert len(page) < 100_000


def test_long_lines_are_cut_where_nothing_is_marked() -> None:
    lines = [
        "@misc{a,",
        f"  abstract = {{{'x' * 400}}},",
        f"  title = {{{'y' * 400}-}},",
        f"  note = {{{'z' * 400}}}",
        "}",
    ]
    text = "\n".join(lines)
    start = text.index("-")
    page = report("html", result(found("a.bib", start, start + 1), a=text))
    assert f"@misc{{a,\n  abstract = {{{'x' * 226} …\n  title = {{{'y' * 400}<mark" in page
    assert f"</mark>}},\n  note = {{{'z' * 230} …\n}}</code>" in page


def test_no_line_ends_within_an_option() -> None:
    page = report("html", result(fixing("a.bib", 0, 1, "y"), a="x"))
    assert '<p>1 finding (1 warning) in 1 file; 1 fixable with <span class="option">--fix</span></p>' in page


def test_findings_outside_of_entries_are_shown_with_their_lines() -> None:
    made = Report(
        [found("bibcheck.toml", 5, 6)], {"bibcheck.toml": Source("bibcheck.toml", "a=1\nb=2\nc=3\n")}, 1, 0, False
    )
    assert '<code>a=1\nb<mark class="warning">=</mark>2</code>' in report("html", made)


def test_an_output_that_is_not_utf8_gets_ascii() -> None:
    data = io.BytesIO()
    out = io.TextIOWrapper(data, encoding="latin-1")
    write_report("html", result(found("a.bib", 0, 1, "漢 é"), a="x"), out)
    out.flush()
    assert data.getvalue().isascii()
    assert any("漢 é" in text for _, text in Page(data.getvalue().decode()).texts)


def test_at_most_5000_findings_are_shown_and_the_page_says_so() -> None:
    text = "".join(f"@misc{{k{number}, pages = {{1-2}}}}\n" for number in range(5500))
    findings = [found("a.bib", match.start(), match.end()) for match in re.finditer("-", text)]
    out = io.StringIO()
    write_report("html", result(*findings, a=text), out)
    page = out.getvalue()
    assert page.count('<li class="finding"') == 5000
    assert "This page shows 5,000 of 5,500 findings" in page
    assert len(page) < 5_000_000
