"""Chooses the reader of a document by the name of its file."""

from __future__ import annotations

from collections.abc import Iterable
from os.path import basename, splitext

from bibcheck.documents.document import CiteCommand, Document, Problem
from bibcheck.source import Source, Span

_KINDS = {
    "latex": (".tex", ".ltx", ".latex", ".sty", ".cls", ".rnw", ".dtx", ".bbl", ".tikz", ".pgf"),
    "aux": (".aux",),
    "bcf": (".bcf",),
    "markdown": (".md", ".markdown", ".rmd", ".qmd", ".mdx", ".mkd", ".rmarkdown"),
    "typst": (".typ",),
    "rst": (".rst", ".rest"),
    "yaml": (".yml", ".yaml"),
}
_KIND_OF = {extension: kind for kind, extensions in _KINDS.items() for extension in extensions}


def kind_of(path: str) -> str:
    """The kind of a document by the name of its file; empty for a file that is none."""
    return "rst" if basename(path) == "conf.py" else _KIND_OF.get(splitext(path)[1].lower(), "")


def read_document(
    source: Source, *, cite_commands: Iterable[str | CiteCommand] = (), kind: str | None = None
) -> Document:
    """Read what a document cites and where from, as far as it can be read. Never raises.

    `cite_commands` are LaTeX commands that cite, beside those of the packages: by name (without the backslash, keys in
    the first mandatory argument), or as another document has defined them. `kind` overrules what the file's name says.
    """
    kind = kind_of(source.path) if kind is None else kind
    if "\0" in source.text:
        return Document(source.path, kind, problems=(Problem(source.path, Span(0, 0), "is not a text file"),))
    named = (CiteCommand(name.lstrip("\\")) if isinstance(name, str) else name for name in cite_commands)
    if kind == "latex":
        from bibcheck.documents.latex import read_latex

        return read_latex(source, named)
    if kind == "markdown":
        from bibcheck.documents.markdown import read_markdown

        return read_markdown(source, named)
    return _read(source, kind)


def _read(source: Source, kind: str) -> Document:
    """Read a document in another language; its reader is imported only now."""
    if kind == "typst":
        from bibcheck.documents.typst import read_typst as read
    elif kind == "rst":
        from bibcheck.documents.rst import read_rst, read_sphinx_configuration

        read = read_sphinx_configuration if source.path.endswith(".py") else read_rst
    elif kind == "aux":
        from bibcheck.documents.aux_file import read_aux as read
    elif kind == "bcf":
        from bibcheck.documents.bcf_file import read_bcf as read
    elif kind == "yaml":
        from bibcheck.documents.metadata import read_metadata as read
    else:
        message = "is not a document that bibcheck reads (LaTeX, .aux, .bcf, Markdown, Quarto, Typst, reStructuredText)"
        return Document(source.path, "", problems=(Problem(source.path, Span(0, 0), message),))
    return read(source)
