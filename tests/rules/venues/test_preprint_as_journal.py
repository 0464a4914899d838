"""What preprint-as-journal reports, and what it makes of it."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

BIBTEX = "eprint = {1706.03762}, archiveprefix = {arXiv}"
PRINTS_EPRINT = "elsarticle-num"
# The fields of an @article before, and those of a @misc after.
MENDED = [
    ("journal = {arXiv preprint arXiv:1706.03762}", BIBTEX),
    ("journal = {arXiv:1706.03762 [cs.CL]}", BIBTEX + ", primaryclass = {cs.CL}"),
    ("journal = {arXiv:1706.03762v5 [cs]}", "eprint = {1706.03762v5}, archiveprefix = {arXiv}"),
    ("journal = {{arXiv} preprint {arXiv}:1706.03762}", BIBTEX),
    ("journal = {Computing Research Repository}, volume = {abs/1706.03762}", BIBTEX),
    ("journal = {CoRR}, volume = {abs/1706.03762}, pages = {1--15}", BIBTEX + ", pages = {1--15}"),
    ("journal={arXiv}, number = {1706.03762}", "eprint={1706.03762}, archiveprefix={arXiv}"),
    ("journal = {ArXiv}, volume = {abs/1706.03762}, year = 2017", BIBTEX + ", year = 2017"),
    ("journal = {arXiv e-prints}, pages = {arXiv:1706.03762}", BIBTEX),
    (
        "journal = {ArXiv e-prints}, archiveprefix = {arXiv}, eprint = {1706.03762}",
        "archiveprefix = {arXiv}, eprint = {1706.03762}",
    ),
    ("eprint = {1706.03762}, journal = {ArXiv e-prints}", "eprint = {1706.03762}, archiveprefix = {arXiv}"),
    (
        "journal = {arXiv.org}, url = {https://arxiv.org/abs/1706.03762}",
        BIBTEX + ", url = {https://arxiv.org/abs/1706.03762}",
    ),
    (
        "journal = {ArXiv High Energy Physics - Theory e-prints}, eprint = {hep-th/9711200}",
        "archiveprefix = {arXiv}, primaryclass = {hep-th}, eprint = {hep-th/9711200}",
    ),
    ('journal = "CoRR", volume = "abs/1706.03762"', 'eprint = "1706.03762", archiveprefix = "arXiv"'),
]
# Reported, and left to the author.
NOT_MENDED = [
    "@article{k, journal = {arXiv}}",
    "@article{k, journal = {stat}, volume = {1050}, pages = {1}}",
    "@article{k, journal = {CoRR}, doi = {10.1000/182}, volume = {abs/1706.03762}}",
    "@article{k, journal = {arXiv preprint arXiv:1706.03762}, eprint = {1801.01207}}",
    "@article{k, journal = {arXiv preprint arXiv:1799.03762}}",
    "@article{k, journal = {arXiv}, volume = {1234567}, pages = {12.3}}",
    "@inproceedings{k, journal = {arXiv preprint arXiv:1706.03762}}",
    "@string{c = {CoRR}}\n@article{k, journal = c, doi = {10.1000/182}}",
]
CLEAN = [
    "@article{k, journal = {Stat}, volume = {3}}",
    "@article{k, journal = {Stat}, volume = {1050}}",
    "@article{k, journal = {stat}, volume = {12}}",
    "@article{k, journal = {bioRxiv}, eprint = {2020.01.01.123456}}",
    "@article{k, journal = {medRxiv}}",
    "@article{k, journal = {SSRN Electronic Journal}}",
    "@article{k, journal = {Physical Review Letters}, eprint = {1706.03762}, archiveprefix = {arXiv}}",
    "@article{k, journal = {J. High Energy Phys. (arXiv:1706.03762)}}",
    "@article{k, journal = {Reprints in Theory and Applications of Categories}}",
    "@article{k, journal = {Preprint}}",
    "@article{k, journal = {Computing Research Repository}, volume = {arXiv:1706.03762}}",  # as the ACL wants it
    "@article{k, journal = {Correspondence}}",
    "@article{k, journal = {arXiv preprint arXiv:XXXX.XXXXX}}",
    "@misc{k, eprint = {1706.03762}, archiveprefix = {arXiv}}",
]


@pytest.mark.parametrize(("before", "after"), MENDED)
def test_the_identifier_moves_to_eprint(check: Check, before: str, after: str) -> None:
    text = f"@article{{k, title = {{T}}, {before}}}"
    (finding,) = check("preprint-as-journal", text, style=PRINTS_EPRINT)
    assert apply(text, [finding]) == f"@misc{{k, title = {{T}}, {after}}}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("journal = {arXiv preprint arXiv:1706.03762}", "howpublished = {arXiv:1706.03762}"),
        ("journal = {arXiv:1706.03762v5 [cs]}", "howpublished = {arXiv:1706.03762v5}"),
        ("journal = {CoRR}, volume = {abs/1706.03762}", "howpublished = {arXiv:1706.03762}"),
        (
            "journal = {ArXiv e-prints}, archiveprefix = {arXiv}, eprint = {1706.03762}",
            "howpublished = {arXiv:1706.03762}, archiveprefix = {arXiv}, eprint = {1706.03762}",
        ),
    ],
)
@pytest.mark.parametrize("style", ["IEEEtran", "plain", "splncs04"])
def test_the_identifier_moves_to_howpublished_where_eprint_is_not_printed(
    check: Check, style: str, before: str, after: str
) -> None:
    text = f"@article{{k, title = {{T}}, {before}}}"
    (finding,) = check("preprint-as-journal", text, style=style)
    assert apply(text, [finding]) == f"@misc{{k, title = {{T}}, {after}}}"
    assert "howpublished of a `@misc`" in finding.message


def test_howpublished_may_be_taken(check: Check) -> None:
    text = "@article{k, journal = {arXiv preprint arXiv:1706.03762}, howpublished = {Online}}"
    (finding,) = check("preprint-as-journal", text, style="IEEEtran")
    assert not finding.edits


def test_biblatex_has_other_names(check: Check) -> None:
    text = "@article{k, journaltitle = {arXiv:1706.03762 [cs.CL]}, date = {2017}}"
    (finding,) = check("preprint-as-journal", text, dialect="biblatex")
    fields = "eprint = {1706.03762}, eprinttype = {arxiv}, eprintclass = {cs.CL}, date = {2017}"
    assert apply(text, [finding]) == f"@online{{k, {fields}}}"


def test_a_misc_stays_a_misc(check: Check) -> None:
    text = "@misc{k, journal = {arXiv preprint arXiv:1706.03762}}"
    (finding,) = check("preprint-as-journal", text, style=PRINTS_EPRINT)
    assert apply(text, [finding]) == f"@misc{{k, {BIBTEX}}}"


@pytest.mark.parametrize(
    ("style", "advice"),
    [
        (None, "belongs in eprint, or in howpublished of a `@misc` if the style prints no eprint"),
        ("house", "belongs in eprint, or in howpublished of a `@misc` if the style prints no eprint"),
        (PRINTS_EPRINT, "belongs in eprint"),
    ],
)
def test_a_style_that_is_not_known_gets_no_fix(check: Check, style: str | None, advice: str) -> None:
    text = "@article{k, journal = {arXiv preprint arXiv:1706.03762}}"
    # That a file uses eprint does not say that its style prints it.
    text += "\n@misc{o, eprint = {1801.01203}, archiveprefix = {arXiv}}"
    (finding,) = check("preprint-as-journal", text, style=style)
    assert finding.message.endswith(f"`1706.03762` {advice}")
    assert bool(finding.edits) == (style == PRINTS_EPRINT)


@pytest.mark.parametrize("text", NOT_MENDED)
@pytest.mark.parametrize("style", [PRINTS_EPRINT, "IEEEtran"])
def test_what_is_not_certain_is_left_as_it_is(check: Check, text: str, style: str) -> None:
    (finding,) = check("preprint-as-journal", text, style=style)
    assert not finding.edits


@pytest.mark.parametrize("text", CLEAN)
def test_journals_and_other_archives(check: Check, text: str) -> None:
    assert not check("preprint-as-journal", text)


@pytest.mark.parametrize(
    ("fields", "advice"),
    [
        ("eprint = {1502.04080}, archivePrefix = {arXiv}", ": leave it out if the style prints eprint"),
        ("year = {2015}", ": give the identifier in eprint"),
    ],
)
def test_the_message_says_what_to_do(check: Check, fields: str, advice: str) -> None:
    (finding,) = check("preprint-as-journal", f"@article{{k, journal = {{ArXiv e-prints}}, {fields}}}")
    assert finding.message.endswith(f"repository of preprints{advice}")
