"""Sets references with the real styles, by bibtex and by biber. Shares nothing with bibcheck."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

_KEY = "zz{}zz"
_KEY_IN_BRACES = re.compile(r"\{zz(\d+)zz\}")
_TEX = r"""\documentclass{{article}}
\usepackage[backend=biber,style={style}]{{biblatex}}
\addbibresource{{in.bib}}
\begin{{document}}
\nocite{{*}}
\end{{document}}
"""
# What tells references of one author and year apart, which depends on the others.
_SUFFIX = re.compile(r"\\natexlab\s*\{\w+\}|\\BCnt(?:ND)? \{\d+\}|(?<=\d{4})[a-z]{1,2}(?![\w-])")
# What says which field an argument is, and whether a period follows; the key, which a label may be made of.
_NO_TEXT = re.compile(r"\\bib(?:info|field)\s*\{\w+\}|\\BibitemShut\s*\{\w+\}|zz\d+z*|\\BPBI\s*")
_ARGUMENTS = re.compile(r"^\\APAC.*", re.MULTILINE)  # which are set apart (apacite.sty)
# A line in place of the authors of the reference before (siam.bst).
_SAME_AUTHORS = r"\vrule height"
# The values in a .bbl of biber's: of fields, of the parts of names, of lists, and of what is verbatim.
_VALUE = re.compile(
    r"^ *+(?:\\field\{(?!sortinit|label|extra|sort|abstract|keywords|\w+source)\w+\}\{(?P<field>.*)\}"
    r"|(?:family|given|prefix|suffix)=\{(?P<name>.*)\},?"
    r"|\{(?P<item>.*)\}%|\\verb (?P<verbatim>.*))$",
    re.MULTILINE,
)


def is_installed(style: str) -> bool:
    """Whether there is a .bst file of that name."""
    if not shutil.which("bibtex") or not shutil.which("kpsewhich"):
        return False
    return bool(
        subprocess.run(["kpsewhich", f"{style}.bst"], capture_output=True, text=True, check=False).stdout.strip()
    )


def has_biblatex() -> bool:
    """Whether biber and BibLaTeX are there."""
    if not shutil.which("biber") or not shutil.which("pdflatex"):
        return False
    return bool(
        subprocess.run(["kpsewhich", "biblatex.sty"], capture_output=True, text=True, check=False).stdout.strip()
    )


def set_by_bibtex(style: str, references: list[str]) -> list[str]:
    """What the .bbl has of each reference, which is given as an entry with the key `{}`; empty where it has none."""
    with tempfile.TemporaryDirectory() as folder:
        _write_bibliography(folder, references)
        Path(folder, "o.aux").write_text(f"\\citation{{*}}\n\\bibstyle{{{style}}}\n\\bibdata{{in}}\n", encoding="utf-8")
        subprocess.run(["bibtex", "o"], cwd=folder, capture_output=True, timeout=300, check=False)
        output = Path(folder, "o.bbl").read_text(encoding="utf-8", errors="replace")
    found = [""] * len(references)
    for item in re.split(r"\\bibitem", output.replace("%\n", ""))[1:]:
        match = _KEY_IN_BRACES.search(item)
        if match:
            text = item[match.end() :].partition(r"\end{thebibliography}")[0]
            text = _ARGUMENTS.sub(lambda line: line[0].replace("}{", "} {"), text)
            found[int(match[1])] = _NO_TEXT.sub(" ", _SUFFIX.sub("", text))
    return found


def may_be_compared(before: str, after: str) -> bool:
    """Whether both or neither of two texts of a reference have a line in place of the authors of the reference before."""
    return (_SAME_AUTHORS in before) == (_SAME_AUTHORS in after)


def set_by_biber(references: list[str], style: str = "numeric") -> list[str]:
    """What the .bbl has of each reference, given as above, in BibLaTeX; empty where it has none."""
    with tempfile.TemporaryDirectory() as folder:
        _write_bibliography(folder, references)
        Path(folder, "o.tex").write_text(_TEX.format(style=style), encoding="utf-8")
        for command in (["pdflatex", "-interaction=batchmode", "o"], ["biber", "--quiet", "o"]):
            subprocess.run(command, cwd=folder, capture_output=True, timeout=600, check=False)
        output = Path(folder, "o.bbl").read_text(encoding="utf-8", errors="replace")
    found = [""] * len(references)
    for match in re.finditer(r"\\entry\{zz(\d+)zz\}\{\w+\}\{.*?\}\n(.*?)\\endentry", output, re.DOTALL):
        text = re.sub(r"\\verb\{urlraw\}.*?\\endverb", "", match[2], flags=re.DOTALL)
        text = re.sub(r"\\bibnamedelim[a-z] ?", " ", text)
        found[int(match[1])] = "\n".join("".join(filter(None, value.groups())) for value in _VALUE.finditer(text))
    return found


def _write_bibliography(folder: str, references: list[str]) -> None:
    entries = [reference.replace("{}", _KEY.format(number), 1) for number, reference in enumerate(references)]
    Path(folder, "in.bib").write_text("\n".join(entries), encoding="utf-8", errors="replace")
