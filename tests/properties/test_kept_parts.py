"""After any change to a file whose parts were kept, the findings are those of a run that knows nothing of before."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from bibcheck.bibliography import Bibliography
from bibcheck.engine.kept_parts import KeptParts
from bibcheck.engine.linter import Linter
from bibcheck.engine.plan import Plan
from bibcheck.engine.store import Store
from bibcheck.rule import Level
from bibcheck.rules import load_rule, rule_categories
from bibcheck.rules.manual import examples
from bibcheck.source import Source

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted([*ROOT.glob("tests/data/**/*.bib"), *ROOT.glob("docs/*.bib")])
EXAMPLES = [example.text for name in rule_categories() for example in examples(load_rule(name))]
# Whatever has been learnt of a file from one of its parts can be undone by another.
TEXTS = ["\n\n".join(EXAMPLES[start : start + 60]) for start in range(0, len(EXAMPLES), 60)] + [
    path.read_text("utf-8") for path in FILES
]
SIZE = 700
ROUNDS = 3


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(KeptParts, "size", SIZE)
    return Store(str(tmp_path / "store"))


def plan() -> Plan:
    return Plan([load_rule(name)({}, Level.WARNING) for name in rule_categories()])


def lint(text: str, kept: KeptParts | None) -> str:
    """The findings, with every span and edit."""
    linter = Linter(plan().rules)
    linter.add(Source("a.bib", text), kept=kept)
    assert not linter.problems
    return json.dumps(list(linter.finish().findings), indent=1)


def blocks(text: str) -> list[str]:
    bib = Bibliography(Source("a.bib", text))
    return [text[block.start : block.end] for block in bib.tree.blocks]


def change(text: str, chance: random.Random) -> str:
    """The text with one thing changed that somebody might change."""
    parts = blocks(text)
    number = chance.randrange(len(parts))
    match chance.randrange(8):
        case 0:
            del parts[number]
        case 1:
            parts.insert(number, chance.choice(EXAMPLES) + "\n\n")
        case 2:
            parts.insert(number, parts[chance.randrange(len(parts))])
        case 3:
            other = chance.randrange(len(parts))
            parts[number], parts[other] = parts[other], parts[number]
        case 4:
            parts.insert(0, f'@string{{{chance.choice(["jan", "nature", "acm", "pub"])} = "A Text"}}\n')
        case 5:
            words = parts[number].split(" ")
            words.insert(
                chance.randrange(len(words) + 1), chance.choice(["Größe", "\\emph{a}", "&amp;", "{NASA}", "arXiv"])
            )
            parts[number] = " ".join(words)
        case 6:
            place = chance.randrange(len(parts[number]) + 1)
            parts[number] = parts[number][:place] + parts[number][place + chance.randrange(1, 9) :]
        case _:
            parts[number] = parts[number].replace(" = ", "=", 1)
    return "".join(parts)


@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_what_was_said_of_parts_holds_after_any_change(number: int, store: Store) -> None:
    chance = random.Random(number)
    kept = KeptParts(store, b"")
    text = TEXTS[number]
    lint(text, kept)
    for _ in range(ROUNDS):
        text = change(text, chance) or text
        assert lint(text, kept) == lint(text, None), f"seed {number}"
    assert not store.problem


# Something in one part, and what elsewhere in the file changes what is to be said of it.
FAR = {
    "a parent": (
        "@inproceedings{near, crossref = {far}, title = {A Title}, author = {Doe, Jane}, pages = {1--2}}",
        "@proceedings{far, title = {Proceedings of Things}, booktitle = {Proceedings of Things}, year = 2001}",
    ),
    "a parent's macro": (
        "@inproceedings{near, crossref = {far}, title = {A Title}, author = {Doe, Jane}, pages = {1--2}}",
        '@string{when = "2001"}\n@proceedings{far, title = {Things}, booktitle = {Things}, year = when}',
    ),
    "a macro": (
        "@misc{near, title = {A Title}, howpublished = how, year = 2001}",
        '@string{how = "A Paper , With Faults"}',
    ),
    "BibLaTeX": ("@inbook{near, author = {Doe, Jane}, title = {One}, booktitle = {Two}, year = 2001}", "@online{far}"),
    "abnTeX2": (
        "@inbook{near, author = {Doe, Jane}, title = {One}, booktitle = {Two}, publisher = {P}, year = 2001}",
        "@misc{far, org-short = {X}}",
    ),
    "Chinese": (
        "@book{near, author = {Doe, Jane}, title = {Größe}, year = 2001}",
        "\n".join(f"@misc{{far{number}, title = {{一二三}}}}" for number in range(12)),
    ),
    "Russian": (
        "@book{near, title = {Größe of a Book}, publisher = {Press}, year = 2001}",
        "\n".join(f"@misc{{far{number}, title = {{Название}}}}" for number in range(12)),
    ),
    "titles of articles": (
        "@article{near, author = {Doe, Jane}, journal = {Nature}, year = 2001, volume = 1}\n"
        "@article{near2, author = {Doe, Jane}, journal = {Nature}, year = 2002, volume = 2}",
        "@article{far, title = {On Trees}}",
    ),
    "examples of types": (
        "@book{near, title = {One Title of a Book}, year = 2001}",
        "\n".join(f"@{kind}{{{kind}-example, title = {{A}}}}" for kind in ("book", "misc", "article", "manual")),
    ),
    "a source that is reprinted": (
        "@article{near, title = {One}}",
        "@article{far, title = {Two}, reprinted-from = {near}}",
    ),
    "a definition": (
        r"@misc{near, title = {The \proglang{Python} Language}}",
        r'@preamble{"\newcommand{\proglang}[1]{#1}"}',
    ),
    "names in braces": (
        "@article{near, title = {Learning with Bayesian models}}",
        "@article{far, title = {On {Bayesian} trees}}",
    ),
    "a title of several works": (
        "@book{near, title = {The title of the work}, author = {Roe, Ann}, year = 2001}\n"
        "@book{near2, title = {The title of the work}, author = {Roe, Ann}, year = 2001}",
        "\n".join(
            f"@misc{{far{name}, title = {{The title of the work}}, author = {{{name}}}}}"
            for name in ("Moe", "Foe", "Poe")
        ),
    ),
    "German": (
        "@article{near, title = {LaTeX fonts}}",
        "\n".join(f"@misc{{far{number}, title = {{Die Theorie und der Satz {number}}}}}" for number in range(12)),
    ),
    "publishers of papers": (
        "@inproceedings{near, title = {One}, organization = {Springer}}",
        "@inproceedings{far, title = {Two}, publisher = {Springer}}",
    ),
    "a style": (
        "@article{near, title = {One}, author = {Doe, Jane}, journal = {arXiv preprint arXiv:2001.00001}, year = 2020}",
        "@IEEEtranBSTCTL{IEEEexample:BSTcontrol, ctluse_url = {yes}}",
    ),
    "a macro that nothing prints": (
        '@string{near = "One\u00a0 two--three ,four"}',
        "@misc{far, abstract = near}",
    ),
    "a character": (
        '@misc{near, title = {M\\"unchen &eacute; x}, journal = {J. Phys.}}',
        "@misc{far, title = {Größe}}",
    ),
}


def said_of(near: str, text: str) -> list[tuple[str, str, list[str]]]:
    """What a run that knows nothing of before says of a part of a file, but for its layout."""
    start = text.index(near)
    linter = Linter(plan().rules)
    linter.add(Source("a.bib", text))
    return [
        (finding.rule, finding.message, [edit.text for edit in finding.edits])
        for finding in linter.finish().findings
        if start <= finding.span.start < start + len(near) and finding.rule != "unformatted"
    ]


@pytest.mark.parametrize("name", FAR)
def test_what_was_said_of_a_part_holds_while_the_rest_of_the_file_tells_it_the_same(name: str, store: Store) -> None:
    near, far = FAR[name]
    filler = [f"@misc{{filler{number},\n  title = {{A title {number}}}\n}}" for number in range(60)]
    without = "\n\n".join([*filler[:30], near, *filler[30:], ""])
    before, after = f"{far}\n\n{without}", f"{without}\n\n{far}\n"
    assert said_of(near, without) != said_of(near, before)
    kept = KeptParts(store, b"")
    for text in (without, before, after, without):
        assert lint(text, kept) == lint(text, None)
