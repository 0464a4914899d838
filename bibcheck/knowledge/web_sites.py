"""Web sites that put their names behind the title of a page, as browsers and exporters copy it."""

from __future__ import annotations

# Alternatives for other patterns.
SITES = (
    r"Request PDF|Wikipedia(?:, the free encyclopedia)?|SpringerLink|ScienceDirect|IEEE (?:Xplore|Conference Publication)"
    r"|IEEE Journals & Magazine|ACM Digital Library|Google Scholar|ResearchGate|Semantic Scholar|PubMed|JSTOR"
    r"|Academia\.edu|Medium|YouTube|GitHub"
)
