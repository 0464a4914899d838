"""What Emacs's bibtex-mode writes into an entry: the fields of its templates, and the prefixes that it gives them.

Source: bibtex.el of Emacs 29, bibtex-BibTeX-entry-alist and bibtex-biblatex-entry-alist; its manual, "BibTeX mode":
C-c C-c takes the prefixes away, and deletes what is still empty.
"""

from __future__ import annotations

FIELD_NAMES = frozenset(
    "address addendum afterword annotator annote author bookauthor booksubtitle booktitle booktitleaddon chapter "
    "commentator crossref date doi edition editor editora editorb editorc eid eprint eprintclass eprinttype eventdate "
    "eventtitle foreword holder howpublished institution introduction isbn isrn issn issue issuesubtitle issuetitle "
    "journal journalsubtitle journaltitle key language location mainsubtitle maintitle maintitleaddon month note number "
    "organization origlanguage pages pagetotal part publisher pubstate school series subtitle title titleaddon "
    "translator type url urldate venue version volume volumes year".split()
)

# The fields of which an entry wants one or another: only these get ALT.
_ALTERNATIVES = frozenset("author editor date year volume number chapter pages doi eprint url".split())


def without_prefix(name: str) -> str | None:
    """The field that `optnote` or `altauthor` (lower case) stands for; None for all other names."""
    rest = name[3:]
    if name.startswith("opt") and rest in FIELD_NAMES:
        return rest
    return rest if name.startswith("alt") and rest in _ALTERNATIVES else None
