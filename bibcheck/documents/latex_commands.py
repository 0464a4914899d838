"""The LaTeX commands that cite, name a bibliography or read another file, by the packages that define them."""

from __future__ import annotations

from bibcheck.documents.document import CiteCommand

# biblatex manual, "Citation Commands": each with a capitalised form, and a `cites` that takes several lists.
_BIBLATEX = "cite parencite footcite footcitetext textcite smartcite supercite autocite fullcite footfullcite".split()
_VOLUME = "volcite pvolcite fvolcite ftvolcite svolcite tvolcite avolcite".split()

# natbib.sty. apacite has these with its option natbibapa, and with `mask` before them.
_NATBIB = "citet citep citealt citealp citeauthor citefullauthor".split()
_NATBIB_NUMBERS = "citeyear citeyearpar citenum citetalias citepalias".split()
_NATBIBAPA = "citeauthort citeauthorp citefullauthort citefullauthorp".split()
_APACITE = "cite citeA citeNP citeauthor citeauthorA citeauthorNP citeyear citeyearNP".split()
_APACITE_PREFIXES = ("", "full", "short", "mask", "maskfull", "maskshort")
_JURABIB = """
    citetitleonly footcitet footcitep footcitealt footcitealp footcitetitle footcitetitleonly footciteauthor footciteyear
    jbcitetitle jbfootcite jbfootcitetitle jbfootcitenotitle jbfullcite jbfootfullcite
""".split()
# harvard.sty, chicago.sty, cite.sty, inlinebib.sty, abntex2cite.sty, acmart.cls, REVTeX, agupp.sty.
_SMALL_PACKAGES = """
    citeasnoun citeaffixed possessivecite citeANP citeN citeNN shortciteANP shortciteN citen onlinecite citeonline fullycite
    citeauthoronline footciteref newcite
""".split()
# Citation styles of biblatex (nature, chicago, philosophy, sbl and others), blx-mcite.def, bibentry.sty, csquotes.
_STYLES = """
    citetitle citedate citeurl notecite pnotecite fnotecite citename citelist citefield bibentry
    mcite mparencite mfootcite mfootcitetext mtextcite msupercite mautocite
    headlesscite headlessfullcite shorthandcite gentextcite surnamecite atcite nptextcite fullcitebib sdcite ccite
    authornumcite posscite posscitet posscitealt possciteauthor
    textcquote blockcquote
""".split()
_SEVERAL_LISTS = """
    nptextcites headlesscites shorthandcites gentextcites surnamecites posscites authornumcites citetitles
""".split()
_SECOND_ARGUMENT = "foreigntextcquote hyphentextcquote foreignblockcquote hyphenblockcquote hybridblockcquote".split()
_HIDDEN = "nocite masknocite bstctlcite nocitemeta nocitebuthowcited".split()

# Have `cite` in their names and cite nothing.
NOT_CITING = frozenset(
    """
    citestyle setcitestyle citesetup citetext citereset citepunct citeleft citeright citemid citedash citeform citeurlstyle
    DeclareCiteCommand DeclareMultiCiteCommand DeclareAutoCiteCommand DeclareCitePunctuationPosition
    AtEveryCite AtEveryCitekey AtNextCite AtNextCitekey AtEveryMultiCite AtNextMultiCite bibcite citecount citetrackertrue
    citetrackerfalse citeindex citeindextrue citeindexfalse citeindextype citenumfont citeauthorformat defcitealias
    citenamefont
    citeinfo citetitlefortype citefullfirstfortype citeswithoutentry citeauthorfont excite incite recite newcites citenumberfont
    citeauthorpunct makecite shortcites nextcitefull nextcitenotitle nextcitereset nextciteshort citenotitlefortype
    citeworkwithtitle AtEachCitekey fullcitenext shortcitenext citationmode citationstyle
    """.split()
)


def _capitalised(names: list[str]) -> list[str]:
    return [*names, *(name[0].upper() + name[1:] for name in names)]


def _masked() -> list[str]:
    """The commands of apacite with the words that it puts before them: `fullciteA`, `maskCitep`."""
    names = [f"{prefix}{name}" for prefix in _APACITE_PREFIXES for name in _APACITE]
    return names + [f"mask{name}" for name in _capitalised(_NATBIB + _NATBIBAPA) + _NATBIB_NUMBERS]


def _cite_commands() -> dict[str, CiteCommand]:
    lists = [f"{name}s" for name in _BIBLATEX] + _SEVERAL_LISTS
    one_list = _NATBIB + _NATBIB_NUMBERS + _NATBIBAPA + _JURABIB + _SMALL_PACKAGES + _STYLES
    commands = [CiteCommand(name) for name in _capitalised(_BIBLATEX + one_list) + _masked()]
    commands += [CiteCommand(name, multiple=True) for name in _capitalised(lists)]
    commands += [CiteCommand(name, argument=2) for name in _capitalised(_VOLUME) + _SECOND_ARGUMENT]
    commands += [CiteCommand(f"{name}s", argument=2, multiple=True) for name in _capitalised(_VOLUME)]
    commands += [CiteCommand(name, hidden=True) for name in _HIDDEN]
    commands += [CiteCommand("apud", multiple=True), CiteCommand("apudonline", multiple=True)]
    return {command.name: command for command in commands}


CITE_COMMANDS = _cite_commands()

# What a package makes of commands that others define otherwise: in jurabib, `\\citefield{field}{key}`.
REDEFINED = {"jurabib": (CiteCommand("citefield", argument=2),)}

# Environments whose optional or mandatory arguments end in a list of keys (csquotes).
CITING_ENVIRONMENTS = {
    "displaycquote": CiteCommand("displaycquote"),
    "foreigndisplaycquote": CiteCommand("foreigndisplaycquote", argument=2),
    "hyphendisplaycquote": CiteCommand("hyphendisplaycquote", argument=2),
}

# The commands that multibib's `\newcites{name}` makes: each of these with the name behind it.
MULTIBIB_CITING = "cite citet citep citealt citealp citeauthor citeyear citeyearpar nocite".split()


def multibib_name(command: CiteCommand) -> str:
    """The name that was given to `\\newcites`, where it has made the command `\\nocite<name>`."""
    return command.name.removeprefix("nocite") if command.hidden and command.name.startswith("nocite") else ""


BIBLIOGRAPHY_COMMANDS = frozenset(
    "bibliography nobibliography addbibresource addglobalbib addsectionbib putbib defaultbibliography".split()
)
STYLE_COMMANDS = frozenset("bibliographystyle defaultbibliographystyle".split())
# Those of the first kind take one file, those of the second a folder and a file.
INCLUDE_COMMANDS = frozenset(
    "input include subfile subfileinclude includestandalone InputIfFileExists loadglsentries".split()
)
IMPORT_COMMANDS = frozenset("import subimport inputfrom subinputfrom includefrom subincludefrom".split())

VERBATIM_ENVIRONMENTS = frozenset(
    """
    verbatim Verbatim BVerbatim LVerbatim SaveVerbatim VerbatimOut lstlisting minted comment verbatimtab boxedverbatim
    filecontents filecontentsdef spverbatim pyverbatim pycode pyblock sagesilent luacode tcblisting LTXexample
    Sinput Soutput Schunk rawhtml htmlonly asy asydef dot2tex gnuplot codeexample
    """.split()
)

# What `\input` reads of a TeX distribution, and what programs write while a document is set: not missed where it is not there.
DISTRIBUTED_FILES = frozenset(
    """
    glyphtounicode pdfcolor insbox xy xypic epsf epsfx pstricks multido random binhex amssym cyracc lcircuit tabvar
    pst-node pst-plot pst-tree pst-all fp ulem ifpdf eplain miniltx texinfo lineno blindtext
    """.split()
)
DISTRIBUTED_ENDINGS = (".sty", ".def", ".fd", ".ldf", ".clo", ".cfg", ".cls", ".code.tex")
WRITTEN_ENDINGS = (".bbl", ".ind", ".gls", ".nls", ".toc", ".lof", ".lot", ".acr", ".pdf_tex", ".eps_tex", ".pstex_t")
