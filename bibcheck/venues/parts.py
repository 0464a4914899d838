"""What stands in the name of a conference beside the name: patterns for the parts that are taken off it."""

from __future__ import annotations

import re

from bibcheck.lazy_re import pattern
from bibcheck.values.ordinals import ORDINAL_WORD

_EVENT = (
    r"(?:conferences?|conf\.?|symposium|symposia|symp\.?|workshops?|wkshp\.?|meetings?|congress|colloquium|colloquia|seminar"
    r"|convention|forum|competition|conventions|school|assembly|(?:fach)?konferenz|(?:jahres|fach)?tagung|kongress|congreso"
    r"|conferencia|simposio|jornadas|coloquio|conf[ée]rence|colloque|congr[eè]s|journ[ée]es)"
)
IS_EVENT = pattern(rf"\b{_EVENT}(?!\w)", re.IGNORECASE)
_DASH = r"(?:\s-{1,3}\s|\s?[–—]\s)"
# A segment is what stands between commas and the like.
SEGMENT_BEGINS = pattern(r"(?:^|[,.:;(–—]|\s-{1,3})\s*\Z")
_SEGMENT_END = rf"(?=\s*(?:$|[,.:;(]|{_DASH}))"

_SPONSOR = (
    r"(?:ACM|IEEE(?:\s+(?:Computer\s+Society|Comput\.\s+Soc\.))?|USENIX|Usenix|IFIP|SIAM|IFAC|IEE|IET|CVF|RSJ|BCS|EATCS|IAPR"
    r"|IACR|EURASIP|EUROGRAPHICS|Eurographics|EuroSys|AIAA|ASME|INFORMS|INNS|AFIPS|IMACS|EUROMICRO|Euromicro"
    r"|SIG[A-Z]{2,8}|SIG(?:[A-Z]?[a-z]{2,9}))"
)
_PARTNER = r"[A-Z][A-Za-z]{1,9}"
# `ACM`, `IEEE/ACM`, `AAAI/ACM`, `IEEE-RAS`, `ACM SIGPLAN-SIGACT`, `ACM and IEEE`
SPONSORS = pattern(
    rf"(?<![\w/&-])(?>{_SPONSOR}(?!\w)|(?:{_PARTNER}[/-]){{1,4}}?{_SPONSOR}(?!\w))"
    rf"(?>(?:\s?/\s?|[–-])(?:{_SPONSOR}(?!\w)|{_PARTNER})|(?:\s&\s|,\s|\sand\s|\s){_SPONSOR}(?!\w))*+(?![\w/&-])"
)
ONE_SPONSOR = pattern(rf"(?<!\w){_SPONSOR}(?!\w)")
NO_SPONSOR_AFTER = pattern(r"\b(?:of|by|at|with|for|on|the\sjoint)(?:\sthe)?\s+\Z", re.IGNORECASE)

PRESENTED = pattern(r"\s*Presented\s+(?:as\s+(?:a\s+)?part\s+of|at|in)(?:\s+the)?\s+", re.IGNORECASE)
IN = pattern(
    rf"\s*In(?::\s*|\s+(?=(?:the\s+)?(?:Proc|\d|{_SPONSOR}\b|International\b|Annual\b|Advances\b|(?i:{ORDINAL_WORD})\b)))"
)
LEAD = pattern(
    r"(?:(?:Conference|Electronic|Online|Full)\s+)?Proceedings?\b(?!\s+(?:and|&|in|supplements?|series|book)\b)"
    r"(?:,?\s+of\b(?:\s+the\b)?)?\s*|Proc(?:\.|\b)\s*(?:of\b\s*)?(?:the\b\s*)?"
    r"|Conf(?:erence|\.)\s+Rec(?:ord|\.)\s+of\s+(?:the\b\s*)?",
    re.IGNORECASE,
)
LATER_LEAD = pattern(r"\bProceedings?\s+of(?:\s+the)?\s", re.IGNORECASE)
TAIL = pattern(
    r"(?<=[,.:–—])\s*(?:(?:Conference\s+|Workshop\s+)?Proceedings|(?:Revised\s+)?(?:Selected|Invited)\s+Papers"
    rf"|Revised\s+Papers){_SEGMENT_END}|\((?:IEEE\s+)?Cat\.?\s?No\.?[^()]*\)",
    re.IGNORECASE,
)
PARENTHESIS = pattern(r"\(([^()]{1,60})\)")
NUMBERED = pattern(r"[A-Z][\w/&+-]*(?:\s[A-Z][\w/&+-]*){0,2}\s?(?:-?\s?(?:[0-9]{1,4}|[IVX]+)|['’][0-9]{2})")
VOLUME = pattern(rf"(?<=[,.:\s])(?:Part|Vol(?:ume|s?\.)?|Band|Bd\.)\s+(?:[0-9]{{1,3}}|[IVX]{{1,5}})\b{_SEGMENT_END}")
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|r?\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
)
_DAYS = r"[0-9]{1,2}(?![0-9])(?:st|nd|rd|th)?(?:\s?(?:-{1,3}|[–—/]|to|and)\s?[0-9]{1,2}(?![0-9])(?:st|nd|rd|th)?)?"
DATE = pattern(
    rf"\b(?:{_MONTH}\s{_DAYS}(?:\s?(?:-{{1,3}}|[–—]|to)\s?{_MONTH}\s{_DAYS})?|{_DAYS}\.?\s(?:of\s)?{_MONTH}"
    rf"(?:\s?(?:-{{1,3}}|[–—]|to)\s?{_DAYS}\.?\s{_MONTH})?|{_MONTH}(?=,?\s(?:19|20)[0-9]{{2}}\b))"
    r"(?:,?\s(?P<year>(?:19|20)[0-9]{2})\b)?"
)
_ACRONYM = r"[A-Z0-9]?[A-Z][\w&]*[A-Z][\w&]*(?:[-/\s][A-Z][\w&]*[A-Z][\w&]*){0,2}"
_EDITION = r"(?:\s?['’‘][0-9]{2}|[\s-]?(?:19|20)[0-9]{2})"
ACRONYM_SEGMENT = pattern(
    rf"(?<![^\s,])(?:the\s)?(?:(?:ACM|IEEE)\s)?(?P<acronym>{_ACRONYM})"
    rf"(?:{_EDITION}|(?<=[A-Z]{{4}})[0-9]{{2}}){_SEGMENT_END}"
)
YEAR_AT_END = pattern(r"(?:(?:19|20)[0-9]{2}|[0-9]{2})\Z")
YEAR = pattern(
    r"(?<![\w.:/-])(?:19|20)[0-9]{2}(?:\s?[/–-]{1,2}\s?(?:(?:19|20)[0-9]{2}|[0-9]{2}))?(?![\w/-]|\.[0-9])"
    r"|(?<=[A-Z]{2})-?(?:19|20)[0-9]{2}(?![\w/-])|(?:(?<=[A-Za-z])\s?|^\s?)['’‘][0-9]{2}(?![\w-])"
)
NO_YEAR_AFTER = pattern(
    r"\b(?:of|in|for|to|towards?|since|beyond|by|until|and|vision|horizon|agenda)\s+\Z", re.IGNORECASE
)
SHORT_EDITION = pattern(rf"(?<=[A-Z]{{2}})[\s-][0-9]{{2}}(?=\s*$|\s+(?i:{_EVENT})(?!\w))")
NO_ORDINAL = pattern(r"[\s-]*(?:century|language|order|generation|person|world|year|class)\b|-", re.IGNORECASE)
ARTICLE_BEFORE = pattern(r"\b(?:the|der|die|das|des|zur|zum|la|les|las|los|el|del|du)\s*\Z", re.IGNORECASE)
ROMAN_ORDINAL = pattern(
    rf"(?<!\S)(?P<roman>[IVXL]{{2,7}}|V|X)(?:th|st|nd|rd)?\.?(?=\s(?:\S+\s){{0,4}}?(?i:{_EVENT})(?!\w))"
)
# `26. Jahrestagung`, `5e`, `12èmes`, `1ère`, `3ª`
OTHER_ORDINAL = pattern(
    r"(?<!\S)(?P<number>[0-9]{1,3})(?:\.(?=\s[^\W\d_a-z])|\.?[ªº°]|(?:i?[eè]mes?|es?|[eè]re|er|ra|da|ta|a)(?=\s))"
)
OTHER_ORDINAL_WORD = pattern(
    r"(?<!\S)(?:(?P<n1>erste[nrs]?|premi[eè]re?s?|primera?)|(?P<n2>zweite[nrs]?|deuxi[eè]mes?|seconde?s|segund[ao]s?)"
    r"|(?P<n3>dritte[nrs]?|troisi[eè]mes?|tercera?)|(?P<n4>vierte[nrs]?|quatri[eè]mes?|cuart[ao]s?)"
    r"|(?P<n5>f[uü]nfte[nrs]?|cinqui[eè]mes?|quint[ao]s?)|(?P<n6>sechste[nrs]?|sixi[eè]mes?|sext[ao]s?)"
    r"|(?P<n7>siebte[nrs]?|septi[eè]mes?|s[eé]ptim[ao]s?)|(?P<n8>achte[nrs]?|huiti[eè]mes?|octav[ao]s?)"
    r"|(?P<n9>neunte[nrs]?|neuvi[eè]mes?|noven[ao]s?)|(?P<n10>zehnte[nrs]?|dixi[eè]mes?|d[eé]cim[ao]s?))(?!\S)",
    re.IGNORECASE,
)
# `Actes des`, `Tagungsband der`, `Actas del`
OTHER_LEAD = pattern(
    r"(?:Actes\s+(?:de\s+la|du|des|de\s+l['’]|de)|Actas\s+(?:del?(?:\s+la)?|de\s+l[ao]s)|Tagungsband\s+(?:der|des|zur|zum)"
    r"|Proceedings\s+der)\s*",
    re.IGNORECASE,
)
LAST_NUMBER = pattern(r"(?<=[a-z]{2}\s)(?:[IVXL]{2,7}|I|V|[0-9]{1,3})(?=[\s.,:]*$)")
FREQUENCY = pattern(r"\b(?:Annual|Biennial|Biannual|Yearly)\b(?!\s+Review)", re.IGNORECASE)
CITY = pattern(r"[^\W\d_][\w.'’-]*(?:\s(?:[^\W\d_a-z][\w.'’-]*|de|la|del|of|am|an|der|upon)){0,3}")
GENERIC = frozenset(
    "international intl national annual biennial technical joint winter summer spring fall the a an and for in of on to".split()
)
INVERTED = pattern(r"(?P<topic>.{4,}?)[,.]\s*(?P<event>[^,]*\b(?:on|of|in|for))\s*\Z", re.DOTALL)
SEGMENT = pattern(r"[^,;]+")
DIGIT = pattern(r"[0-9]")
