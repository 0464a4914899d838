"""Abbreviated names of journals, where the policy is names in full."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace_value
from bibcheck.text.latex import decode
from bibcheck.venues.journal_names import JOURNALS, looks_abbreviated, read_journal_name, write_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal


class AbbreviatedVenue(Rule):
    """Give the names of journals in full.

    To select the rule is the policy: the Journal of Statistical Software wants it so. The fix writes the name of a journal
    that is known; an abbreviation that stands for several journals (`Ann. Phys.`) is left for somebody who knows which.
    Where unabbreviated-venue is selected too, both are silent until the setting `venue-form` says which of them is meant.

    Bad:

        @article{leslie96, journal = {IEEE J. Sel. Areas Commun.}}
                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^

    Good:

        @article{leslie96, journal = {IEEE Journal on Selected Areas in Communications}}
    """

    level = Level.OFF
    fix = Fix.UNSAFE

    venue_form: Literal["majority", "full", "abbreviated", "acronym"] = "majority"

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        if self.venue_form not in ("majority", "full"):
            return
        for field in bib.fields(*JOURNALS):
            name = read_journal_name(field)
            text = name.text if name else decode(field.text).text if field.is_known else ""
            if not (name.form in ("abbreviated", "acronym") if name else looks_abbreviated(text)):
                continue
            full = name.full if name else ""
            edits = [replace_value(field, write_name(full, in_ascii=bib.text.isascii()))] if full else []
            told = f": in full it is `{full}`" if full else ""
            yield self.finding(field.span(0, len(field.text)), f"`{text}` is abbreviated{told}", *edits)
