"""What is no author of the work that it stands beside: the place where the work lies, and nobody where somebody is known."""

from __future__ import annotations

from bibcheck.bibliography import Bibliography
from bibcheck.knowledge.web_sites import PLATFORMS
from bibcheck.syntax.tree import Field
from bibcheck.values.arxiv import names_only_arxiv

_CONTAINERS = ("journal", "journaltitle", "booktitle")
_NOBODY = frozenset(("anonymous", "anonymous author", "anonymous authors"))


def is_platform(field: Field) -> bool:
    """Whether the author of a paper is the archive or the publisher that has it: `OpenReview` with a journal.

    Of its own pages, which have no journal, a platform is the author.
    """
    return _bare(field) in PLATFORMS and _container(field) is not None


def hides_authors(bib: Bibliography, field: Field) -> bool:
    """Whether `Anonymous` is the author of a paper of a conference or on arXiv, which print who wrote what they have."""
    if _bare(field) not in _NOBODY:
        return False
    container = _container(field)
    if container is None or not container.is_known or "submi" in container.text.lower():
        return False
    if names_only_arxiv(container.text):
        return True
    found = bib.venues.recognise_field(container) if container.name == "booktitle" else None
    return found is not None and found.is_sure and found.venue.kind == "conference"


def _bare(field: Field) -> str:
    return " ".join(field.value.replace("{", "").replace("}", "").split()).lower() if len(field.value) < 40 else ""


def _container(field: Field) -> Field | None:
    entry = field.entry
    if entry is None:
        return None
    return next((one for name in _CONTAINERS if (one := entry.field(name)) and one.value), None)
