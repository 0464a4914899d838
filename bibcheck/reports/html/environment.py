"""The templates of the page, and what makes text safe that is put into them."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from bibcheck.reports.escapes import html
from bibcheck.reports.summary import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def page_pieces(**contents: Any) -> Iterator[str]:
    """The page, a piece at a time, so that one of thousands of findings is never held whole."""
    stream = _environment().get_template("page.html").stream(**contents)
    stream.enable_buffering(500)
    return iter(stream)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader(__package__),
        autoescape=True,
        finalize=_escaped,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters["grouped"] = "{:,}".format
    environment.globals.update(counted=counted, style=_asset("page.css"), script=_asset("page.js"), hash_of=_hash_of)
    return environment


def _escaped(value: object) -> Markup | int:
    """What a template prints: text has what steers a terminal or a log escaped as well, which Jinja2 would leave."""
    return value if isinstance(value, (Markup, int)) else Markup(html(str(value)))


def _asset(name: str) -> Markup:
    """A style sheet or a script, which goes into the page as it is."""
    from pkgutil import get_data

    return Markup((get_data(__package__, f"templates/{name}") or b"").decode())


def _hash_of(text: str) -> str:
    """The source of a Content-Security-Policy that lets a text in."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
