"""Entries without a field that makes a reference complete."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.required import is_in_press, missing_fields, name_missing
from bibcheck.knowledge.datamodel import of_type, read_lists
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Level, Rule
from bibcheck.syntax.tree import Entry

_PREPRINT_SERVER = pattern(r"\b(?:arxiv|corr|e-?prints?|preprints?|(?:bio|med|chem|psy|soc)rxiv|ssrn)\b|arxiv|rxiv\b")


class MissingRecommendedField(Rule):
    """Give entries the fields that make a reference complete, though the styles do without them.

    By default these are the volume of an @article and its pages, article number or eid, and the pages and the publisher of
    an @inproceedings. Preprints and works in press are not reported. `fields` is the list, by type; `|` stands between
    fields of which one is enough, `*` for all types.

    Bad:

        @article{knuth84, title = {Literate Programming}, journal = {The Computer Journal}, year = 1984}
                 ^^^^^^^

    Good:

        @article{knuth84, title = {Literate Programming}, journal = {The Computer Journal}, year = 1984,
          volume = 27, pages = {97--111}}

    Bad, with fields = ["*: doi|url"]:

        @book{knuth86, title = {The TeXbook}}
    """

    level = Level.OFF

    fields: tuple[str, ...] = (
        "article: volume, pages|eid|articleno",
        "inproceedings, conference: pages|eid|articleno, publisher",
    )

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        lists = read_lists(self.fields)
        for entry in bib.entries:
            wanted = of_type(lists, entry.type)
            if wanted and entry.fault is None and not _is_early(entry):
                missing = missing_fields(bib, entry, wanted)
                if missing:
                    yield self.finding(entry, f"{name_missing(missing)} in `@{entry.type}`")


def _is_early(entry: Entry) -> bool:
    """Whether a work is not published, or not yet."""
    journal = entry.field("journal") or entry.field("journaltitle")
    has_eprint = entry.field("eprint") is not None or entry.field("archiveprefix") is not None
    if journal is None:
        return has_eprint or is_in_press(entry)
    return _PREPRINT_SERVER.search(journal.value.lower()) is not None or is_in_press(entry)
