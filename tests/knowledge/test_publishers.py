from pathlib import Path

import pytest

import bibcheck.knowledge
from bibcheck.knowledge.publishers import publisher_of
from tools.build_venues import build

HERE = Path(next(iter(bibcheck.knowledge.__path__)))


@pytest.mark.parametrize(
    "names",
    [
        ("USENIX", "USENIX Association", "Usenix Association", "The USENIX Association"),
        (
            "ACM",
            "Association for Computing Machinery",
            "ACM, Inc.",
            "Association for Computing Machinery (ACM)",
            "ACM, New York, NY, USA",
        ),
        ("IEEE", "Institute of Electrical and Electronics Engineers", "IEEE Inc."),
        ("IEEE Computer Society", "IEEE Computer Society Press", "IEEE CS Press", "IEEE Comput. Soc."),
        (
            "Springer",
            "Springer-Verlag",
            "Springer Verlag",
            "Springer Berlin Heidelberg",
            "Springer, Heidelberg",
            "Springer US",
        ),
        ("Elsevier", "Elsevier B.V.", "Elsevier Ltd", "Elsevier Science"),
        ("Wiley", "John Wiley & Sons", "John Wiley and Sons, Inc.", "John Wiley & Sons, New York"),
        ("MIT Press", "The MIT Press", "M.I.T. Press"),
        ("O'Reilly Media", "O’Reilly", "O'Reilly Media, Inc."),
        ("SIAM", "Society for Industrial and Applied Mathematics"),
    ],
)
def test_names_of_one_publisher(names: tuple[str, ...]) -> None:
    publishers = [publisher_of(name) for name in names]
    assert all(publishers)
    assert len({publisher.key for publisher in publishers if publisher}) == 1


@pytest.mark.parametrize(
    "names",
    [
        ("Springer", "Springer Nature", "Birkhäuser", "Kluwer Academic Publishers", "Plenum Press", "Springer Gabler"),
        (
            "Wiley",
            "Wiley-Interscience",
            "Wiley-Blackwell",
            "Blackwell",
            "Wiley-VCH",
            "Wiley-IEEE Press",
            "Wiley Online Library",
        ),
        (
            "Elsevier",
            "Academic Press",
            "North-Holland",
            "Pergamon Press",
            "Morgan Kaufmann",
            "ScienceDirect",
            "Elsevier Academic Press",
        ),
        ("IEEE", "IEEE Computer Society", "IEEE Press"),
        ("ACM", "ACM Press", "ACM Digital Library"),
        ("Addison-Wesley", "Prentice Hall", "Pearson", "Addison-Wesley Longman"),
        ("Macmillan", "Palgrave Macmillan", "The Macmillan Company"),
        ("Taylor & Francis", "Routledge", "CRC Press", "Informa"),
        ("Optica Publishing Group", "Optical Society of America"),
        ("American Mathematical Society", "AMS", "American Meteorological Society"),
        ("MIT Press", "Bradford Books"),
    ],
)
def test_imprints_mergers_and_former_selves_are_not_one_publisher(names: tuple[str, ...]) -> None:
    keys = [publisher.key for name in names if (publisher := publisher_of(name))]
    assert len(set(keys)) == len(keys) == len(names)


@pytest.mark.parametrize(
    ("name", "full", "short", "registers", "since"),
    [
        ("ACM", "Association for Computing Machinery", "ACM", "yes", 1960),
        ("ACM Press", "ACM Press", "ACM Press", "yes", 1960),
        ("USENIX", "USENIX Association", "USENIX", "no", None),
        ("PMLR", "PMLR", "PMLR", "no", None),
        ("CEUR-WS", "CEUR-WS.org", "CEUR-WS.org", "no", None),
        ("Springer", "Springer", "Springer", "yes", 1985),
        ("AAAI Press", "AAAI Press", "AAAI Press", "partly", None),
        ("O'Reilly", "O'Reilly Media", "O'Reilly Media", "no", None),
    ],
)
def test_what_is_known_of_a_publisher(name: str, full: str, short: str, registers: str, since: int | None) -> None:
    publisher = publisher_of(name)
    assert publisher
    assert (publisher.name, publisher.short) == (full, short)
    assert (publisher.registers_dois, publisher.proceedings_since) == (registers, since)


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "Redhat",
        "Science",
        "Institute of Physics, Polish Academy of Sciences",
        "Springer, and others",
        "ACM and IEEE",
    ],
)
def test_an_unknown_publisher(name: str) -> None:
    assert publisher_of(name) is None


def test_prefixes() -> None:
    springer = publisher_of("Springer")
    assert springer
    assert "10.1007" in springer.doi_prefixes


def test_what_ships_is_what_the_sources_say() -> None:
    for name, data in build().items():
        assert (HERE / name).read_bytes() == data, f"{name}: run `python -m tools.build_venues`"


def test_what_ships_is_small() -> None:
    assert sum((HERE / name).stat().st_size for name in build() if name.endswith(".txt")) < 100_000
