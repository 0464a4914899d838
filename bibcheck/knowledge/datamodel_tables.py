"""The tables of datamodel.py, as strings of words. Made by tools/build_datamodel.py."""

from __future__ import annotations

BIBTEX_FIELDS = (
    "address annote author booktitle chapter crossref edition editor howpublished institution journal key month note "
    "number organization pages publisher school series title type volume year"
)

BIBTEX_TYPES = (
    "article book booklet conference inbook incollection inproceedings manual mastersthesis misc phdthesis proceedings "
    "techreport unpublished"
)

BIBTEX_REQUIRED = {
    "article": "author title journal year",
    "book": "author|editor title publisher year",
    "booklet": "title",
    "conference": "author title booktitle year",
    "inbook": "author|editor title chapter|pages publisher year",
    "incollection": "author title booktitle publisher year",
    "inproceedings": "author title booktitle year",
    "manual": "title",
    "mastersthesis": "author title school year",
    "misc": "",
    "phdthesis": "author title school year",
    "proceedings": "title year",
    "techreport": "author title institution year",
    "unpublished": "author title note",
}

BIBTEX_REQUIRED_IN_CROSSREF = {
    "article": "author",
    "book": "",
    "booklet": "",
    "conference": "author",
    "inbook": "chapter|pages",
    "incollection": "author",
    "inproceedings": "author",
    "manual": "",
    "mastersthesis": "author school",
    "misc": "",
    "phdthesis": "author school",
    "proceedings": "",
    "techreport": "author institution",
    "unpublished": "author note",
}

BIBTEX_EXCLUSIVE = {
    "article": "",
    "book": "volume|number author|editor",
    "booklet": "",
    "conference": "volume|number",
    "inbook": "volume|number author|editor",
    "incollection": "volume|number",
    "inproceedings": "volume|number",
    "manual": "",
    "mastersthesis": "",
    "misc": "",
    "phdthesis": "",
    "proceedings": "volume|number",
    "techreport": "",
    "unpublished": "",
}

BIBTEX_PRINTED = {
    "article": (
        "archive archiveprefix articleno author bookaddress booktitle coden collaboration doi editor eid eprint "
        "eprintclass howpublished isbn isbn-13 issn issue journal key language lastaccessed lccn month note number "
        "numpages pages primaryclass series slaccitation title translation url volume year"
    ),
    "book": (
        "address archive archiveprefix author bookpages booktitle chapter coden collaboration doi edition editor "
        "eprint eprintclass isbn isbn-13 issn issue key language lastaccessed lccn month note number pages "
        "primaryclass publisher series slaccitation title type url volume year"
    ),
    "booklet": (
        "address archive archiveprefix author coden doi eprint eprintclass howpublished isbn isbn-13 issn issue key "
        "language lastaccessed lccn month note organization pages primaryclass slaccitation title url year"
    ),
    "conference": (
        "address archive archiveprefix articleno author bookaddress bookpages booktitle chapter city coden "
        "collaboration date doi edition editor eid eprint eprintclass howpublished intype isbn isbn-13 issn issue "
        "journal key language lastaccessed lccn location month note number numpages organization pages paper "
        "primaryclass publisher series slaccitation title type url volume year"
    ),
    "inbook": (
        "address archive archiveprefix author bookpages booktitle chapter coden collaboration doi edition editor "
        "eprint eprintclass isbn isbn-13 issn issue key language lastaccessed lccn month note number pages "
        "primaryclass publisher series slaccitation title type url volume year"
    ),
    "incollection": (
        "address archive archiveprefix author bookaddress bookpages booktitle chapter coden collaboration doi edition "
        "editor eprint eprintclass isbn isbn-13 issn issue key language lastaccessed lccn month note number pages "
        "primaryclass publisher series slaccitation title type url volume year"
    ),
    "inproceedings": (
        "address archive archiveprefix articleno author bookaddress bookpages booktitle chapter city coden "
        "collaboration date doi edition editor eid eprint eprintclass howpublished intype isbn isbn-13 issn issue "
        "journal key language lastaccessed lccn location month note number numpages organization pages paper "
        "primaryclass publisher series slaccitation title type url volume year"
    ),
    "manual": (
        "address archive archiveprefix author booktitle coden doi edition editor eprint eprintclass howpublished isbn "
        "isbn-13 issn issue key language lastaccessed lccn month note organization primaryclass slaccitation title url "
        "year"
    ),
    "mastersthesis": (
        "address advisor archive archiveprefix author booktitle coden collaboration doi eprint eprintclass isbn "
        "isbn-13 issn issue key language lastaccessed lccn month note primaryclass school slaccitation title type url "
        "year"
    ),
    "misc": (
        "address archive archiveprefix author coden doi eprint eprintclass howpublished isbn isbn-13 issn issue key "
        "language lastaccessed lccn month note numpages organization pages primaryclass publisher slaccitation title "
        "url version year"
    ),
    "phdthesis": (
        "address advisor archive archiveprefix author booktitle coden collaboration doi eprint eprintclass isbn "
        "isbn-13 issn issue key language lastaccessed lccn month note primaryclass school slaccitation title type url "
        "year"
    ),
    "proceedings": (
        "address archive archiveprefix bookaddress booktitle city coden date doi edition editor eprint eprintclass "
        "isbn isbn-13 issn issue key language lastaccessed lccn location month note number organization pages "
        "primaryclass publisher series slaccitation title url volume year"
    ),
    "techreport": (
        "address archive archiveprefix author booktitle coden collaboration doi edition eprint eprintclass "
        "howpublished institution isbn isbn-13 issn issue key language lastaccessed lccn month note number pages "
        "primaryclass slaccitation title type url year"
    ),
    "unpublished": (
        "archive archiveprefix articleno author coden collaboration doi eid eprint eprintclass isbn isbn-13 issn issue "
        "key language lastaccessed lccn month note numpages pages primaryclass slaccitation title url year"
    ),
    "presentation": (
        "address author collaboration doi key language month note organization slaccitation title type url year"
    ),
    "dataset": (
        "address archiveprefix author coden collaboration doi edition editor eprint eprintclass isbn isbn-13 issn "
        "issue key lastaccessed lccn note organization primaryclass slaccitation title url year"
    ),
    "online": (
        "address archiveprefix author coden doi edition editor eprint eprintclass howpublished isbn isbn-13 issn issue "
        "key language lastaccessed lccn month note organization primaryclass title url year"
    ),
    "game": (
        "address archiveprefix author coden doi edition editor eprint eprintclass isbn isbn-13 issn issue key "
        "lastaccessed lccn note organization primaryclass title url year"
    ),
    "artifactsoftware": (
        "address archiveprefix author coden doi edition editor eprint eprintclass isbn isbn-13 issn issue key "
        "lastaccessed lccn note organization primaryclass title url year"
    ),
    "artifactdataset": (
        "address archiveprefix author coden doi edition editor eprint eprintclass isbn isbn-13 issn issue key "
        "lastaccessed lccn note organization primaryclass title url year"
    ),
    "software": (
        "address archiveprefix author coden doi edition editor eprint eprintclass isbn isbn-13 issn issue key "
        "lastaccessed lccn note organization primaryclass title url year"
    ),
    "periodical": (
        "articleno editor eid journal key language month note number numpages organization pages series title url "
        "volume year"
    ),
    "collection": (
        "address archiveprefix author city coden date doi edition editor eprint eprintclass isbn isbn-13 issn issue "
        "key lastaccessed lccn location note number organization primaryclass publisher series title url volume year"
    ),
    "electronic": "address author howpublished language month note organization title url year",
    "patent": "author day dayfiled language month monthfiled nationality note number title type url year yearfiled",
    "standard": "author howpublished institution language month note number organization revision title type url year",
    "internet": "address author howpublished language month note organization title url year",
    "webpage": "address author howpublished language month note organization title url year",
    "www": "address author howpublished language month note organization title url year",
}

STYLE_TYPES = (
    "abnt-options ancienttext archival archive artifactdataset artifactsoftware bookinarticle bookincollection "
    "bookininarticle bookininbook bookinincollection bookininproceedings bookininreference bookinjournal "
    "bookinmathesis bookinphdthesis bookinproceedings bookinreference bookinthesis catalog classictext codefragment "
    "collection commented committee computercode conferencepaper constitution database dataset degree electronic "
    "exhibcatalog footnote funding game hidden inarticle inaudio incatalog incommentary inexhibcatalog ininarticle "
    "ininbook inincollection ininproceedings ininreference inlexicon inmathesis inmovie inmusic inphdthesis inpress "
    "intechreport internet inthesis invideo journalpart jurthesis lecture legadminmaterial legmaterial lexicon literal "
    "magazine manuscript map mlasource monograph monography mvcommentary mvlexicon nameonly newsarticle newspaper "
    "online other patent periodical preprint presentation program remark seminarpaper software softwaremodule "
    "softwareversion standard standards student talk teaching translation webpage www zpatent"
)

STYLE_FIELDS = (
    "abnt-note absorder abstractloc abstracturl access acronym actor advisor alternatetitle alternatetitlescript "
    "amendment amount annotate annotelanguage anonstring appentry arachne archive archiveprefix archname arthist "
    "arthistdate article articleno assignee authoraddon authorcountry aysections bibsource biburl binding blogsubtitle "
    "blogtitle blogtitleaddon book bookaddress bookafterword bookannotator bookauthortype bookbooksubtitle "
    "bookbooktitle bookbooktitleaddon bookbooktitlekey bookbookvolume bookcommentator bookcredits bookeditor "
    "bookforeword bookineditor bookintroduction booklanguage bookoriglanguage bookpages books booktitlekey "
    "booktitlenote booktranslator bookvolume bookyear catalog category chair citation city classes claves "
    "claves_definition coauthor coden collaboration collator collection columns comment committee compiler "
    "concentration conference-address conference-location conference-number conference-year contents contributora "
    "contributorb country credits ctan ctrl-etal-number ctrl-link-doi ctrl-use-doi-all ctrl-use-title currency dataset "
    "date datea dateaddon dateb datetype dating day dayfiled decision decisionname degree degreelist department "
    "description dimensions director dissyear distincturl doi duration durationtype editioncredits editoraaddon "
    "editoraddon eid endbookyear englishtitle epilog eprint eprintclass eprintdate eprintday eprintmonth eprinttype "
    "eprintyear erratumeid erratumgermanpages erratumnumpages erratumpages erratumvolume erratumyear eventdatelanguage "
    "eventnumber eventsubtitle eventtype execdirector execproducer exhibfirstdate exhibfirstlocation exhibfirstmuseum "
    "exhibseconddate exhibsecondlocation exhibsecondmuseum exhibthirddate exhibthirdlocation exhibthirdmuseum fakeset "
    "festschrift festschriftaddon firstkey flanguage font founder fulleventdate funder furtherresp germanpages gpa "
    "hal_id hal_version handle heading honors howcited illustrated illustrations impactfactor inafterword inannotator "
    "incommentator ineditor inforeword inintroduction intranslator introducedin intype ipc isbn isbn-13 issn issue "
    "issues jointauthor jointauthortype journalyear jstor juraauthor juratitle language languageid lansortorder "
    "lastaccessed lastchecked layer lccn librarylocation license location locationa locationb mainauthor maineditor "
    "maintitlenote maintranslator major mark media medium meeting minor misctitle modified monthfiled mrnumber "
    "multieventdate multivenue name namefmtid nameformat nameorder narrator nationality newsdate newspaper nihms noed "
    "normal notex notextra numbera numberb numcites numlectures numpages numstudents oaddress officialpages "
    "officialvolume openaccess opublisher order org-short origdatetype origin originaladdress originalbooktitle "
    "originaledition originaleditor originaljournal originalnumber originalpages originalpublisher originalvolume "
    "originalyear origrealdate owner oyear pagename paper pardate parpages parreporter parseries parts parttitle "
    "parvolume peerreview perevod pii pmc pmcid pmid preface preprint presentationtype presenter price primaryclass "
    "printing prioritycountry prioritydate prioritynumber producer production protocollessurl pseudonym publication "
    "publicationdate publishera publisherb pubmed rawauthor realauthor realdate realeditor refnumber reportnumber "
    "repository reprinted-from reprinted-text requestnumber revdauthor revdeditor revdshorttitle revdsubtitle "
    "revdtitle revdtitleaddon review revision role science score scribe script scriptwriter section semesters "
    "seriesaddon serieseditor seriesseries setlabel shelfmark shortarchive shortblog shortbookauthor shortbooktitle "
    "shortcollection shortform shortissuetitle shortlabeltitle shortlibrary shortmaintitle shortorganization "
    "shortsubarchive shortsubseries shortsubsubseries shorttranslator sig1 sig2 sig3 sig4 sign size slaccitation "
    "sortshelfmark sortvolume specdata speciality specialitycode ssedition status stitle styleaysection subarchive "
    "subnumber subseries subsubnumber subsubseries summarytitle supervisor supplemental supplementala supplementalb "
    "support swhid swhidcore symposium systemreq texlive thesisdate thesistype timestamp titlea titleb "
    "titleisdescription titlekey titlenote titletype totalpages transissue transjournal translation translatora "
    "translatoratype translatorb translatorbtype translatortype transnumber transpages transsection transvolume "
    "transyear typeaddon update updated url urldescription urn usualtitle version versiona versionb vipusk volformat "
    "volsorder volumetitle with withauthor withauthortype withbookauthor withbookauthortype withbookeditor "
    "withbookeditortype withbooktranslator withbooktranslatortype witheditor witheditortype withmainauthor "
    "withmainauthortype withmaineditor withmaineditortype withmaintranslator withmaintranslatortype withtranslator "
    "withtranslatortype writer xid year-presented yearfiled zenon znumber"
)

BIBLATEX_TYPES = (
    "article bibnote book bookinbook booklet collection dataset inbook incollection inproceedings inreference manual "
    "misc mvbook mvcollection mvproceedings mvreference online patent periodical proceedings reference report set "
    "software suppbook suppcollection suppperiodical thesis unpublished xdata artwork audio bibnote commentary image "
    "jurisdiction legislation legal letter movie music performance review standard video customa customb customc "
    "customd custome customf"
)

BIBLATEX_REQUIRED = {
    "article": "date|year author|editor|translator journaltitle title",
    "bibnote": "",
    "book": "date|year author|editor|translator title",
    "bookinbook": "date|year author|editor|translator|bookauthor title booktitle",
    "booklet": "date|year author|editor|translator title",
    "collection": "date|year editor|author|translator title",
    "dataset": "title",
    "inbook": "date|year author|editor|translator|bookauthor title booktitle",
    "incollection": "date|year author|editor|translator title booktitle",
    "inproceedings": "date|year author|editor|translator title booktitle",
    "inreference": "date|year title booktitle",
    "manual": "date|year title",
    "misc": "date|year title",
    "mvbook": "date|year author|editor|translator title",
    "mvcollection": "date|year editor|author|translator title",
    "mvproceedings": "title",
    "mvreference": "editor|author|translator title",
    "online": "date|year url|doi|eprint title",
    "patent": "date|year author|holder title number",
    "periodical": "date|year title",
    "proceedings": "date|year title",
    "reference": "date|year editor|author|translator title",
    "report": "date|year author|editor|translator title type institution",
    "set": "entryset",
    "software": "title",
    "suppbook": "date|year author|editor|translator|bookauthor title booktitle",
    "suppcollection": "date|year author|editor|translator title booktitle",
    "suppperiodical": "date|year",
    "thesis": "date|year author|editor|translator title type institution",
    "unpublished": "date|year author|editor|translator title",
}

BIBLATEX_FIELDS = {
    "article": (
        "addendum annotator author commentator editor editora editoratype editorb editorbtype editorc editorctype "
        "editortype eid issn issue issuesubtitle issuetitle issuetitleaddon journalsubtitle journaltitle "
        "journaltitleaddon language note number origlanguage pages pubstate series subtitle title titleaddon "
        "translator version volume"
    ),
    "bibnote": "note",
    "book": (
        "addendum afterword annotator author chapter commentator edition editor editora editoratype editorb "
        "editorbtype editorc editorctype editortype eid foreword introduction isbn language location mainsubtitle "
        "maintitle maintitleaddon note number origlanguage pages pagetotal part publisher pubstate series subtitle "
        "title titleaddon translator volume volumes"
    ),
    "bookinbook": (
        "addendum afterword annotator author bookauthor booksubtitle booktitle booktitleaddon chapter commentator "
        "edition editor editora editoratype editorb editorbtype editorc editorctype editortype eid foreword "
        "introduction isbn language location mainsubtitle maintitle maintitleaddon note number origlanguage pages part "
        "publisher pubstate series subtitle title titleaddon translator volume volumes"
    ),
    "booklet": (
        "addendum author chapter editor editortype eid howpublished language location note pages pagetotal pubstate "
        "subtitle title titleaddon type"
    ),
    "collection": (
        "addendum afterword annotator chapter commentator edition editor editora editoratype editorb editorbtype "
        "editorc editorctype editortype eid foreword introduction isbn language location mainsubtitle maintitle "
        "maintitleaddon note number origlanguage pages pagetotal part publisher pubstate series subtitle title "
        "titleaddon translator volume volumes"
    ),
    "dataset": (
        "addendum author edition editor editortype language location note number organization publisher pubstate "
        "series subtitle title titleaddon type version"
    ),
    "inbook": (
        "addendum afterword annotator author bookauthor booksubtitle booktitle booktitleaddon chapter commentator "
        "edition editor editora editoratype editorb editorbtype editorc editorctype editortype eid foreword "
        "introduction isbn language location mainsubtitle maintitle maintitleaddon note number origlanguage pages part "
        "publisher pubstate series subtitle title titleaddon translator volume volumes"
    ),
    "incollection": (
        "addendum afterword annotator author booksubtitle booktitle booktitleaddon chapter commentator edition editor "
        "editora editoratype editorb editorbtype editorc editorctype editortype eid foreword introduction isbn "
        "language location mainsubtitle maintitle maintitleaddon note number origlanguage pages part publisher "
        "pubstate series subtitle title titleaddon translator volume volumes"
    ),
    "inproceedings": (
        "addendum author booksubtitle booktitle booktitleaddon chapter editor editortype eid eventdate eventtitle "
        "eventtitleaddon isbn language location mainsubtitle maintitle maintitleaddon note number organization pages "
        "part publisher pubstate series subtitle title titleaddon venue volume volumes"
    ),
    "inreference": (
        "addendum afterword annotator author booksubtitle booktitle booktitleaddon chapter commentator edition editor "
        "editora editoratype editorb editorbtype editorc editorctype editortype eid foreword introduction isbn "
        "language location mainsubtitle maintitle maintitleaddon note number origlanguage pages part publisher "
        "pubstate series subtitle title titleaddon translator volume volumes"
    ),
    "manual": (
        "addendum author chapter edition editor editortype eid isbn language location note number organization pages "
        "pagetotal publisher pubstate series subtitle title titleaddon type version"
    ),
    "misc": (
        "addendum author editor editortype howpublished language location note organization pubstate subtitle title "
        "titleaddon type version"
    ),
    "mvbook": (
        "addendum afterword annotator author commentator edition editor editora editoratype editorb editorbtype "
        "editorc editorctype editortype foreword introduction isbn language location note number origlanguage "
        "pagetotal publisher pubstate series subtitle title titleaddon translator volume volumes"
    ),
    "mvcollection": (
        "addendum afterword annotator author commentator edition editor editora editoratype editorb editorbtype "
        "editorc editorctype editortype foreword introduction isbn language location note number origlanguage "
        "publisher pubstate subtitle title titleaddon translator volume volumes"
    ),
    "mvproceedings": (
        "addendum editor editortype eventdate eventtitle eventtitleaddon isbn language location note number "
        "organization pagetotal publisher pubstate series subtitle title titleaddon venue volumes"
    ),
    "mvreference": (
        "addendum afterword annotator author commentator edition editor editora editoratype editorb editorbtype "
        "editorc editorctype editortype foreword introduction isbn language location note number origlanguage "
        "publisher pubstate subtitle title titleaddon translator volume volumes"
    ),
    "online": "addendum author editor editortype language note organization pubstate subtitle title titleaddon version",
    "patent": "addendum author holder location note number pubstate subtitle title titleaddon type version",
    "periodical": (
        "addendum editor editora editoratype editorb editorbtype editorc editorctype editortype issn issue "
        "issuesubtitle issuetitle issuetitleaddon language note number pubstate series subtitle title titleaddon "
        "volume"
    ),
    "proceedings": (
        "addendum chapter editor editortype eid eventdate eventtitle eventtitleaddon isbn language location "
        "mainsubtitle maintitle maintitleaddon note number organization pages pagetotal part publisher pubstate series "
        "subtitle title titleaddon venue volume volumes"
    ),
    "reference": (
        "addendum afterword annotator chapter commentator edition editor editora editoratype editorb editorbtype "
        "editorc editorctype editortype eid foreword introduction isbn language location mainsubtitle maintitle "
        "maintitleaddon note number origlanguage pages pagetotal part publisher pubstate series subtitle title "
        "titleaddon translator volume volumes"
    ),
    "report": (
        "addendum author chapter eid institution isrn language location note number pages pagetotal pubstate subtitle "
        "title titleaddon type version"
    ),
    "set": "entryset",
    "software": (
        "addendum author editor editortype howpublished language location note organization pubstate subtitle title "
        "titleaddon type version"
    ),
    "suppbook": (
        "addendum afterword annotator author bookauthor booksubtitle booktitle booktitleaddon chapter commentator "
        "edition editor editora editoratype editorb editorbtype editorc editorctype editortype eid foreword "
        "introduction isbn language location mainsubtitle maintitle maintitleaddon note number origlanguage pages part "
        "publisher pubstate series subtitle title titleaddon translator volume volumes"
    ),
    "suppcollection": (
        "addendum afterword annotator author booksubtitle booktitle booktitleaddon chapter commentator edition editor "
        "editora editoratype editorb editorbtype editorc editorctype editortype eid foreword introduction isbn "
        "language location mainsubtitle maintitle maintitleaddon note number origlanguage pages part publisher "
        "pubstate series subtitle title titleaddon translator volume volumes"
    ),
    "suppperiodical": "",
    "thesis": (
        "addendum author chapter eid institution language location note pages pagetotal pubstate subtitle title "
        "titleaddon type"
    ),
    "unpublished": (
        "addendum author eventdate eventtitle eventtitleaddon howpublished language location note pubstate subtitle "
        "title titleaddon type venue"
    ),
}

BIBLATEX_GLOBAL_FIELDS = (
    "abstract annotation authortype bookpagination crossref date doi entryset entrysubtype eprint eprintclass "
    "eprinttype eventdate execute file gender ids indexsorttitle indextitle isan ismn iswc keywords label langid "
    "langidopts library lista listb listc listd liste listf month namea nameaddon nameatype nameb namebtype namec "
    "namectype options origdate origlocation origpublisher origtitle pagination presort related relatedoptions "
    "relatedstring relatedtype shortauthor shorteditor shorthand shorthandintro shortjournal shortseries shorttitle "
    "sortkey sortname sortshorthand sorttitle sortyear url urldate usera userb userc userd usere userf verba verbb "
    "verbc xdata xref year"
)

BIBLATEX_DATE_PARTS = (
    "day endday endhour endminute endmonth endsecond endtimezone endyear endyeardivision eventday eventendday "
    "eventendhour eventendminute eventendmonth eventendsecond eventendtimezone eventendyear eventendyeardivision "
    "eventhour eventminute eventmonth eventsecond eventtimezone eventyear eventyeardivision hour minute origday "
    "origendday origendhour origendminute origendmonth origendsecond origendtimezone origendyear origendyeardivision "
    "orighour origminute origmonth origsecond origtimezone origyear origyeardivision second timezone urlday urlendday "
    "urlendhour urlendminute urlendmonth urlendsecond urlendtimezone urlendyear urlendyeardivision urlhour urlminute "
    "urlmonth urlsecond urltimezone urlyear urlyeardivision yeardivision"
)

TYPE_ALIASES = {
    "conference": "inproceedings",
    "electronic": "online",
    "www": "online",
    "mastersthesis": "thesis",
    "phdthesis": "thesis",
    "techreport": "report",
}

FIELD_ALIASES = {
    "address": "location",
    "annote": "annotation",
    "archiveprefix": "eprinttype",
    "hyphenation": "langid",
    "journal": "journaltitle",
    "key": "sortkey",
    "pdf": "file",
    "primaryclass": "eprintclass",
    "school": "institution",
}

NEVER_INHERITED = (
    "ids crossref xref entryset entrysubtype execute label options presort related relatedoptions relatedstring "
    "relatedtype shorthand shorthandintro sortkey"
)

INHERITANCE = {
    "mvbook inbook": (
        "author>author author>bookauthor title>maintitle subtitle>mainsubtitle titleaddon>maintitleaddon shorttitle> "
        "sorttitle> indextitle> indexsorttitle>"
    ),
    "mvbook bookinbook": (
        "author>author author>bookauthor title>maintitle subtitle>mainsubtitle titleaddon>maintitleaddon shorttitle> "
        "sorttitle> indextitle> indexsorttitle>"
    ),
    "mvbook suppbook": (
        "author>author author>bookauthor title>maintitle subtitle>mainsubtitle titleaddon>maintitleaddon shorttitle> "
        "sorttitle> indextitle> indexsorttitle>"
    ),
    "book inbook": (
        "author>author author>bookauthor title>booktitle subtitle>booksubtitle titleaddon>booktitleaddon shorttitle> "
        "sorttitle> indextitle> indexsorttitle>"
    ),
    "book bookinbook": (
        "author>author author>bookauthor title>booktitle subtitle>booksubtitle titleaddon>booktitleaddon shorttitle> "
        "sorttitle> indextitle> indexsorttitle>"
    ),
    "book suppbook": (
        "author>author author>bookauthor title>booktitle subtitle>booksubtitle titleaddon>booktitleaddon shorttitle> "
        "sorttitle> indextitle> indexsorttitle>"
    ),
    "mvbook book": (
        "title>maintitle subtitle>mainsubtitle titleaddon>maintitleaddon shorttitle> sorttitle> indextitle> "
        "indexsorttitle>"
    ),
    "mvcollection collection": (
        "title>maintitle subtitle>mainsubtitle titleaddon>maintitleaddon shorttitle> sorttitle> indextitle> "
        "indexsorttitle>"
    ),
    "mvcollection reference": (
        "title>maintitle subtitle>mainsubtitle titleaddon>maintitleaddon shorttitle> sorttitle> indextitle> "
        "indexsorttitle>"
    ),
    "mvcollection incollection": (
        "title>maintitle subtitle>mainsubtitle titleaddon>maintitleaddon shorttitle> sorttitle> indextitle> "
        "indexsorttitle>"
    ),
    "mvcollection inreference": (
        "title>maintitle subtitle>mainsubtitle titleaddon>maintitleaddon shorttitle> sorttitle> indextitle> "
        "indexsorttitle>"
    ),
    "mvcollection suppcollection": (
        "title>maintitle subtitle>mainsubtitle titleaddon>maintitleaddon shorttitle> sorttitle> indextitle> "
        "indexsorttitle>"
    ),
    "mvreference collection": (
        "title>maintitle subtitle>mainsubtitle titleaddon>maintitleaddon shorttitle> sorttitle> indextitle> "
        "indexsorttitle>"
    ),
    "mvreference reference": (
        "title>maintitle subtitle>mainsubtitle titleaddon>maintitleaddon shorttitle> sorttitle> indextitle> "
        "indexsorttitle>"
    ),
    "mvreference incollection": (
        "title>maintitle subtitle>mainsubtitle titleaddon>maintitleaddon shorttitle> sorttitle> indextitle> "
        "indexsorttitle>"
    ),
    "mvreference inreference": (
        "title>maintitle subtitle>mainsubtitle titleaddon>maintitleaddon shorttitle> sorttitle> indextitle> "
        "indexsorttitle>"
    ),
    "mvreference suppcollection": (
        "title>maintitle subtitle>mainsubtitle titleaddon>maintitleaddon shorttitle> sorttitle> indextitle> "
        "indexsorttitle>"
    ),
    "mvproceedings proceedings": (
        "title>maintitle subtitle>mainsubtitle titleaddon>maintitleaddon shorttitle> sorttitle> indextitle> "
        "indexsorttitle>"
    ),
    "mvproceedings inproceedings": (
        "title>maintitle subtitle>mainsubtitle titleaddon>maintitleaddon shorttitle> sorttitle> indextitle> "
        "indexsorttitle>"
    ),
    "collection incollection": (
        "title>booktitle subtitle>booksubtitle titleaddon>booktitleaddon shorttitle> sorttitle> indextitle> "
        "indexsorttitle>"
    ),
    "collection inreference": (
        "title>booktitle subtitle>booksubtitle titleaddon>booktitleaddon shorttitle> sorttitle> indextitle> "
        "indexsorttitle>"
    ),
    "collection suppcollection": (
        "title>booktitle subtitle>booksubtitle titleaddon>booktitleaddon shorttitle> sorttitle> indextitle> "
        "indexsorttitle>"
    ),
    "reference incollection": (
        "title>booktitle subtitle>booksubtitle titleaddon>booktitleaddon shorttitle> sorttitle> indextitle> "
        "indexsorttitle>"
    ),
    "reference inreference": (
        "title>booktitle subtitle>booksubtitle titleaddon>booktitleaddon shorttitle> sorttitle> indextitle> "
        "indexsorttitle>"
    ),
    "reference suppcollection": (
        "title>booktitle subtitle>booksubtitle titleaddon>booktitleaddon shorttitle> sorttitle> indextitle> "
        "indexsorttitle>"
    ),
    "proceedings inproceedings": (
        "title>booktitle subtitle>booksubtitle titleaddon>booktitleaddon shorttitle> sorttitle> indextitle> "
        "indexsorttitle>"
    ),
    "periodical article": (
        "title>journaltitle subtitle>journalsubtitle titleaddon>journaltitleaddon shorttitle> sorttitle> indextitle> "
        "indexsorttitle>"
    ),
    "periodical suppperiodical": (
        "title>journaltitle subtitle>journalsubtitle titleaddon>journaltitleaddon shorttitle> sorttitle> indextitle> "
        "indexsorttitle>"
    ),
}

OWN_FIELDS = {
    "abntex2": "abnt-*",
    "ACM Digital Library": "acmid issue_date issuedate month_numeric",
    "Atypon": "_eprint",
    "BibDesk": "bdsk-* date-added date-modified local-url read rss-description",
    "BibNet": (
        "acknowledgement ajournal bibdate coden ean isbn-13 issn-l journal-url libnote price remark tableofcontents "
        "xxisbn xxnote"
    ),
    "BibSonomy": "added-at interhash intrahash username",
    "Citavi": "refid",
    "CiteULike": "citeulike-* posted-at priority",
    "DBLP": "bibsource biburl dblp",
    "EndNote": "endnotereftype",
    "GBV": "ppn_gvk",
    "Glottolog": "fn gbid glottolog_ref_id hhtype iaid inlg lgcode macro_area olac_field title_english wals_code",
    "HAL": "hal_id hal_local_reference hal_version",
    "INSPEC": "classcodes classification confdate corpsource journalabr thesaurus treatment",
    "INSPIRE": "slaccitation",
    "JabRef": (
        "__markedentry bibtexkey citationcount citationkey comment-* creationdate file groups icore jabref-* "
        "markedentry modificationdate owner printed ps qualityassured ranking readstatus relevance review sha "
        "timestamp"
    ),
    "JSTOR": "jstor_articletype jstor_formatteddate jstor_issuetitle",
    "MathSciNet": "fjournal mrclass mrreviewer",
    "Mendeley": "mendeley-*",
    "NASA ADS": "adsnote adsurl",
    "OpenAlex": "openalex",
    "Papers": "papers2_url rating uri",
    "papis": "papis_id time-added",
    "PubMed": "citation-subset completed copyright country nlmuniqueid pii",
    "RefDB": "refdb_id",
    "RIS converters": "db m3 ty type-of-reference ur",
    "Scopus": (
        "abbrev_source_title art_number author_keywords chemicals_cas cited_by correspondence_address1 document_type "
        "funding_details funding_text* publication_stage pubmed_id references source"
    ),
    "Semantic Scholar": "s2id",
    "various": "entryby journal_iso url_checked",
    "Web of Science": (
        "author-email book-author book-group-author cited-references da doc-delivery-number earlyaccessdate em "
        "esi-highly-cited-paper esi-hot-paper funding-acknowledgement funding-text journal-iso keywords-plus meeting "
        "number-of-cited-references oa orcid-numbers research-areas researcherid-numbers times-cited unique-id "
        "usage-count-last-180-days usage-count-since-2013 web-of-science-categories web-of-science-index"
    ),
    "zbMATH": "classmath",
    "Zotero": "tags zotero-id zoterokey",
}

OTHER_FIELDS = (
    "abbr abbr_publisher abstractnote accessed additional_info affiliation affiliations altmetric alttitle "
    "archivelocation article-doi article-number article-pii articlenumber arxiv arxivid award award_name bibtex_show "
    "blog citation-key citations code collaborator comment conference contents dimensions doc_url ee eissn "
    "elocation-id extra fjournal funding google_scholar_id hal html inspirehep_id issn-linking journal-abbreviation "
    "journalabbreviation lastchecked librarycatalog medline-ta mesh mrnumber nlm-id oclc openreview place pmc pmcid "
    "pmid poster preprint preview publicationtitle pubmedid pubmodel pubstatus ref reportnumber rights section "
    "selected sid size slides software ssrn subject supp url_code url_dataset url_paper url_pdf url_poster "
    "url_preprint url_project url_slides url_video urlaccessdate video webpdf website zbl zblnumber zbmath zmnumber"
)
