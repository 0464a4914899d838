"""`bibcheck init`: what it proposes for a project, and what it writes."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import yaml

from bibcheck.cli import main
from bibcheck.cli.init import BASELINE, PRE_COMMIT, SETTINGS
from bibcheck.settings.find import SettingsFinder

BIB = "@article{a, pages = {1-2}}\n"
ROOT = Path(__file__).resolve().parent.parent.parent
HOOKS = "repos:\n  - repo: https://github.com/psf/black\n    rev: 24.1.0\n    hooks:\n      - id: black\n"
OURS = (
    "  - repo: local\n    hooks:\n      - id: bibcheck\n        name: bibcheck\n"
    "        entry: bibcheck check --force-exclude\n        language: system\n        types: [bib]\n"
    "        require_serial: true\n"
)


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    write("refs.bib", BIB)
    return tmp_path


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def read(name: str) -> str:
    return Path(name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "text", "preset", "dialect"),
    [
        ("p.tex", "\\documentclass[sigconf]{acmart}\\bibliographystyle{ACM-Reference-Format}", "acm", "bibtex"),
        ("p.tex", "\\documentclass{IEEEtran}\\bibliographystyle{IEEEtranN}", "ieee", "bibtex"),
        ("p.tex", "\\documentclass{article}\\bibliographystyle{IEEEtran}", "ieee", "bibtex"),
        ("p.tex", "\\documentclass{llncs}\\bibliographystyle{splncs04}", "lncs", "bibtex"),
        ("p.tex", "\\documentclass{article}\\usepackage[review]{acl}\\bibliographystyle{acl_natbib}", "acl", "bibtex"),
        ("p.tex", "\\documentclass[prl]{revtex4-2}", "aps", None),
        ("p.tex", "\\documentclass{elsarticle}\\bibliographystyle{elsarticle-num}", "elsevier", "bibtex"),
        ("p.tex", "\\documentclass{book}\\usepackage[style=apa]{biblatex}", "apa", "biblatex"),
        ("p.tex", "\\documentclass{book}\\usepackage{biblatex}", None, "biblatex"),
        ("p.tex", "\\documentclass[jou]{apa7}\\usepackage[style=apa]{biblatex}", "apa", "biblatex"),
        ("p.tex", "\\documentclass{article}\\usepackage{apacite}\\bibliographystyle{apacite}", None, "bibtex"),
        ("p.tex", "\\documentclass[twocolumn]{aastex631}\\bibliographystyle{aasjournal}", "aas", "bibtex"),
        ("p.tex", "\\documentclass{lipics-v2021}\\bibliographystyle{plainurl}", None, "bibtex"),
        ("p.tex", "\\documentclass[reprint]{revtex4-1}\\bibliographystyle{plain}", "aps", "bibtex"),
        ("p.tex", "\\documentclass{article}\\bibliographystyle{plain}", None, "bibtex"),
        ("p.typ", '#bibliography("refs.bib")', "typst", "biblatex"),
        ("p.qmd", "---\nbibliography: refs.bib\n---\n\n[@a]\n", None, None),
        ("paper.md", "---\ntitle: T\ntags:\n  - x\naffiliations:\n  - y\nbibliography: refs.bib\n---\n", "joss", None),
    ],
)
def test_what_a_document_shows(name: str, text: str, preset: str | None, dialect: str | None) -> None:
    load = "\\addbibresource{refs.bib}" if "{biblatex}" in text else "\\bibliography{refs}"
    write(name, text + load if name.endswith(".tex") else text)
    assert main(["init", "--yes", "--no-baseline"]) == 0
    table = SettingsFinder().settings_for(str(Path.cwd())).table
    assert (table.preset, table.dialect, table.documents) == (preset and (preset,), dialect, (name,))


# Small projects of the shapes that real ones have, and what a person would propose for them.
PROJECTS: list[tuple[dict[str, str], str]] = [
    (  # a talk beside the paper, both cite
        {
            "lecture.tex": "\\documentclass{beamer}\\input{tex/slides}\\bibliographystyle{abbrv}\\bibliography{refs}",
            "paper.tex": "\\documentclass{article}\\input{tex/intro}\\bibliographystyle{abbrv}\\bibliography{refs}",
            "tex/intro.tex": "\\cite{a}",
            "tex/slides.tex": "\\cite{a}",
            "splncs03.bst": "% a style that nothing uses",
        },
        'dialect = "bibtex"\ndocuments = ["lecture.tex", "paper.tex"]\n',
    ),
    (  # the template that the paper was begun with lies beside it
        {
            "paper.tex": "\\documentclass{IEEEtran}\\bibliographystyle{plain}\\bibliography{refs}",
            "presentation.tex": "\\documentclass{beamer}\\bibliographystyle{plain}\\bibliography{refs}",
            "template/paper/sample.tex": "\\documentclass{IEEEtran}\\bibliographystyle{plain}\\bibliography{refs}",
        },
        'preset = ["ieee"]\ndialect = "bibtex"\ndocuments = ["paper.tex", "presentation.tex"]\n',
    ),
    (  # a thesis in many files, its style in a file of packages
        {
            "main.tex": "\\documentclass{scrreprt}\\input{packages}\\include{one}\\include{two}\\bibliography{refs}",
            "packages.tex": "\\bibliographystyle{alphadin}",
            "one.tex": "\\input{one/a}",
            "one/a.tex": "\\cite{a}",
            "two.tex": "\\cite{a}",
        },
        'dialect = "bibtex"\ndocuments = ["main.tex"]\n',
    ),
    (  # the bibliography in a file that is made
        {
            "paper.tex": "\\documentclass{juliacon}\\input{header}\\input{bib}",
            "header.tex": "\\title{T}",
            "bib.tex": "\\bibliographystyle{juliacon}\\bibliography{refs.bib}",
            "build/test.aux": "\\relax",
        },
        'dialect = "bibtex"\ndocuments = ["paper.tex"]\n',
    ),
    (  # what the class came with: it cites nothing that is there
        {
            "paper.tex": "\\documentclass{juliacon}\\cite{a}\\bibliographystyle{x}\\bibliography{refs}",
            "reference.tex": "\\documentclass{juliacon}\\cite{lamport94}\\bibliographystyle{x}\\bibliography{refs}",
        },
        'dialect = "bibtex"\ndocuments = ["paper.tex"]\n',
    ),
    (  # a paper that is begun, and cites what is to be written yet
        {"paper.tex": "\\documentclass{juliacon}\\cite{b}\\bibliographystyle{x}\\bibliography{refs}"},
        'dialect = "bibtex"\ndocuments = ["paper.tex"]\n',
    ),
    (  # two versions of a paper
        {
            "acm/p.tex": "\\documentclass{acmart}\\cite{a}\\bibliography{../refs}",
            "arxiv/p.tex": "\\documentclass{article}\\cite{a}\\bibliography{../refs}\\bibliographystyle{plain}",
        },
        'preset = ["acm"]\ndialect = "bibtex"\ndocuments = ["acm/p.tex", "arxiv/p.tex"]\n',
    ),
    (  # a Quarto book
        {
            "_quarto.yml": "book:\n  chapters:\n    - index.qmd\n    - about.qmd\nbibliography: refs.bib\n",
            "index.qmd": "@a",
            "about.qmd": "@a",
            "README.md": "# A book",
        },
        'documents = ["index.qmd"]\n',
    ),
    (  # a Quarto site, which names no documents
        {
            "_quarto.yml": "project:\n  type: website\nbibliography: refs.bib\n",
            "about.qmd": "@a",
            "index.qmd": "@a",
        },
        'documents = ["index.qmd", "about.qmd"]\n',
    ),
    (
        {
            "index.Rmd": "---\nsite: bookdown::bookdown_site\nbibliography: [refs.bib]\n---\n@a",
            "01-one.Rmd": "@a",
        },
        'documents = ["index.Rmd"]\n',
    ),
    (  # a Jupyter Book
        {
            "_config.yml": "bibtex_bibfiles:\n  - refs.bib\n",
            "_toc.yml": "root: intro\nchapters:\n- file: about\n",
            "README.md": "# A book",
            "about.md": "{cite:p}`a`",
            "intro.md": "{cite:p}`a`",
        },
        'documents = ["intro.md"]\n',
    ),
    (
        {
            "docs/conf.py": "bibtex_bibfiles = ['../refs.bib']",
            "docs/index.rst": ".. toctree::\n\n   guide\n\n.. bibliography::\n",
            "docs/guide.rst": ":cite:p:`a`",
            "README.rst": "A package",
        },
        'documents = ["docs/index.rst"]\n',
    ),
    ({"output.bbl": "\\begin{thebibliography}{1}"}, "# the default rules, for every .bib file\n"),
]


@pytest.mark.parametrize(("files", "proposed"), PROJECTS)
def test_a_project_gets_what_a_person_would_propose(files: dict[str, str], proposed: str) -> None:
    for name, text in files.items():
        write(name, text)
    main(["init", "--yes", "--no-baseline"])
    lines = [line.partition("  #")[0] + "\n" for line in read(SETTINGS).splitlines()]
    assert "".join(lines) == proposed


def quarto(formats: str) -> dict[str, str]:
    return {"p.qmd": f"---\ntitle: T\n{formats}\nbibliography: refs.bib\n---\n\n[@a]\n"}


def r_markdown(output: str) -> dict[str, str]:
    return {"p.Rmd": f"---\ntitle: T\nbibliography: [refs.bib]\n{output}\n---\n\n[@a]\n"}


@pytest.mark.parametrize(
    ("files", "preset"),
    [
        (quarto("format: acm-pdf"), "acm"),  # github.com/quarto-journals/acm
        (quarto("format:\n  pdf: default\n  acm-pdf:\n    keep-tex: true"), "acm"),
        (quarto("format:\n  html: default\n  acm-html: default"), "acm"),
        (quarto("format: {acm-pdf: default}"), "acm"),
        (quarto("format:\n  ieee-pdf: default"), "ieee"),  # github.com/dfolio/quarto-ieee
        (quarto("format: 'ieeetran-pdf'"), "ieee"),  # github.com/gael-close/ieeetran
        (
            quarto("format:\n  elsevier-pdf:\n    journal:\n      name: X"),
            "elsevier",
        ),  # github.com/quarto-journals/elsevier
        (quarto("format: jss-pdf"), "jss"),  # github.com/quarto-journals/jss
        (quarto("format: typst"), "typst"),  # quarto.org/docs/authoring/citations
        (quarto("format:\n  html: default\n  poster-typst: default"), "typst"),
        (quarto("format:\n  acm-pdf: default\n  typst: default"), "acm"),
        # No preset asks for what these do.
        *[
            (quarto(f"format: {name}"), None)
            for name in "pdf html docx acs-pdf agu-pdf plos-pdf jasa-pdf nature-pdf".split()
        ],
        (quarto("format: apaquarto-pdf"), None),  # it prints with CSL, and the preset is for biblatex-apa
        (quarto("format:\n  pdf: default  # or acm-pdf"), None),
        (quarto("subtitle: How acm-pdf works\nformat: html"), None),
        (quarto("format:\n  html:\n    include-in-header: my-acm-pdf.html"), None),
        # The settings of the project name the format.
        ({**quarto("x: y"), "_quarto.yml": "project:\n  type: default\nformat:\n  acm-pdf: default\n"}, "acm"),
        # R/article.R of github.com/rstudio/rticles
        (r_markdown("output: rticles::acm_article"), "acm"),
        (r_markdown("output:\n  rticles::ieee_article:\n    draftmode: final"), "ieee"),
        (r_markdown("output:\n  rticles::elsevier_article: default\n  html_document: default"), "elsevier"),
        (r_markdown('output:\n  bookdown::pdf_book:\n    base_format: "rticles::jss_article"'), "jss"),
        (r_markdown("output:\n  bookdown::pdf_document2:\n    base_format: rticles::lncs_article"), "lncs"),
        (r_markdown("output:\n  rticles::joss_article:\n    journal: JOSS"), "joss"),
        (r_markdown("output: rticles::springer_article"), None),  # journals; the preset is for LNCS
        (r_markdown("output: rticles::plos_article"), None),
        (r_markdown("output: papaja::apa6_pdf"), None),
        (r_markdown("output: pdf_document"), None),
        ({**r_markdown("x: y"), "_output.yml": "rticles::acm_article:\n  keep_tex: true\n"}, "acm"),
    ],
)
def test_the_format_of_a_document_shows_its_preset(files: dict[str, str], preset: str | None) -> None:
    for name, text in files.items():
        write(name, text)
    assert main(["init", "--yes", "--no-baseline"]) == 0
    table = SettingsFinder().settings_for(str(Path.cwd())).table
    assert table.preset == (preset and (preset,))


def test_main_documents_alone_are_named() -> None:
    write("main.tex", "\\documentclass{article}\\input{ch/one}\\include{two}\\bibliography{refs}")
    write("ch/one.tex", "\\cite{a}")
    write("two.tex", "% !TEX root = main.tex\n\\cite{a}")
    write("figure.tex", "\\documentclass{standalone}\\cite{a}\\bibliography{refs}")
    write("letter.tex", "\\documentclass{letter}\\begin{document}Dear\\end{document}")
    write("README.md", "# See @a\n")
    write("talk/slides.tex", "\\documentclass{beamer}\\bibliography{../refs}")
    write("old/paper.tex", "\\documentclass{article}\\bibliography{refs}")
    write(".gitignore", "old/\n")
    main(["init", "--yes", "--no-baseline"])
    assert SettingsFinder().settings_for(str(Path.cwd())).table.documents == ("main.tex", "talk/slides.tex")


def test_flags_go_before_what_documents_show() -> None:
    write("p.tex", "\\documentclass{acmart}\\bibliographystyle{plain}\\bibliography{refs}")
    main(["init", "--yes", "--no-baseline", "--preset", "ieee", "--dialect", "biblatex", "--document", "q.tex"])
    assert read(SETTINGS) == 'preset = ["ieee"]\ndialect = "biblatex"\ndocuments = ["q.tex"]\n'


def test_nothing_is_written_unasked(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    before = sorted(Path.cwd().iterdir())
    assert main(["init", "--pre-commit"]) == 0
    assert "--yes writes what is proposed" in capsys.readouterr().out
    assert sorted(Path.cwd().iterdir()) == before


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("answers", "written"),
    [
        ("n\n", set()),
        ("\nn\nn\n", {SETTINGS}),
        ("y\ny\nn\n", {SETTINGS, PRE_COMMIT}),
        ("y\nn\nyes\n", {SETTINGS, BASELINE}),
        ("\n\n\n", {SETTINGS, PRE_COMMIT, BASELINE}),
        ("", set()),  # the end of the input is no answer
    ],
)
def test_what_is_agreed_to_is_written(monkeypatch: pytest.MonkeyPatch, answers: str, written: set[str]) -> None:
    monkeypatch.setattr("sys.stdin", Terminal(answers))
    assert main(["init", "--pre-commit"]) == 0
    assert {name for name in (SETTINGS, PRE_COMMIT, BASELINE) if Path(name).exists()} == written


def test_a_baseline_makes_the_check_pass(capsys: pytest.CaptureFixture[str]) -> None:
    main(["init", "--yes"])
    assert f'baseline = "{BASELINE}"' in read(SETTINGS)
    assert main(["check"]) == 0
    write("refs.bib", BIB + "@article{b, pages = {3-4}}\n")
    assert main(["check"]) == 1


def test_no_baseline_where_nothing_is_found() -> None:
    write("refs.bib", "")
    main(["init", "--yes"])
    assert "baseline" not in read(SETTINGS)
    assert not Path(BASELINE).exists()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (HOOKS, HOOKS + OURS),
        (HOOKS.replace("\n  ", "\n"), HOOKS.replace("\n  ", "\n") + OURS.replace("\n  ", "\n")[2:]),
        (HOOKS + OURS, HOOKS + OURS),  # is there
        (HOOKS + "exclude: x\n", HOOKS + "exclude: x\n"),  # where to put it is not plain
    ],
)
def test_hooks_are_added(before: str, after: str) -> None:
    write(PRE_COMMIT, before)
    main(["init", "--yes", "--no-baseline"])
    assert read(PRE_COMMIT) == after


def test_a_project_without_pre_commit_gets_it_if_asked_for() -> None:
    write("p.tex", "\\documentclass{article}\\bibliography{refs}")
    main(["init", "--yes", "--no-baseline", "--pre-commit"])
    written = read(PRE_COMMIT)
    assert written.startswith("repos:\n" + OURS + "      - id: bibcheck-citations\n")
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (ours,) = (hook for hook in hooks if hook["id"] == "bibcheck-citations")
    proposed = yaml.safe_load(written)["repos"][0]["hooks"][1]
    assert all(proposed[key] == ours[key] for key in ("id", "entry", "files", "pass_filenames"))


def test_settings_that_are_there_stay(capsys: pytest.CaptureFixture[str]) -> None:
    write(SETTINGS, "ignore = ['titles']\n")
    assert main(["init", "--yes"]) == 2
    assert "there are settings already" in capsys.readouterr().err
    assert read(SETTINGS) == "ignore = ['titles']\n"
