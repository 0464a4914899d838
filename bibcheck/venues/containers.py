"""What stands in journal fields and is no journal: conferences, book series, reports, white papers, blogs, theses.

That a name holds `Proceedings` or `Conference` says little: `Proceedings of the IEEE` and `Journal of Physics: Conference
Series` are journals. No journal is named after one edition of an event (`34th Conference on …`, `2010 IEEE Congress on …`).
The patterns were held against 36,000 names of journals (JabRef's abbreviation lists, CC0): what they would have taken wrongly
is ruled out below.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bibcheck.knowledge.web_sites import PAGES
from bibcheck.lazy_re import pattern
from bibcheck.values.ordinals import ORDINAL_WORD

_EVENT = r"(?:Annual Meeting|Conference|Conf\.|Symposium|Symp\.|Workshop|Congress|Colloquium)"
_IS_EVENT = pattern(rf"\b{_EVENT}(?!\w)", re.IGNORECASE)
_EDITION = pattern(rf"(?<!\w)(?:[0-9]{{1,3}}(?:st|nd|rd|th)|{ORDINAL_WORD}|(?:19|20)[0-9]{{2}})\b", re.IGNORECASE)
# Series of conferences of these, whose papers have no volume. AAAI gives its proceedings volumes and calls them a journal.
_SPONSORED = pattern(
    rf"(?:(?:Proceedings of|Proc\.(?: of)?) )?(?:the )?(?:IEEE|ACM|USENIX|IFIP|SIAM)\b(?:.(?!AAAI))*\b{_EVENT} on\b"
)
_JOURNAL_WORD = pattern(
    r"\b(?:Journal|Series|Transactions|Letters|Reviews?|Supplements?|Annals|Notes|Bulletin|Publications|Papers|Magazine|Archives"
    r"|Abstracts|Newsletter|(?:J|Ser|Trans|Lett|Rev|Suppl|Ann|Bull|Publ)\.)(?!\w)",
    re.IGNORECASE,
)
# Conferences that are known by their acronyms alone.
_ACRONYM = pattern(
    r"(?:Proc(?:\.|eedings)(?: of)?(?: the)? )?(?:IEEE )?"
    r"(?:CVPR|ICCV|ECCV|NeurIPS|NIPS|ICML|ICLR|EMNLP|NAACL|COLING|MICCAI|AISTATS|IJCAI|INTERSPEECH"
    r"|Interspeech|ICASSP|ICRA|IROS|KDD|SIGIR|OSDI|SOSP|NSDI)(?:[\s'’-]{0,2}(?:(?:19|20)?[0-9]{2}))?"
)
_SERIES = pattern(
    r"Lecture Notes in |LN(?:CS|AI|BIP|M)\b|Leibniz International Proceedings in|LIPIcs"
    r"|Communications in Computer and Information Science|Advances in Intelligent Systems and Computing"
    r"|Studies in Computational Intelligence|CEUR Workshop Proc"
    r"|ACM International Conference Proceedings? Series|IFIP Advances in Information|Springer (?:Proceedings|Series) in"
    r"|Graduate Texts in",
    re.IGNORECASE,
)
# Series of the papers of one conference that are named like journals.
_NEURIPS = pattern(
    r"Advances in Neural Information Processing Systems?\b|Proceedings of Machine Learning and Systems\b"
    r"|Findings of (?:the )?(?:ACL\b|Association for Computational Linguistics)",
    re.IGNORECASE,
)
_WHITE_PAPER = pattern(r"\bwhite[ -]?paper\b", re.IGNORECASE)
_BLOG = pattern(r"\bblog\b", re.IGNORECASE)
_KNOWLEDGE = pattern(r"\bknowledge (?:hub|base|cent(?:er|re))\Z", re.IGNORECASE)
_THESIS = pattern(
    r"\b(?:Ph\.? ?D\.?|master'?s?|doctoral|M\.? ?Sc\.?|bachelor'?s?|diploma) (?:thesis\b|dissertation\b(?! abstracts))"
    r"|\A(?:Habilitationsschrift|Dissertation|Doktorarbeit|Diplomarbeit|Masterarbeit|Bachelorarbeit)(?=,|\Z)",
    re.IGNORECASE,
)
_WORKING_PAPER = pattern(r"\bworking paper(?: series)?(?:,? (?:no\.? ?)?[\w./-]*[0-9][\w./-]*)?\Z", re.IGNORECASE)
# `Technical Report, University of X`, as Google Scholar writes it.
_REPORT_FIRST = pattern(r"tech(?:nical|\.)? (?:report|rep\.?),\s", re.IGNORECASE)
_REPORT = pattern(r"\btech(?:nical|\.)? (?:report|rep\.)(?:,? (?:no\.? ?)?[\w./-]*[0-9][\w./-]*)?\Z", re.IGNORECASE)
# Periodicals by that name, with volumes or without.
_PERIODICAL = pattern(
    r"IEICE|IPSJ|\bITE\b|Forestry|\bFor\.|General Tech|\bGen\. Tech|Keio|Clinical Privilege White Paper", re.IGNORECASE
)
_HINTS = pattern(
    r"conf|symp|workshop|congress|colloqu|meeting|working|tech|white|blog|thesis|dissert|habilit|arbeit|notes|proc|LN|(?-i:[A-Z]{3})"
    r"|series|advances|studies|texts|communications|interspeech|findings",
    re.IGNORECASE,
)
_LONGEST = 400  # a name is never as long


@lru_cache(maxsize=2048)
def kind_of_container(name: str, has_volume: bool) -> str:
    """What a name is that stands for a journal: "a conference", "a book series", "a white paper"…; empty for a journal.

    Also empty wherever that is not certain. The name comes without LaTeX.
    """
    if not has_volume and name.lower() in PAGES:
        return "a web site"
    if not has_volume and _KNOWLEDGE.search(name):
        return "a web site"
    if len(name) > _LONGEST or not _HINTS.search(name) or _PERIODICAL.search(name):
        return ""
    if _ACRONYM.fullmatch(name) or _NEURIPS.match(name) or _is_event(name, has_volume):
        return "a conference"
    if _SERIES.match(name):
        return "a book series"
    for form, kind in ((_WHITE_PAPER, "a white paper"), (_BLOG, "a blog"), (_THESIS, "a thesis")):
        if form.search(name):
            return kind
    if has_volume:
        return ""
    if _REPORT.search(name) or _REPORT_FIRST.match(name):
        return "a technical report"
    if _WORKING_PAPER.search(name):
        return "a working paper"
    return ""


def _is_event(name: str, has_volume: bool) -> bool:
    if not _IS_EVENT.search(name) or _JOURNAL_WORD.search(name):
        return False
    return bool(_EDITION.search(name)) or (not has_volume and bool(_SPONSORED.match(name)))
