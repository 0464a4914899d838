"""Another form of a venue written into a field: the words that differ alone, the braces of the others kept."""

from __future__ import annotations

import pytest

from bibcheck.fixing.fixer import apply_edits
from bibcheck.source import Source
from bibcheck.syntax.parser import parse
from bibcheck.syntax.tree import Entry
from bibcheck.venues.rewriting import rewrite


@pytest.mark.parametrize(
    ("value", "text", "written"),
    [
        ("Symposium on Trees", "Proc. Symposium on Trees", "Proc. Symposium on Trees"),
        ("2nd {ACM} Symposium on Trees", "Second ACM Symposium on Trees", "Second {ACM} Symposium on Trees"),
        # What is taken out ends a group, or begins one.
        ("{{Pattern Recognition}} ({{CVPR}})", "Pattern Recognition", "{{Pattern Recognition}}"),
        ("In {{Tree Processing}} ({{EMNLP}})", "In Tree Processing", "In {{Tree Processing}}"),
        ("({CVPR}) {Pattern Recognition}", "Pattern Recognition", "{Pattern Recognition}"),
        ("{Pattern} Recognition ({CVPR})", "Pattern Recognition", "{Pattern} Recognition"),
        # Nobody can tell which of the new words belong to which group.
        ("{Pattern Recognition} and {Computer Vision}", "Pattern Matching or Robot Vision", "Pattern Matching or Robot Vision"),
        ("{Pattern Recognition}", "Pattern {Matching}", "{Pattern Matching}"),
    ],
)  # fmt: skip
def test_the_words_that_differ(value: str, text: str, written: str) -> None:
    source = Source("a.bib", f"@misc{{k, booktitle = {{{value}}}}}\n")
    (entry,) = (block for block in parse(source).blocks if isinstance(block, Entry))
    edit = rewrite(entry.fields[0], text)
    assert edit is not None
    assert apply_edits(source.text, [edit]) == f"@misc{{k, booktitle = {{{written}}}}}\n"
