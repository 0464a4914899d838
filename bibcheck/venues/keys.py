"""What the names of a journal or a conference have in common, however they are written: the keys by which they are found.

All names come folded: values.venues, fold_name.
"""

from __future__ import annotations

_SMALL = frozenset(
    "of and on in for to at with from by an de la le les des du et en der die das und fur zur zum im dans el los las y del di e"
    " delle della dei per da do dos em van voor het".split()
)
# ISO 4 cuts these to one letter.
_ONE_LETTER = {"journal": "j", "jour": "j", "jnl": "j", "jrnl": "j", "quarterly": "q", "quart": "q"}
_EVENT_NOUNS = {
    "conference": "conference",
    "conferences": "conference",
    "conf": "conference",
    "symposium": "symposium",
    "symposia": "symposium",
    "symp": "symposium",
    "sympos": "symposium",
    "workshop": "workshop",
    "workshops": "workshops",
    "wkshp": "workshop",
    "wksp": "workshop",
    "wksh": "workshop",
    "wkshps": "workshops",
    "meeting": "meeting",
    "mtg": "meeting",
    "congress": "congress",
    "congr": "congress",
    "cong": "congress",
    "colloquium": "colloquium",
    "colloq": "colloquium",
    "colloquia": "colloquium",
}
_GENERIC = frozenset("international intl int annual biennial technical tech".split())
_SPONSORS = frozenset(
    "acm ieee usenix ifip siam ifac iee iet cvf rsj bcs eatcs iapr iacr eurasip eurographics aiaa asme informs inns afips"
    " sigaccess sigact sigada sigai sigapp sigarch sigart sigbed sigbio sigcas sigchi sigcomm sigcpr sigcse"
    " sigda sigdat sigdial sigdoc sigecom sigevo siggraph sighpc sigir sigite sigkdd siglog sigmetrics sigmicro"
    " sigmis sigmm sigmobile sigmod signll sigops sigplan sigsac sigsam sigsim sigsoft sigspatial siguccs"
    " sigweb".split()
)


def key_of(folded: str) -> str:
    """What a folded name and its abbreviations have in common: how each word begins, small words left out."""
    first, *others = content_words(folded)
    if not others:
        return first
    return " ".join(_ONE_LETTER.get(word, word)[:2] for word in (first, *others))


def topic_key(folded: str) -> str:
    """The same for what a conference is about, whatever kind of event it is and whoever holds it."""
    return f"?{key_of(topic_of(folded))}"


def content_words(folded: str) -> list[str]:
    """The words of a folded name that abbreviations keep; the last always, for it may be the letter of a series."""
    *words, last = folded.split() or [""]
    return [*(word for word in words if word not in _SMALL), last]


def topic_of(folded: str) -> str:
    """The words of a conference's name that say which it is: `operating systems principles`."""
    words = content_words(folded)
    topic = [word for word in words if is_topic(word)]
    # `ACM SIGCOMM Conference`, `USENIX Annual Technical Conference`
    named = topic or [word for word in words if word.startswith("sig")] or [word for word in words if word in _SPONSORS]
    return " ".join(named or words)


def is_topic(word: str) -> bool:
    """Whether a folded word says what a conference is about, and not what kind of event it is nor who holds it."""
    return word not in _EVENT_NOUNS and word not in _GENERIC and word not in _SPONSORS


def event_noun(folded: str) -> str:
    """The kind of event that a folded name names first: "conference", "workshop", "workshops" and so on; "" if none."""
    return next((_EVENT_NOUNS[word] for word in folded.split() if word in _EVENT_NOUNS), "")
