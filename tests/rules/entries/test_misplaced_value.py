"""misplaced-value: what belongs in another field, and where it goes."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

RULE = "misplaced-value"


def fix(text: str, check: Check, dialect: str | None = None) -> str:
    for finding in check(RULE, text, dialect=dialect):
        text = apply(text, [finding])
    return text


@pytest.mark.parametrize(
    ("text", "span", "fixed"),
    [
        ("@article{k, number = {pp. 12--15}}", "{pp. 12--15}", "@article{k, pages = {12--15}}"),
        ("@article{k, number = {vol. 4}}", "{vol. 4}", "@article{k, volume = {4}}"),
        ("@article{k, number = {vol. 4}, volume = 4}", "{vol. 4}", None),
        ("@article{k, volume = {10, Issue 3}}", "{10, Issue 3}", "@article{k, volume = {10}, number = {3}}"),
        ("@article{k, volume = {10, no. 3}, number = 3}", "{10, no. 3}", None),
        (
            "@article{k, volume = {Vol. 02, No. 07,}}",
            "{Vol. 02, No. 07,}",
            "@article{k, volume = {02}, number = {07}}",
        ),
        (
            "@article{k, volume = {Volume 91, Issue 16}}",
            "{Volume 91, Issue 16}",
            "@article{k, volume = {91}, number = {16}}",
        ),
        ("@article{k, journal = {2019}}", "{2019}", None),
        ("@article{k, journal = {Nature, Vol. 12}}", "Vol. 12", "@article{k, journal = {Nature}, volume = {12}}"),
        ("@book{k, series = {LNCS, volume 9}, volume = 9}", "volume 9", None),
        (
            "@inproceedings{k, booktitle = {Proc. of X (pp. 12-15)}}",
            "pp. 12-15",
            "@inproceedings{k, booktitle = {Proc. of X}, pages = {12-15}}",
        ),
        ("@inproceedings{k, booktitle = {X, edited by John Doe}}", "edited by", None),
        ("@inproceedings{k, booktitle = {J. Stern (ed.), Eurocrypt}}", "(ed.)", None),
        ("@inproceedings{k, booktitle = {J. Stern, editor, Eurocrypt}}", "editor", None),
        ("@inproceedings{k, booktitle = {Proc. of X, LNCS vol. 1592}}", "LNCS vol. 1592", None),
        ("@inproceedings{k, publisher = {LIPIcs, volume 4}}", "LIPIcs, volume 4", None),
    ],
)
def test_a_value_belongs_elsewhere(check: Check, text: str, span: str, fixed: str | None) -> None:
    assert [text[slice(*finding.span)] for finding in check(RULE, text + "\n")] == [span]
    assert fix(text + "\n", check) == (fixed or text) + "\n"


@pytest.mark.parametrize(
    "note",
    [
        "Accessed 3 May 2020", "Accessed: 2020-05-03", "(Accessed on May 3, 2020)", "[Online; accessed 2020-05-03]",
        "Last visited: 3rd May 2020.", "Retrieved 3 May 2020",
    ],
)  # fmt: skip
def test_the_day_of_access_belongs_in_urldate_of_biblatex_alone(check: Check, note: str) -> None:
    text = f"@online{{k, note = {{{note}}}}}\n"
    assert fix(text, check, "biblatex") == "@online{k, urldate = {2020-05-03}}\n"
    assert check(RULE, text, dialect="bibtex") == []


@pytest.mark.parametrize(
    "fields",
    [
        "booktitle = {Proc. of ACL (Volume 1: Long Papers)}",
        "booktitle = {Universals of Human Language, Volume 3: Word Structure}",
        "booktitle = {Handbook of Logic, Vol. 4}",
        "booktitle = {The Editor's Companion}, booktitle = {Editors and Pages}",
        "booktitle = {SIGMOD '19, Amsterdam}, journal = {Page 3 Studies}, journal = {1984 Studies}",
        "journal = {BMJ (Clinical research ed.)}, journal = {Angew. Chem. Int. Ed.}",
        "number = {12--13}, number = {Suppl. 1}, number = {4, part 2}, volume = {98(140)}, volume = {14A}",
        "number = {TR-95-17}, number = {arXiv:2110.08297}, volume = {177, Part 2}",
    ],
)
def test_other_values_are_where_they_belong(check: Check, fields: str) -> None:
    assert check(RULE, f"@inproceedings{{k, {fields}}}\n") == []


@pytest.mark.parametrize(
    "note", ["Accessed from a library", "Accessed in 2020", "Accessed 3 May 2020 and printed", "May 2020"]
)
def test_notes_that_say_more_stay(check: Check, note: str) -> None:
    assert check(RULE, f"@online{{k, note = {{{note}}}}}\n", dialect="biblatex") == []


@pytest.mark.parametrize(
    ("publisher", "place", "rest"),
    [
        ("ACM New York, NY, USA", "New York, NY, USA", "ACM"),
        ("American Mathematical Society, Providence, RI, USA", "Providence, RI, USA", "American Mathematical Society"),
        ("Springer, Cham", "Cham", "Springer"),
        ("Addison-Wesley, Reading, MA.", "Reading, MA", "Addison-Wesley"),
    ],
)
def test_a_place_in_publisher(check: Check, publisher: str, place: str, rest: str) -> None:
    text = f"@book{{k, publisher = {{{publisher}}}}}\n"
    (finding,) = check("misplaced-value", text)
    assert finding.message == f"`{place}` in `publisher` belongs in `address`"
    fixed = apply(text, [finding])
    assert f"publisher = {{{rest}}}" in fixed and f"address = {{{place}}}" in fixed
    assert not check("misplaced-value", fixed)
    assert not check("misplaced-value", text.replace("book", "article"))


@pytest.mark.parametrize(
    "publisher",
    [
        "Oxford University Press, USA",
        "Elsevier, Inc.",
        "John Wiley & Sons, Ltd",
        "Longman Scientific and Technical, Essex, UK",
        "Little, Brown",
        "Nobody Knows, Paris",
        "Springer",
    ],
)
def test_no_place_in_publisher(check: Check, publisher: str) -> None:
    assert not check("misplaced-value", f"@book{{k, publisher = {{{publisher}}}}}\n")


@pytest.mark.parametrize("publisher", ["JSTOR", "Wiley Online Library", "Springer Link"])
def test_a_platform_for_a_publisher(check: Check, publisher: str) -> None:
    (finding,) = check("misplaced-value", f"@book{{k, publisher = {{{publisher}}}}}\n")
    assert finding.message == f"`{publisher}` in `publisher` is where works are read: write who published this one"
    assert not check("misplaced-value", f"@article{{k, publisher = {{{publisher}}}}}\n")


@pytest.mark.parametrize(
    ("fields", "messages"),
    [
        ("volume = {Vol. 2, No. 7}", ["`Vol. 2, No. 7` in `volume` belongs in `volume` (`2`) and `number` (`7`)"]),
        ("number = {Vol. 2, No. 7}", ["`Vol. 2, No. 7` in `number` belongs in `volume` (`2`) and `number` (`7`)"]),
        ("number = {Vol. 7}", ["`Vol. 7` in `number` belongs in `volume`"]),
        ("number = {No. 7}", []),
        ("volume = {Vol. 7}", []),
        ("volume = {No. 7}", []),
    ],
)
def test_the_message_says_where_a_number_belongs(check: Check, fields: str, messages: list[str]) -> None:
    findings = check(RULE, f"@article{{k, {fields}}}\n")
    assert [finding.message for finding in findings] == messages


@pytest.mark.parametrize("fields", ["volume = {Vol. 2, No. 7}, number = {7}", "number = {Vol. 7}, volume = {7}"])
def test_no_number_is_written_over(check: Check, fields: str) -> None:
    [finding] = check(RULE, f"@article{{k, {fields}}}\n")
    assert not finding.edits
