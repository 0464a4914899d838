"""Where a program would look for a file that a document names."""

from __future__ import annotations

from collections.abc import Iterator
from os.path import dirname, isabs, join, normpath

from bibcheck.documents.document import Bibliography, Document, Include
from bibcheck.records import NamedTuple

_IMPORTS = frozenset({"\\import", "\\inputfrom", "\\includefrom"})
_SUBIMPORTS = frozenset({"\\subimport", "\\subinputfrom", "\\subincludefrom"})
PACKAGE_EXTENSIONS = {
    "\\usepackage": ".sty",
    "\\RequirePackage": ".sty",
    "\\documentclass": ".cls",
    "\\LoadClass": ".cls",
}
_READ_AS_THEY_ARE = (".tex", ".ltx", ".sty", ".cls", ".aux")
_DOCUMENT_NAMES = ("", ".rst", ".md")


class Folders(NamedTuple):
    """Where files are looked for: beside the main document first, as LaTeX runs there."""

    main: str
    texinputs: tuple[str, ...] = ()
    bibinputs: tuple[str, ...] = ()


def search_path(value: str, separator: str = ":") -> tuple[str, ...]:
    """The folders of a variable such as TEXINPUTS or BIBINPUTS. Those below a folder that ends in `//` are not listed."""
    folders = [folder.rstrip("/") or "/" for folder in value.split(separator) if folder not in ("", ".", ".//")]
    return tuple(folder.lstrip("!") for folder in folders)


def include_folder(include: Include, document: Document, current: str, main: str) -> str:
    """The folder in which the files are looked for first that the included document names itself."""
    if include.command in _IMPORTS:
        return join(main, include.folder)
    if include.command in _SUBIMPORTS:
        return join(current, include.folder)
    if include.command in ("\\subfile", "\\subfileinclude"):
        return dirname(join(current, include.name))
    return current


def include_candidates(include: Include, document: Document, current: str, folders: Folders) -> Iterator[str]:
    """The paths at which an included document may be, the likeliest first. `current` is the folder of an `\\import`."""
    if document.kind in ("latex", "aux"):
        first = include_folder(include, document, current, folders.main) if include.folder else current
        yield from _paths(
            (first, folders.main, *folders.texinputs, dirname(document.path), ""),
            _latex_names(include.name, include.command),
        )
    else:
        endings = _DOCUMENT_NAMES if include.command == "toctree" else ("",)
        yield from _paths(_beside(document, folders), [include.name.lstrip("/") + ending for ending in endings])


def bibliography_candidates(bibliography: Bibliography, document: Document, folders: Folders) -> Iterator[str]:
    """The paths at which a bibliography may be: BibTeX adds the `.bib`, biblatex wants it written."""
    name = bibliography.name
    if document.kind in ("latex", "aux", "bcf"):
        names = [name] if name.lower().endswith(".bib") else [f"{name}.bib", name]
        yield from _paths((folders.main, *folders.bibinputs, dirname(document.path), ""), names)
    else:
        beside = _beside_settings if document.kind == "yaml" else _beside
        yield from _paths((*beside(document, folders), *folders.bibinputs, ""), [name.lstrip("/")])


def _latex_names(name: str, command: str) -> list[str]:
    if extension := PACKAGE_EXTENSIONS.get(command):
        return [name + extension]
    return [name] if name.endswith(_READ_AS_THEY_ARE) else [f"{name}.tex", name]


def _beside_settings(document: Document, folders: Folders) -> tuple[str, ...]:
    return *_beside(document, folders), join(folders.main, "_bibliography")  # jekyll-scholar


def _beside(document: Document, folders: Folders) -> tuple[str, ...]:
    return dirname(document.path), folders.main


def _paths(folders: tuple[str, ...], names: list[str]) -> Iterator[str]:
    """Each name in each folder, once. An absolute name is the path itself."""
    seen = set()
    for folder in folders:
        for name in names:
            path = normpath(name if isabs(name) else join(folder, name))
            if path not in seen:
                seen.add(path)
                yield path
