"""Which mistake made a program complain. Loaded only where it did, or where something looks odd."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from bibcheck.defects import Command, Defect, error_of
from bibcheck.defects.outline import NAME, SPACE, Outline
from bibcheck.defects.repairs import end_of_read, read_over
from bibcheck.knowledge.emacs import FIELD_NAMES
from bibcheck.lazy_re import pattern
from bibcheck.source import Span
from bibcheck.syntax.parser import COMMANDS
from bibcheck.syntax.tree import Broken, Comment, Entry, Preamble, String, Tree
from bibcheck.text.encoding import is_utf16_without_mark

_KEY = pattern(rf"{SPACE}[{{(]{SPACE}([^\s,{{}}=]++)")
_NO_KEY = pattern(rf"@{SPACE}{NAME}{SPACE}[{{(]{SPACE}[,}})]")
_KEY_IS_FIELD = pattern(rf"([A-Za-z]++){SPACE}={SPACE}([{{\"])?+")
# A value that opens: after a field or a key, after the name of a @string, after the word @preamble.
_OPEN_VALUE = pattern(rf"{SPACE}(?:,{SPACE}({NAME}){SPACE}={SPACE}|={SPACE}|@{NAME}{SPACE}[{{(]{SPACE})[{{\"]")
_NAME_LED_BY_AT = pattern(rf"{SPACE}(?:,{SPACE})?+(?:{NAME}{SPACE}={SPACE})?+(?=@(?!(?i:comment)))")


def diagnose(tree: Tree) -> list[Defect]:
    """The defects of a file, in file order. Linear in the text."""
    return [] if is_utf16_without_mark(tree.source.text) else list(_Finder(tree).find())


class _Finder:
    def __init__(self, tree: Tree) -> None:
        self.text = tree.source.text
        self.dialect = tree.dialect
        self.outline = Outline(tree)

    def find(self) -> Iterator[Defect]:
        """Look at every command but those that are part of a broken one."""
        reach = end_of_comment = 0
        for number, command in enumerate(self.outline.commands):
            if command.start < reach:
                continue
            if isinstance(command, Comment):
                end_of_comment = self.outline.end_of_comment(command)
                continue
            for defect in self._examine(number, command, command.start < end_of_comment):
                reach = max(reach, defect.reach)
                yield defect

    def _examine(self, number: int, command: Command, is_in_comment: bool) -> list[Defect]:
        outline = self.outline
        if is_in_comment or outline.is_commented(number):
            reach = outline.end_of_commented(number) if error_of(command) else command.end
            return [self._defect("commented-entry", command, outline.head(command.start), reach)]
        limit = outline.next_meant(number)
        if not outline.is_meant(number):
            return [] if outline.is_in_stray_field(number) else [self._free(command, limit)]
        if isinstance(command, Broken):
            return [self._headless(command, limit)]
        return self._broken(command, limit)

    def _free(self, command: Command, limit: int) -> Defect:
        """An `@` in prose, and the entry that the program takes for part of it."""
        swallowed = None if isinstance(command, Broken) else self._swallowed(command, limit)
        reach = limit if swallowed else command.start + 1
        key = command.key if isinstance(command, Entry) and not error_of(command) else ""
        defect = self._defect("commented-entry", command, self.outline.head(command.start), reach, key)
        if swallowed is None:
            return defect
        return defect._replace(other=swallowed.other if swallowed.rule == "runaway-value" else swallowed.span)

    def _headless(self, command: Broken, limit: int) -> Defect:
        """A command that broke before its first field."""
        head = self.outline.head(command.start)
        if _NO_KEY.match(self.text, command.start) and self.text[command.start + 1 : head.end].lower() not in COMMANDS:
            return self._defect("missing-key", command, head, limit)
        key = _KEY.match(self.text, head.end)
        if key and command.fault.offset == key.start(1):
            return self._defect("invalid-key", command, Span(*key.span(1)), limit, key[1])
        return self._defect("syntax-error", command, head, limit)

    def _broken(self, command: Entry | String | Preamble, limit: int) -> list[Defect]:
        """The defects of a command: it swallows another entry, it has no key, or its mistakes can be read over."""
        swallowed = self._swallowed(command, limit)
        if swallowed and swallowed.rule == "runaway-value":
            return [swallowed]
        found: list[Defect] = []
        if isinstance(command, Entry):
            found = self._read_over(command, swallowed.span.start if swallowed else limit)
        if found:
            return found
        if swallowed:
            return [swallowed]
        if error_of(command):
            return [self._defect("syntax-error", command, self.outline.head(command.start), limit)]
        return []

    def _read_over(self, entry: Entry, limit: int) -> list[Defect]:
        key = self._missing_key(entry)
        start = key.start if key and entry.key else None
        repairs, end = read_over(entry, self.text, limit, self.dialect, start)
        reach = limit if end is None else end
        found = [Defect(repair.rule, entry, repair.span, repair.at, reach, repair.name) for repair in repairs]
        if key is None:
            return found
        name = self.text[key.start : key.end] if entry.key else ""
        return [self._defect("missing-key", entry, key, reach, name), *found]

    def _missing_key(self, entry: Entry) -> Span | None:
        """The field that stands where the key should, or the entry's type if nothing does."""
        if not entry.key:
            return self.outline.head(entry.start)
        match = _KEY_IS_FIELD.match(self.text, entry.key_span.start)
        if match and (match[2] or match[1].lower() in FIELD_NAMES):
            return Span(*match.span(1))
        return None

    def _swallowed(self, command: Entry | String | Preamble, limit: int) -> Defect | None:
        """The command as one that swallows another entry in a value, or in place of a name."""
        entry = self._first_hidden(command, limit)
        if entry is None:
            return None
        head = self.outline.head(entry)
        value = self._value_around(command, entry)
        if value:
            return self._defect("runaway-value", command, value[1], limit, value[0])._replace(other=head)
        key = _KEY.match(self.text, head.end)
        lost = self._defect("lost-entry", command, head, limit, key[1] if key else "")
        return lost._replace(other=self.outline.head(command.start))

    def _first_hidden(self, command: Entry | String | Preamble, limit: int) -> int | None:
        hidden = self.outline.hidden
        place = bisect_right(hidden, command.start)
        if place < len(hidden) and hidden[place] < limit:
            return hidden[place]
        fault = error_of(command)
        name = fault and _NAME_LED_BY_AT.match(self.text, _end_of_read(command, fault.offset))
        if fault and name and name.end() <= fault.offset and name.end() not in self.outline.start_set:
            return name.end()
        return None

    def _value_around(self, command: Entry | String | Preamble, offset: int) -> tuple[str, Span] | None:
        """The name of the field whose value an offset stands in, and the delimiter that opens the value."""
        fields = command.fields if isinstance(command, Entry) else [command.field] if command.field else []
        for field in fields:
            if field.value_start < offset < field.value_end:
                return field.name, Span(field.value_start, field.value_start + 1)
        opening = _OPEN_VALUE.match(self.text, _end_of_read(command, offset))
        if opening and opening.end() <= offset:
            return opening[1] or "", Span(opening.end() - 1, opening.end())
        return None

    def _defect(self, rule: str, command: Command, span: Span, reach: int, name: str = "") -> Defect:
        fault = error_of(command)
        return Defect(rule, command, span, fault.offset if fault else command.start, reach, name)


def _end_of_read(command: Entry | String | Preamble, before: int) -> int:
    if isinstance(command, Entry):
        return end_of_read(command, before)
    if command.field and command.field.value_end <= before:
        return command.field.value_end
    return command.name_span.end if isinstance(command, String) and command.name else command.start
