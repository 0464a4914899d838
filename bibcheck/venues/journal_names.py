"""Names of journals that are known, in full and abbreviated."""

from __future__ import annotations

import re
from functools import lru_cache

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.text.latex import decode
from bibcheck.text.latex_writing import write_latex
from bibcheck.values.folding import fold_name
from bibcheck.venues.keys import content_words
from bibcheck.venues.recognise import text_of, year_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from bibcheck.syntax.tree import Field
    from bibcheck.venues.index import KnownVenue
    from bibcheck.venues.recognise import Recognised, Venues

_EVENT = pattern(r"Proc\. \S+\Z|.*\bConf\.")  # `Proc. Interspeech`, `Int. Conf. on Nets` are no journals
_PARENTHESES = pattern(r"\([^()]*\)")
# What catalogues of libraries add: `Neural Networks: the Official Journal of the International Neural Network Society`.
_SUBTITLE = pattern(
    r"\s?[:.] (?:an? |the )?(?:(?:official|international) journal|(?:official )?publication)\b.*", re.IGNORECASE
)
JOURNALS = ("journal", "journaltitle")
# Words that no name has with a full stop unless it is abbreviated.
_WORD = (
    r"\b(?:J|Int|Trans|Proc|Rev|Lett|Ann|Phys|Math|Comput?|Sci|Soc|Res|Eng|Commun|Appl|Acad|Natl|Bull|Mag|Syst|Technol|Chem|Biol"
    r"|Med|Psychol|Econ|Q|Arch|Stat|Theor|Softw|Mech|Astron|Astrophys|Geophys|Clin|Exp|Adv|Amer|Anal|Struct|Mod|Nucl)"
)
_ABBREVIATED_WORD = pattern(rf"{_WORD}\.")
_WITHOUT_STOP = pattern(rf"{_WORD}(?![\w.'’-])")


class JournalName(NamedTuple):
    """How a journal is called in a field, and how else it can be called."""

    # "short" is a name without its small words: `Minds Machines`
    form: Literal["full", "abbreviated", "acronym", "short"]
    text: str  # as it stands, without LaTeX
    # Empty where this is a former or another name, or the journal was not called so yet in the year of the entry; `full`
    # as well where the abbreviation may be that of another journal, `abbreviation` where it is rather that of another one.
    full: str
    abbreviation: str  # ISO 4
    id: str  # of the journal


def read_journal_name(venues: Venues, field: Field) -> JournalName | None:
    """The journal in a field; None where it is not known for sure, where more than its name stands there, and where the name
    is its own abbreviation: `Nature`.
    """
    found = venues.recognise_field(field)
    if not found or not found.is_sure or found.venue.kind != "journal":
        return None
    name = _read(decode(field.text).text, found)
    if name and _is_before_its_name(found.venue, year_of(field)):
        return name._replace(full="", abbreviation="")
    if name and found.venue.is_ambiguous and not _is_read_back(venues, found.venue):
        return name._replace(abbreviation="")
    return name


def is_journal_macro(field: Field) -> bool:
    """Whether a macro that astronomers' styles define stands for the journal: `\\apj`."""
    return "\\" in field.text and text_of(field) != decode(field.text).text


def _is_before_its_name(venue: KnownVenue, year: int | None) -> bool:
    """Whether a year is before the first volume that is known, with which many a journal took the name that it has."""
    return year is not None and bool(venue.volumes) and year < min(volumes.first_year for volumes in venue.volumes)


def _is_read_back(venues: Venues, venue: KnownVenue) -> bool:
    """Whether the abbreviation of a journal is taken for that journal, and not for another one that has it too."""
    found = venues.recognise(venue.abbreviation, "journal")
    return found is not None and found.venue.id == venue.id


@lru_cache(maxsize=8192)  # the same few come again and again, and three rules ask for them
def _read(text: str, found: Recognised) -> JournalName | None:
    venue = found.venue
    if not venue.abbreviation or fold_name(venue.name) == fold_name(venue.abbreviation) or not _is_whole(text, venue):
        return None
    form = _form_of(text, found)
    if not _is_present_name(text, venue):
        return JournalName(form, text, "", "", venue.id)
    return JournalName(
        form,
        text,
        "" if form == "abbreviated" and venue.is_ambiguous else _SUBTITLE.sub("", venue.name),
        venue.abbreviation,
        venue.id,
    )


def _is_present_name(text: str, venue: KnownVenue) -> bool:
    """Whether a text is the name of today or an abbreviation of it: word for word, or an acronym."""
    folded = fold_name(text)
    if folded in map(fold_name, (venue.name, venue.abbreviation, venue.acronym)):
        return True
    return len(content_words(folded)) == len(content_words(fold_name(venue.name)))


def looks_abbreviated(text: str) -> bool:
    """Whether a name of a journal, known or not, has abbreviated words in it."""
    is_name = " " in text and ":" not in text and not any(map(str.isdigit, text)) and not _EVENT.match(text)
    # A sentence has a full stop as well: `Words and their Places. A Festschrift for J. Mackenzie`.
    words = text.split()
    if is_name and "." not in text:  # as Index Medicus has it: `J Roy Stat Soc B`
        cut = len(_WITHOUT_STOP.findall(text))
        return cut > 1 and 2 * cut >= len(words)
    is_name = is_name and 4 * sum(word.endswith(".") for word in words) >= len(words)
    return is_name and _ABBREVIATED_WORD.search(_PARENTHESES.sub("", text)) is not None


@lru_cache(maxsize=8192)  # written for every mention of a journal, before it is known whether anything is said of it
def write_name(name: str, *, in_ascii: bool) -> str:
    """The name of a journal in LaTeX, good between quotes and braces; with `in_ascii`, accents as commands."""
    if in_ascii:
        written = write_latex(name) or name
    else:
        written = "".join((write_latex(letter) or letter) if letter.isascii() else letter for letter in name)
    return written.replace('"', '{"}')


def _is_whole(text: str, venue: KnownVenue) -> bool:
    """Whether a text is the name and nothing else: no volume, no place of publication."""
    if fold_name(text) in map(fold_name, venue.names):
        return True
    return "(" not in text and not any(letter.isdigit() for letter in text)


def _form_of(text: str, found: Recognised) -> Literal["full", "abbreviated", "acronym", "short"]:
    if found.form == "acronym":
        return "acronym"
    folded = fold_name(text)
    words, theirs = folded.split(), fold_name(found.venue.name).split()
    if words == theirs:
        return "full"
    # Without full stops, as Index Medicus has it: `Nat Rev Drug Discov`. Not `SIAM Journal of Computing` for `… on Computing`.
    bare = _PARENTHESES.sub("", text).rstrip(" .")
    is_cut = any(
        word not in theirs and any(other.startswith(word) for other in theirs) for word in fold_name(bare).split()
    )
    if is_cut or folded == fold_name(found.venue.abbreviation) or "." in bare:
        return "abbreviated"
    return "full" if len(words) >= len(theirs) else "short"
