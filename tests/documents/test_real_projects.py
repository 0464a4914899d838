"""Real projects: what is read in the documents is what LaTeX wrote down when it set them.

    BIBCHECK_PROJECTS=FOLDER pytest tests/documents/test_real_projects.py

Every `.tex` file below the folder that has an `.aux` file with a bibliography beside it is held against that.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bibcheck.documents import load_project
from bibcheck.source import Source

FOLDER = os.environ.get("BIBCHECK_PROJECTS")
MAINS = sorted(
    str(aux.with_suffix(".tex"))
    for aux in (Path(FOLDER).rglob("*.aux") if FOLDER else ())
    if aux.with_suffix(".tex").is_file() and "\\bibdata{" in aux.read_text(encoding="utf-8", errors="replace")
)


@pytest.mark.skipif(not FOLDER, reason="BIBCHECK_PROJECTS names no folder")
@pytest.mark.parametrize("main", MAINS)
def test_keys_are_those_of_the_aux_file(main: str) -> None:
    assert sure_keys(main) == sure_keys(main.removesuffix(".tex") + ".aux")


def sure_keys(main: str) -> set[str]:
    documents = load_project(main, Source.from_file).documents
    return {
        citation.key for document in documents for citation in (*document.citations, *document.nocites) if citation.sure
    }
