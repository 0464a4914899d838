"""LaTeX: which commands cite, what is not read, and what else a document says of its bibliography."""

from __future__ import annotations

import pytest

from bibcheck.documents.document import CiteCommand
from tests.documents.reading import cited, read

CITING = [
    (r"\cite{a}", "a"),
    (r"\cite{a,b, c}", "a b c"),
    ("\\cite{a,\n   b,%\n\tc}", "a b c"),
    ("\\cite{a, % why b: later\n b}", "a b"),
    (r"\cite[p.~3]{a} \cite[see][p.~3]{b}", "a b"),
    ("\\cite\n  [see]\n  [p. 3]\n  {a}", "a"),
    ("\\cite% a comment\n{a}", "a"),
    (r"\cite[see {[1]} and \cite{a}]{b}", "a b"),
    (r"\cite[100\% of][]{a}", "a"),
    (r"\cite{key with blanks}", "key with blanks"),
    (r"\cite{DBLP:conf/crypto/X+84}", "DBLP:conf/crypto/X+84"),
    (
        r"\citet{a}\citep*{b}\Citet{c}\citealt{d}\citealp{e}\Citealp*{f}\citeauthor{g}\citeyearpar{h}\citenum{i}",
        "a b c d e f g h i",
    ),
    (r"\citetalias{a}\citefullauthor{b}\Citeauthor*{c}\shortcite{d}", "a b c d"),
    (
        r"\parencite{a}\Parencite*{b}\footcite{c}\footcitetext{d}\textcite{e}\Textcite{f}\smartcite{g}\supercite{h}",
        "a b c d e f g h",
    ),
    (
        r"\autocite{a}\Autocite*{b}\citetitle*{c}\citeyear*{d}\citedate{e}\citeurl{f}\fullcite{g}\footfullcite{h}",
        "a b c d e f g h",
    ),
    (r"\notecite{a}\Pnotecite{b}\fnotecite[x][y]{c}", "a b c"),
    (r"\citefield{a}[title]{b}\citelist{c}{d}\citename{e}[family]{author}", "a c e"),
    (r"\cites{a}{b}[p. 3]{c}[see][p. 4]{d,e}", "a b c d e"),
    (r"\parencites(see)(and more)[1]{a}[2]{b} \Footcites(x){c}{d}", "a b c d"),
    ("\\autocites*{a}\n  {b}\n\n{c}", "a b"),
    (
        r"\supercites{a}{b}\smartcites{c}{d}\textcites{e}\footcitetexts{f}{g}\fullcites{h}\footfullcites{i}{j}",
        "a b c d e f g h i j",
    ),
    (r"\volcite{2}{a}\Pvolcite[see]{2}[p. 3]{b}\ftvolcite{1}{c}\avolcite{IV}[4]{d}", "a b c d"),
    (r"\volcites(see)(more)[x]{1}[2]{a}{3}{b}\Tvolcites{1}{c}", "a b c"),
    (r"\citeA<see>[p. 3]{a}\citeNP{b}\citeyearNP<x>{c}\fullciteA{d}\shortciteNP{e}\maskcite{f}", "a b c d e f"),
    (r"\cite<2>{a}", "a"),
    (r"\citeasnoun{a}\possessivecite{b}\citeaffixed[p. 3]{c}{e.g.}", "a b c"),
    (r"\cite**{a}\citeasnoun**[3]{b} \citeasnoun *{c}", "a b"),
    (r"\bibentry{a}\onlinecite{b}\citeonline{c}\citen{d}", "a b c d"),
    (r"\textcquote[see][3]{a}[.]{text}\foreigntextcquote{german}[3]{b}{Text}", "a b"),
    (r"\begin{displaycquote}[3]{a} text \end{displaycquote}", "a"),
    (r"\footnote{See \cite{a}.} $x$\cite{b} {\em \cite{c}}", "a b c"),
    (r"\\\cite{a} \% \cite{b} 50\%\cite{c}", "a b c"),
    (r"\url{http://x.org/a%20b} \cite{a} \href{http://x.org/%7Eb}{\cite{b}} \path|%| \cite{c}", "a b c"),
    (r"\verb|%| \cite{a} \verb*+\verb+ \cite{b} \lstinline|%|\cite{c} \lstinline[language=C]{%}\cite{d}", "a b c d"),
    (r"\mintinline[x=y]{c}{%}\cite{a} \mintinline{c}|%|\cite{b}", "a b"),
    ("\\begin{verbatim}\n%\\cite{no}\n\\end{verbatim}\\cite{a}", "a"),
    ("\\iffalse \\cite{no} \\else \\cite{a} \\fi \\cite{b}", "a b"),
    ("\\iffalse \\ifx a b \\cite{no} \\else \\cite{no} \\fi % \\fi\n \\cite{no} \\fi\\cite{a}", "a"),
    ("\\iffalse $x \\iff y$ \\ifthenelse{a}{b}{c} \\fi\\cite{a}", "a"),
    ("\\newif\\ifdraft \\ifdraft \\cite{a} \\fi", "a"),
    ("\\begin{alltt}\\cite{a}\\end{alltt}", "a"),
    ("a|b \\cite{a} c|d", "a"),
    ("\\cite{a}\r\n% \\cite{no}\r\n\\cite{b}\r% \\cite{no}\r\\cite{c}", "a b c"),
    (r"\ifx\x\y\endinput\fi \cite{a}", "a"),
]
CLEAN = [
    "",
    r"% \cite{a}",
    r"text % \cite{a}",
    r"\\% \cite{a}",
    r"\\cite{a}",
    r"\verb|\cite{a}| \verb*!\cite{a}! \Verb+\cite{a}+",
    r"\lstinline'\cite{a}' \lstinline|\cite{a}| \lstinline{\cite{a}}",
    r"\lstinline[language=TeX]!\cite{a}! \mintinline{tex}{\cite{a}}",
    "\\begin{verbatim}\n\\cite{a}\n\\end{verbatim}",
    "\\begin{verbatim*}\\cite{a}\\end{verbatim*}",
    "\\begin{lstlisting}[language=TeX, caption={A}]\n\\cite{a}\n\\end{lstlisting}",
    "\\begin{minted}{tex}\n\\cite{a}\n\\end{minted}",
    "\\begin{comment}\n\\cite{a}\n\\end{comment}",
    "\\begin{Verbatim}[numbers=left]\n\\cite{a}\n\\end{Verbatim}",
    "\\lstnewenvironment{tex}[1][]{}{}\\begin{tex}\\cite{a}\\end{tex}",
    "\\newminted{latex}{} \\begin{latexcode}\\cite{a}\\end{latexcode}",
    "\\DefineVerbatimEnvironment{shell}{Verbatim}{} \\begin{shell}\\cite{a}\\end{shell}",
    "\\excludecomment{hidden}\\begin{hidden}\\cite{a}\\end{hidden}",
    r"\MakeShortVerb{\|} |\cite{a}| \DeleteShortVerb{\|}",
    r"\lstMakeShortInline[language=C]! !\cite{a}!",
    r"\iffalse \cite{a} \fi",
    "\\if0\n\\cite{a}\n\\fi",
    "\\endinput\n\\cite{a}",
    "  \\endinput  \r\\cite{a}",
    r"\end{document} \cite{a}",
    r"\let\oldcite\cite \renewcommand{\cite}[1]{[#1]} \DeclareRobustCommand\cite{}",
    r"\newcommand{\see}[1]{(\cite{#1})} \def\x#1{\cite{prefix#1}} \cite{\key}",
    r"\cite{} \cite[p. 3]{} \cite{,}",
    r"\citestyle{plain} \setcitestyle{numbers} \citetext{see text} \citereset \AtEveryCite{x} \citeurlstyle{x} \newcites{x}{X}",
    r"\DeclareCiteCommand{\mycite}{pre}{loop}{sep}{post}",
    r"\excite{people} \mycite{much text} \macrocite{$x$}",
    r"\begin{filecontents}{refs.bib} @book{a, note = {\cite{b}}} \end{filecontents}",
    r"\bibcite{a}{1} \bibitem{a} \label{a} \ref{a}",
    "\\verbatiminput{x} \\begin{pycode}\ndef f(): return r'\\cite{a}'\n\\end{pycode}",
]


@pytest.mark.parametrize(("text", "keys"), CITING)
def test_citations(text: str, keys: str) -> None:
    document = read("a.tex", text)
    expected = [keys] if " blanks" in keys else keys.split()
    assert [citation.key for citation in document.citations] == expected
    assert all(citation.sure for citation in document.citations)
    assert not document.problems


@pytest.mark.parametrize("text", CLEAN)
def test_what_does_not_cite(text: str) -> None:
    document = read("a.tex", text)
    assert not document.citations and not document.nocites and not document.problems


MANUALS = {
    "biblatex": """
        cite Cite cite* parencite Parencite parencite* footcite footcitetext textcite Textcite smartcite Smartcite supercite
        autocite Autocite autocite* Autocite* citeauthor Citeauthor citeauthor* Citeauthor* citetitle citetitle* citeyear
        citeyear* citedate citedate* citeurl fullcite footfullcite notecite Notecite pnotecite Pnotecite fnotecite
        citename citelist citefield
    """,
    "natbib": """
        citet citet* citep citep* citealt citealt* citealp citealp* citenum citeauthor citeauthor* citeyear citeyearpar
        Citet Citet* Citep Citep* Citealt Citealt* Citealp Citealp* Citeauthor Citeauthor* citetalias citepalias bibentry
    """,
    "apacite": """
        cite citeA citeauthor citeyear citeyearNP citeNP citeauthorNP shortcite shortciteA shortciteauthor shortciteNP fullcite
        fullciteA fullciteauthor fullciteNP maskcite maskciteA maskciteauthor maskciteyear maskciteyearNP maskciteNP
    """,
    "jurabib": "cite cite* citet citep footcite footcite* fullcite footfullcite citetitleonly footciteauthor footcitetitle",
}
LISTS = """
    cites Cites parencites Parencites footcites footcitetexts smartcites Smartcites textcites Textcites supercites autocites
    Autocites fullcites footfullcites
"""
VOLUMES = "volcite Volcite pvolcite Pvolcite fvolcite Fvolcite ftvolcite svolcite Svolcite tvolcite Tvolcite avolcite Avolcite"


@pytest.mark.parametrize("package", MANUALS)
def test_commands_of_the_manuals(package: str) -> None:
    for command in MANUALS[package].split():
        document = read("a.tex", rf"\{command}{{a, b}} \{command}[see][3]{{c}} {{d}}")
        assert [(citation.key, citation.sure) for citation in document.citations] == [(key, True) for key in "abc"], (
            command
        )


def test_commands_of_the_manual_of_biblatex_with_several_lists() -> None:
    for command in LISTS.split():
        assert cited("a.tex", rf"\{command}(see)(more)[x][3]{{a,b}}[4]{{c}}{{d}}") == list("abcd"), command
    for command in VOLUMES.split():
        assert cited("a.tex", rf"\{command}[see]{{no}}[3]{{a}}{{no}}") == ["a"], command
        assert cited("a.tex", rf"\{command}s(see)(more)[x]{{no}}[3]{{a}}{{no}}{{b}}") == ["a", "b"], command


def test_what_is_listed_and_not_printed() -> None:
    document = read("a.tex", r"\nocite{*} \nocite{a,b} \bstctlcite{IEEEexample:BSTcontrol} \cite{c}")
    assert [citation.key for citation in document.nocites] == ["*", "a", "b", "IEEEexample:BSTcontrol"]
    assert [citation.key for citation in document.citations] == ["c"]


def test_a_citation_names_its_command() -> None:
    (citation,) = read("a.tex", r"\Parencite*[3]{a}").citations
    assert citation.command == r"\Parencite"


@pytest.mark.parametrize(
    "text",
    [
        r"\mycite{a}",
        r"\mycite[p. 3]{a}",
        r"\tablecite*{a}",
        r"\newcommand{\citen}[1]{Figure~\ref{#1}} \citen{a}",
        r"\NewDocumentCommand{\citen}{m}{Figure~\ref{#1}} \citen{a}",
    ],
)
def test_a_command_that_seems_to_cite_is_not_sure(text: str) -> None:
    (citation,) = read("a.tex", text).citations
    assert citation.key == "a" and not citation.sure


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (r"\newcommand{\see}[1]{see \citep{#1}} \see{a}", "a"),
        (r"\newcommand\see[2][]{see \citep[#1]{#2}} \see{a} \see[p. 3]{b}", "a b"),
        (r"\newcommand*{\both}[2]{#1 \cite{#2}} \both{text}{a}", "a"),
        (r"\NewDocumentCommand{\see}{s O{} m m}{\textbf{#3}\cite[#2]{#4}} \see*[3]{text}{a}", "a"),
        (r"\def\see#1{\cite{#1}}\see{a,b}", "a b"),
        (r"\let\see\citet \see{a} \let\also=\nocite \also{b}", "a"),
        (r"\newcommand{\see}{\citep} \see[3]{a}", "a"),
        (r"\NewCommandCopy{\see}{\cites} \see{a}{b}", "a b"),
        (
            r"\DeclareCiteCommand{\see}[\mkbibparens]{}{}{}{} \see{a} \DeclareMultiCiteCommand{\all}{\see}{} \all{b}{c}",
            "a b c",
        ),
        (r"\newcites{web}{Links} \citeweb{a} \citepweb{b}", "a b"),
        (r"\newcommand{\todo}[1]{\textbf{#1}} \newcommand{\see}[1]{\cite{#1}} \todo{text} \see{a}", "a"),
        (r"\newcommand{\citeasnoun}[2]{#1 \citep{#2}} \citeasnoun{text}{a}", "a"),
        (r"\usepackage{jurabib} \citefield{title}{a}", "a"),
    ],
)
def test_commands_that_the_document_defines(text: str, keys: str) -> None:
    document = read("a.tex", text)
    assert [citation.key for citation in document.citations] == keys.split()
    assert all(citation.sure for citation in document.citations)
    assert document.cite_commands


def test_a_command_that_seems_to_cite_several_lists() -> None:
    assert cited("a.tex", r"\reviewcites[3]{a,b}[4]{c} {d}{much text}") == ["a", "b", "c", "d"]


def test_commands_that_are_given() -> None:
    assert cited("a.tex", r"\see{a} \Also{x}[3]{b}", ["see", CiteCommand("Also", argument=2)]) == ["a", "b"]
    assert cited("a.tex", r"\see{a}") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (r"\bibliography{a,b}", ["a", "b"]),
        (r"\bibliography{refs.bib}{}", ["refs.bib"]),
        ("\\bibliography{%\n  a, % the first\n  ../b\n}", ["a", "../b"]),
        (r"\nobibliography{a} \nobibliography*", ["a"]),
        (r"\addbibresource{a.bib} \addglobalbib{b.bib} \addsectionbib[label=x]{c.bib}", ["a.bib", "b.bib", "c.bib"]),
        (r"\begin{refsection}[a.bib,b.bib] \newrefsection[c.bib] \begin{refsection}", ["a.bib", "b.bib", "c.bib"]),
        (r"\putbib[a] \putbib \defaultbibliography{b} \begin{btSect}[plain]{c}", ["a", "b", "c"]),
        (r"\newcites{web}{Links}\bibliographyweb{links}", ["links"]),
        (r"\addbibresource{\subfix{../a.bib}} \bibliography{" '"my refs"}', ["../a.bib", "my refs"]),
        ("% \\bibliography{a}\n\\verb|\\bibliography{b}|", []),
    ],
)
def test_bibliographies(text: str, names: list[str]) -> None:
    document = read("a.tex", text)
    assert [bibliography.name for bibliography in document.bibliographies] == names
    assert not any(bibliography.remote for bibliography in document.bibliographies)


@pytest.mark.parametrize(
    "text",
    [
        r"\addbibresource[location=remote]{http://x.org/a.bib}",
        r"\addbibresource[glob]{*.bib}",
        r"\bibliography{\jobname}",
    ],
)
def test_bibliographies_that_are_no_one_file(text: str) -> None:
    (bibliography,) = read("a.tex", text).bibliographies
    assert bibliography.remote


@pytest.mark.parametrize(
    ("text", "includes"),
    [
        (r"\input{a} \include{b/c} \include*{d}", [("", "a"), ("", "b/c"), ("", "d")]),
        ("\\input a.tex \\input b\n\\input{c.tex}", [("", "a.tex"), ("", "b"), ("", "c.tex")]),
        (r"\subfile{a} \subfileinclude{b} \includestandalone[width=1cm]{c}", [("", "a"), ("", "b"), ("", "c")]),
        (r"\import{sections/}{a} \subimport*{x}{b}", [("sections/", "a"), ("x", "b")]),
        (r'\input{"my file"}', [("", "my file")]),
        (r"% \input{a}" "\n" r"\includegraphics{b} \includeonly{c} \includepdf{d}", []),
    ],
)
def test_includes(text: str, includes: list[tuple[str, str]]) -> None:
    document = read("a.tex", text)
    assert [(include.folder, include.name) for include in document.includes] == includes
    assert all(include.literal and include.required for include in document.includes)


def test_includes_that_may_fail() -> None:
    document = read("a.tex", r"\InputIfFileExists{a}{}{} \input{\chapter} \usepackage{b}")
    assert [(include.required, include.literal) for include in document.includes] == [
        (False, True),
        (True, False),
        (False, True),
    ]


def test_class_packages_and_style() -> None:
    text = (
        "\\documentclass[11pt, a4paper]{scrartcl}\n\\usepackage[backend=biber, % fast\n  style={apa}, natbib]{biblatex}\n"
        "\\RequirePackage{natbib,graphicx}\n\\PassOptionsToPackage{numbers}{natbib}\\bibliographystyle{plainnat}"
    )
    document = read("a.tex", text)
    assert document.document_class and document.document_class.name == "scrartcl"
    assert document.document_class.option("11pt") == "" and document.document_class.option("12pt") is None
    biblatex, natbib, graphicx, passed = document.packages
    assert biblatex.options == (("backend", "biber"), ("style", "apa"), ("natbib", ""))
    assert (natbib.name, graphicx.name, passed.name) == ("natbib", "graphicx", "natbib")
    assert passed.option("numbers") == ""
    assert [style.name for style in document.styles] == ["plainnat"]


def test_bibliographies_in_the_document() -> None:
    text = "\\begin{filecontents*}[overwrite]{a.bib}\n@book{x}\n\\end{filecontents*}"
    text += "\\begin{filecontents}{b.tex}\\end{filecontents}"
    (embedded,) = read("a.tex", text).embedded
    assert embedded.name == "a.bib"
    assert text[embedded.span.start : embedded.span.end] == "\n@book{x}\n"


def test_entries_of_the_document() -> None:
    document = read(
        "a.tex", r"\begin{thebibliography}{9}\bibitem{a} A \bibitem[B{\'e}(2003)]{b} B \end{thebibliography}"
    )
    assert [entry.key for entry in document.entries] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("% !TEX root = ../main.tex\n", "../main.tex"),
        ("%!TeX root=main.tex\r\n", "main.tex"),
        (r"\documentclass[../main.tex]{subfiles}", "../main.tex"),
    ],
)
def test_the_main_document_of_a_part(text: str, name: str) -> None:
    document = read("a.tex", text)
    assert document.main and document.main.name == name


@pytest.mark.parametrize(
    ("text", "problem", "keys"),
    [
        (r"\cite{a", r"`\cite` has an argument that is not closed", []),
        ("\\cite{a\n\n\\cite{b}", r"`\cite` has an argument that is not closed", ["b"]),
        (r"{\cite[a}\cite{b}", r"`\cite` has an argument that is not closed", ["b"]),
        (r"\cite{a}\iffalse \cite{b}", r"`\iffalse` has no `\fi`; nothing after it is read", ["a"]),
        (r"\cite{a}\begin{verbatim}\cite{b}", "`verbatim` is not ended; nothing after it is read", ["a"]),
        (r"\usepackage[a", r"`\usepackage` has an argument that is not closed", []),
    ],
)
def test_a_broken_document_is_read_as_far_as_it_goes(text: str, problem: str, keys: list[str]) -> None:
    document = read("a.tex", text)
    assert [problem.message for problem in document.problems] == [problem]
    assert [citation.key for citation in document.citations] == keys


def test_code_of_r_is_passed_over() -> None:
    text = "\\cite{a}\n<<x, echo=TRUE>>=\n'\\cite{no}'\n@\n\\cite{b}"
    assert cited("a.Rnw", text) == ["a", "b"]
    assert cited("a.tex", text) == ["a", "no", "b"]
