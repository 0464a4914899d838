"""What the real LaTeX cites, by the `.aux` file that it writes. Shares nothing with bibcheck."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

_CITED = re.compile(r"\\citation\{([^{}]*)\}|\\abx@aux@(?:no)?cite(?:\{\d*\})?\{([^{}]*)\}")
_READ = re.compile(r"^INPUT (/.*\.(?:sty|cls|def|cbx|rtx|tex))$", re.MULTILINE)
_NAME = re.compile(r"\\([A-Za-z]*(?:[cC]ite|[cC]quote|bibentry|apud)[A-Za-z]*)")
_DEFINED = re.compile(r"^defined:(\w+)$", re.MULTILINE)


def has_latex(*files: str) -> bool:
    """Whether LaTeX is there, with these packages and classes."""
    if not shutil.which("pdflatex") or not shutil.which("kpsewhich"):
        return False
    done = subprocess.run(["kpsewhich", *files], capture_output=True, text=True, check=False)
    return done.returncode == 0


def cited_by_latex(text: str) -> list[str]:
    """The keys that a document cites, in their order; LaTeX goes on behind errors."""
    with tempfile.TemporaryDirectory() as folder:
        _run(folder, text)
        auxiliary = Path(folder, "o.aux")
        written = auxiliary.read_text(encoding="utf-8", errors="replace") if auxiliary.exists() else ""
        lists = [match[1] or match[2] for match in _CITED.finditer(written)]
        return [key.strip() for keys in lists for key in keys.split(",")]


def commands_about_citations(preamble: str) -> list[str]:
    """The commands that are defined after a preamble, and have a name that has to do with citations."""
    with tempfile.TemporaryDirectory() as folder:
        _run(folder, _document(preamble, "x"))
        read = _READ.findall(Path(folder, "o.fls").read_text(encoding="utf-8", errors="replace"))
        names = {name for path in set(read) for name in _NAME.findall(Path(path).read_text("utf-8", "replace"))}
        ask = "".join(f"\\ifcsname {name}\\endcsname\\typeout{{defined:{name}}}\\fi\n" for name in sorted(names))
        _run(folder, _document(preamble, ask))
        return sorted(set(_DEFINED.findall(Path(folder, "o.log").read_text("utf-8", "replace"))))


def _document(preamble: str, body: str) -> str:
    return f"{preamble}\n\\begin{{document}}\n{body}\n\\end{{document}}\n"


def _run(folder: str, text: str) -> None:
    for old in Path(folder).iterdir():
        old.unlink()
    Path(folder, "o.tex").write_text(text, encoding="utf-8")
    command = ["pdflatex", "-recorder", "-interaction=nonstopmode", "o.tex"]
    subprocess.run(command, cwd=folder, capture_output=True, stdin=subprocess.DEVNULL, timeout=120, check=False)
