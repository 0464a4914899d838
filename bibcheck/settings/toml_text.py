"""Values as TOML, on one line."""

from __future__ import annotations

import json
import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_STEERING = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|(?<=#)#(?=(?:vso)?+\[)")


def toml_text(value: Any) -> str:
    """A value as TOML; what steers a terminal, turns the order of reading, or is a command to a CI job, is escaped."""
    if isinstance(value, dict):
        pairs = (f"{toml_key(key)} = {toml_text(one)}" for key, one in value.items())
        return f"{{ {', '.join(pairs)} }}" if value else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(toml_text(item) for item in value)}]"
    # Strings, numbers and truth values are those of JSON.
    return _STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))


def toml_key(key: str) -> str:
    """A key as TOML."""
    return key if _BARE_KEY.fullmatch(key) else toml_text(key)
