"""What tells one work from another: titles, authors and numbers, brought to a form that can be compared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from zlib import crc32

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.dois import own_doi
from bibcheck.bibliography.people import name_lists
from bibcheck.knowledge.publishers import publisher_of
from bibcheck.lazy_re import pattern
from bibcheck.names.faults.reading import read_people
from bibcheck.names.parse import Name
from bibcheck.records import NamedTuple
from bibcheck.source import Span
from bibcheck.syntax.tree import Entry
from bibcheck.text.latex import decode
from bibcheck.values.arxiv import find_arxiv, read_arxiv
from bibcheck.values.dates import find_months
from bibcheck.values.folding import fold_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    Texts = tuple[tuple[str, str], ...]

_WORD = pattern(r"[^\W_]+")
_NUMBER = pattern(r"\d+")
_PREPRINT_SERVER = pattern(r"arxiv|biorxiv|medrxiv|chemrxiv|psyarxiv|\bcorr\b|\bssrn\b|preprint|eprint", re.IGNORECASE)
_DUMMY = 3
_NEAR = 0.96  # of the letters of two titles match, in order, where one is the other with a slip of the pen
_DUMMY_NAMES = frozenset("author editor surname lastname фамилия".split())  # folded, of people in examples
_CONTAINERS = ("journal", "journaltitle", "booktitle", "publisher", "school", "institution")
# Where two entries have different values in one of these, they are different works, or parts or editions of one.
_TELLS_APART = frozenset("doi volume number issue pages isbn edition chapter eid articleno part type".split())
# The same for what appeared nowhere: pages of the web, talks, documents of a house.
_TELLS_UNPUBLISHED_APART = _TELLS_APART | frozenset(
    "url howpublished note address location institution organization".split()
)
# What a standard's own documentation notes of the entries that show it, over and over: abntex2-doc-abnt-6023.bib.
_EXAMPLE_FIELDS = "abnt-"
_KEPT = frozenset([*_CONTAINERS, *_TELLS_UNPUBLISHED_APART, *"month related xref heading".split()])
_LOOKED_AT = _KEPT | frozenset("title subtitle author editor year date eprint".split())


class Work(NamedTuple):
    """An entry as plain data, to be compared with others.

    What only those are asked for that have another to be compared with is read from `texts` then.
    """

    key: str
    type: str
    title: str  # folded; see fold
    author: str  # the first author's family name (the first editor's where there is none), folded
    people: str  # the list of authors (or editors) as written, to be read as a program of the dialect does
    dialect: str
    year: str
    doi: str
    arxiv: str
    texts: tuple[tuple[str, str], ...]  # the fields that tell works apart or say what they appeared in, by name
    key_span: Span

    @property
    def authors(self) -> tuple[str, ...]:
        """The family names of all authors, folded; `others` where the list is cut short."""
        return _read_families(self.people, self.dialect)

    @property
    def container(self) -> str:
        """What it appeared in, folded; empty for a preprint."""
        return _published_in(self.texts) or ""

    @property
    def is_preprint(self) -> bool:
        """Whether it appeared on a preprint server, or nowhere for all that the entry says."""
        if _published_in(self.texts) is not None:
            return False
        return self.arxiv != "" or bool(_containers(self.texts)) or self.type in ("misc", "unpublished", "online")

    @property
    def marks(self) -> tuple[tuple[str, str], ...]:
        """Of the fields that tell works apart, those that the entry has."""
        return _read_marks(self.texts)

    def mark(self, name: str) -> str | None:
        """One of the marks of every work: volume, number, pages."""
        text = _text(self.texts, name)
        return _fold_mark(text) if text and not text.isspace() else None

    @property
    def linked(self) -> tuple[str, ...]:
        """The keys that the entry names as related, and its own."""
        return (self.key, *_read_links(self.texts))

    @property
    def heading(self) -> str:
        """How biblatex-gost is to print the entry instead of by its fields."""
        return _text(self.texts, "heading")


def fold(text: str) -> str:
    """The words of a value in lower case: LaTeX, accents and punctuation taken off."""
    plain = decode(text).text if "\\" in text or "$" in text else text
    if not plain.isascii():
        import unicodedata  # a module to load, and most titles are ASCII

        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    if "{" in plain or "}" in plain:
        plain = plain.replace("{", "").replace("}", "")
    return " ".join(_WORD.findall(plain.lower()))


def read_works(bib: Bibliography) -> list[Work]:
    """The entries of a file that have a title, to be called through `bib.once`."""
    lists = {names.text: names.names for names in name_lists(bib)}
    shown = {field.entry for name in bib.field_names if name.startswith(_EXAMPLE_FIELDS) for field in bib.fields(name)}
    return [
        _read_work(entry, lists, bib.dialect) for entry in bib.entries if entry.field("title") and entry not in shown
    ]


def is_dummy(bib: Bibliography, title: str, author: str) -> bool:
    """Whether a work is made up, as in examples: somebody called `Author` wrote it, or its title (folded) is the one that
    several people's works bear (`The title of the work`).
    """
    return author in _DUMMY_NAMES or title in bib.of_whole(_shared_titles)


def _shared_titles(bib: Bibliography) -> frozenset[str]:
    """The folded titles under which several people have written."""
    titles = bib.fields("title")
    text = bib.text
    # Compared as written, and without keeping them: most titles stand in a file once.
    sums = [crc32(text[title.value_start : title.value_end].encode("utf-8", "surrogatepass")) for title in titles]
    often = {number for number, count in Counter(sums).items() if count >= _DUMMY}
    authors: dict[str, set[str]] = {}
    for title, number in zip(titles, sums, strict=True):
        field = title.entry.field("author") if number in often and title.entry else None
        if field and len(found := authors.setdefault(fold(title.text), set())) < _DUMMY:
            found.add(_first_family(read_people(field.text, bib.dialect).names))
    return frozenset(title for title, names in authors.items() if len(names) >= _DUMMY)


def _read_work(entry: Entry, lists: dict[str, tuple[Name, ...]], dialect: str) -> Work:
    # Looked up before it is read: every entry of every file comes through here.
    values = {name: field.text for name, field in entry.by_name.items() if name in _LOOKED_AT}
    get = values.get
    people = get("author") or get("editor") or ""
    year = get("year") or get("date") or ""
    if not (len(year) == 4 and year.isdecimal()):
        number = _NUMBER.search(year)
        year = number[0] if number else ""
    doi = own_doi(entry)
    title = values["title"]
    return Work(
        entry.key,
        entry.type,
        fold(f"{title} {values['subtitle']}" if "subtitle" in values else title),
        _first_family(lists.get(people, ())),
        people if people in lists else "",
        dialect,
        year,
        doi.normal if doi else "",
        _find_arxiv(values),
        tuple([pair for pair in values.items() if pair[0] in _KEPT]),
        entry.anchor,
    )


@lru_cache(maxsize=8192)  # a work is compared with several
def _read_families(people: str, dialect: str) -> tuple[str, ...]:
    return tuple(_families(read_people(people, dialect).names))


def _first_family(names: Iterable[Name]) -> str:
    for name in names:
        family = _fold_name(name)
        if family and family != "others":
            return family
    return ""


def _families(names: Iterable[Name]) -> Iterator[str]:
    return filter(None, map(_fold_name, names))


def _fold_name(name: Name) -> str:
    if len(name.last) == 1 and not name.von and (word := name.last[0].text).isalpha() and word.isascii():
        return word.lower()
    return fold(name.family)


def _text(texts: Texts, name: str) -> str:
    for other, text in texts:
        if other == name:
            return text
    return ""


@lru_cache(maxsize=4096)
def _read_container(text: str) -> str | None:
    """What a work appeared in, folded; None for a preprint server."""
    return None if _PREPRINT_SERVER.search(text) else fold_name(decode(text).text)


@lru_cache(maxsize=1024)
def _read_publisher(text: str) -> str | None:
    """The same for a publisher, whose names are one: `CUP`, `Cambridge University Press`."""
    folded = _read_container(text)
    house = publisher_of(decode(text).text) if folded else None
    return house.key if house else folded


def _containers(texts: Texts) -> list[str | None]:
    values = dict(texts)
    return [
        (_read_publisher if name == "publisher" else _read_container)(values[name])
        for name in _CONTAINERS
        if values.get(name)
    ]


def _published_in(texts: Texts) -> str | None:
    """What a work appeared in, folded; None where that is a preprint server, or nothing."""
    return next((container for container in _containers(texts) if container is not None), None)


def _read_links(texts: Texts) -> list[str]:
    names = ("related", "xref")
    if not any(name in names for name, _ in texts):
        return []
    return [key.strip() for name in names for key in _text(texts, name).split(",")]


def _find_arxiv(values: dict[str, str]) -> str:
    own = read_arxiv(values["eprint"]) if "eprint" in values else None
    if own:
        return own.normal
    for name in ("journal", "url", "note", "doi", "volume"):
        text = values.get(name)
        if text and len(text) > 6 and (found := find_arxiv(text)):
            return found[0].normal
    return ""


@lru_cache(maxsize=4096)  # a work is compared with several
def _read_marks(texts: Texts) -> tuple[tuple[str, str], ...]:
    names = _TELLS_UNPUBLISHED_APART if _published_in(texts) is None else _TELLS_APART
    marks = [(name, _fold_mark(text)) for name, text in texts if name in names and text and not text.isspace()]
    month = _text(texts, "month")
    if not month:
        return tuple(marks)
    months = [int(month)] if len(month) < 3 and month.isdecimal() else _read_months(month)
    return (*marks, ("month", str(months))) if months else tuple(marks)


@lru_cache(maxsize=1024)
def _read_months(text: str) -> list[int]:
    return [word.number for word in find_months(text)]


def _fold_mark(value: str) -> str:
    """A number or range with its dashes, zeros and letter case folded."""
    if value.isalnum():
        return value.lower().lstrip("0") or "0"
    return " ".join([part.lstrip("0") or "0" for part in _WORD.findall(value.lower())])


_VARIANT = pattern(r"[-:_./][A-Za-z]{3,}")
# What the ends of two keys say when their author knows that they are versions of one work: `baez/article`, `baez/online`.
_VERSION = pattern(
    r"(.+)[-:_./](?:article|arxiv|book|conference|conf|extended|full|journal|long|new|old|online|original|preprint|related|"
    r"reprint|short|techreport|thesis|tr|translation|workshop)",
    re.IGNORECASE,
)


def contradict(one: Work, other: Work) -> bool:
    """Whether two entries of equal title cannot be one work: a number differs, or they appeared in different kinds.

    What are_versions says counts too, and that one is printed by a heading of its own.
    """
    marks = dict(other.marks)
    if one.heading != other.heading:
        return True
    if any(name in marks and not _agree(name, marks[name], value) for name, value in one.marks):
        return True
    if are_versions(one, other):
        return True
    kinds = {"article", "book", "inproceedings", "incollection", "inbook", "phdthesis", "mastersthesis", "techreport"}
    return one.type != other.type and {one.type, other.type} <= kinds


def _agree(name: str, mark: str, other: str) -> bool:
    """Whether two marks are equal, or the pages of one are the first page of the other: one entry says more."""
    return (
        mark == other
        or (name == "pages" and f"{mark} ".startswith(f"{other} "))
        or (name == "pages" and f"{other} ".startswith(f"{mark} "))
    )


def are_versions(one: Work, other: Work) -> bool:
    """Whether two entries of one work say themselves that they are two: one names the other as related, or a variant of
    it, or their keys do (`smith2010-new` beside `smith2010`, `baez/article` beside `baez/online`).
    """
    if any(_is_variant(other.key, key) for key in one.linked) or any(_is_variant(one.key, key) for key in other.linked):
        return True
    first, second = _VERSION.fullmatch(one.key), _VERSION.fullmatch(other.key)
    return first is not None and second is not None and first[1] == second[1]


def _is_variant(key: str, other: str) -> bool:
    """Whether a key is the other one, or adds a word to it."""
    return key == other or (key.startswith(other) and other != "" and bool(_VARIANT.fullmatch(key, len(other))))


def numbers_of(title: str) -> list[str]:
    """What numbers a part or a version in a folded title: digits, Roman numerals, letters that stand alone."""
    return [word for word in title.split() if any(map(str.isdigit, word)) or _ROMAN.fullmatch(word) or len(word) == 1]


_ROMAN = pattern(r"(?=.)x{0,3}(?:ix|iv|v?i{0,3})")


def are_near(one: str, other: str) -> bool:
    """Whether two folded titles differ by a slip of the pen: a letter or two, not a number, and not a whole word."""
    if one == other:
        return True
    if len(one) < 20 or abs(len(one) - len(other)) > 2 or abs(len(one.split()) - len(other.split())) > 1:
        return False
    # No more can match than letters that both have: few pairs have as many, and what follows takes ten times as long.
    if 2 * (Counter(one) & Counter(other)).total() <= _NEAR * (len(one) + len(other)):
        return False
    if numbers_of(one) != numbers_of(other):
        return False
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, other, autojunk=False).ratio() > _NEAR
