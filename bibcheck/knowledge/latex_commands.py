"""The commands that LaTeX defines, with url, hyperref, amsmath, amssymb and textcomp.

Taken from the hash table of LuaLaTeX (TeX Live 2022) after these packages were loaded, less what only packages and classes
use; of hyperref the commands of its manual.
"""

from __future__ import annotations

_COMMANDS = """
a AA aa above abovecaptionskip abovedisplayshortskip abovedisplayskip abovewithdelims abstract abstractname accent
active Acute acute addcontentsline adddialect addlanguage addpenalty addtocontents addtocounter addtolength addvspace
adjdemerits adjustspacing advance AE ae afterassignment AfterEndEnvironment aftergroup aleph align alignat aligned
alignedat alignmark aligntab allocationnumber allowbreak allowdisplaybreaks Alph alph alpha amalg americanhyphenmins
AmS AmSfont And and angle appendix appendixname approx approxeq arabic arccos arcsin arctan arg ArgumentSpecification
array arraycolsep arrayrulewidth arraystretch Arrowvert arrowvert asciispace ast asymp atop atopwithdelims attribute
attributedef author automaticdiscretionary automatichyphenmode automatichyphenpenalty autopageref Autoref autoref b
backepsilon backprime backsim backsimeq backslash badness Bar bar barwedge baselineskip baselinestretch batchmode Bbb
Bbbk because BeforeBeginEnvironment begin begincsname begingroup belowcaptionskip belowdisplayshortskip
belowdisplayskip beta beth between bezier bf bfdefault bfseries bgroup bibcite bibdata bibindent bibitem bibliography
bibliographystyle bibstyle Big big bigbreak bigcap bigcirc bigcup Bigg bigg Biggl biggl Biggm biggm Biggr biggr Bigl
bigl Bigm bigm bigodot bigoplus bigotimes Bigr bigr bigskip bigskipamount bigsqcup bigstar bigtriangledown
bigtriangleup biguplus bigvee bigwedge binom binoppenalty blacklozenge blacksquare blacktriangle blacktriangledown
blacktriangleleft blacktriangleright Bmatrix bmatrix bmod bodydir bodydirection bold boldmath boldsymbol bordermatrix
bot botfigrule botmark botmarks bottomfraction boundary bowtie Box box boxdir boxdirection boxdot boxed boxmaxdepth
boxminus boxplus boxtimes brace braceld bracelu bracerd braceru bracevert brack break breakafterdirmode Breve breve
brokenpenalty buildrel bullet Bumpeq bumpeq c cal Cap cap capitalacute capitalbreve capitalcaron capitalcedilla
capitalcircumflex capitaldieresis capitaldotaccent capitalgrave capitalhungarumlaut capitalmacron capitalnewtie
capitalogonek capitalring capitaltie capitaltilde caption cases CaseSwitch cdot cdotp cdots center centerdot centering
centerline cfrac char chardef Check check CheckCommand CheckEncodingSubset checkmark chi choose circ circeq circle
circlearrowleft circlearrowright circledast circledcirc circleddash circledR circledS citation cite clap cleaders
cleardoublepage clearmarks clearpage cline closeout clubpenalties clubpenalty clubsuit colon columnsep columnseprule
columnwidth complement compoundhyphenmode cong contentsline contentsname coprod copy copyfont copyright cos cosh cot
coth count countdef counterwithin counterwithout cr crampeddisplaystyle crampedscriptscriptstyle crampedscriptstyle
crampedtextstyle crcr csc csname csstring Cup cup curlyeqprec curlyeqsucc curlyvee curlywedge currentgrouplevel
currentgrouptype currentifbranch currentiflevel currentiftype curvearrowleft curvearrowright d dag dagger daleth
dasharrow dashbox dashleftarrow dashrightarrow dashv date day dbinom dblfigrule dblfloatpagefraction dblfloatsep
dbltextfloatsep dbltopfraction ddag ddagger ddddot dddot Ddot ddot ddots deadcycles def defaulthyphenchar
defaultscriptratio defaultscriptscriptratio defaultskewchar deg delimiter delimiterfactor delimitershortfall Delta
delta description descriptionlabel det detokenize dfrac DH dh diagdown diagup Diamond diamond diamondsuit digamma dim
dimen dimendef dimeval dimexpr directlua DiscardShipoutBox discretionary discretionaryligaturemode displaybreak
displayindent displaylimits displaylines displaymath displaystyle displaywidowpenalties displaywidowpenalty
displaywidth div divide divideontimes DJ dj do document documentclass documentstyle dospecials Dot dot Doteq doteq
doteqdot dotfill dotplus dots DOTSB dotsb dotsc DOTSI dotsi dotsm dotso DOTSX doublebarwedge doublecap doublecup
doublehyphendemerits doublerulesep Downarrow downarrow downbracefill downdownarrows downharpoonleft downharpoonright
dp draftmode dump dviextension dvifeedback dvivariable edef egroup eject ell else em emergencystretch emforce
eminnershape emph empty emptyset emreset encodingdefault end endabstract endalign endalignat endaligned endalignedat
endarray endBmatrix endbmatrix endcases endcenter endcsname enddescription enddisplaymath enddocument endenumerate
endeqnarray endequation endfigure endfilecontents endflalign endflushleft endflushright endgather endgathered endgraf
endgroup endinput enditemize endline endlinechar endlist endlocalcontrol endlrbox endmath endmathdisplay endmatrix
endminipage endmultline endpicture endpmatrix endquotation endquote endsloppypar endsmallmatrix endsplit endsubarray
endsubequations endtabbing endtable endtabular endthebibliography endtheindex endtitlepage endtrivlist endverbatim
endverse endVmatrix endvmatrix endxalignat endxxalignat englishhyphenmins enlargethispage enskip enspace ensuremath
enumerate epsilon eqcirc eqnarray eqno eqref eqsim eqslantgtr eqslantless equation equiv escapechar eta
eTeXglueshrinkorder eTeXgluestretchorder eTeXminorversion eTeXrevision eTeXVersion eTeXversion eth etoksapp etokspre
evensidemargin everypar exceptionpenalty exhyphenchar exhyphenpenalty exists exp expandafter ExpandArgs expanded
expandglyphsinfont explicitdiscretionary explicithyphenpenalty extracolsep extrafloats fallingdotseq fam familydefault
fbox fboxrule fboxsep fi figure figurename filbreak filecontents fill finalhyphendemerits Finv firstmark firstmarks
firstvalidlanguage fixupboxesmode flalign flat floatingpenalty floatpagefraction floatsep flushbottom flushleft
flushright fmtname fmtversion fnsymbol font fontchardp fontcharht fontcharic fontcharwd fontdimen fontencoding
fontfamily fontid fontname fontseries fontseriesforce fontshape fontshapeforce fontsize fontsubfuzz footins footnote
footnotemark footnoterule footnotesep footnotesize footnotetext footref footskip forall foreignlanguage fpeval frac
frak frame framebox frenchspacing frown fussy futurelet Game Gamma gamma gather gathered gcd gdef ge genfrac geq geqq
geqslant gets gg ggg gggtr gimel gleaders glet global globaldefs glossary glueexpr glueshrink glueshrinkorder
gluestretch gluestretchorder gluetomu glyphdimensionsmode gnapprox gneq gneqq gnsim goodbreak Grave grave gtoksapp
gtokspre gtrapprox gtrdot gtreqless gtreqqless gtrless gtrsim guillemetleft guillemetright guillemotleft
guillemotright guilsinglleft guilsinglright gvertneqq H halign hangafter hangindent Hat hat hbadness hbar hbox hdots
hdotsfor headheight headsep heartsuit hfil hfill hfilneg hfuzz hglue hideoutput hideskip hidewidth hjcode hline
hoffset holdinginserts hom hookleftarrow hookrightarrow hpack hphantom href hrule hrulefill hsize hskip hslash hspace
hss ht Huge huge Hwithstroke hwithstroke hyperbaseurl hyperdef hyperimage hyperlink hyperref hypersetup hypertarget
hyphenation hyphenpenalty hyphenpenaltymode i ialign idotsint if ifabsdim ifabsnum ifcase ifcat ifcondition ifcsname
ifdefined ifdim ifeof iff iffalse iffontchar ifhbox ifhmode ifincsname ifinner iflanguage ifmmode ifnum ifodd
ifprimitive iftrue ifvbox ifvmode ifvoid ifx ignoreligaturesinfont ignorespaces ignorespacesafterend iiiint iiint iint
IJ ij Im imath immediate immediateassigned immediateassignment impliedby implies in include includeonly indent
IndentBox index indexname indexspace inf infty initcatcodetable injlim input InputIfFileExists insert insertht
insertpenalties int intercal interdisplaylinepenalty interfootnotelinepenalty interlinepenalties interlinepenalty
intertext inteval intextsep intop iota it itdefault item itemindent itemize itemsep iterate itshape j jmath Join
joinrel jot k kappa ker kern kerneltmpDoNotUse kill L l label labelenumi labelenumii labelenumiii labelenumiv
labelformat labelitemfont labelitemi labelitemii labelitemiii labelitemiv labelsep labelwidth Lambda lambda land
langle language languagename languagetext LARGE Large large lastbox latelua lateluafunction LaTeX LaTeXe
LaTeXFirstAidDate LaTeXFirstAidVersion lbrace lbrack lceil ldotp ldots le leaders leadsto leavevmode left Leftarrow
leftarrow leftarrowfill leftarrowtail lefteqn leftghost leftharpoondown leftharpoonup lefthyphenmin leftleftarrows
leftline leftmargin leftmargini leftmarginii leftmarginiii leftmarginiv leftmarginkern leftmarginv leftmarginvi
leftmark Leftrightarrow leftrightarrow leftrightarrows leftrightharpoons leftrightsquigarrow leftroot leftskip
leftthreetimes legacyoldstylenums leq leqno leqq leqslant lessapprox lessdot lesseqgtr lesseqqgtr lessgtr lesssim let
letcharcode lfloor lg lgroup lhd lhook lim liminf limits limsup line linebreak linedir linedirection linepenalty
lineskip lineskiplimit linespread linethickness linewidth list listfigurename listfiles listoffigures listoftables
listparindent listtablename ll llap llcorner Lleftarrow lll llless lmoustache ln lnapprox lneq lneqq lnot lnsim
localbrokenpenalty locale localename localinterlinepenalty localleftbox localrightbox log loggingall loggingoutput
long Longleftarrow longleftarrow Longleftrightarrow longleftrightarrow longmapsto Longrightarrow longrightarrow loop
looparrowleft looparrowright looseness lor lower lowercase lozenge lq lrbox lrcorner Lsh ltcmddate ltcmdhooksdate
ltcmdhooksversion ltcmdversion ltfilehookdate ltfilehookversion lthooksdate lthooksversion ltimes ltmarksdate
ltmarksversion ltmetadate ltmetaversion ltparadate ltparaversion ltshipoutdate ltshipoutversion lVert lvert lvertneqq
magstep magstephalf makeatletter makeatother makebox makeglossary makeindex makelabel MakeLinkTarget MakeLowercase
MakeRobust maketitle MakeTitlecase MakeUppercase maltese mapsto mapstochar marginpar marginparpush marginparsep
marginparwidth mark markboth markright marks math mathaccent mathaccentV mathalpha mathbb mathbf mathbin mathcal
mathchoice mathclose mathdefaultsmode mathdelimitersmode mathdir mathdirection mathdisplay mathdisplayskipmode
mathdollar mathellipsis matheqdirmode matheqnogapstep mathflattenmode mathfrak mathgroup mathhexbox mathinner mathit
mathitalicsmode mathnolimitsmode mathnormal mathop mathopen mathoption mathord mathpalette mathparagraph
mathpenaltiesmode mathpunct mathrel mathring mathrm mathrulesfam mathrulesmode mathrulethicknessmode mathscriptboxmode
mathscriptcharmode mathscriptsmode mathsection mathsf mathsterling mathstrut mathstyle mathsurround mathsurroundmode
mathsurroundskip mathtt mathunderscore mathversion matrix max maxdeadcycles maxdepth maxdimen mbox mddefault mdseries
meaning measuredangle medbreak medmuskip medskip medskipamount medspace message mho mid middle min minalignsep
minipage mintagsep mit mkern mod models month moveleft moveright mp mskip mspace mu muexpr multicolumn MultiIntegral
multimap multiply multiput multispan multline multlinegap multlinetaggap muskip muskipdef mutoglue nabla Nameref
nameref narrower natural ncong ne nearrow NeedsTeXFormat neg negmedspace negthickspace negthinspace neq newattribute
newblock newbox newcatcodetable newcommand newcount newcounter newdimen newenvironment newfam newfont newhelp newif
newinsert newlabel newlanguage newlength newline newlinechar newluabytecode newluachunkname newluacmd newluafunction
newmarks newmuskip newpage newprotectedluacmd newread newsavebox newskip newsymbol newtheorem newtie newtoks
newwhatsit newwrite nexists NG ng ngeq ngeqq ngeqslant ngtr ni nLeftarrow nleftarrow nLeftrightarrow nleftrightarrow
nleq nleqq nleqslant nless nmid noalign noboundary nobreak nobreakdash nobreakdashes nobreakspace NoCaseChange nocite
nocorr nocorrlist noexpand nofiles nohrule noindent nointerlineskip nokerns noligs nolimits nolinebreak nolinkurl
nonfrenchspacing nonscript nonstopmode nonumber nopagebreak noprotrusion normalbaselines normalbaselineskip
normalcolor normaldeviate normalfont normallineskip normallineskiplimit normalmarginpar normalsfcodes normalshape
normalsize nospaces not notag notin novrule nparallel nprec npreceq nRightarrow nrightarrow nshortmid nshortparallel
nsim nsubseteq nsubseteqq nsucc nsucceq nsupseteq nsupseteqq ntriangleleft ntrianglelefteq ntriangleright
ntrianglerighteq nu null nulldelimiterspace nullfont number numberline numberwithin numexpr nVDash nVdash nvDash
nvdash nwarrow O o oalign obeycr obeyedline obeyedspace obeylines obeyspaces oddsidemargin odot OE oe offinterlineskip
oint ointop oldstylenums Omega omega ominus omit OmitIndent onecolumn ooalign openout operatorfont operatorname
operatornamewithlimits oplus OptionNotUsed or oslash otherlanguage otimes outer output outputbox outputmode
outputpenalty oval over overbrace overfullrule overleftarrow overleftrightarrow overline overrightarrow overset
overunderset overwithdelims owns P pagebottomoffset pagebreak pagedepth pagedir pagedirection pagediscards
pagefilllstretch pagefillstretch pagefilstretch pagegoal pageheight pageleftoffset pagenumbering pageref
pagerightoffset pageshrink pagestretch pagestyle pagetopoffset pagetotal pagewidth paperheight paperwidth par
paragraph paragraphmark parallel parbox pardir pardirection parfillskip parindent parsep parshape parshapedimen
parshapeindent parshapelength parskip part partial partname partokencontext partokenname partopsep path patterns
pausing pdfbookmark penalty perp phantom phantomsection Phi phi Pi pi picture pitchfork pm pmatrix pmb pmod pod
poptabs postdisplaypenalty postexhyphenchar posthyphenchar pounds Pr prebinoppenalty prec precapprox preccurlyeq
preceq precnapprox precneqq precnsim precsim predisplaydirection predisplaygapfactor predisplaypenalty predisplaysize
preexhyphenchar prehyphenchar prerelpenalty pretolerance prevdepth prevgraf PreviousTotalPages prime primfrac
primitive prod projlim propto protect protected protrudechars protrusionboundary providecommand providehyphenmins Psi
psi pushtabs put pxdimen qbezier qbeziermax qopname qquad quad quitvmode quotation quote quotedblbase quotesinglbase r
radical raggedbottom raggedleft raggedright raise raisebox raisetag randomseed rangle RawIndent RawNoindent RawParEnd
RawShipout rbrace rbrack rceil Re ReadonlyShipoutCounter Ref ref refname refstepcounter relax Relbar relbar relpenalty
removelastskip renewcommand renewenvironment repeat requestedLaTeXdate restorecr restriction rfloor rgroup rhd rho
rhook right Rightarrow rightarrow rightarrowfill rightarrowtail rightghost rightharpoondown rightharpoonup
righthyphenmin rightleftarrows rightleftharpoons rightline rightmargin rightmarginkern rightmark rightrightarrows
rightskip rightsquigarrow rightthreetimes risingdotseq rlap rm rmdefault rmfamily rmoustache rmsubstdefault Roman
roman romannumeral root rootbox rq Rrightarrow Rsh rtimes rule rVert rvert S samepage savebox saveboxresource
savecatcodetable saveimageresource savepos savinghyphcodes savingvdiscards sb sbox sc scantextokens scantokens
scdefault scriptfont scriptscriptfont scriptscriptstyle scriptsize scriptspace scriptstyle scrollmode scshape searrow
sec secdef section sectionmark selectfont selectlanguage selectlocale seriesdefault setattribute setbox setcounter
setfontid setlanguage setlength setlocale setminus setrandomseed settodepth settoheight settowidth sf sfdefault
sffamily sfsubstdefault shapedefault shapemode sharp shipout ShipoutBox shortmid shortparallel shortstack shoveleft
shoveright showhyphens sideset Sigma sigma sim simeq sin sinh skew skip skipdef skipeval sl slash sldefault sloppy
sloppypar slshape small smallbreak smallfrown smallint smallmatrix smallsetminus smallskip smallskipamount smallsmile
smash smile sp space spacefactor spaceskip spadesuit span sphericalangle split splitbotmark splitbotmarks
splitdiscards splitfirstmark splitfirstmarks splitmaxdepth splittopskip sqcap sqcup sqrt sqrtsign sqsubset sqsubseteq
sqsupset sqsupseteq square SS ss sscdefault sscshape stackrel star stepcounter stockheight stockwidth stop stretch
string strut strutbox subarray subequations subitem subparagraph subparagraphmark subsection subsectionmark Subset
subset subseteq subseteqq subsetneq subsetneqq substack subsubitem subsubsection subsubsectionmark succ succapprox
succcurlyeq succeq succnapprox succneqq succnsim succsim sum sup suppressfloats suppressfontnotfounderror
suppressifcsnameerror suppresslongerror suppressmathparerror suppressoutererror suppressprimitiveerror Supset supset
supseteq supseteqq supsetneq supsetneqq surd swarrow swdefault swshape symAMSa symAMSb symbol symlargesymbols
symletters symoperators symsymbols t tabbing tabbingsep tabcolsep table tablename tableofcontents tabskip tabular
tabularnewline tag tan tanh tau tbinom tencirc tencircw tenln tenlnw TeX texorpdfstring text textacutedbl
textascendercompwordmark textasciiacute textasciibreve textasciicaron textasciicircum textasciidieresis textasciigrave
textasciimacron textasciitilde textasteriskcentered textbackslash textbaht textbar textbardbl textbf textbigcircle
textblank textborn textbraceleft textbraceright textbrokenbar textbullet textcapitalcompwordmark textcelsius textcent
textcentoldstyle textcircled textcircledP textcolonmonetary textcommaabove textcommabelow textcompsubstdefault
textcompwordmark textcopyleft textcopyright textcurrency textdagger textdaggerdbl textdblhyphen textdblhyphenchar
textdegree textdied textdir textdirection textdiscount textdiv textdivorced textdollar textdollaroldstyle textdong
textdownarrow texteightoldstyle textellipsis textemdash textendash textestimated texteuro textexclamdown
textfiguredash textfiveoldstyle textfloatsep textflorin textfont textfouroldstyle textfraction textfractionsolidus
textgravedbl textgreater textguarani textheight texthorizontalbar textinterrobang textinterrobangdown textit
textlangle textlanguage textlbrackdbl textleaf textleftarrow textlegacyasteriskcentered textlegacybardbl
textlegacybullet textlegacydagger textlegacydaggerdbl textlegacyparagraph textlegacyperiodcentered textlegacysection
textless textlira textlnot textlocale textlquill textmarried textmd textmho textminus textmu textmusicalnote textnaira
textnineoldstyle textnonbreakinghyphen textnormal textnumero textogonekcentered textohm textonehalf textoneoldstyle
textonequarter textonesuperior textopenbullet textordfeminine textordmasculine TextOrMath textparagraph
textperiodcentered textpertenthousand textperthousand textpeso textpilcrow textpm textquestiondown textquotedbl
textquotedblleft textquotedblright textquoteleft textquoteright textquotesingle textquotestraightbase
textquotestraightdblbase textrangle textrbrackdbl textrecipe textreferencemark textregistered textrightarrow textrm
textrquill textsc textsection textservicemark textsevenoldstyle textsf textsixoldstyle textsl textssc textsterling
textstyle textsubscript textsuperscript textsurd textsw TextSymbolUnavailable textthreeoldstyle textthreequarters
textthreequartersemdash textthreesuperior texttildelow texttimes texttrademark texttt texttwelveudash texttwooldstyle
texttwosuperior textulc textunderscore textup textuparrow textvisiblespace textwidth textwon textyen textzerooldstyle
tfrac TH th thanks the thefootnote therefore Theta theta thickapprox thicklines thickmuskip thicksim thickspace
thinlines thinmuskip thinspace thispagestyle Tilde tilde time times tiny title titlepage tmspace to today toks toksapp
toksdef tokspre tolerance top topfigrule topfraction topmargin topmark topmarks topsep topskip tpack triangle
triangledown triangleleft trianglelefteq triangleq triangleright trianglerighteq trivlist tt ttdefault ttfamily
ttsubstdefault TU twocolumn twoheadleftarrow twoheadrightarrow typein typeout u uchyph ulcdefault ulcorner ulcshape
unboldmath underbar underbrace underleftarrow underleftrightarrow underline underrightarrow underset unexpanded unhbox
unhcopy UnicodeEncodingName UnicodeFontFile UnicodeFontName UnicodeFontTeXLigatures uniformdeviate unitlength unkern
unless unlhd unpenalty unrhd unsetattribute unskip unvbox unvcopy Uparrow uparrow upbracefill updefault Updownarrow
updownarrow upharpoonleft upharpoonright uplus uppercase uproot upshape Upsilon upsilon upuparrows urcorner url
UrlBigBreakPenalty UrlBigBreaks UrlBreakPenalty UrlBreaks urldef UrlFont UrlLeft UrlNoBreaks UrlOrds UrlRight
UrlSpecials urlstyle UrlTildeSpecial usebox useboxresource usecounter usefont useimageresource uselocale
USenglishhyphenmins usenglishhyphenmins usepackage v vadjust valign value varbigtriangledown varbigtriangleup varDelta
varepsilon varGamma varinjlim varkappa varLambda varliminf varlimsup varnothing varOmega varPhi varphi varPi varpi
varprojlim varpropto varPsi varrho varSigma varsigma varsubsetneq varsubsetneqq varsupsetneq varsupsetneqq varTheta
vartheta vartriangle vartriangleleft vartriangleright varUpsilon varXi vbadness vbox vcenter Vdash vDash vdash vdots
Vec vec vector vee veebar veqno verb verbatim verbvisiblespace verse Vert vert vfil vfill vfilneg vfuzz vglue vline
Vmatrix vmatrix voffset vpack vphantom vrule vsize vskip vspace vsplit vss vtop Vvdash wd wedge widehat widetilde
widowpenalties widowpenalty wlog wordboundary wp wr write xalignat xdef Xi xi xleaders xleftarrow xrightarrow
xspaceskip xtoksapp xtokspre xxalignat year yen zeta
"""
# BibLaTeX manual, sections 3.8, 4.6 and 4.7, and csquotes.
_OF_BIBLATEX = """
addabbrvspace addcolon addcomma adddash adddot adddotspace addexclam addhighpenspace addhyphen addlowpenspace
addlpthinspace addnbspace addnbthinspace addperiod addquestion addsemicolon addslash addspace addthinspace autocap
Autocite autocite autocites bibbeginunit bibcapstring bibcplstring bibdash bibdatedash bibellipsis bibhyperlink
bibhyperref bibinitdelim bibinitperiod biblcstring bibleftbracket bibleftparen biblstring bibname bibnamedash
bibopenbracket bibopenparen bibrangedash bibrightbracket bibrightparen bibsentence bibsstring bibstring bibucstring
bibxstring Cite Citeauthor citeauthor citedate cites citeshorttitle citetitle citeurl citeyear enquote footcite
footcitetext footfullcite fullcite hyphen hyphenate iffieldundef isdot mkbibacro mkbibbold mkbibbrackets mkbibdatelong
mkbibdateshort mkbibemph mkbibendnote mkbibfootnote mkbibitalic mkbibmonth mkbibnamefamily mkbibnamegiven
mkbibnameprefix mkbibnamesuffix mkbibordedition mkbibordinal mkbibordseries mkbibparens mkbibquote mkbibsuperscript
nbhyphen nohyphenation nopp Parencite parencite parencites pno Pnotecite pnotecite ppno printdate printfield printlist
printnames psq psqq RN Rn Smartcite smartcite sqspace supercite Textcite textcite textcites textnohyphenation volcite
"""


def latex_commands(dialect: str) -> frozenset[str]:
    """The names, without backslash, of the commands that a document for BibTeX or BibLaTeX can count on."""
    return frozenset((_COMMANDS + _OF_BIBLATEX if dialect == "biblatex" else _COMMANDS).split())
