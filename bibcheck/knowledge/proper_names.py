"""Names of people, places, languages and products, as titles have them.

Counted in public bibliographies: words that stand capital in titles in sentence case, and hardly ever small; names of
people in terms, of places, languages and products added by hand.
"""

from __future__ import annotations

import os
from functools import cache


@cache
def proper_names() -> frozenset[str]:
    """The names, in their own letter case."""
    with open(os.path.join(os.path.dirname(__file__), "proper_names.txt"), encoding="utf-8") as file:
        return frozenset(file.read().split())
