"""Web sites: those that are given as journals or as authors, and those that put their names behind the title of a page."""

from __future__ import annotations

# Sites that people give as the journal of a page, in lower case.
PAGES = frozenset(
    (
        "geeksforgeeks", "medium", "towards data science", "openreview", "openreview.net", "wikipedia", "youtube", "github",
        "stack overflow", "stackoverflow", "stack exchange", "hacker news", "reddit", "linkedin", "researchgate", "substack",
        "hackernoon", "dev.to", "kaggle", "hugging face", "quora", "w3schools", "tutorialspoint", "google scholar",
    )
)  # fmt: skip
# Archives of papers, and houses that publish them: none has written one. IEEE and ACM have, as societies. The platforms of
# several publishers are in knowledge/publishers.
PLATFORMS = frozenset(
    (
        "arxiv", "arxiv.org", "openreview", "openreview.net", "biorxiv", "medrxiv", "ssrn", "academia.edu", "zenodo", "hal",
        "springer", "springer nature", "elsevier", "mdpi", "hindawi", "frontiers media",
    )
)  # fmt: skip
# Alternatives for other patterns.
SITES = (
    r"Request PDF|Wikipedia(?:, the free encyclopedia)?|SpringerLink|ScienceDirect|IEEE (?:Xplore|Conference Publication)"
    r"|IEEE Journals & Magazine|ACM Digital Library|Google Scholar|ResearchGate|Semantic Scholar|PubMed|JSTOR"
    r"|Academia\.edu|Medium|YouTube|GitHub"
)
