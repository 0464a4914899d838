r"""Markup of other formats in a value: HTML entities, and tags of HTML, JATS and MathML.

Exports write them in LaTeX's own spelling too: `\&amp;`, `{\textless}i{\textgreater}`, `$\less$i$\greater$`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple

_REFERENCE = r"(?:\{?\\?#\}?(?P<number>[0-9]{2,7}|[xX][0-9A-Fa-f]{2,6})|(?P<name>[A-Za-z][A-Za-z0-9]{1,30}));"
_ENTITY = pattern(rf"(?:\\&|\{{\\?&\}}|&){_REFERENCE}")
_AGAIN = pattern(_REFERENCE)
# Names of HTML 4 may be as short as `lt`; later short ones (`in`, `or`) are words.
_SHORTEST_LATER_NAME = 4

_LESS = r"(?:<|\\?&(?:amp;)*+lt;|\{?\$<\$\}?|\{?\$\\less\$\}?|\{\\textless(?:\{\})?\}|\\textless(?:\{\}|[ ]))"
_GREATER = (
    r"(?:>|\\?&(?:amp;)*+gt;|\{?\$>\$\}?|\{?\$\\greater\$\}?|\{\\textgreater(?:\{\})?\}"
    r"|\\textgreater(?:\{\}|[ ]|(?![A-Za-z])))"
)
_TAG = pattern(
    rf"{_LESS}(?P<slash>/?)(?P<name>(?:jats:|mml:|m:)?[A-Za-z]+)(?P<attributes>\s[^<>{{}}$\\&]{{0,300}})?/?{_GREATER}",
    re.IGNORECASE,
)
_STYLES = {
    **dict.fromkeys("i em it italic jats:italic jats:i cite".split(), "emph"),
    **dict.fromkeys("b strong bold jats:bold".split(), "textbf"),
    **dict.fromkeys("sub inf jats:sub".split(), "sub"),
    **dict.fromkeys("sup jats:sup".split(), "sup"),
    **dict.fromkeys("sc scp smallcaps jats:sc".split(), "textsc"),
    **dict.fromkeys("tt code monospace jats:monospace".split(), "texttt"),
    **dict.fromkeys("u underline jats:underline".split(), "underline"),
    **dict.fromkeys("span font p jats:p jats:title".split(), ""),
    **dict.fromkeys("br hr".split(), "break"),
    **dict.fromkeys("math mml:math m:math".split(), "math"),
}
# Tags that nothing else can be: reported even without their counterparts.
_PLAIN = frozenset("sub sup inf em strong italic br scp smallcaps".split())
_SMALL_CAPITALS = pattern(r"small-?caps", re.IGNORECASE)


class Entity(NamedTuple):
    """An entity, and the character (or characters) that it stands for."""

    start: int
    end: int
    text: str


class Element(NamedTuple):
    r"""A tag with its counterpart; `closing` is None where there is none, or none is needed.

    `style` is the LaTeX command for it, or one of `sub`, `sup`, `math`, `break` and the empty string: nothing at all.
    """

    name: str
    style: str
    opening: tuple[int, int]
    closing: tuple[int, int] | None


def find_entities(text: str) -> list[Entity]:
    """The HTML entities of a text, numeric ones included; `&amp;lt;` is one."""
    if ";" not in text or "&" not in text:
        return []
    found = []
    for match in _ENTITY.finditer(text):
        character = _read_entity(match)
        end = match.end()
        # `&amp;lt;`: an ampersand that was itself made an entity.
        while character == "&" and (inner := _AGAIN.match(text, end)) and (meant := _read_entity(inner)):
            character, end = meant, inner.end()
        if character:
            found.append(Entity(match.start(), end, character))
    return found


def has_url_entity(text: str) -> bool:
    """Whether an address holds `&amp;`, however the ampersand is written."""
    return "amp;" in text and any(entity.text == "&" for entity in find_entities(text))


def find_elements(text: str) -> list[Element]:
    """The elements of HTML, JATS and MathML, in the order of their opening tags; what stands inside MathML left out."""
    if "<" not in text and "less" not in text and "lt;" not in text:
        return []
    elements = sorted(_pair(text), key=lambda element: element.opening)
    kept = []
    end_of_math = 0
    for element in elements:
        if element.opening[0] >= end_of_math:
            kept.append(element)
            if element.style == "math" and element.closing:
                end_of_math = element.closing[1]
    return kept


def _read_entity(match: re.Match[str]) -> str | None:
    from html import unescape  # 3 ms that only an entity costs

    number, name = match["number"], match["name"]
    if number:
        return unescape(f"&#{number};")
    if len(name) < _SHORTEST_LATER_NAME:
        from html.entities import name2codepoint

        return chr(name2codepoint[name]) if name in name2codepoint else None
    character = unescape(f"&{name};")
    return character if "&" not in character else None


def _pair(text: str) -> Iterator[Element]:
    open_tags: dict[str, list[re.Match[str]]] = {}
    for match in _TAG.finditer(text):
        name = match["name"].lower()
        if name not in _STYLES and not name.startswith(("jats:", "mml:")):
            continue
        if match["slash"]:
            opening = open_tags.get(name)
            if opening:
                yield _element(opening.pop(), match.span())
            elif _is_plain(match):
                yield Element(name, "", match.span(), None)
        elif _STYLES.get(name) == "break":
            yield Element(name, "break", match.span(), None)
        else:
            open_tags.setdefault(name, []).append(match)
    for matches in open_tags.values():
        for match in matches:
            if _is_plain(match):
                yield Element(match["name"].lower(), "", match.span(), None)


def _element(opening: re.Match[str], closing: tuple[int, int]) -> Element:
    name = opening["name"].lower()
    style = _STYLES.get(name, "")
    if name == "span" and _SMALL_CAPITALS.search(opening["attributes"] or ""):
        style = "textsc"
    return Element(name, style, opening.span(), closing)


def _is_plain(match: re.Match[str]) -> bool:
    """Whether a tag without its counterpart is one all the same: `<sub>`, `<jats:title>`, `<span class="x">`."""
    name = match["name"].lower()
    attributes = match["attributes"] or ""
    return name in _PLAIN or ":" in name or ("=" in attributes and _STYLES.get(name) is not None)
