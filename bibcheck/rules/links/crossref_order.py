"""Cross-reference parents above their children."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.links import find_circles, find_links
from bibcheck.rule import Finding, Fix, Level, Rule, Scope
from bibcheck.syntax.edits import move_to_end
from bibcheck.syntax.parser import lower_ascii
from bibcheck.syntax.tree import Entry


class CrossrefOrder(Rule):
    """Put the entry that others cross-reference below them: BibTeX does not find it otherwise.

    BibTeX reads a file once, from top to bottom, and keeps only what is cited: a parent above its first child is missing
    when the child asks for it (`A bad cross reference`). Biber does not need this.

    Bad:

        @proceedings{icalp84, title = {Automata}}
        @inproceedings{knuth84, title = {T}, crossref = {icalp84}}

    Good:

        @inproceedings{knuth84, title = {T}, crossref = {icalp84}}
        @proceedings{icalp84, title = {Automata}}
    """

    level = Level.ERROR
    fix = Fix.SAFE
    scope = Scope.FILE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        if bib.dialect == "biblatex":
            return
        children = dict(_last_children(bib))
        for entry in bib.entries if children else ():
            child = children.get(lower_ascii(entry.key))
            if child and child.start > entry.start:
                message = (
                    f"`{entry.key}` stands above `{child.key}`, which cross-references it: BibTeX does not find it"
                )
                related = [self.related(child, "cross-references it")]
                yield self.finding(entry, message, *move_to_end(bib.text, entry.span), related=related)


def _last_children(bib: Bibliography) -> Iterator[tuple[str, Entry]]:
    """The children of each entry, the last one last; those in a circle are never in order."""
    links = [
        (lower_ascii(link.field.entry.key), lower_ascii(link.target), link.field.entry)
        for link in find_links(bib, "crossref")
        if link.field.entry
    ]
    parents: dict[str, list[str]] = {}
    for child, parent, _ in links:
        parents.setdefault(child, []).append(parent)
    circles = find_circles(parents)
    for child, parent, entry in links:
        if child != parent and (child not in circles or circles[child] != circles.get(parent)):
            yield parent, entry
