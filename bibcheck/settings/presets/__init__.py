"""Presets: what a venue, a program or a policy asks for, as settings with the source of each line."""

from __future__ import annotations

import os
from functools import cache

from bibcheck.settings.layers import Layer

_HOME = os.path.dirname(__file__)


@cache
def preset_names() -> list[str]:
    """The names of all presets."""
    return sorted(name[:-5] for name in os.listdir(_HOME) if name.endswith(".toml"))


def preset_text(name: str) -> str:
    """The file of a preset, comments included. Raises OSError for a name that there is not."""
    with open(os.path.join(_HOME, f"{name}.toml"), encoding="utf-8") as file:
        return file.read()


@cache
def read_preset(name: str) -> Layer:
    """The settings of a preset. Raises OSError for a name that there is not."""
    import tomllib

    return Layer(tomllib.loads(preset_text(name)), label=f"preset {name}")
