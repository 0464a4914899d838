"""Layout: a file written anew so that BibTeX and biber read in it what they read before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.formatter.commands import CommandWriter, is_command
from bibcheck.formatter.items import Item, Splitter, may_begin_file
from bibcheck.formatter.order import in_order
from bibcheck.formatter.settings import FormatSettings
from bibcheck.records import NamedTuple
from bibcheck.source import Source
from bibcheck.syntax import parse
from bibcheck.syntax.tree import Comment, Entry, Preamble, Tree

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


_MOST_PASSES = 6  # odd line ends take three


class Part(NamedTuple):
    """What is written for `text[start:end]` of a file; parts tile it."""

    start: int
    end: int
    text: str


def format_text(bib: Bibliography, settings: FormatSettings) -> str:
    """The text of a file in its new layout, which is the old text where that is so already. Never raises.

    It is also the old text where a program would read something else in the new one, or where the new layout would be laid
    out anew the next time: that is checked.
    """
    first, last = bib.text, ""
    text = first
    for _ in range(_MOST_PASSES):
        if text == last:
            return text
        last = text
        text = "".join(part.text for part in format_parts(bib, settings))
        bib = Bibliography(bib.source.with_text(text), bib.dialect)
    return first


def format_parts(bib: Bibliography, settings: FormatSettings) -> list[Part]:
    """The text of a file in its new layout, in parts: an entry each where they keep their order.

    Where a program would read something else in another order, all keeps its place; where it would even so, its layout.
    """
    for choice in (settings, settings._replace(sort=(), strings="keep")) if settings.reorders else (settings,):
        parts = lay_out(bib, choice)
        new = "".join(part.text for part in parts)
        if new == bib.text or is_read_alike(bib, new):
            return parts
    return [Part(0, len(bib.text), bib.text)]


def lay_out(bib: Bibliography, settings: FormatSettings) -> list[Part]:
    """The parts of the new layout, unchecked."""
    splitter = Splitter(bib)
    items = splitter.split()
    if not items:
        return [Part(0, len(bib.text), bib.text)]
    newline = "\r" if splitter.line_end == "\r" else bib.source.newline
    newline = "\n" if newline == "\r" and splitter.line_end == "\n" else newline
    order = in_order(items, bib, settings)
    writer = CommandWriter(bib.text, settings, newline)
    texts = []
    before: Item | None = None
    if settings.reorders and may_begin_file(order[0].lead):
        order[0].lead += newline  # or it would be taken for one about the file the next time
    for item in order:
        blank_lines = _blank_lines(before, item, settings)
        texts.append(newline * (blank_lines + 1 if before else 0) + writer.write(item))
        before = item
    last = order[-1]
    # BibTeX's last line ends what is open there: what is broken keeps its end.
    texts[-1] += bib.text[last.end :] if last.kind == "opaque" else newline
    return list(_join(items, order, texts, len(bib.text)))


def _join(items: list[Item], order: list[Item], texts: list[str], length: int) -> Iterator[Part]:
    """A part for each item that stands where it stood; one part for all from the first to the last that does not."""
    moved = [number for number, item in enumerate(items) if item is not order[number]]
    first, last = (moved[0], moved[-1]) if moved else (0, 0)
    ends = [item.end for item in items]
    ends[-1] = length
    starts = [0, *ends[:-1]]
    number = 0
    while number < len(items):
        stop = last if moved and number == first else number
        yield Part(starts[number], ends[stop], "".join(texts[number : stop + 1]))
        number = stop + 1


def _blank_lines(before: Item | None, item: Item, settings: FormatSettings) -> int:
    if before is None:
        return 0
    if before.kind == "text" and item.is_glued and not settings.reorders:
        return 0
    if "text" in (before.kind, item.kind):
        return max(1, settings.blank_lines)
    if "opaque" in (before.kind, item.kind):
        return min(item.gap, max(1, settings.blank_lines))
    if is_command(before) and is_command(item):
        return min(item.gap, settings.blank_lines)
    return settings.blank_lines


def is_read_alike(bib: Bibliography, new: str) -> bool:
    """Whether BibTeX and biber read the same in a new text, the order of entries aside, once it is written and read."""
    source = bib.source.with_text(new)
    try:
        if Source.from_bytes(bib.path, source.encode(new)).text != new:
            return False
    except UnicodeError:
        return False
    for dialect in ("bibtex", "biblatex"):
        old = bib.tree if dialect == bib.tree.dialect else parse(bib.source, dialect)
        if _reading(old) != _reading(parse(source, dialect)):
            return False
    keys = [entry.key.lower() for entry in bib.entries]
    is_plain = len(keys) == len(set(keys)) and not bib.fields("crossref")
    return is_plain or _records(bib.source) == _records(source)


def _records(source: Source) -> Counter[Any]:
    """What BibTeX hands on. It passes over an entry from its key on if the key is not new, and what an entry inherits from
    another that inherits itself depends on their order.
    """
    from bibcheck.bibliography.as_read import read_as_bibtex

    records = read_as_bibtex(source)["entries"]
    return Counter(
        (each["key"], tuple(sorted((name, _words(str(text))) for name, text in each["fields"].items())))
        for each in records
    )


def _reading(tree: Tree) -> Any:
    text = tree.source.text
    entries: Counter[Any] = Counter()
    for entry in tree.entries:
        fields = sorted(((field.name, _words(field.text)) for field in entry.fields), key=lambda field: field[0])
        entries[entry.type, entry.key, entry.fault is None, tuple(fields)] += 1
    preamble = [_words(block.field.text) for block in tree.blocks if type(block) is Preamble and block.field]
    comments = Counter(text[block.start : block.end].rstrip() for block in tree.blocks if type(block) is Comment)
    kinds = Counter(type(block) for block in tree.blocks if isinstance(block, Entry | Preamble | Comment))
    macros = {name: _words(value) for name, value in tree.macros.items()}
    return (
        entries,
        preamble,
        comments,
        kinds,
        macros,
        Counter(fault.code for fault in tree.faults if fault.kind == "error"),
    )


def _words(text: str) -> str:
    return " ".join(text.split())
