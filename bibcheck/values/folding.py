"""Names folded for comparison, whatever they are names of."""

from __future__ import annotations

from functools import lru_cache

from bibcheck.lazy_re import pattern

WORD = pattern(r"[^\W_]+")
_APOSTROPHES = pattern("['’‘`´]")


@lru_cache(maxsize=8192)  # a file has few names of journals and publishers, and a dozen rules fold them
def fold_name(text: str) -> str:
    """A name for comparison: lower-case letters and digits in words; `&` is `and`; accents, apostrophes and `the` are gone."""
    if not text.isascii():
        # unicodedata is a module to load, and most names are ASCII.
        from unicodedata import combining, normalize

        text = "".join(letter for letter in normalize("NFKD", text) if not combining(letter))
    text = text.casefold().replace("&", " and ")
    words = WORD.findall(_APOSTROPHES.sub("", text))
    return " ".join(word for word in words if word != "the")


def loses_accents(name: str, form: str) -> bool:
    """Whether a form of a name is the name without its accents: no better one, however many have it."""
    return form.isascii() and not name.isascii() and fold_name(name) == fold_name(form)
