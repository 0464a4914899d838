"""Text that some program read in the wrong encoding."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.mending import mend
from bibcheck.bibliography.printed import odd_characters
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Span
from bibcheck.syntax.tree import Entry, Field
from bibcheck.text.mojibake import Garbled, find_mojibake, garbled_starts

# Names of files are as they are.
_PATHS = frozenset("file pdf localfile local-url".split())
# What nobody reads in print, and so nobody looks up.
_UNPRINTED = frozenset("abstract annotation annote keywords".split())
_WORD_BEFORE = pattern(r"[^\s{}\"=,;]{0,20}\Z")
_WORD_AFTER = pattern(r"[^\s{}\"=,;]{0,20}")
_NEAR = 20


class Mojibake(Rule):
    """Reports text that was written in UTF-8 and read as Windows-1252 or Latin-1: `MÃ¼ller` for `Müller`.

    A run of characters is taken for garbled only if it decodes to something that makes more sense, so that capitals
    with accents beside quotation marks or dashes (`„CAFÉ“`) stay as they are. U+FFFD stands for what some program could
    not read at all: look up what it was. All fields and keys are judged, also those that styles do not print; but not what
    is lost in an abstract or in keywords. A key has no fix, because documents cite it. There is no fix either where the
    value would still be garbled after it.
    Bad:

        @article{k, author = {MÃ¼ller, JÃ¼rgen}, title = {Rust â€“ a Language for Everyoneâ€™s Needs}}
                               ^^                              ^^^

    Good:

        @article{k, author = {Müller, Jürgen}, title = {Rust – a Language for Everyone’s Needs}}

    Bad:

        @article{k, author = {Bj�rge, Arne}}
                                ^

    Good:

        @article{k, author = {Bjørge, Arne}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        starts = garbled_starts(odd_characters(bib))
        for field in bib.fields_holding(*starts):
            if field.name not in _PATHS:
                yield from self._judge(field)
        for entry in bib.entries if starts else ():
            if not entry.key.isascii():
                yield from self._judge_key(entry)

    def _judge_key(self, entry: Entry) -> Iterator[Finding]:
        for garbled in find_mojibake(entry.key):
            start = entry.key_span.start
            yield self.finding(Span(start + garbled.start, start + garbled.end), _describe(entry.key, [garbled]))

    def _judge(self, field: Field) -> Iterator[Finding]:
        """One finding for what can be put right, one for what cannot."""
        found = [garbled for garbled in find_mojibake(field.text) if field.literal_span(garbled.start, garbled.end)]
        for group in ([g for g in found if g.text is not None], [g for g in found if g.text is None]):
            if group and (group[0].text is not None or field.name not in _UNPRINTED):
                edits = mend(field, *((g.start, g.end, g.text) for g in group if g.text is not None))
                yield self.finding(field.span(group[0].start, group[0].end), _describe(field.text, group), *edits)


def _describe(text: str, group: list[Garbled]) -> str:
    start, end, meant = group[0]
    before = _WORD_BEFORE.search(text, max(start - _NEAR, 0), start)
    after = _WORD_AFTER.match(text, end)
    left, right = before[0] if before else "", after[0] if after else ""
    more = f", and {len(group) - 1} more here" if len(group) > 1 else ""
    if meant is None:
        return (
            f"`{left}{text[start:end]}{right}` has lost characters that some program could not read{more}; look them up"
        )
    return f"`{left}{text[start:end]}{right}` was read in the wrong encoding: `{left}{meant}{right}`{more}"
