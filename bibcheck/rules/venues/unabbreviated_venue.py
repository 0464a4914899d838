"""Names of journals in full, where the policy is abbreviations."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace_value
from bibcheck.venues.journal_names import JOURNALS, read_journal_name, write_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal


class UnabbreviatedVenue(Rule):
    """Abbreviate the names of journals, as ISO 4 has them.

    To select the rule is the policy: IEEE and APS want it so. Reported are journals that are known, and that are not their
    own abbreviation (`Nature`). Where abbreviated-venue is selected too, both are silent until the setting `venue-form`
    says which of them is meant.

    Bad:

        @article{leslie96, journal = {IEEE Journal on Selected Areas in Communications}}
                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

    Good:

        @article{leslie96, journal = {IEEE J. Sel. Areas Commun.}}
    """

    level = Level.OFF
    fix = Fix.UNSAFE

    venue_form: Literal["majority", "full", "abbreviated", "acronym"] = "majority"

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        if self.venue_form not in ("majority", "abbreviated"):
            return
        for field in bib.fields(*JOURNALS):
            name = read_journal_name(field)
            if name and name.form == "full":
                told = f": its abbreviation is `{name.abbreviation}`" if name.abbreviation else ""
                edits = (
                    [replace_value(field, write_name(name.abbreviation, in_ascii=bib.text.isascii()))]
                    if name.abbreviation
                    else []
                )
                message = f"`{name.text}` is not abbreviated{told}"
                yield self.finding(field.span(0, len(field.text)), message, *edits)
