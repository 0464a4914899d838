"""Makes knowledge/styles.txt by asking the real styles what they print: `python -m tools.build_styles`. Needs bibtex.

Each style sets, for each entry type and field, one entry that has this field beside those that the type needs. The field is
printed if its value stands in the .bbl, if only as the target of a link.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

TABLE = Path(__file__).parent.parent / "bibcheck" / "knowledge" / "styles.txt"
# Those of TeX Live that papers and theses use most, and those that journals and publishers ask for.
STYLES = """
    aasjournal abbrv abbrvnat abbrvurl abntex2-alf abntex2-num acm ACM-Reference-Format agsm aipauth4-2 aipnum4-1 aipnum4-2
    alpha alphadin alphaurl amsalpha amsplain apacite apalike apalike2 apsrev4-1 apsrev4-2 apsrmp4-2 ascelike asmeconf asmejour
    cas-model2-names chicago chicagoa dcu elsarticle-harv elsarticle-num elsarticle-num-names gbt7714-author-year
    gbt7714-numerical gerabbrv geralpha gerplain gerunsrt IEEEtran IEEEtranN IEEEtranS IEEEtranSA IEEEtranSN ieeetr iopart-num
    mnras natdin naturemag plain plaindin plainnat plainurl pnas2009 quantum rsc siam splncs04 unsrt unsrtdin unsrtnat
    unsrturl vancouver
""".split()
# Those that TeX Live does not have, read in their source; and BibLaTeX's own, which are no .bst files.
BY_HAND = """\
# acl_natbib.bst at commit 0dabbc6 of acl-org/acl-style-files: urlbst's additions, as links behind the title.
acl_natbib: doi eprint howpublished@booklet,misc isbn@book,booklet,inbook,incollection,inproceedings,proceedings month note url
# siamplain.bst of 20 November 2018: format.doi, format.url and format.eprint, in the functions of the types.
siamplain: doi eprint@booklet,inbook,incollection,inproceedings,manual,mastersthesis,misc,phdthesis,proceedings,techreport \
howpublished@booklet,misc month note url urldate
# standard.bbx, version 3.18: `doi+eprint+url` in all drivers; what its options turn off is not known here.
biblatex: doi eprint howpublished@booklet,misc isbn@book,booklet,inbook,incollection,inproceedings,manual,proceedings \
issn@article month note url urldate
"""
TYPES = (
    "article book booklet inbook incollection inproceedings manual mastersthesis misc phdthesis proceedings techreport"
    " unpublished"
).split()
_NEEDED = {
    "author": "Ada Quuxley",
    "title": "Wobbling Zorks",
    "year": "1987",
    "journal": "Journal of Froods",
    "booktitle": "Assembled Froods",
    "publisher": "Plinth Press",
    "school": "Grommet College",
    "institution": "Grommet Labs",
}
PROBED = {
    "doi": "10.9999/zzdoi",
    "eprint": "9912.34567",
    "howpublished": "Zzhowpublished",
    "isbn": "978-0-19-853453-2",
    "issn": "1941-0042",
    "month": "Zzmonth",
    "note": "Zznote",
    "url": "https://zzurl.example/x",
    "urldate": "2019-07-09",
}
# Fields without which a field has no meaning.
_COMPANIONS = {"eprint": {"archiveprefix": "arXiv"}, "urldate": {"url": "https://example.org/x"}}
_HEADER = """\
# The fields that styles print. Made by tools/build_styles.py, which runs the styles. A field without `@` is printed by all of
# BibTeX's types, one with `@` by the types after it. The table has these fields alone:
# {fields}.
# The .bst files of {version}:
"""


def build() -> str:
    """The text of styles.txt."""
    done = subprocess.run(["bibtex", "--version"], capture_output=True, text=True, check=True)
    header = _HEADER.format(fields=", ".join(PROBED), version=done.stdout.partition("\n")[0])
    rows = {style: printed_by(style) for style in STYLES}
    for style in [style for style, row in rows.items() if not row]:
        sys.stderr.write(f"{style}: not installed, left out\n")
    return header + "".join(f"{style}: {row}\n" for style, row in rows.items() if row) + BY_HAND


def printed_by(style: str) -> str:
    """The probed fields that a style prints, each with the types that do if not all do; empty if there is no such style."""
    printed = _typeset(style)
    found = []
    for field, value in PROBED.items():
        types = [type for type in TYPES if _squeeze(value) in printed.get(f"{type}-{field}", "")]
        if types:
            found.append(field if len(types) == len(TYPES) else f"{field}@{','.join(types)}")
    return " ".join(found)


def _typeset(style: str) -> dict[str, str]:
    """What the .bbl has of each entry, by its key."""
    entries = [
        f"@{type}{{{type}-{field}, "
        + ", ".join(
            f"{name} = {{{text}}}" for name, text in {**_NEEDED, **_COMPANIONS.get(field, {}), field: value}.items()
        )
        + "}\n"
        for type in TYPES
        for field, value in PROBED.items()
    ]
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "in.bib").write_text("".join(entries), encoding="utf-8")
        Path(folder, "o.aux").write_text(f"\\citation{{*}}\n\\bibstyle{{{style}}}\n\\bibdata{{in}}\n", encoding="utf-8")
        subprocess.run(["bibtex", "o"], cwd=folder, capture_output=True, timeout=300, check=False)
        output = Path(folder, "o.bbl")
        text = output.read_text(encoding="utf-8", errors="replace") if output.exists() else ""
    parts = re.split(r"\{([a-z]+-[a-z]+)\}", text.replace("%\n", ""))
    return dict(zip(parts[1::2], map(_squeeze, parts[2::2]), strict=True))


def _squeeze(text: str) -> str:
    return re.sub(r"[\s~{}\\]", "", text).lower()


if __name__ == "__main__":
    TABLE.write_text(build(), encoding="utf-8")
