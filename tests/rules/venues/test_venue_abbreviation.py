"""What abbreviated-venue, unabbreviated-venue and mixed-venue-abbreviation report, and what they let be."""

from __future__ import annotations

from pathlib import Path

import pytest

from bibcheck.bibliography import Bibliography
from bibcheck.source import Source
from bibcheck.venues.journal_names import looks_abbreviated, read_journal_name, write_name
from tests.rules.conftest import Check

JOURNALS = Path(__file__).resolve().parents[3] / "tools" / "sources" / "journals.tsv"


def article(journal: str, key: str = "k") -> str:
    return f"@article{{{key}, journal = {{{journal}}}}}\n"


PAIRS = [
    ("Communications of the {ACM}", "Communications of the ACM", "Commun. ACM"),
    ("IEEE Transactions on Pattern Analysis \\& Machine Intelligence",
     "IEEE Transactions on Pattern Analysis and Machine Intelligence", "IEEE Trans. Pattern Anal. Mach. Intell."),
    ("physical review letters", "Physical Review Letters", "Phys. Rev. Lett."),
]  # fmt: skip


@pytest.mark.parametrize(("written", "full", "short"), PAIRS)
def test_a_name_in_full(check: Check, written: str, full: str, short: str) -> None:
    text = article(written)
    (finding,) = check("unabbreviated-venue", text)
    assert finding.message.endswith(f" is not abbreviated: its abbreviation is `{short}`")
    (edit,) = finding.edits
    fixed = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert fixed == article(short)
    (finding,) = check("abbreviated-venue", fixed)
    (edit,) = finding.edits
    assert fixed[: edit.span.start] + edit.text + fixed[edit.span.end :] == article(full)
    assert not check("abbreviated-venue", text)


@pytest.mark.parametrize(
    ("written", "message", "is_fixed"),
    [
        ("CACM", "`CACM` is abbreviated: in full it is `Communications of the ACM`", True),
        ("Hum Brain Mapp", "`Hum Brain Mapp` is abbreviated: in full it is `Human Brain Mapping`", True),
        (
            "IEEE Trans. on Inf. Theory",
            "`IEEE Trans. on Inf. Theory` is abbreviated: in full it is `IEEE Transactions on Information Theory`",
            True,
        ),
        ("Ann. Phys.", "`Ann. Phys.` is abbreviated", False),  # three journals
        ("J. Unknown Stud.", "`J. Unknown Stud.` is abbreviated", False),
    ],
)
def test_an_abbreviation(check: Check, written: str, message: str, is_fixed: bool) -> None:
    (finding,) = check("abbreviated-venue", article(written))
    assert (finding.message, bool(finding.edits)) == (message, is_fixed)


def test_the_name_in_full_has_the_capitals_of_its_language(check: Check) -> None:
    (finding,) = check("abbreviated-venue", article("Ber. Bunsenges. Phys. Chem."))
    assert finding.message.endswith("in full it is `Berichte der Bunsengesellschaft für physikalische Chemie`")


def test_another_name_is_not_replaced(check: Check) -> None:
    (finding,) = check("unabbreviated-venue", article("Communications of the Association for Computing Machinery"))
    assert not finding.edits


@pytest.mark.parametrize("rule", ["abbreviated-venue", "unabbreviated-venue"])
@pytest.mark.parametrize(
    "journal", ["Nature", "Science", "Biometrika", "Neural Nets Quarterly", "", "Methods Enzymology (Clifton, N.J.)"]
)
def test_what_is_both_or_unknown(check: Check, rule: str, journal: str) -> None:
    assert not check(rule, article(journal))


@pytest.mark.parametrize(
    ("form", "rule", "count"),
    [
        ("full", "abbreviated-venue", 1),
        ("full", "unabbreviated-venue", 0),
        ("abbreviated", "abbreviated-venue", 0),
        ("abbreviated", "unabbreviated-venue", 1),
        ("acronym", "abbreviated-venue", 0),
    ],
)
def test_the_form_that_is_set(check: Check, form: str, rule: str, count: int) -> None:
    text = article("Communications of the ACM") + article("Phys. Rev. Lett.")
    assert len(check(rule, text, venue_form=form)) == count


def test_accents_are_written_as_the_file_writes_them() -> None:
    written = r"{\'E}conomies \& Soci{\'e}t{\'e}s"
    for text, name in (("", written), ("% é\n", r"Économies \& Sociétés")):
        assert write_name("Économies & Sociétés", in_ascii=text.isascii()) == name


def test_quotation_marks_do_not_end_a_value() -> None:
    assert write_name('"Meteor" Forsch.', in_ascii=True) == '{"}Meteor{"} Forsch.'


def test_the_shipped_names_both_ways() -> None:
    _, *lines = JOURNALS.read_text(encoding="utf-8").splitlines()
    pairs = [(line.split("\t")[0], line.split("\t")[1]) for line in lines[::12]]
    assert len(pairs) > 2500
    wrong = []
    for full, short in pairs:
        for written in (full, short):
            bib = Bibliography(
                Source("a.bib", article(written.replace("&", r"\&").replace("%", r"\%").replace("#", r"\#")))
            )
            name = read_journal_name(bib.venues, next(iter(bib.fields("journal"))))
            if name and name.full and (not full.startswith(name.full) or name.abbreviation not in (short, "")):
                wrong.append((written, name))
    # Names that stand twice in the table, with a subtitle or spelt otherwise.
    assert len(wrong) <= 2, wrong


FULL = article("Communications of the ACM") + article("Journal of the ACM") + article("Physical Review Letters")
SHORT = article("Commun. ACM") + article("J. ACM") + article("Hum Brain Mapp") + article("J. Unknown Stud.")


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (
            FULL + article("Hum Brain Mapp"),
            ["`Hum Brain Mapp` abbreviated, where 3 of 4 journals are in full"],
        ),
        (
            FULL + article("J. Unknown Stud."),
            ["`J. Unknown Stud.` abbreviated, where 3 of 4 journals are in full: give it in full"],
        ),
        (
            SHORT + article("Physical Review Letters"),
            ["`Physical Review Letters` in full, where 4 of 5 journals are abbreviated"],
        ),
    ],
)
def test_the_minority(check: Check, text: str, messages: list[str]) -> None:
    assert [finding.message for finding in check("mixed-venue-abbreviation", text)] == messages


def test_the_form_that_is_set_goes_before_the_majority(check: Check) -> None:
    findings = check("mixed-venue-abbreviation", FULL + article("Hum Brain Mapp"), venue_form="abbreviated")
    assert len(findings) == 3


def test_macros_count_as_abbreviated(check: Check) -> None:
    findings = check(
        "mixed-venue-abbreviation", SHORT + article(r"\apj") + article(r"\prb") + article("Physical Review A")
    )
    assert [finding.message for finding in findings] == [
        "`Physical Review A` in full, where 6 of 7 journals are abbreviated"
    ]


def test_no_abbreviation_that_would_be_read_as_another_journal(check: Check) -> None:
    (finding,) = check("mixed-venue-abbreviation", SHORT + article("Computational Science and Engineering"))
    assert not finding.edits
    (finding,) = check("mixed-venue-abbreviation", SHORT + article(r"Computing in Science \& Engineering"))
    assert finding.edits


@pytest.mark.parametrize(("year", "is_fixed"), [(1959, False), (1970, True)])
def test_no_name_before_its_time(check: Check, year: int, is_fixed: bool) -> None:
    text = f"@article{{k, journal = {{IEEE Trans. Autom. Control}}, year = {year}}}"
    (finding,) = check("mixed-venue-abbreviation", FULL + text)
    assert bool(finding.edits) == is_fixed


def test_over_files(check: Check) -> None:
    (finding,) = check("mixed-venue-abbreviation", FULL, article("Hum Brain Mapp"))
    assert finding.path == "b.bib"


@pytest.mark.parametrize(
    "text",
    [
        FULL,
        SHORT,
        FULL + SHORT,  # no majority
        FULL + article("Nature") + article("Bioinformatics"),
        SHORT + article("Nature") + article("Bioinformatics"),
        FULL + article("PNAS") + article("CACM"),
        FULL + article("Minds Machines"),
        FULL + article("Methods in Molecular Biology (Clifton, N.J.)"),
        FULL + article("Proc. Interspeech 2020"),
        FULL + article("SIAM Journal of Computing"),
        FULL + article("IEEE Transactions Information Theory"),
        article("Communications of the ACM") + article("J. ACM"),
        # one journal against another, however often
        article("SIGARCH Comput. Archit. News") * 3 + article("Communications of the ACM"),
        FULL + article("J. ACM") * 3,
        FULL + article("Ext. paper for Int. Conf. on Arctic Eng., 2016"),
        # macros, which are printed abbreviated
        FULL + article(r"\apj") * 3 + article("Proc. IEEE"),
        FULL + article(r"\apj") + article(r"\prb"),
    ],
)
def test_no_minority(check: Check, text: str) -> None:
    assert not check("mixed-venue-abbreviation", text)


@pytest.mark.parametrize(
    ("text", "is_abbreviated"),
    [
        ("IEEE J. Sel. Areas Commun.", True),
        ("ACM Trans. Graphics", True),
        ("J Roy Stat Soc B", True),
        ("Int J Unknown Stud", True),
        ("Unknown Stud Med", False),
        ("Research Letters Q", False),
        ("J Trees", False),
        ("Words and their Places. A Festschrift for J. Lachlan Mackenzie. Amsterdam: Vrije Universiteit", False),
        ("Words and their Places. Festschrift for J. Lachlan Mackenzie", False),
        ("Journal of Trees", False),
    ],
)
def test_names_that_are_abbreviated_by_their_looks(text: str, is_abbreviated: bool) -> None:
    assert looks_abbreviated(text) is is_abbreviated
