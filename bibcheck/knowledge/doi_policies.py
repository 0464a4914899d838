"""Which conferences and journals register DOIs for their papers. The table is read on first use."""

from __future__ import annotations

from typing import NamedTuple

from bibcheck.knowledge.publishers import publisher_of, read_lines
from bibcheck.values.venues import Venue, read_venue

# Sponsors that publish the proceedings of the conferences that bear their names.
_SPONSORS = ("IEEE", "ACM")


class Policy(NamedTuple):
    """Whether the papers of a venue have DOIs in a year, and by what is known.

    `registers_dois` is "yes", "no" or "partly", which is to say that nobody can tell from the name. `kind` is "conference"
    or "journal" where the venue itself is known, and "sponsor" where a sponsor in its name is the evidence.
    """

    registers_dois: str
    kind: str
    subject: str  # the acronym of the conference, or the publisher or sponsor: `SOSP`, `Elsevier`, `IEEE`

    @property
    def reason(self) -> str:
        """The fact in words: `IEEE registers DOIs for its conferences`, `the papers of SOSP have DOIs`."""
        what = {"yes": "DOIs", "no": "no DOIs", "partly": "DOIs in part"}[self.registers_dois]
        if self.kind == "conference":
            return f"the papers of {self.subject} have {what}"
        return f"{self.subject} registers {what} for its {'journals' if self.kind == 'journal' else 'conferences'}"


def venue_policy(name: str | Venue, year: int | None = None) -> Policy | None:
    """What is known of a booktitle or a journal, which comes without LaTeX; None where nothing is.

    Without a year, a venue that has registered DOIs in some years only is "partly".
    """
    venue = read_venue(name) if isinstance(name, str) else name
    return _known(venue, year) or _refused(venue) or _sponsored(venue, year)


def _known(venue: Venue, year: int | None) -> Policy | None:
    """What the table has under the venue's name."""
    if " " not in venue.identity and sum(letter.isupper() for letter in venue.name) < 2 and not venue.name.islower():
        # A word that might be an acronym: `Models`. Journals of one word are found all the same.
        lines = [line for line in _lines_of(venue) if line.split("\t")[2]]
    else:
        lines = _lines_of(venue)
    policies = [_read(line, year) for line in lines]
    if not policies:
        return None
    agree = len({policy.registers_dois for policy in policies}) == 1
    return policies[0] if agree else policies[0]._replace(registers_dois="partly")


def _refused(venue: Venue) -> Policy | None:
    """That there are none, by the acronym or a sponsor: enough to say nothing, where it would not be to say something."""
    for line in _find(venue.acronym.casefold()):
        if line.startswith("no\t"):
            return _read(line, None)
    return Policy("no", "sponsor", "USENIX") if "USENIX" in venue.sponsors else None


def _sponsored(venue: Venue, year: int | None) -> Policy | None:
    if not venue.is_event:
        return None
    for sponsor in _SPONSORS:
        if sponsor in venue.sponsors:
            publisher = publisher_of(sponsor)
            since = publisher.proceedings_since if publisher else None
            is_early = year is not None and since is not None and year < since
            return Policy("partly" if is_early else "yes", "sponsor", sponsor)
    return None


def _lines_of(venue: Venue) -> list[str]:
    """The lines under the venue's identity whose sponsors are not others than those in the name."""
    lines = []
    for line in _find(venue.identity):
        theirs = line.split("\t")[4]
        if not theirs or not venue.sponsors or not set(theirs.split("|")).isdisjoint(venue.sponsors):
            lines.append(line)
    for line in _find(f"*{venue.identity}"):
        if not set(line.split("\t")[4].split("|")).isdisjoint(venue.sponsors):
            lines.append(line)
    return lines


def _read(line: str, year: int | None) -> Policy:
    registers, years, publisher, conference, _, _ = line.split("\t")
    if years:
        if year is not None and _is_among(year, years):
            registers = "yes"
        elif registers == "yes" or year is None:
            registers = "partly"
    return Policy(registers, "journal" if publisher else "conference", publisher or conference)


def _is_among(year: int, years: str) -> bool:
    """Whether a year is in `-2018,2021-`."""
    for span in years.split(","):
        first, _, last = span.partition("-")
        if int(first or 0) <= year <= int(last or 9999):
            return True
    return False


_lines: dict[str, str] = {}


def _find(identity: str) -> list[str]:
    """The lines under an identity, or under one with `*`, which tells the venue only beside one of its sponsors."""
    if not _lines:
        for line in read_lines("doi_policies.txt"):
            for name in line[line.rindex("\t") + 1 :].split("|"):
                _lines[name] = f"{_lines[name]}\n{line}" if name in _lines else line
    found = _lines.get(identity)
    return found.split("\n") if found else []
