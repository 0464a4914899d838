# ruff: noqa: E501
"""Which conference is meant, and what is no name of a conference that resembles it."""

from __future__ import annotations

import pytest

from bibcheck.venues.index import KnownVenue
from bibcheck.venues.recognise import Venues
from tests.venues.entries import WORLD

# Names as public bibliographies have them.
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
    ("MIDDLEWARE", "middleware", "acronym"),
    # Another kind of event, but the sponsor is the conference's.
    ("ACM Conf. on Oper. Syst. Principles", "sosp", "abbreviated"),
    # Beside its acronym, two words of the name are enough.
    ("Symposium on Operating Systems (SOSP)", "sosp", "full"),
]  # fmt: skip
# Each pair resembles one another, and is not one venue.
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
    "Formal Methods",  # the title of any book
    "SC 2010",  # two letters
    "FSE 2010",  # software engineering and software encryption
    "International Conference on Information Security and Cryptology",  # ICISC and Inscrypt
    "Security Symposium",
    "Advances in Cryptology",
    "Interactive Theorem Proving",
    "Conference on Electronic Commerce",  # of the ACM, or somebody else's
    "Learning on Graphs Conference (WISE)",  # the acronym is another's
    "Neural Images and Systems (NIPS)",  # the acronym, and another name
    "icml",
    "Icml 2010",
    "IcML 2010",
    "Middleware",  # any word
    "Conference on Learning (ICML)",  # one word of two, beside the acronym
]
OTHERS = [
    "SOSP 3D",
    "Security 2012",
    "Meeting on Oper. Syst. Principles",
    "Symposium on Operative Systematic Printing",  # its words begin as those of another name do
    "USENIX Security Conference",
]
# What is not sure is known all the same: who reads it sees what it may be.
POSSIBLE = [
    ("Security Symposium", "usenix-security"),
    ("Interactive Theorem Proving", "itp"),
    ("Proc. VR '93", "ieee-vr"),
    ("SC 2010", "sc"),
    ("MM", "mm"),
    ("Learning on Graphs Conference (WISE)", "log"),
]


@pytest.mark.parametrize(("text", "id", "form"), CONFERENCES)
def test_a_conference(text: str, id: str, form: str) -> None:
    found = WORLD.recognise(text, "booktitle")
    assert found
    assert (found.venue.id, found.form, found.is_sure) == (id, form, True)


@pytest.mark.parametrize("pair", CONFERENCE_PAIRS)
def test_what_resembles_one_another_is_not_one_conference(pair: str) -> None:
    first, second = (WORLD.recognise(text, "booktitle") for text in pair.split(" | "))
    assert first
    assert not (second and first.is_sure and second.is_sure and first.venue.id == second.venue.id)


@pytest.mark.parametrize("text", NOT_SURE)
def test_what_may_be_another_is_not_sure(text: str) -> None:
    found = WORLD.recognise(text, "booktitle")
    assert not found or not found.is_sure


@pytest.mark.parametrize(("text", "id"), POSSIBLE)
def test_what_it_may_be(text: str, id: str) -> None:
    found = WORLD.recognise(text, "booktitle")
    assert found
    assert (found.venue.id, found.is_sure) == (id, False)


@pytest.mark.parametrize("text", OTHERS)
def test_no_conference(text: str) -> None:
    assert WORLD.recognise(text, "booktitle") is None


FORESTERS = KnownVenue("own:fors", "conference", "Forest Symposium", acronym="FORS", forms=("Foresters",))


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Forest Symposium", ("full", False)),  # two words may be anybody's
        ("Symposium on the Forest (FORS)", ("full", True)),
        ("Foresters", ("acronym", False)),
        ("Meeting of Things (Foresters '10)", None),  # a word with one capital is no acronym
        ("Forest Workshop", None),
    ],
)
def test_a_conference_with_a_short_name(text: str, known: tuple[str, bool] | None) -> None:
    found = Venues((FORESTERS,)).recognise(text, "booktitle")
    assert (found and (found.form, found.is_sure)) == known
