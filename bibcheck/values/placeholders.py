"""Words that stand where a value is missing, or still to come."""

from __future__ import annotations

import re

from bibcheck.lazy_re import pattern

# What programs write for nothing, what an author means to come back to, and what libraries write where a book names
# no publisher or place (sine nomine, sine loco). Roman thirty is a number.
_ANYWHERE = pattern(
    r"undefined|null|n/a|N/A|n\\/a|N\\/A|\?{2,20}+(?:\s?-{1,3}\s?\?{2,20}+)?|TODO|todo|FIXME|fixme|TBD|xxx++|"
    r"[Cc]itation needed|\[?[Ss]\.\s?[nl]\.?\]?"
)
# A title or a name may be one of these words.
_NO_TITLE = pattern(r"undefined|null|none|nan|nil|unknown|n\.?/?a\.?|not available|fixme|tb[ad]", re.IGNORECASE)
_TITLES_AND_NAMES = ("title", "author", "editor", "subtitle", "maintitle", "shorttitle", "translator", "key", "type")
_NUMBERS = ("volume", "number")
_LONGEST = 50


# The same, where a file has one of them for a whole value: few files do.
POSSIBLE = pattern(
    r"=\s*+[{\"](?=[\s{]{0,9}+(?-i:(?=[?\[CFNSTUXcfnstux]))(?:undefined|null|n\.?/?\\?/?a|\?\?|todo|fixme|tb[ad]|xxx|citation|\[?s\.\s?[nl]|none|nan|nil|"
    r"unknown|not\s)[^{}\"]{0,30}[}\"])",
    re.IGNORECASE,
)


def is_placeholder(name: str, value: str) -> bool:
    """Whether the whole value of the field `name` is a placeholder. Braces around it do not matter."""
    value = value.strip(" {}") if len(value) < _LONGEST else ""
    if name in _NUMBERS and value.startswith("xxx"):
        return False
    if _ANYWHERE.fullmatch(value):
        return True
    return name not in _TITLES_AND_NAMES and _NO_TITLE.fullmatch(value) is not None
