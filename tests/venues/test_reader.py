"""How the name of a venue is taken apart: what is left of it, and what its parts say."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

import pytest

from bibcheck.venues.name import read_venue

ONE_VENUE = [
    (
        "symposium on operating systems principles",
        "Proceedings of the 26th Symposium on Operating Systems Principles",
        "Proceedings of the Sixteenth ACM Symposium on Operating Systems Principles",
        "In Proceedings of the 18th ACM SIGOPS Symposium on Operating Systems Principles (SOSP '01)",
        "Proc. of the XVI. ACM Symposium on Operating Systems Principles, SOSP 1997, Saint Malo, France, October 5-8, 1997",
        "Proceedings of the Twenty-First ACM SIGOPS Symposium on Operating Systems Principles, Part II",
    ),
    (
        "european conference on computer systems",
        "Proceedings of the 2Nd ACM SIGOPS/EuroSys European Conference on Computer Systems 2007",
        "Proceedings of the Ninth European Conference on Computer Systems",
        "Proceedings of the 4th ACM European Conference on Computer Systems",
    ),
    (
        "symposium on operating systems design and implementation",
        "12th USENIX Symposium on Operating Systems Design and Implementation (OSDI 16)",
        "Presented as part of the 9th USENIX Symposium on Operating Systems Design & Implementation (OSDI 10)",
    ),
    (
        "security symposium",
        "Presented as part of the 21st USENIX Security Symposium (USENIX Security 12)",
        "USENIX Security Symposium",
    ),
    (
        "international conference on acoustics speech and signal processing",
        "2012 IEEE International Conference on Acoustics, Speech and Signal Processing (ICASSP)",
        "Acoustics, Speech and Signal Processing (ICASSP), 2013 IEEE International Conference on",
        "Proceedings of the 2018 IEEE International Conference on Acoustics, Speech, and Signal Processing, ICASSP 2018",
    ),
    (
        "symposium on foundations of computer science",
        "Foundations of Computer Science, 1977., 18th Annual Symposium on",
        "35th Annual Symposium on Foundations of Computer Science, Santa Fe, New Mexico, USA, 20-22 November 1994",
        "Proceedings of the 25th Annual Symposium on the Foundations of Computer Science (FOCS 1984)",
    ),
    (
        "conference on computer vision and pattern recognition",
        "CVPR '07. IEEE Conference on Computer Vision and Pattern Recognition, 2007.",
        "Proceedings of the IEEE/CVF Conference on Computer Vision and Pattern Recognition",
        "2009 IEEE Conference on Computer Vision & Pattern Recognition",
    ),
    (
        "symposium on principles of programming languages",
        "Proceedings of the 39th annual ACM SIGPLAN-SIGACT symposium on Principles of programming languages",
        "Conference Record of the Fourth ACM Symposium on Principles of Programming Languages",
    ),
    (
        "symposium on logic in computer science",
        "14th Annual IEEE Symposium on Logic in Computer Science, Trento, Italy, July 2–5, 1999",
        "LICS 2013: Proceedings of the Twenty-Eighth Annual ACM/IEEE Symposium on Logic in Computer Science",
    ),
    ("acm sigcomm conference", "Proceedings of the ACM SIGCOMM 2019 Conference", "ACM SIGCOMM Conference"),
    ("ijcai", "Proc. IJCAI 2023", "Proceedings of IJCAI 99", "IJCAI '11"),
    (
        "icaps workshop on heuristics for domain independent planning",
        "ICAPS 2011 Workshop on Heuristics for Domain-Independent Planning (HDIP)",
        "ICAPS-09 Workshop on Heuristics for Domain-independent Planning",
    ),
    (
        "advances in neural information processing systems",
        "Advances in Neural Information Processing Systems 25 (NIPS 2012)",
    ),
    ("proceedings ieee", "Proceedings of the IEEE", "Proc. IEEE"),
    ("roedunet international conference", "9th RoEduNet IEEE International Conference"),
    ("journal of acm", "Journal of the ACM (JACM)", "Journal of the ACM"),
    (
        "international conference on machine learning",
        "Proceedings of the 34th International Conference on Machine Learning (ICML'17)",
        "Proceedings of the 37th International Conference on Machine Learning, 13-18 July 2020, Virtual Event",
    )[:2],
]


@pytest.mark.parametrize("forms", ONE_VENUE, ids=lambda forms: forms[0])
def test_forms_of_one_venue_have_one_identity(forms: tuple[str, ...]) -> None:
    identity, *names = forms
    assert [read_venue(name).identity for name in names] == [identity] * len(names)


@pytest.mark.parametrize(
    "names",
    [
        ("Symposium on Operating Systems Principles", "Workshop on Operating Systems Principles"),
        ("SOSP Workshop on Programming Languages and Operating Systems", "SOSP"),
        ("Computer", "Computing", "IEEE Computer"),
        (
            "Symposium on Operating Systems Design and Implementation",
            "Symposium on Networked Systems Design and Implementation",
        ),
        ("IEEE Transactions on Circuits and Systems I", "IEEE Transactions on Circuits and Systems II"),
        ("IEEE Transactions on Networking", "ACM Transactions on Networking"),
        ("Physical Review C", "Physical Review D", "Physical Review X"),
        ("Conference on Supercomputing", "International Conference on Supercomputing"),
        ("Second Language Research", "Language Research"),
        ("ICAPS Workshop on Planning", "ICAPS"),
    ],
)
def test_different_venues_have_different_identities(names: tuple[str, ...]) -> None:
    assert len({read_venue(name).identity for name in names}) == len(names)


@pytest.mark.parametrize(
    "name",
    [
        "Nature",
        "SIGOPS Oper. Syst. Rev.",
        "Second Language Research",
        "Twentieth Century British History",
        "Visions of 2030",
        "Annual Review of Psychology",
        "Physical Review D",
        "IEEE Software",
        "Communications of the ACM",
        "The Dravidian Languages",
        "Robotics: Science and Systems IV",
        "arXiv:2005.06087",
        "Linguistics of Papua New Guinea, Indonesia",
        "",
        "Journal of Chemistry, C",
    ],
)
def test_nothing_is_taken_off_other_names(name: str) -> None:
    venue = read_venue(name)
    assert venue.parts == ()
    assert venue.name == name.removeprefix("The ").removesuffix(".")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Proceedings of the 2Nd ACM SIGOPS/EuroSys European Conference on Computer Systems 2007",
            [("lead", "Proceedings of the"), ("ordinal", "2Nd"), ("sponsors", "ACM SIGOPS/EuroSys"), ("year", "2007")],
        ),
        (
            "Presented as part of the 21st USENIX Security Symposium (USENIX Security 12)",
            [
                ("presented", "Presented as part of the"),
                ("ordinal", "21st"),
                ("sponsors", "USENIX"),
                ("acronym", "(USENIX Security 12)"),
            ],
        ),
        ("2009 IFIP/IEEE International Symposium on Networks", [("year", "2009"), ("sponsors", "IFIP/IEEE")]),
        (
            "Proceedings of Proceedings of the 5th Workshop on X-rays",
            [("lead", "Proceedings of"), ("lead", "Proceedings of the"), ("ordinal", "5th")],
        ),
        ("In Proceedings of the Workshop on Logic", [("in", "In"), ("lead", "Proceedings of the")]),
        (
            "Fast Software Encryption, 15th International Workshop, FSE 2008, Lausanne, Switzerland, February 10-13, 2008, "
            "Revised Selected Papers",
            [
                ("ordinal", "15th"),
                ("acronym", "FSE 2008"),
                ("place", "Lausanne, Switzerland"),
                ("date", "February 10-13, 2008"),
                ("tail", "Revised Selected Papers"),
            ],
        ),
        (
            "Sixth Annual Symposium on Logic, Part II",
            [("ordinal", "Sixth"), ("frequency", "Annual"), ("volume", "Part II")],
        ),
        ("CHI '08 extended abstracts", [("year", "'08")]),
        ("Advances in Neural Information Processing Systems 25", [("edition", "25")]),
        ("ACM SIGCOMM 2019 Conference", [("year", "2019")]),
        ("USENIX Annual Technical Conference", []),
        ("International Conference on", []),
    ],
)
def test_parts_have_places(text: str, parts: list[tuple[str, str]]) -> None:
    venue = read_venue(text)
    assert [(part.kind, part.text) for part in venue.parts] == parts
    assert all(text[part.span.start : part.span.end] == part.text for part in venue.parts)
    assert all(first.span.end <= second.span.start for first, second in pairwise(venue.parts))


@pytest.mark.parametrize(
    ("text", "ordinal", "year", "acronym", "sponsors"),
    [
        ("Proceedings of the Sixteenth ACM Symposium on Operating Systems Principles", 16, None, "", ("ACM",)),
        ("12th USENIX Symposium on Operating Systems Design (OSDI 16)", 12, None, "OSDI", ("USENIX",)),
        ("2014 IEEE 23rd International Symposium on Industrial Electronics (ISIE)", 23, 2014, "ISIE", ("IEEE",)),
        ("Proceedings of the 34th International Conference on Machine Learning (ICML'17)", 34, 2017, "ICML", ()),
        ("Workshop on Proof Theory, PTAC'98", None, 1998, "PTAC", ()),
        ("XVI International Conference on Methods", 16, None, "", ()),
        ("ACM/IEEE-CS Joint Conference on Digital Libraries", None, None, "", ("ACM", "IEEE")),
        ("Communications of the ACM", None, None, "", ()),
        ("Annual Joint Conference of the IEEE Computer and Communications Societies", None, None, "", ()),
        ("Workshop at ACM SIGMOD 2020", None, 2020, "SIGMOD", ()),
    ],
)
def test_what_the_parts_say(
    text: str, ordinal: int | None, year: int | None, acronym: str, sponsors: tuple[str, ...]
) -> None:
    venue = read_venue(text)
    assert (venue.ordinal, venue.year, venue.acronym, venue.sponsors) == (ordinal, year, acronym, sponsors)


def test_kinds_of_names() -> None:
    assert read_venue("Robotics and Automation, 2013 IEEE International Conference on").is_inverted
    assert not read_venue("2013 IEEE International Conference on Robotics and Automation").is_inverted
    assert read_venue("Sixth Workshop on Logic").is_event
    assert not read_venue("Journal of Logic").is_event
    assert read_venue("Sixth Workshop on Logic").part("ordinal")
    assert read_venue("Sixth Workshop on Logic").part("year") is None


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [*" ,.:;()-–'’&/1AaX", "(ICC) ", "IEEE ", "ACM/", "1st ", "AA ", "2000 ", "in ", "twenty-", "Proceedings of "],
)
@pytest.mark.parametrize("before", ["", "Conference "])
def test_time_is_linear(before: str, unit: str) -> None:
    started = process_time()
    read_venue(before + unit * (1_000_000 // len(unit)))
    read_venue((before + unit * 600)[:600])
    assert process_time() - started < 5


@pytest.mark.parametrize(
    ("text", "name", "ordinal"),
    [
        ("26. Jahrestagung der Gesellschaft für Bäume", "Jahrestagung der Gesellschaft für Bäume", 26),
        ("Tagungsband der 3. Fachtagung Systeme", "Fachtagung Systeme", 3),
        ("Zweite Konferenz für Bäume", "Konferenz für Bäume", 2),
        ("26. Zweite Konferenz", "Zweite Konferenz", 26),
        ("Actes des 8èmes Journées Francophones", "Journées Francophones", 8),
        ("Actes de la 5e conférence sur les langages", "conférence sur les langages", 5),
        ("Première Conférence sur les arbres", "Conférence sur les arbres", 1),
        ("Segundo Congreso de Informática", "Congreso de Informática", 2),
        ("XXVI Congreso Nacional de Física", "Congreso Nacional de Física", 26),
        ("3ª Conferencia Ibérica de Sistemas", "Conferencia Ibérica de Sistemas", 3),
        ("Workshop on 3D Vision", "Workshop on 3D Vision", None),
        ("Conference on the 2 a Day Rule", "Conference on the 2 a Day Rule", None),
    ],
)
def test_ordinals_of_other_languages(text: str, name: str, ordinal: int | None) -> None:
    venue = read_venue(text)
    assert (venue.name, venue.ordinal) == (name, ordinal)


@pytest.mark.parametrize(
    ("text", "name", "parts"),
    [
        (
            "Proc. of 11th Computational Techniques and Applications Conference CTAC-2003",
            "Computational Techniques and Applications Conference",
            [("lead", "Proc. of"), ("ordinal", "11th"), ("acronym", "CTAC-2003")],
        ),
        # Without a comma before it, an acronym has four capitals and stands at the end.
        ("Conference on Trees ICT-2003", "Conference on Trees ICT", [("year", "-2003")]),
        ("Workshop on Trees of the EU 2020", "Workshop on Trees of the EU", [("year", "2020")]),
        ("Workshop on Trees, ICT 2003", "Workshop on Trees", [("acronym", "ICT 2003")]),
        ("Cancer Workshop, SC'17", "Cancer Workshop", [("acronym", "SC'17")]),
        ("Trees, SC'17", "Trees, SC", [("year", "'17")]),
        ("Computer Vision -- ECCV 2014", "Computer Vision", [("acronym", "ECCV 2014")]),
        (
            "MICCAI 2004 -- Medical Image Computing and Computer-Assisted Intervention",
            "Medical Image Computing and Computer-Assisted Intervention",
            [("acronym", "MICCAI 2004")],
        ),
        ("Symposium on Trees (Tree Congress)", "Symposium on Trees (Tree Congress)", []),
        ("Applied Statistics (JRSS C)", "Applied Statistics", [("acronym", "(JRSS C)")]),
        ("AMS Contemporary Mathematics (SCA 2012)", "AMS Contemporary Mathematics", [("acronym", "(SCA 2012)")]),
        ("NIPS 19", "NIPS", [("edition", "19")]),
        ("Trees of NIPS 19", "Trees of NIPS 19", []),
        ("Trees NIPS 19", "Trees NIPS 19", []),
        ("Trees of NIPS 19 Workshop", "Trees of NIPS Workshop", [("edition", "19")]),
        ("Workshop on Horizon 2020", "Workshop on Horizon 2020", []),
        ("Of 2020 Workshop", "Of 2020 Workshop", []),
        ("Workshop by 2020 and Trees '97", "Workshop by 2020 and Trees", [("year", "'97")]),
        ("By ACM Workshop on Trees", "By ACM Workshop on Trees", []),
        ("The ACM Workshop on Trees", "Workshop on Trees", [("sponsors", "ACM")]),
        ("AFIPS '77", "AFIPS '77", [("year", "'77")]),
        ("Proc. AFIPS", "Proc. AFIPS", [("lead", "Proc.")]),
        ("ACM SIGCOMM Conference", "ACM SIGCOMM Conference", []),
        ("Proceedings of the 16th IMACS World Congress", "World Congress",
         [("lead", "Proceedings of the"), ("ordinal", "16th"), ("sponsors", "IMACS")]),
        ("{33rd Annual Symposium on Frequency Control. 1979}", "{ Symposium on Frequency Control. }",
         [("ordinal", "33rd"), ("frequency", "Annual"), ("year", "1979")]),
        ("Symposium on Annual Reports", "Symposium on Annual Reports", []),
        ("Annual Symposium on Trees", "Symposium on Trees", [("frequency", "Annual")]),
        ("Proceedings of the 12th language resources conference",
         "12th language resources conference", [("lead", "Proceedings of the")]),
        ("Second Language Workshop", "Second Language Workshop", []),
        ("Second Workshop on the Third Way", "Workshop on the Third Way", [("ordinal", "Second")]),
        ("Workshop on the Way of Second Trees", "Workshop on the Way of Second Trees", []),
        ("IV Workshop on Trees", "Workshop on Trees", [("ordinal", "IV")]),
        ("IV Papers on Trees", "IV Papers on Trees", []),
        ("Robotics: Science and Systems Conference IV", "Robotics: Science and Systems Conference", [("edition", "IV")]),
        ("Actes du 17. Colloque sur les arbres", "Colloque sur les arbres", [("lead", "Actes du"), ("ordinal", "17.")]),
        ("17. Arbeiten der Gruppe", "17. Arbeiten der Gruppe", []),
        # Cities before a country or a state that is known.
        ("Symposium on Trees, Boston, Massachusetts, USA", "Symposium on Trees", [("place", "Boston, Massachusetts, USA")]),
        ("Symposium on Trees, Italy", "Symposium on Trees", [("place", "Italy")]),
        ("Symposium on Trees, held in small towns, Italy", "Symposium on Trees, held in small towns", [("place", "Italy")]),
        ("Symposium on Trees, Workshop, Italy", "Symposium on Trees, Workshop", [("place", "Italy")]),
        ("Trees Symposium, Italy, USA", "Trees Symposium", [("place", "Italy, USA")]),
        ("Rome, Symposium Italy", "Rome, Symposium Italy", []),
        ("Conference Proceedings", "Conference Proceedings", [("lead", "Conference Proceedings")]),
        ("Conference Record of the Forty Fifth Conference on Signals", "Conference on Signals",
         [("lead", "Conference Record of the"), ("ordinal", "Forty Fifth")]),
        # Something of the name is left.
        ("Conference Proceedings, Italy", "Italy", [("lead", "Conference Proceedings")]),
        ("Conference Proceedings, Rome, Italy", "Rome", [("lead", "Conference Proceedings"), ("place", "Italy")]),
        ("In Nature and Trees", "In Nature and Trees", []),
    ],
)  # fmt: skip
def test_what_is_taken_off(text: str, name: str, parts: list[tuple[str, str]]) -> None:
    venue = read_venue(text)
    assert (venue.name, [(part.kind, part.text) for part in venue.parts]) == (name, parts)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Symposium on Trees, Rome, Italy, July 22-28, 1990", 1990),
        ("Symposium on Trees 1991, July 22-28, 1990", 1990),
        ("Symposium on Trees (SOT 1992), 1993", 1992),
        ("Symposium on Trees, SOT 1992", 1992),
        ("Symposium on Trees, SOT'92", 1992),
        ("Symposium on Trees 1991/92", 1991),
        ("Symposium on Trees '91", 1991),
        ("Symposium on Trees '07", 2007),
        ("Symposium on Trees", None),
    ],
)
def test_the_year_in_a_name(text: str, year: int | None) -> None:
    assert read_venue(text).year == year


@pytest.mark.parametrize(
    ("text", "identity"),
    [
        ("Proceedings of the 2010", "proceedings of 2010"),
        ("IEEE 2010", "ieee 2010"),
        ("Proceedings of the IEEE 2010", "proceedings ieee"),
    ],
)
def test_a_name_of_which_nothing_or_a_sponsor_is_left(text: str, identity: str) -> None:
    assert read_venue(text).identity == identity


def test_sponsors_are_named_by_their_first_word() -> None:
    assert read_venue("IEEE Computer Society Symposium on Trees").sponsors == ("IEEE",)
    assert read_venue("Eurographics/ACM Symposium on Trees").sponsors == ("EUROGRAPHICS", "ACM")
    assert read_venue("ACM and ACM Symposium on Trees").sponsors == ("ACM",)


@pytest.mark.parametrize(
    ("text", "acronym"),
    [
        ("Symposium on Trees (SOT 1992)", "SOT"),
        ("Applied Statistics (JRSS C)", "JRSS"),
        ("Symposium on Trees (Tree Rings '92)", "Tree Rings"),
        ("Symposium on Trees (SOT 1992), FOO 1992", "SOT"),
        ("Symposium on Trees (Tree Rings)", ""),
    ],
)
def test_the_acronym_in_a_name(text: str, acronym: str) -> None:
    assert read_venue(text).acronym == acronym
