"""What settings a folder asks for, as its documents show: `bibcheck init` proposes them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from os.path import dirname, join

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.keys import note_keys
from bibcheck.documents.bookdown import files_in
from bibcheck.documents.document import ALL_ENTRIES, Document
from bibcheck.documents.evidence import evidence
from bibcheck.documents.finding_files import Folders, include_candidates
from bibcheck.documents.project import Project, load_project
from bibcheck.documents.reading import kind_of, read_document
from bibcheck.records import NamedTuple
from bibcheck.settings.gitignore import GitIgnore
from bibcheck.settings.paths import shown
from bibcheck.source import Source

_MAIN_KINDS = ("latex", "markdown", "typst", "rst")
_MAIN_ENDINGS = (".tex", ".ltx", ".rnw", ".md", ".rmd", ".qmd", ".typ", ".rst")
_ROOTS = ("index", "intro")  # what the first document of a book or a site is called
_SETTINGS = ("_quarto.yml", "_config.yml", "myst.yml", "conf.py")  # of books and sites: they name the bibliographies
_LEFT_OUT = frozenset({"node_modules", "venv", "__pycache__"})
_FOR_COPYING = frozenset(
    {"template", "templates", "skeleton", "boilerplate"}
)  # folders of what a project was begun with
_PARTS = ("standalone", "subfiles")  # classes of what other documents include
_LARGEST = 5_000_000  # characters

# What shows for which venue or program a document is, the surest first: a pattern of its class, style, package or format.
# Formats of Quarto: the READMEs of github.com/quarto-journals (acm, elsevier, jss), dfolio/quarto-ieee and gael-close/ieeetran;
# quarto.org/docs/journals/formats for their endings. Formats of rticles: R/article.R of github.com/rstudio/rticles (0.27).
# There is no preset for its springer_article, which is for journals, and none for apaquarto, which prints with CSL.
_PRESETS = (
    (
        "acm",
        r"acmart|acm-reference-format|sig-alternate.*|acmsmall|acmlarge|acmsiggraph|acm-(?:pdf|html)|rticles::acm_article",
    ),
    ("ieee", r"ieeetran.*|ieeeconf|ieeecolor|ieeeaccess|ieee|ieee-(?:pdf|html)|rticles::ieee_article"),
    ("lncs", r"llncs|lncs|splncs.*|rticles::lncs_article"),
    ("aas", r"aastex.*|aasjournal.*"),
    ("acl", r"acl|acl\d+|acl_natbib.*|acl_latex|emnlp.*|naacl.*|coling.*"),
    ("aps", r"revtex.*|apsrev.*|apsrmp.*"),
    ("elsevier", r"elsarticle.*|cas-[sd]c|cas-model.*|elsart.*|elsevier-(?:pdf|html)|rticles::elsevier_article"),
    ("jss", r"jss|jss-(?:pdf|html)|rticles::jss_article"),
    ("joss", r"rticles::joss_article"),
    ("apa", r"apa|apa7"),
    ("typst", r"(?:.+-)?typst"),  # quarto.org/docs/authoring/citations: Typst itself reads the bibliography
)
_JOSS = re.compile(r"^(?:affiliations|tags):", re.MULTILINE)


class Proposal(NamedTuple):
    """The settings that are proposed. `why` says in a few words what each rests on, by its key."""

    presets: tuple[str, ...]
    dialect: str
    documents: tuple[str, ...]  # by their paths below the folder, with `/`
    why: dict[str, str]


def propose(folder: str) -> Proposal:
    """The settings that the documents below a folder ask for."""
    mains = _without_leftovers(_without_parts(_main_projects(folder)))
    why: dict[str, str] = {}
    presets = []
    for path, project in mains.items():
        found = _preset_of(project)
        if found and found[0] not in presets:
            presets.append(found[0])
            why.setdefault("preset", f"{found[1]} in {shown(path)}")
    dialects = {evidence(project.documents).dialect for project in mains.values()} - {""}
    dialect = dialects.pop() if len(dialects) == 1 else ""
    if dialect:
        why["dialect"] = "as the documents load it"
    return Proposal(
        tuple(presets) if len(presets) == 1 else (),
        dialect,
        tuple(os.path.relpath(main, folder).replace(os.sep, "/") for main in mains),
        why,
    )


def _main_projects(folder: str) -> Iterator[tuple[str, Project]]:
    for path in _candidates(folder, GitIgnore()):
        try:
            source = Source.from_file(path)
        except OSError:
            continue
        if len(source.text) <= _LARGEST and _is_main(read_document(source)):
            project = load_project(
                path, Source.from_file, exists=os.path.isfile, files_in=files_in, real_path=os.path.realpath
            )
            if project.bibliographies and _is_chapter_if_some_are_named(path, project):
                yield path, project


def _is_chapter_if_some_are_named(main: str, project: Project) -> bool:
    """Whether the settings beside a document name it, where they name documents: a README is none of the book."""
    settings = [document for document in project.documents if document.kind == "yaml"]
    named = {
        path
        for document in settings
        for include in document.includes
        for path in include_candidates(include, document, dirname(main), Folders(dirname(main)))
    }
    return not named or main in named or bool(project.documents[0].bibliographies)


def _without_parts(projects: Iterable[tuple[str, Project]]) -> dict[str, Project]:
    """The documents that are part of no other. Of those of a book, each of which has the others for its parts, the first."""
    found = dict(sorted(projects, key=lambda each: (dirname(each[0]) != "", not _is_root(each[0]))))
    parts = {main: {document.path for document in project.documents} for main, project in found.items()}
    names = list(found)
    return {
        main: found[main]
        for number, main in enumerate(names)
        if not any(
            main in parts[other] and (other not in parts[main] or place < number)
            for place, other in enumerate(names)
            if other != main
        )
    }


def _is_root(path: str) -> bool:
    return os.path.splitext(os.path.basename(path))[0].lower() in _ROOTS


def _without_leftovers(mains: dict[str, Project]) -> dict[str, Project]:
    """Leaves out the manual of a template, which cites nothing that the bibliography has, if anything else is left."""
    return {path: project for path, project in mains.items() if _cites_what_is_there(project)} or mains


def _cites_what_is_there(project: Project) -> bool:
    """Whether a document cites an entry of its bibliographies, or nothing, or has bibliographies that are elsewhere."""
    cited = {
        citation.key.lower() for document in project.documents for citation in (*document.citations, *document.nocites)
    }
    if not cited or ALL_ENTRIES in cited or any(not named.path for named in project.bibliographies):
        return True
    for named in project.bibliographies:
        try:
            keys = note_keys(Bibliography(Source.from_file(named.path)))
        except OSError:
            return True
        if any(key.lower() in cited for entry in keys for key in (entry.key, *entry.aliases)):
            return True
    return False


def _candidates(folder: str, git: GitIgnore) -> Iterator[str]:
    """What may be a main document, by its name: those right in the folder first."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    folders = []
    for entry in entries:
        absolute = os.path.abspath(entry.path)
        is_folder = entry.is_dir(follow_symlinks=False)
        if entry.name.startswith(".") or entry.name in _LEFT_OUT or git.ignores(absolute, is_folder=is_folder):
            continue
        if is_folder:
            if entry.name.lower() not in _FOR_COPYING:
                folders.append(entry.path)
        elif entry.name.lower().endswith(_MAIN_ENDINGS) and entry.is_file():
            yield os.path.normpath(entry.path)
    for below in folders:
        yield from _candidates(below, git)


def _is_main(document: Document) -> bool:
    if document.main is not None or document.kind not in _MAIN_KINDS:
        return False
    if document.kind == "latex":
        return document.document_class is not None and document.document_class.name not in _PARTS
    if document.kind == "rst" and not _is_root(document.path):
        return False
    settings = (join(dirname(document.path), name) for name in _SETTINGS)
    return bool(document.bibliographies) or any(map(os.path.exists, settings))


def _preset_of(project: Project) -> tuple[str, str] | None:
    """The preset for a document, with what shows it."""
    names = list(_names(project.documents))
    for preset, expression in _PRESETS:
        for name in names:
            # The preset is for biblatex-apa; apacite follows an older manual, and reads BibTeX's fields.
            if preset == "apa" and evidence(project.documents).dialect != "biblatex":
                continue
            if re.fullmatch(expression, name.lower()):
                return preset, f"`{name}`"
    main = project.documents[0]
    if main.kind == "typst":
        return "typst", "a Typst document"
    if main.kind == "markdown" and os.path.basename(main.path) == "paper.md":
        with open(main.path, encoding="utf-8", errors="replace") as file:
            if len(_JOSS.findall(file.read())) > 1:
                return "joss", "the head of the paper"
    return None


def _names(documents: Sequence[Document]) -> Iterable[str]:
    """The names of class, styles and packages, as they are used, and the style that biblatex is told of."""
    for document in documents:
        if kind_of(document.path) == "latex" and document.path.endswith((".sty", ".cls")):
            continue
        if document.document_class:
            yield document.document_class.name.rpartition("/")[2]
        for style in document.styles:
            yield style.name.rpartition("/")[2].removesuffix(".csl")
        for package in document.packages:
            yield package.name
            if package.name == "biblatex":
                yield package.option("style") or package.option("bibstyle") or ""
