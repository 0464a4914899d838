"""Elements of HTML and SVG. Text that is put into one is escaped, unless it is an element itself."""

from __future__ import annotations

from bibcheck.reports.escapes import html

_EMPTY = frozenset({"meta", "input"})  # those of HTML; of SVG, all have an end tag


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


def element(tag: str, /, *children: str, **attributes: str | bool | int) -> Html:
    """An element. `_` in the name of an attribute stands for `-`, and is left out at the end; False leaves one out."""
    written = "".join(_attribute(key, value) for key, value in attributes.items() if value is not False)
    if tag in _EMPTY:
        return Html(f"<{tag}{written}>")
    return Html(f"<{tag}{written}>{joined(*children)}</{tag}>")


def joined(*children: str) -> Html:
    """Elements and texts one after another."""
    return Html("".join(child if isinstance(child, Html) else html(child) for child in children))


def raw(text: str) -> Html:
    """Text of our own that is HTML already: a style sheet or a script."""
    return Html(text)


def _attribute(key: str, value: str | bool | int) -> str:
    name = key.removesuffix("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{html(str(value))}"'
