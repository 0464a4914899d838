"""Words and signs that faults come with, by which lists are picked out that are worth a close look."""

from __future__ import annotations

from bibcheck.knowledge import organisations
from bibcheck.knowledge.person_words import DEGREES, DEGREES_OR_INITIALS, ROLES, TITLES
from bibcheck.lazy_re import pattern
from bibcheck.names.parse import Name

# Slips of the pen, which are never in a name; and words for `and`, of which y, e, i and en join family names as well.
SLIPS = frozenset("nd adn amd annd aand anf abd".split())
FAMILY_JOINERS = frozenset("y e i en".split())
FOREIGN = FAMILY_JOINERS | frozenset("und et och og и та".split())
# What a suffix like Jr is called where it stands alone.
SUFFIXES = frozenset("Jr. Jr Sr. Sr II III IV 2nd 3rd".split())
# How lists are cut short.
OTHERS = frozenset("Others OTHERS others. Others. {others} {Others} al al. etal etal. {etal} etc etc. {etc.}".split())
CUT_SHORT = OTHERS | frozenset(
    "et al} al}. al.} al.}} et~al. et~al {et~al.} {et~al} \\emph{et \\textit{et {et et. u.a. u. outros otros andere autres "
    "др. др другие".split()
)
# What templates have in the place of names: the parts of a name, whose it is, notes, and how many are not named.
GIVEN_FIELDS = frozenset("firstname forename givenname vorname prenom nombre first given fname".split())
FAMILY_FIELDS = frozenset("lastname surname familyname nachname nom apellido last family lname".split())
NAME_FIELDS = GIVEN_FIELDS | FAMILY_FIELDS | frozenset("name your my full author here".split())
AUTHORS = frozenset("author authors coauthor coauthors editor".split())
NOTES = frozenset("TBD TODO FIXME XXX XXXX ?? ??? ???? N/A n/a".split())
NUMBERS = frozenset(
    "several many numerous two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety twenty-one twenty-two twenty-three "
    "twenty-four twenty-five twenty-six twenty-seven twenty-eight twenty-nine".split()
)
_PLACEHOLDERS = (*NAME_FIELDS, *AUTHORS, "author(s)", "doe", "mustermann", "bar", "ipsum", "lastName", "firstName")
_GRADES = frozenset("Member Fellow IEEE ACM ed eds".split()) | {
    role for role in ROLES if role[-1] == "." or len(role) > len("trans")
}

_TRIGGERS = (
    SLIPS
    | FOREIGN
    | SUFFIXES
    | CUT_SHORT
    | NOTES
    | NUMBERS
    | _GRADES
    | TITLES
    | DEGREES
    | DEGREES_OR_INITIALS
    | {"with", "for", "of"}
)
_TRIGGERS |= organisations.WORDS | organisations.MARKS | organisations.COMPANY_ENDINGS
_TRIGGERS |= {word.upper() for word in organisations.WORDS}
_TRIGGERS |= {
    word + end for part in _PLACEHOLDERS for word in (part, part[0].upper() + part[1:]) for end in ("", "}", "}}")
}
_TRIGGERS |= {word + "," for word in _TRIGGERS}

# What odd separators and additions to names have that are no words. (One set of characters to begin with is looked for
# fastest.)
_SIGNS = pattern(r"[;&0-9@(*†‡§¶²³¹\\](?:(?<!\\)|and|[ \n]|thanks|footnote|text(?:dagger|superscript)|dagger|inst)")
_SPACED_AND = pattern(r"[ \t\r\n][Aa][Nn][Dd](?=[ \t\r\n])")
_ODD_AND = pattern(
    r"(?:(?<=[ \t\r\n])|\A)and(?=[A-Z~])|(?<=[a-z])and(?=[ \t\r\n]+[A-Z{\\])|(?<=[.,}~])and(?=[ \t\r\n~])"
    r"|\A[ \t\r\n]*+and[ \t\r\n]|[ \t\r\n]and[ \t\r\n]*+\Z"
)


def may_be_faulty(text: str, names: tuple[Name, ...]) -> bool:
    """Whether a list is worth a close look; most are not, and this has to be quick for them."""
    if _SIGNS.search(text) or not _TRIGGERS.isdisjoint(text.split()):
        return True
    if text.count("and") != len(names) - 1 and (
        _ODD_AND.search(text) or ("{" in text and len(_SPACED_AND.findall(text)) >= len(names))
    ):
        return True
    suspects = with_comma = 0
    has_breaks = "\n" in text
    for _, _, first, von, last, _, count, errors in names:
        if count:
            if count > 1 or errors:
                return True
            with_comma += 1
            suspects += len(von) + len(last) > 1 and len(first) > 1
        elif has_breaks and len(first) + len(von) + len(last) > 3:
            return True
        if not last or last[-1][0][-1] == "." or len(first) + len(von) + len(last) > 5:
            return True
        if not count and first and last[-1][0].isupper() and len(last[-1][0]) < 4:
            return True
    return suspects == 1 and with_comma == 1
