# ruff: noqa: E501
"""Which venue is meant, and what is no name of a venue that resembles it. Names as public bibliographies have them."""

from __future__ import annotations

import time

import pytest

from bibcheck.source import Source
from bibcheck.syntax.parser import parse
from bibcheck.syntax.tree import Entry
from bibcheck.venues.index import KnownVenue, own_venue
from bibcheck.venues.recognise import Venues, former_acronym, is_plain, name_of, text_of, year_of
from bibcheck.venues.words import is_abbreviated

WORLD = Venues()
recognise, recognise_field = WORLD.recognise, WORLD.recognise_field

CONFERENCES = [
    ("Proc. 26th SOSP", "sosp", "acronym"),
    ("SOSP '97", "sosp", "acronym"),
    ("SIGMOD 2010", "sigmod", "acronym"),
    ("Proc. SIGCOMM '09", "sigcomm", "acronym"),
    ("ACM SIGCOMM Conference", "sigcomm", "full"),
    ("Proceedings of the 26th Symposium on Operating Systems Principles", "sosp", "full"),
    ("Proceedings of the Sixteenth ACM Symposium on Operating Systems Principles", "sosp", "full"),
    ("Proc. 16th ACM Symp. on Oper. Syst. Principles", "sosp", "abbreviated"),
    ("In Proc. of the 12th USENIX Conf. on Operating Systems Design and Implementation", "osdi", "abbreviated"),
    ("12th USENIX Symposium on Operating Systems Design and Implementation (OSDI 16)", "osdi", "full"),
    ("Presented as part of the 21st USENIX Security Symposium (USENIX Security 12)", "usenix-security", "full"),
    ("USENIX Security Symposium", "usenix-security", "full"),
    ("Proceedings of the Annual Conference on USENIX Annual Technical Conference", "usenix-atc", "full"),
    ("Advances in Neural Information Processing Systems 30", "neurips", "full"),
    ("Advances in Neural Information Processing Systems", "neurips", "full"),
    ("Thirty-fourth Conference on Neural Information Processing Systems (NeurIPS 2020)", "neurips", "full"),
    ("NIPS 2016", "neurips", "former"),
    ("Proc. Int. Conf. Mach. Learn.", "icml", "abbreviated"),
    ("Proceedings of the 32nd International Conference on Machine Learning (ICML'15)", "icml", "full"),
    ("Proceedings of the Eighteenth National Conference on Artificial Intelligence (AAAI 2002)", "aaai", "former"),
    ("Proceedings of the Thirty-Third AAAI Conference on Artificial Intelligence", "aaai", "full"),
    ("Proceedings of the 23rd International Conference on World Wide Web", "www", "former"),
    ("Computer Vision -- ECCV 2014", "eccv", "full"),
    ("Computer Vision — ECCV 2002", "eccv", "full"),
    ("Advances in Cryptology - CRYPTO '85", "crypto", "full"),
    ("Advances in Cryptology - EUROCRYPT 2020 - 39th Annual International Conference on the Theory and Applications of "
     "Cryptographic Techniques", "eurocrypt", "full"),
    ("2017 IEEE Conference on Computer Vision and Pattern Recognition (CVPR)", "cvpr", "full"),
    ("Computer Vision and Pattern Recognition (CVPR), 2012 IEEE Conference on", "cvpr", "full"),
    ("Acoustics, Speech and Signal Processing (ICASSP), 2011 IEEE International Conference on", "icassp", "full"),
    ("Robotics and Automation, 2013 IEEE International Conference on", "icra", "full"),
    ("24th Int'l Symp. on Software Reliability Engineering (ISSRE)", "issre", "abbreviated"),
    ("Proceedings of the 2014 ACM/IEEE International Conference on Human-robot Interaction", "hri", "full"),
    ("35th Annual Symposium on Foundations of Computer Science, Santa Fe, New Mexico, USA, 20-22 November 1994", "focs",
     "full"),
    ("Proceedings of the 50th Annual Meeting of the Association for Computational Linguistics (Volume 1: Long Papers)",
     "acl", "full"),
    ("Proceedings of the 2016 {ACM} {SIGSAC} Conference on\n  Computer and Communications Security", "ccs", "full"),
    ("Proc. CAV 2021, Part II", "cav", "acronym"),
    ("SIAM International Conference on Data Mining", "sdm", "full"),
    ("IEEE International Conference on Data Mining", "icdm", "full"),
    ("Fifth IEEE International Conference on Data Mining (ICDM'05)", "icdm", "full"),
    ("XXXIV International Conference on Machine Learning", "icml", "full"),
    ("International Workshop on Cryptographic Hardware and Embedded Systems", "ches", "full"),
    ("Proceedings of the Genetic and Evolutionary Computation Conference, GECCO 2019, Prague, Czech Republic, "
     "July 13-17, 2019", "gecco", "full"),
    ("KDD", "kdd", "acronym"),
    ("3DV", "3dv", "acronym"),
    ("NeurIPS", "neurips", "acronym"),
    ("Neural Information Processing Systems (NIPS)", "neurips", "full"),
    ("Advanced Information Systems Engineering", "caise", "full"),
    ("European Control Conference", "ecc", "full"),
    ("Conference on Management of Data", "sigmod", "full"),
    ("International Conference on Data Engineering (ICDE'09)", "icde", "full"),
    ("Proceedings of the 13th International SPIN Workshop (SPIN 2006)", "spin", "full"),
    ("IEEE Virtual Reality, IEEE VR 2010", "ieee-vr", "full"),
    ("IFIP International Information Security Conference", "sec-2", "full"),
    ("Proceedings of the 2006 SIAM international conference on data mining", "sdm", "full"),
    ("IEEE Int. Conf. on Data Mining", "icdm", "abbreviated"),
]  # fmt: skip
JOURNALS = [
    ("SIGOPS Oper. Syst. Rev.", "acm sigops operating systems review", "abbreviated"),
    ("ACM SIGOPS Operating Systems Review", "acm sigops operating systems review", "full"),
    ("Operating Systems Review", "acm sigops operating systems review", "full"),
    ("Comm. ACM", "communications of acm", "abbreviated"),
    ("Journal of the ACM (JACM)", "journal of acm", "full"),
    ("CACM", "communications of acm", "acronym"),
    ("PRL", "physical review letters", "acronym"),
    ("IEEE Trans. on Softw. Eng.", "ieee transactions on software engineering", "abbreviated"),
    ("IEEE Trans. Software Eng.", "ieee transactions on software engineering", "abbreviated"),
    ("Image Processing, IEEE Transactions on", "ieee transactions on image processing", "full"),
    ("J. of Classification", "journal of classification", "abbreviated"),
    ("J.Phys.Conf.Ser.", "journal of physics conference series", "abbreviated"),
    ("Journal of Physics: Conference Series", "journal of physics conference series", "full"),
    ("Phys.Rev.Lett.", "physical review letters", "abbreviated"),
    ("Phys Rev A", "physical review a", "abbreviated"),
    ("Physical Review B: Condensed Matter", "physical review b", "full"),
    ("Proc. Natl. Acad. Sci. USA", "proceedings of national academy of sciences of united states of america",
     "abbreviated"),
    ("PNAS", "proceedings of national academy of sciences of united states of america", "acronym"),
    ("Methods in molecular biology (Clifton, N.J.)", "methods in molecular biology", "full"),
    ("Nature", "nature", "full"),
    ("science", "science", "full"),
    ("Computer", "computer", "full"),
    ("Computing in Science and Engg.", "computing in science and engineering", "abbreviated"),
    (r"Computing in Science & Engineering", "computing in science and engineering", "full"),
    ("Proceedings of the IEEE", "proceedings of ieee", "full"),
    ("LNCS", "lecture notes in computer science", "acronym"),
    ("PRA", "physical review a", "acronym"),
    ("Environ. Modell. Softw.", "environmental modelling and software", "abbreviated"),
    ("Int. J. Numer. Meth. Engrg.", "international journal for numerical methods in engineering", "abbreviated"),
    ("Cold. Reg. Sci. Tech.", "cold regions science and technology", "abbreviated"),
    ("J. Phys. B: At. Mol. Opt. Phys.", "journal of physics b", "abbreviated"),
    ("J. Geophys. Res. (Earth Surface)", "journal of geophysical research earth surface", "abbreviated"),
    # Two words tell where one of them is whole.
    ("Neur. Computation", "neural computation", "abbreviated"),
    ("Comment. Math. Univ. Carolinae", "commentationes mathematicae universitatis carolinae", "abbreviated"),
]  # fmt: skip
# Each pair resembles one another, and is not one venue.
JOURNAL_PAIRS = """
Computer | Computing
Computer | Computers
Computational Geometry | Computers & Geosciences
Computational Linguistics | Cognitive Linguistics
Computational Intelligence | Computing and Informatics
Comput. Sci. | Cognitive Science
Connection Science | Cognitive Science
Physical Review A | Physical Review B
Phys. Rev. A | Phys. Rev. E
Physical Review | Physical Review Letters
Phys. Rev. | Phys. Rep.
Physics Letters A | Physics Letters B
Physica A | Physica D
Physica Scripta | Philosophy of Science
Journal of Physics A | Journal of Physics: Conference Series
J. Phys. A | J. Phys. G
Journal of Physics: Conference Series | IOP Conference Series: Materials Science and Engineering
Nuclear Physics A | Nuclear Physics B
Eur. Phys. J. C | Eur. Phys. J. Plus
Chinese Physics B | Chinese Physics C
Chem Phys Lett | Chin.Phys.Lett.
Frontiers in Physics | Frontiers of Physics
Frontiers in Psychiatry | Frontiers in Psychology
Frontiers in Neuroscience | Frontiers in Neurorobotics
Annals of Physics | Annalen der Physik
Annals of Statistics | Annals of Applied Statistics
Annals of Science | Antarctic Science
Annals of Probability | Annals of Applied Probability
Annals of Mathematics | Mathematische Annalen
Annals of Mathematics | Annals of Mathematics and Artificial Intelligence
American Journal of Psychology | American Journal of Psychiatry
American Journal of Psychotherapy | American Journal of Psychiatry
BMC bioinformatics | BMC biology
BMC genomics | BMC genetics
Bioinformatics | Briefings in Bioinformatics
Clinical Chemistry | Climatic Change
Current Opinion in Neurology | Current Opinion in Neurobiology
Human Genomics | Human Genetics
Information and Computation | Information and Control
Information Processing Letters | Information Processing & Management
INFORMS Journal on Computing | International Journal of Communication
Journal of Applied Econometrics | Journal of Applied Ecology
Journal of Climate | Journal of Classification
J. Comput. Phys. | J. Comput. Chem.
Journal of Elasticity | Journal of Electrocardiology
Journal of Neurophysiology | Journal of Neuroscience
Journal of Neuroscience | Journal of Neurolinguistics
Journal of Philosophy | Journal of Physiology
Journal of Phycology | Journal of Phonetics
Journal of Semantics | Journal of Sensors
Journal of Logic and Computation | Journal of Symbolic Logic
Journal of Algorithms | ACM Journal of Experimental Algorithmics
Journal of the ACM | Communications of the ACM
Journal of Geophysical Research | Journal of Geophysical Research: Earth Surface
Journal of Geophysical Research: Oceans | Journal of Geophysical Research: Atmospheres
Marine Geology | Mathematical Geology
Mathematical Biosciences | Marine Biotechnology
Mathematical Programming | Mathematical Programming Computation
Memory & Cognition | Memetic Computing
Molecular Psychiatry | Molecular Physics
Natural Computing | Nature Communications
Nature | Nature Communications
Nature Genetics | Nature Geoscience
Nature Medicine | Nature Methods
Nature Photonics | Nature Physics
Neural Networks | IEEE Transactions on Neural Networks
Neural Computation | Neural Computing and Applications
IEEE Transactions on Neural Networks | IEEE Transactions on Neural Networks and Learning Systems
IEEE Transactions on Signal Processing | IEEE Transactions on Acoustics, Speech, and Signal Processing
IEEE Transactions on Information Theory | IRE Transactions on Information Theory
IEEE Transactions on Robotics | IEEE Transactions on Robotics and Automation
IEEE Transactions on Computers | ACM Transactions on Computer Systems
ACM Transactions on Computer Systems | ACM Transactions on Computing Education
ACM Transactions on Information Systems | ACM Transactions on Information and System Security
Proceedings of the IEEE | Proceedings of the IRE
Proceedings of the National Academy of Sciences | Proceedings of the Indian Academy of Sciences
Philosophical Review | Physiological Reviews
Physics Reports | Pharmacological Reviews
PLoS Biology | Plant Biotechnology
PLoS ONE | PLoS Genetics
Psychological Medicine | Psychosomatic Medicine
Psychological Review | Psychological Research
Psychological Review | Psychological Bulletin
Scripta Materialia | Scientia Marina
SIAM Review | SIGMOD Rec.
SIAM Journal on Computing | SIAM Journal on Scientific Computing
SIAM Journal on Scientific Computing | SIAM Journal on Scientific and Statistical Computing
The R Journal | R News
Science | Science Advances
""".strip().splitlines()
CONFERENCE_PAIRS = """
USENIX Symposium on Operating Systems Design and Implementation | USENIX Symposium on Networked Systems Design and Implementation
Symposium on Operating Systems Principles | Symposium on Operating Systems Design and Implementation
SIAM International Conference on Data Mining | IEEE International Conference on Data Mining
International Conference on Machine Learning | International Conference on Machine Learning and Applications
International Conference on Machine Learning | European Conference on Machine Learning
International Conference on Machine Learning | Asian Conference on Machine Learning
International Conference on Software Engineering | International Conference on Automated Software Engineering
International Conference on Software Engineering | 2019 IEEE/ACM 41st International Conference on Software Engineering: Companion Proceedings (ICSE-Companion)
International Conference on Software Engineering | International Workshop on Software Engineering
ICSE 2019 | ICSE Companion
ICSE 2019 | 2017 IEEE/ACM 39th International Conference on Software Engineering: Software Engineering in Practice Track (ICSE-SEIP)
IEEE Conference on Computer Vision and Pattern Recognition | 2017 IEEE Conference on Computer Vision and Pattern Recognition Workshops (CVPRW)
IEEE International Conference on Computer Vision | European Conference on Computer Vision
IEEE International Conference on Computer Vision | IEEE International Conference on Computer Vision Workshops
Conference on Neural Information Processing Systems | NIPS Workshop on Bayesian Optimization, Sequential Experimental Design, and Bandits
Conference on Neural Information Processing Systems | Workshop on Machine Learning at NeurIPS
Conference on Neural Information Processing Systems | International Conference on Neural Information Processing
International Conference on Learning Representations | ICLR 2019 Workshop on Debugging
International Conference on Learning Representations | ICLR 2023 Workshop on Physics for Machine Learning
AAAI Conference on Artificial Intelligence | AAAI 2006 Workshop on Learning for Search
AAAI Conference on Artificial Intelligence | AAAI Conference on Artificial Intelligence and Interactive Digital Entertainment
AAAI Conference on Artificial Intelligence | European Conference on Artificial Intelligence
AAAI Conference on Artificial Intelligence | 22nd Annual German Conference on Artificial Intelligence
AAAI Conference on Artificial Intelligence | Canadian Conference on Artificial Intelligence
ICAPS 2013 | ICAPS 2013 Workshop on Planning and Learning
ICAPS 2003 | ICAPS 2003 Doctoral Consortium
ICAPS 2016 | ICAPS 2016 System Demonstrations and Exhibits
CHI Conference on Human Factors in Computing Systems | CHI '08 extended abstracts on Human factors in computing systems
IEEE Symposium on Security and Privacy | 2017 IEEE Security and Privacy Workshops (SPW)
IEEE Symposium on Security and Privacy | IEEE European Symposium on Security and Privacy
IJCAI 2022 | IJCAI 2022 Workshop on Generalization in Planning
ECAI 2000 | ECAI 2000 PuK Workshop
EMNLP 2014 | EMNLP 2014 Workshop on Semantics and Structure in Statistical Translation
EMNLP 2021 | Findings of the Association for Computational Linguistics: EMNLP 2021
MICCAI 2009 | MICCAI'09 Workshop on Analysis of Functional Medical Images
KDD 2007 | Proceedings of KDD cup and workshop
SIGMOD 2010 | Workshop at ACM SIGMOD
CRYPTO '85 | Advances in Cryptology - EUROCRYPT '85
ACM International Conference on Supercomputing | ACM/IEEE Conference on Supercomputing
IEEE International Conference on Image Processing | International Conference on Image and Signal Processing - ICISP 2008
IEEE International Symposium on Information Theory | IEEE Information Theory Workshop
Fast Software Encryption | Foundations of Software Engineering
Proceedings of the VLDB Endowment | International Conference on Very Large Data Bases
GECCO 2011 | Genetic and Evolutionary Computation Conference, GECCO'11 - Companion Publication
Proceedings of the ACM SIGCOMM 2009 conference on Data communication | ACM SIGCOMM Computer Communication Review
Symposium on Theory of Computing | Theory of Cryptography Conference
SAT 2010 | Proc. SAT Competition 2020
""".strip().splitlines()
NOT_SURE = [
    ("Formal Methods", "booktitle"),  # the title of any book
    ("SC 2010", "booktitle"),  # two letters
    ("FSE 2010", "booktitle"),  # software engineering and software encryption
    ("International Conference on Information Security and Cryptology", "booktitle"),  # ICISC and Inscrypt
    ("Security Symposium", "booktitle"),
    ("Front. Phys.", "journal"),
    ("JCP", "journal"),  # chemical and computational physics
    ("Neur. Comp.", "journal"),
    ("Nature", "booktitle"),
    ("Advances in Cryptology", "booktitle"),
    ("Interactive Theorem Proving", "booktitle"),
    ("Conference on Electronic Commerce", "booktitle"),  # of the ACM, or somebody else's
    ("Learning on Graphs Conference (WISE)", "booktitle"),  # the acronym is another's
    ("Neural Images and Systems (NIPS)", "booktitle"),  # the acronym, and another name
    ("icml", "booktitle"),
    ("Journal of the ACM (JACM)", "booktitle"),  # two words, and a journal's
    ("Ethnos", "booktitle"),
    ("Pra", "journal"),
    ("Icml 2010", "booktitle"),
]
# What is not sure is known all the same: who reads it sees what it may be.
POSSIBLE = [
    ("Security Symposium", "booktitle", "usenix-security"),
    ("Interactive Theorem Proving", "booktitle", "itp"),
    ("Proc. VR '93", "booktitle", "ieee-vr"),
    ("SC 2010", "booktitle", "sc"),
    ("MM", "booktitle", "mm"),
    ("Learning on Graphs Conference (WISE)", "booktitle", "log"),
    ("Nature", "booktitle", "j:nature"),
]
UNKNOWN = [
    "",
    "x",
    "   ",
    "(",
    "2019",
    "Journal of Nothing Much",
    "Proceedings of",
    "Workshop on Nothing",
    "?",
    "É",
    "\ud800",
]


@pytest.mark.parametrize(("text", "id", "form"), CONFERENCES)
def test_a_conference(text: str, id: str, form: str) -> None:
    found = recognise(text, "booktitle")
    assert found
    assert (found.venue.id, found.form, found.is_sure) == (id, form, True)


@pytest.mark.parametrize(("text", "id", "form"), JOURNALS)
def test_a_journal(text: str, id: str, form: str) -> None:
    found = recognise(text, "journal")
    assert found
    assert (found.venue.id, found.form, found.is_sure) == (f"j:{id}", form, True)


@pytest.mark.parametrize(
    ("kind", "pair"),
    [*(("journal", pair) for pair in JOURNAL_PAIRS), *(("booktitle", pair) for pair in CONFERENCE_PAIRS)],
)
def test_what_resembles_one_another_is_not_one_venue(kind: str, pair: str) -> None:
    first, second = (recognise(text, kind) for text in pair.split(" | "))
    assert first
    assert not (second and first.is_sure and second.is_sure and first.venue.id == second.venue.id)


@pytest.mark.parametrize(("text", "kind"), NOT_SURE)
def test_what_may_be_another_is_not_sure(text: str, kind: str) -> None:
    found = recognise(text, kind)
    assert not found or not found.is_sure


@pytest.mark.parametrize(("text", "kind", "id"), POSSIBLE)
def test_what_it_may_be(text: str, kind: str, id: str) -> None:
    found = recognise(text, kind)
    assert found
    assert (found.venue.id, found.is_sure) == (id, False)


PLAIN = [
    # (text, kind, whether it is the name and nothing else, the name of its time)
    ("SOSP '97", "booktitle", True, "sosp operating systems principles False"),
    ("26th Symposium on Operating Systems Principles", "booktitle", True, "sosp operating systems principles False"),
    ("Proc. CAV 2021, Part II", "booktitle", False, "cav computer aided verification False"),
    ("NIPS 2016", "booktitle", True, "neurips neural information processing systems False"),
    ("NeurIPS 2019", "booktitle", True, "neurips neural information processing systems False"),
    ("Advances in Neural Information Processing Systems", "booktitle", True,
     "neurips neural information processing systems False"),
    # Names that it has had one after the other.
    ("International Conference on World Wide Web", "booktitle", True, "www international conference on world wide web "),
    ("The Web Conference", "booktitle", True, "www web False"),
    # Two books of one conference.
    ("Computer Vision -- ECCV 2014", "booktitle", False, "eccv computer vision False"),
    ("European Conference on Computer Vision", "booktitle", True, "eccv european computer vision False"),
    ("International Workshop on Cryptographic Hardware and Embedded Systems", "booktitle", True,
     "ches cryptographic hardware embedded systems True"),
    ("Journal of the ACM (JACM)", "journal", True, "j:journal of acm  False"),
    ("Journal of the ACM (Trees)", "journal", False, "j:journal of acm  False"),
    ("Commun. ACM, vol. 3", "journal", False, "j:communications of acm  False"),
    ("Communications of the ACM (CA)", "journal", True, "j:communications of acm  False"),
    ("Communications of the ACM (COA)", "journal", True, "j:communications of acm  False"),
    ("Commun. ACM", "journal", True, "j:communications of acm  False"),
]  # fmt: skip


TREES = KnownVenue("j:zwei biology", "journal", "Zwei Biology", former_names=(("Notes of Foresters", 1990),))


@pytest.mark.parametrize(
    ("text", "form", "is_sure"),
    [
        ("Zwei Biology", "full", True),
        ("Zwei Biol.", "abbreviated", False),  # a whole word of four letters may be another's beginning
        ("Zw. Biology", "abbreviated", True),
        ("Zw. Biol.", "abbreviated", False),
        ("Notes of Foresters", "former", True),
    ],
)
def test_what_an_abbreviation_tells(text: str, form: str, is_sure: bool) -> None:
    found = Venues((TREES,)).recognise(text, "journal")
    assert found
    assert (found.venue.id, found.form, found.is_sure) == ("j:zwei biology", form, is_sure)


@pytest.mark.parametrize(
    ("written", "name", "is_abbreviation"),
    [
        ("Int. J. Numer. Meth. Engrg.", "International Journal for Numerical Methods in Engineering", True),
        ("Int'l J. of Nets", "International Journal of Nets", True),
        ("J Nets", "Journal of Nets", True),
        ("Jo Nets", "Journal of Nets", False),
        ("Softw Nets", "Software Nets", False),
        ("Softw. Nets", "Software Nets", True),
        ("Sw. Nets", "Software Nets", False),  # of two letters, only the first ones
        ("Sfw. Nets", "Software Nets", True),
        ("Softx. Nets", "Software Nets", False),
        ("Softwares. Nets", "Software Nets", False),
        ("Moftw. Nets", "Software Nets", False),
        ("Softw. Nets", "Software", False),
        ("Softw.", "Software Nets", False),
        ("Softw. Net", "Software Nets", True),
        ("Softw/Nets", "Software Nets", False),
        ("Nets of the Trees", "Nets on Trees", True),
    ],
)
def test_what_stands_for_a_name(written: str, name: str, is_abbreviation: bool) -> None:
    assert is_abbreviated(written, name) is is_abbreviation


@pytest.mark.parametrize(("text", "kind", "plain", "name"), PLAIN)
def test_names_of_one_time(text: str, kind: str, plain: bool, name: str) -> None:
    found = recognise(text, kind)
    assert found
    assert (is_plain(found, text), name_of(found)) == (plain, name)


@pytest.mark.parametrize(
    ("text", "acronym"),
    [
        ("NIPS 2016", "NIPS"),
        ("NeurIPS 2019", ""),
        ("Neural Information Processing Systems (NIPS)", ""),
        ("International Conference on World Wide Web", ""),
        ("SOSP '97", ""),
    ],
)
def test_an_acronym_that_a_conference_had(text: str, acronym: str) -> None:
    found = recognise(text, "booktitle")
    assert found and former_acronym(found) == acronym


@pytest.mark.parametrize("kind", ["journal", "booktitle", "series"])
@pytest.mark.parametrize("text", UNKNOWN)
def test_what_is_unknown(text: str, kind: str) -> None:
    assert recognise(text, kind) is None


def test_a_venue_is_not_older_than_it_is() -> None:
    name = "International Conference on Learning Representations"
    # The first was held in 2013. What is of the year before may be so by a slip, or by a preprint.
    for year, is_sure in ((2019, True), (2013, True), (2012, True), (2011, False), (1998, False), (None, True)):
        found = recognise(name, "booktitle", year)
        assert found and found.is_sure is is_sure
    assert recognise("Nature", "journal", 1700)


def test_the_parts_that_were_taken_off() -> None:
    found = recognise("Proceedings of the Sixteenth ACM Symposium on Operating Systems Principles", "booktitle")
    assert found
    assert (found.parts.ordinal, found.parts.sponsors) == (16, ("ACM",))


@pytest.mark.parametrize(
    ("field", "id"),
    [
        ("booktitle = {{SOSP} '97}", "sosp"),
        ("journal = {\\apj}", "j:astrophysical journal"),
        ("journal = {\\emph{Nature}}", "j:nature"),
        ('journal = {Zeitschrift f{\\"u}r Physik}', "j:zeitschrift fur physik"),
        ("series = {SOSP '97}", "sosp"),
        ("series = {LNCS}", "j:lecture notes in computer science"),
        ("journaltitle = {J. ACM}", "j:journal of acm"),
    ],
)
def test_fields_with_latex(field: str, id: str) -> None:
    (entry,) = (
        block
        for block in parse(Source("a.bib", f"@misc{{k, {field}, year = 1997}}")).blocks
        if isinstance(block, Entry)
    )
    found = recognise_field(entry.fields[0])
    assert found and found.is_sure
    assert found.venue.id == id


@pytest.mark.parametrize(
    ("fields", "text", "year"),
    [
        ("journal = {\\apj}, year = 1997", "Astrophysical Journal", 1997),
        ("journal = {{\\apj}}, year = {1997a}", "Astrophysical Journal", 1997),
        ("journal = {\\emph{Nature}}, date = {1997-05}", "Nature", 1997),
        ("journal = {apj}, year = {in press}", "apj", None),
        ("journal = {Nature}, year = {in press}, date = {1997}", "Nature", 1997),
        ("journal = {Nature}, year = {\u0661\u0669\u0669\u0667}", "Nature", None),
        ("journal = {Nature}", "Nature", None),
    ],
)
def test_the_text_and_the_year_of_a_field(fields: str, text: str, year: int | None) -> None:
    (entry,) = (block for block in parse(Source("a.bib", f"@misc{{k, {fields}}}")).blocks if isinstance(block, Entry))
    assert (text_of(entry.fields[0]), year_of(entry.fields[0])) == (text, year)


@pytest.mark.parametrize(
    ("field", "id"),
    [("booktitle", "j:nature"), ("series", "j:nature"), ("journal", "j:nature"), ("journaltitle", "j:nature")],
)
def test_the_kind_of_a_field(field: str, id: str) -> None:
    (entry,) = (
        block
        for block in parse(Source("a.bib", f"@misc{{k, {field} = {{Nature}}}}")).blocks
        if isinstance(block, Entry)
    )
    found = recognise_field(entry.fields[0])
    assert found and found.venue.id == id
    assert found.is_sure is field.startswith("journal")


def test_an_empty_field_names_nothing() -> None:
    (entry,) = (block for block in parse(Source("a.bib", "@misc{k, journal = {}}")).blocks if isinstance(block, Entry))
    assert recognise_field(entry.fields[0]) is None


def test_a_macro_that_nobody_defined_is_no_name() -> None:
    (entry,) = (
        block for block in parse(Source("a.bib", "@misc{k, journal = sosp}")).blocks if isinstance(block, Entry)
    )
    assert recognise_field(entry.fields[0]) is None


def test_the_venues_of_a_project_join_and_leave() -> None:
    assert recognise("MyConf Symposium", "booktitle") is None
    venues = Venues((own_venue("MyConf", "My Conference on Things", ("MyConf Symposium",), False),))
    for text in ("MyConf 2020", "3rd My Conference on Things", "Proceedings of the MyConf Symposium"):
        found = venues.recognise(text, "booktitle")
        assert found and found.venue.name == "My Conference on Things"
        assert found.venue.registers_in(2020) == "no"
    assert recognise("3rd My Conference on Things", "booktitle") is None


def test_a_venue_of_a_project_takes_the_place_of_one_of_its_name() -> None:
    venues = Venues((own_venue("SOSP", "Symposium on Software Products", (), True),))
    found = venues.recognise("SOSP 2019", "booktitle")
    assert found and found.is_sure and found.venue.name == "Symposium on Software Products"


def test_a_name_is_looked_up_once() -> None:
    names = [f"Proceedings of the {number}th International Conference on Machine Learning" for number in range(20, 30)]
    first = [recognise(name, "booktitle") for name in names]
    again = [recognise(name, "booktitle") for name in names]
    assert all(one is other for one, other in zip(first, again, strict=True))


@pytest.mark.parametrize(
    "text", ["A, " * 120, "(" * 300, "J. " * 130, "on " * 130 + "x", "1" * 390, "a" * 100_000, "., " * 5_000]
)
def test_long_names_take_no_time(text: str) -> None:
    started = time.process_time()
    for kind in ("journal", "booktitle", "series"):
        recognise(text, kind)
    assert time.process_time() - started < 0.5
