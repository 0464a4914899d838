"""Text from files, names and settings made safe for where it goes: one function for each destination.

Those of a terminal are in `visible`, which the others build on.
"""

from __future__ import annotations

import re

from bibcheck.reports.visible import visible, visible_lines

_COMMAND = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_COMMAND_PROPERTY = {**_COMMAND, ":": "%3A", ",": "%2C"}
_MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
_NONCHARACTERS = {"\ufffe": r"\ufffe", "\uffff": r"\uffff"}  # which XML 1.0 does not allow either
_MARKDOWN = re.compile(r"[\\`*_\[\]<>|~&#$]")
_MARKUP_OR_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f&<>\"'#]|::")  # what `html` may change of text in ASCII
_LINKS = re.compile(r"@|:(?=//)|(?<=www)(?=\.)")


def command_data(text: str) -> str:
    """What a workflow command of GitHub says (actions/toolkit, packages/core/src/command.ts, escapeData)."""
    return _command(text, _COMMAND)


def command_property(text: str) -> str:
    """The value of a property of a workflow command (the same, escapeProperty)."""
    return _command(text, _COMMAND_PROPERTY)


def _command(text: str, escapes: dict[str, str]) -> str:
    return visible(_replace(text, escapes))


def html(text: str) -> str:
    """Text or the value of a quoted attribute in HTML; line ends and tabs stay. No `::` is in it, which may begin a line."""
    if text.isascii() and not _MARKUP_OR_STEERING.search(text):
        return text
    return _replace(visible_lines(text), _MARKUP).replace("::", ":&#58;")


def xml(text: str) -> str:
    """Text on one line, or the value of a quoted attribute, in XML 1.0; in ASCII, whatever the output is encoded in."""
    escaped = _replace(visible(text), _MARKUP | _NONCHARACTERS)
    return escaped.encode("ascii", "xmlcharrefreplace").decode()


def markdown(text: str) -> str:
    """Text on one line of Markdown that nothing in it formats, links or sends a notice to anybody (`@name`)."""
    escaped = _MARKDOWN.sub(r"\\\g<0>", visible(text))
    return _LINKS.sub(r"\g<0><!-- -->", escaped)


def markdown_code(text: str) -> str:
    """Text as a code span of Markdown, which may stand in a table."""
    shown = visible(text).replace("|", "\uff5c")
    if not shown.strip():
        return ""
    fence = "`" * (1 + max(map(len, re.findall("`+", shown)), default=0))
    space = " " * (shown[0] in " `" or shown[-1] in " `")
    return f"{fence}{space}{shown}{space}{fence}"


def _replace(text: str, escapes: dict[str, str]) -> str:
    for character, escape in escapes.items():
        if character in text:
            text = text.replace(character, escape)
    return text
