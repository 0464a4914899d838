"""How `bibcheck format` lays a file out."""

from __future__ import annotations

from bibcheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Literal


SORT_NAMES = ("key", "type", "year", "author", "title")


class FormatSettings(NamedTuple):
    """The table `format` of the settings, with underscores for its hyphens. The defaults are the house's look."""

    indent: int = 2  # spaces
    tabs: bool = False  # a tab in place of these
    align: bool = False  # whether the `=` of an entry stand below one another
    delimiters: Literal["braces", "quotes", "keep"] = "braces"
    numbers: Literal["keep", "bare", "braced"] = "keep"  # values of digits alone
    name_case: Literal["lower", "keep"] = "lower"  # of entry types and field names
    trailing_comma: bool = True
    wrap: int = 0  # the width of a line; 0 leaves values their line breaks
    blank_lines: int = 1  # around entries
    field_order: tuple[str, ...] = ()  # these first, by type: knowledge.datamodel, read_lists
    sort: tuple[str, ...] = ()  # SORT_NAMES, after `-` for descending; nothing leaves them where they are
    strings: Literal["keep", "top"] = "keep"  # where @string and @preamble stand

    @property
    def unit(self) -> str:
        """What one level is indented by."""
        return "\t" if self.tabs else " " * self.indent

    @property
    def reorders(self) -> bool:
        """Whether anything may change its place."""
        return bool(self.sort) or self.strings == "top"


def read_format_settings(table: dict[str, Any], below: FormatSettings | None = None) -> FormatSettings:
    """The settings in a table that the schema has passed; what it does not set is as it is `below`, or as by default."""
    values: dict[str, Any] = {
        name.replace("-", "_"): tuple(value) if isinstance(value, list) else value for name, value in table.items()
    }
    return (below or FormatSettings())._replace(**values)
