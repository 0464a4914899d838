"""How a command is written anew."""

from __future__ import annotations

from bibcheck.formatter.items import Item
from bibcheck.formatter.settings import FormatSettings
from bibcheck.formatter.values import ValueWriter
from bibcheck.knowledge.datamodel import read_lists
from bibcheck.syntax.tree import Comment, Entry, Field, String


class CommandWriter:
    """Writes the items of one file; `newline` is its line end."""

    def __init__(self, text: str, settings: FormatSettings, newline: str) -> None:
        self.text = text
        self.settings = settings
        self.newline = newline
        self.values = ValueWriter(settings, newline)
        self.separator = "," + newline + settings.unit
        self.orders = read_lists(settings.field_order)

    def write(self, item: Item) -> str:
        """The item without the line end after it."""
        block = item.block
        if item.kind == "opaque" or block is None:
            text = self.text[item.start : item.end]
            return text if item.kind == "opaque" else self._with_own_newlines(text)
        if isinstance(block, Entry):
            written = self._write_entry(block)
        elif isinstance(block, String):
            written = self._write_string(block)
        else:
            written = self.text[block.start : block.end]
        return self._write_lead(item) + written + item.tail

    def _write_lead(self, item: Item) -> str:
        """What stands above a command, less the blanks before the command itself."""
        if not item.lead:
            return ""
        lead = item.lead.rstrip(" \t\r\n")
        below = item.lead[len(lead) :]
        has_blank_line = below.count("\r" if self.newline == "\r" else "\n") > 1
        return self._with_own_newlines(lead) + self.newline * (2 if has_blank_line else 1)

    def _with_own_newlines(self, text: str) -> str:
        if self.newline == "\r" or "@" in text:
            return text
        return text.replace("\r\n", "\n").replace("\n", self.newline)

    def _write_entry(self, entry: Entry) -> str:
        text = self.text
        type = entry.type if self.settings.name_case == "lower" else text[slice(*entry.type_span)]
        opening = "{" if entry.closing == "}" else "("
        head = f"@{type}{opening}{entry.key}"
        if not entry.fields:
            # What stands there is at most a comma, which BibTeX can do without and biber cannot.
            has_comma = "," in text[entry.key_span.end : entry.end]
            return head + ("," + self.newline if has_comma else "") + entry.closing
        fields = self._in_order(entry)
        names = [field.name for field in fields]
        if self.settings.name_case == "keep":
            names = [text[field.name_start : field.name_end] for field in fields]
        width = max(map(len, names)) if self.settings.align else 0
        indent = len(self.settings.unit.expandtabs(4))
        parts = [head]
        for name, field in zip(names, fields, strict=True):
            start = f"{name.ljust(width)} = "
            parts.append(start + self.values.write(field, indent + len(start)))
        end = ("," if self.settings.trailing_comma else "") + self.newline + entry.closing
        return self.separator.join(parts) + end

    def _in_order(self, entry: Entry) -> list[Field]:
        """The fields in the order that is set; others after them, and those of one name, stay in theirs."""
        if not self.orders:
            return entry.fields
        groups = (*self.orders.get(entry.type, ()), *self.orders.get("*", ()))
        names = list(dict.fromkeys(name for group in groups for name in group))
        order = {name: number for number, name in enumerate(names)}
        return sorted(entry.fields, key=lambda field: order.get(field.name, len(order)))

    def _write_string(self, string: String) -> str:
        field = string.fields[0]
        opening = "{" if string.closing == "}" else "("
        command = "string"
        if self.settings.name_case == "keep":
            command = self.text[string.start + 1 : string.name_span.start].rstrip(" \t\r\n{(").strip()
        name = self.text[slice(*string.name_span)]
        return f"@{command}{opening}{name} = {self.values.write_joined(field)}{string.closing}"


def is_command(item: Item) -> bool:
    """Whether an item is a command that may stand close to its like: no entry, no text."""
    return isinstance(item.block, Comment) or item.kind in ("string", "preamble")
