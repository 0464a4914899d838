"""Whether the journals of a bibliography are abbreviated or in full, by those that tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.records import NamedTuple
from bibcheck.text.latex import decode
from bibcheck.values.folding import fold_name
from bibcheck.venues.journal_names import JOURNALS, is_journal_macro, looks_abbreviated, read_journal_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bibcheck.syntax.tree import Field
    from bibcheck.venues.recognise import Venues

_FEWEST = 2  # journals that make a convention
_SHARE = 0.65  # of the journals, and of the entries


class JournalForm(NamedTuple):
    """How a journal is called in an entry, where that is in full or abbreviated."""

    form: str  # "full" or "abbreviated"
    text: str
    journal: str  # equal for two names of one journal that is known
    other: str  # its name in the other form; empty where that is not known
    is_macro: bool


class Convention(NamedTuple):
    """The form that most journals have."""

    form: str  # "full" or "abbreviated"
    journals: int  # that have it
    total: int


def journal_forms(bib: Bibliography) -> dict[JournalForm, list[Field]]:
    """The journals of a file that tell, each with its fields. Call it through `bib.once`."""
    found: dict[JournalForm, list[Field]] = {}
    for field in bib.fields(*JOURNALS):
        if journal := _read(bib.venues, field):
            found.setdefault(journal, []).append(field)
    return found


def find_convention(journals: Sequence[tuple[JournalForm, int]], wanted: str) -> Convention | None:
    """The form that most of the journals have, each with the number of its entries, or the one that is wanted.

    None if neither form prevails, or if half of the entries have macros: the other half does not show what is wanted.
    """
    total = sum(times for _, times in journals)
    if 2 * sum(times for journal, times in journals if not journal.is_macro) <= total:
        return None
    counts = Counter(form for form, _ in {(journal.form, journal.journal) for journal, _ in journals})
    if wanted in counts:
        return Convention(wanted, counts[wanted], counts.total())
    form, count = counts.most_common(1)[0]
    entries = sum(times for journal, times in journals if journal.form == form)
    if count < _FEWEST or count < _SHARE * counts.total() or entries < _SHARE * total:
        return None
    return Convention(form, count, counts.total())


def _read(venues: Venues, field: Field) -> JournalForm | None:
    """The journal in a field; None where its name is in neither form, as that of one word, and where it is not known."""
    if is_journal_macro(field):
        return JournalForm("abbreviated", field.text, field.text, "", True)
    name = read_journal_name(venues, field)
    if name:
        if name.form not in ("full", "abbreviated") or " " not in name.text:
            return None
        other = name.full if name.form == "abbreviated" else name.abbreviation
        return JournalForm(name.form, name.text, name.id, other, False)
    text = decode(field.text).text if field.is_known else ""
    return JournalForm("abbreviated", text, fold_name(text), "", False) if looks_abbreviated(text) else None
