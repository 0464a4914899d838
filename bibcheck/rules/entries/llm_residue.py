"""What a language model or a chat page leaves behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Level, Rule

# Each with what a text must hold to be looked at more closely. ChatGPT's marks of its sources stand as they are copied
# from the page or come out of its API.
_TRACES = (
    (
        ("oaicite", "contentReference"),
        pattern(r":contentReference(?:\[oaicite:\d+\])?(?:\{index=\d+\})?|oaicite(?::\d+)?"),
    ),
    (("turn",), pattern(r"turn\d{1,3}(?:search|view|news|academia)\d{1,3}")),
    (("†",), pattern(r"【[^】\s]{1,20}†[^】]{0,80}】")),
    (
        ("utm_source",),
        pattern(r"utm_source=(?:chatgpt\.com|chat\.openai\.com|openai|perplexity|claude\.ai|copilot\.com)\b"),
    ),
    (("sandbox:/",), pattern(r"sandbox:/mnt/data\b[^\s{}]{0,200}")),
)
_BLANKS = (
    (
        ("XXX", "xxx"),
        pattern(
            r"(?:(?:10\.48550/)?ar[Xx]iv[.:]|arxiv\.org/(?:abs|pdf)/)(?:(?:\d{4}|[Xx]{4})\.\d{0,2}[Xx]{3,5}|[Xx]{4,9})\b"
            r"|\b10\.(?:\d{4,5}|[Xx]{4,5})/[Xx]{4,9}"
        ),
    ),
    (
        ("[Author", "[author", "[Insert ", "[insert "),
        pattern(r"(?<![^{])\[(?:[Aa]uthors?|[Aa]uthor [Nn]ames?|[Ii]nsert [^\]]{1,80})\](?![^}])"),
    ),
    (("itation needed]",), pattern(r"\[[Cc]itation needed\]")),
)
_TITLES = ("title", "booktitle", "abstract", "keywords", "subtitle", "shorttitle")

Traces = tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]


class LlmResidue(Rule):
    """Check a reference in which a language model or a chat page has left its marks: the work may not exist.

    Reported are `utm_source=chatgpt.com` in an address, ChatGPT's marks of its sources (`oaicite`, `:contentReference`,
    `turn0search1`), and blanks that nobody filled in: `[Authors]`, `[citation needed]`, `arXiv preprint arXiv:XXXX.XXXXX`.
    They prove nothing by themselves. Not reported: a reference to ChatGPT itself, and a title about missing citations.

    Bad:

        @article{knuth84, journal = {arXiv preprint arXiv:XXXX.XXXXX}, url = {https://example.org/?utm_source=chatgpt.com}}
                                                    ^^^^^^^^^^^^^^^^                               ^^^^^^^^^^^^^^^^^^^^^^

    Good:

        @misc{openai23, title = {ChatGPT}, author = {{OpenAI}}, url = {https://chatgpt.com}}
    """

    level = Level.WARNING

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        yield from self._find(bib, _TRACES, "is what a language model or a chat page leaves behind")
        yield from self._find(bib, _BLANKS, "is a blank that nobody filled in, as language models leave them")

    def _find(self, bib: Bibliography, traces: Traces, what: str) -> Iterator[Finding]:
        for hints, trace in traces:
            for field in bib.fields_holding(*hints):
                for match in trace.finditer(field.text) if field.entry else ():
                    if "needed" not in match[0] or field.name not in _TITLES:
                        yield self.finding(
                            field.span(*match.span()), f"suspicious: `{match[0]}` {what}; check that the work exists"
                        )
