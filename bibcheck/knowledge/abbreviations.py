"""Words that keep their full stop at the end of a title."""

from __future__ import annotations

from bibcheck.lazy_re import pattern

_ABBREVIATION = pattern(
    r"inc|ltd|co|corp|llc|jr|sr|al|etc|eds?|vols?|nos?|pp|st|dr|mr|mrs|ms|prof|ca|cf|vs|viz|univ|dept|proc|trans|conf|symp|int"
    r"|assoc|soc|dipl|ing|phil|sci|tech|med|rev|approx|anon|ser|lett|bull|ann|math|phys|bros|ave|blvd|fig|eq|sec|ch|app|suppl|z|bzw|usw|u|o|d|h|гг?|с|вв?|т"
    r"|[A-Z]|[A-Z][a-z]"
)


def is_abbreviation(word: str) -> bool:
    """Whether a word, without its full stop, is an abbreviation (`Inc`, `Univ`), or a letter or two."""
    return _ABBREVIATION.fullmatch(word) is not None or _ABBREVIATION.fullmatch(word.lower()) is not None
