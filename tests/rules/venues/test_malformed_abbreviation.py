"""What malformed-abbreviation reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check


def article(journal: str, field: str = "journal") -> str:
    return f"@article{{k, {field} = {{{journal}}}}}\n"


@pytest.mark.parametrize(
    ("text", "message", "fixed"),
    [
        (article("ACM Trans.Database Syst."), "no space after `Trans.`", article("ACM Trans. Database Syst.")),
        (article("Phys.Rev.Lett."), "no space after `Phys.` and `Rev.`", article("Phys. Rev. Lett.")),
        # What ISO 4 makes of the name, not what stands there.
        (article("Phys.Rev.Letters"), "no space after `Phys.` and `Rev.`", article("Phys. Rev. Lett.")),
        (article("Phys.Rev.D"), "no space after `Phys.` and `Rev.`", article("Phys. Rev. D")),
        (article("J.Unknown Stud."), "no space after `J.`", article("J. Unknown Stud.")),
        (article("{J}.{U}nknown {Stud}."), "no space after `J.`", article("{J}. {U}nknown {Stud}.")),
        (article("Proc.of the IEEE"), "no space after `Proc.`", article("Proc. of the IEEE")),
        (
            article("Proc.of the Workshop on Nets", "booktitle"),
            "no space after `Proc.`",
            article("Proc. of the Workshop on Nets", "booktitle"),
        ),
        (article("J. Geophys. Res"), "no full stop after `Res`: `J. Geophys. Res.`", article("J. Geophys. Res.")),
        (
            article("Hum. Brain Mapp.") + article("Hum Brain Mapp"),
            "no full stop after `Hum` and `Mapp`: `Hum. Brain Mapp.`",
            article("Hum. Brain Mapp.") * 2,
        ),
        (
            article("Phys. Earth Planet. In"),
            "no full stop after `In`: `Phys. Earth Planet. Inter.`",
            article("Phys. Earth Planet. Inter."),
        ),
    ],
)
def test_a_malformed_abbreviation(check: Check, text: str, message: str, fixed: str) -> None:
    (finding,) = check("malformed-abbreviation", text)
    assert finding.message == message
    for edit in sorted(finding.edits, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert text == fixed


@pytest.mark.parametrize(
    "text",
    [
        article("IEEE J. Sel. Areas Commun."),
        article("SIGOPS Oper. Syst. Rev."),
        article("J.R. Stat. Soc."),
        article("Proc. Natl. Acad. Sci. U.S.A."),
        article("Ph.D. Forum", "booktitle"),
        article("arXiv.org"),
        article("arXiv:1604.00289v1 [cs.AI]"),
        article("GovTrack.us"),
        article("http://www.Foo.com/Bar.Baz"),
        article("ASP.NET Conference", "booktitle"),
        article('Workshop der Gesellschaft f{\\"u}r Informatik e.V.', "booktitle"),
        # as INSPIRE and PubMed write them
        "".join(map(article, ("Phys.Rev.D", "Eur.Phys.J.C", "J.Phys.Conf.Ser."))),
        article("Hum Brain Mapp"),
        article("Hum Brain Mapp") * 2 + article("Hum. Brain Mapp."),
        article("Nat Neurosci") + article("J Neurosci") + article("Hum Brain Mapp") + article("Hum. Brain Mapp."),
        article("Springer Series in Nets, Springer Ser.Comp.Mathem. Hairer,E.:Solving Ordinary Diff.", "series"),
        "".join(map(article, ("Hum Brain Mapp", "Nat Neurosci", "Cereb Cortex"))),
        article("Nature"),
        article("Communications of the ACM"),
        article("J. Unknown Stud"),
        article("PNAS"),
    ],
)
def test_an_abbreviation(check: Check, text: str) -> None:
    assert not check("malformed-abbreviation", text)


def test_a_colon_of_the_file_s_own_stays(check: Check) -> None:
    text = "@article{k, journal = {J. Phys.: Conf. Ser}}\n" + 2 * "@article{k, journal = {Phys. Rev. Lett.}}\n"
    (finding,) = check("malformed-abbreviation", text)
    assert finding.edits[0].text == "J. Phys.: Conf. Ser."
