"""Which journal is meant, and what is no name of a journal that resembles it."""

from __future__ import annotations

import pytest

from bibcheck.venues.index import KnownVenue
from bibcheck.venues.recognise import Venues, is_plain
from tests.venues.entries import WORLD

# Names as public bibliographies have them.
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
NOT_SURE = [
    ("Front. Phys.", "journal"),
    ("JCP", "journal"),  # chemical and computational physics
    ("Neur. Comp.", "journal"),
    ("Nature", "booktitle"),
    ("Journal of the ACM (JACM)", "booktitle"),  # two words, and a journal's
    ("Journal of the ACM", "booktitle"),  # a book may be called so
    ("Ethnos", "booktitle"),
    ("Pra", "journal"),
    ("Jacm", "journal"),
]


@pytest.mark.parametrize(("text", "id", "form"), JOURNALS)
def test_a_journal(text: str, id: str, form: str) -> None:
    found = WORLD.recognise(text, "journal")
    assert found
    assert (found.venue.id, found.form, found.is_sure) == (f"j:{id}", form, True)


@pytest.mark.parametrize("pair", JOURNAL_PAIRS)
def test_what_resembles_one_another_is_not_one_journal(pair: str) -> None:
    first, second = (WORLD.recognise(text, "journal") for text in pair.split(" | "))
    assert first
    assert not (second and first.is_sure and second.is_sure and first.venue.id == second.venue.id)


@pytest.mark.parametrize(("text", "kind"), NOT_SURE)
def test_what_may_be_another_is_not_sure(text: str, kind: str) -> None:
    found = WORLD.recognise(text, kind)
    assert not found or not found.is_sure


@pytest.mark.parametrize(("text", "id"), [("SIAM Journal on Computing", "siam journal on computing")])
def test_the_name_of_a_journal_in_the_place_of_a_book(text: str, id: str) -> None:
    found = WORLD.recognise(text, "booktitle")
    assert found
    assert (found.venue.id, found.is_sure) == (f"j:{id}", True)


def test_a_journal_that_is_not_sure_is_known_all_the_same() -> None:
    found = WORLD.recognise("Nature", "booktitle")
    assert found
    assert (found.venue.id, found.is_sure) == ("j:nature", False)


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


BIOLOGY = KnownVenue(
    "own:bio", "journal", "On Biology", abbreviation="On Biol.", acronym="JOT", forms=("JOTS", "Foresters", "Bio (Oslo)", "FoB")
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "form", "is_sure"),
    [
        ("On Biol.", "abbreviated", True),
        ("Biology", "abbreviated", False),  # one word may be that of another
        ("JOT", "acronym", False),  # so may three letters
        ("JOTS", "acronym", True),
        ("FoB", "acronym", False),
        ("Foresters", "full", False),
    ],
)
def test_what_a_short_form_is(text: str, form: str, is_sure: bool) -> None:
    found = Venues((BIOLOGY,)).recognise(text, "journal")
    assert found
    assert (found.venue.id, found.form, found.is_sure) == ("own:bio", form, is_sure)


def test_of_two_journals_that_are_abbreviated_so_the_first_may_be_meant() -> None:
    other = KnownVenue("own:other", "journal", "Zwei Biologists")
    found = Venues((KnownVenue("own:bio", "journal", "Zwei Biology"), other)).recognise("Zwei Biol.", "journal")
    assert found
    assert (found.venue.id, found.is_sure) == ("own:bio", False)


def test_of_two_journals_with_one_abbreviation_the_first_may_be_meant() -> None:
    other = KnownVenue("own:other", "journal", "On Biologists", abbreviation="On Biol.")
    found = Venues((BIOLOGY, other)).recognise("On Biol.", "journal")
    assert found
    assert (found.venue.id, found.is_sure) == ("own:bio", False)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Commun. ACM", True),
        ("Commun. ACM, vol. 3", False),
        ("J. ACM (vol. 3)", False),
        ("Journal of the ACM (JACM)", True),
        ("Communications of the ACM (CACM)", True),
        ("Communications of the ACM (CA)", True),  # the initials
        ("Communications of the ACM (COA)", True),  # with that of a small word
        ("Communications of the ACM (CACM), vol. 3", False),
        ("Journal of the ACM (Trees)", False),
        ("Methods in molecular biology (Clifton, N.J.)", False),
        ("Bio (Oslo)", True),  # so it is called
    ],
)
def test_the_name_of_a_journal_and_nothing_else(text: str, plain: bool) -> None:
    found = Venues((BIOLOGY,)).recognise(text, "journal")
    assert found
    assert is_plain(found, text) is plain
