"""Projects of many documents, made at random, with what is to be found in them known while they are made.

    python -m tests.documents.trees [--trees 20000] [--seed 1]

A tree is written to a folder and loaded from there. Its includes lead to documents, in circles, to missing files, to folders,
to files that are no text, up out of the folder, and several times to one place. `check` asserts that each citation that can
be reached is found exactly where it was written, and that each include that leads nowhere is one line with its place.
A tree of which documents were damaged is asked for less: see `check_damaged`.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import random
import re
import shutil
import tempfile
import time
from os.path import dirname, join, normpath, relpath
from pathlib import Path
from typing import NamedTuple

from bibcheck.cli import main as bibcheck
from bibcheck.documents import Project, load_project
from bibcheck.documents.bookdown import files_in
from bibcheck.source import Source

MAIN_FOLDER = "paper"
MOST_DOCUMENTS = 25
Place = tuple[str, int, int]  # path, line, column


class Language(NamedTuple):
    """How a language cites and includes. `{}` stands for the key or the name, after which the rest of the line may follow."""

    ending: str
    cite: tuple[str, ...]
    include: tuple[str, ...]
    passed_over: tuple[str, ...]  # lines in which nothing is cited nor included
    loads: str = r"\bibliography{../refs}"
    reports_missing: bool = True
    names_without_ending: bool = False
    settings: tuple[str, str, str] | tuple[()] = ()  # a file that names documents, how it begins, and how it names one
    from_main: bool = False  # whether names are relative to the folder of the main document, and not to their own


LANGUAGES = {
    "latex": Language(
        ".tex",
        (r"\cite{{{}}}", r"é \citep[p.~3]{{{}}} 𝒜", r"\autocite*{{ {} }}.", "\\nocite{{{}}}"),
        (r"\input{{{}}}", r"\include{{{}}}", r"\input {}", r"é\input{{ {} }} é", r"\import{{./}}{{{}}}"),
        ("% \\input{gone}\\cite{none}", r"\verb|\input{gone}|", r"\iffalse\cite{none}\input{gone}\fi", "\\newpage é"),
        names_without_ending=True,
        from_main=True,
    ),
    "subfiles": Language(
        ".tex",
        (r"\cite{{{}}}",),
        (r"\subfile{{{}}}", r"\subfileinclude{{{}}}"),
        ("% \\subfile{gone}",),
        names_without_ending=True,
    ),
    "subimport": Language(
        ".tex",
        (r"\cite{{{}}}",),
        (r"\subimport{{{}/}}{{{}}}", r"\subinputfrom{{{}}}{{{}}}", r"\subincludefrom{{ {} }}{{{}}}"),
        ("% \\subimport{a/}{gone}",),
    ),
    "aux": Language(
        ".aux",
        (r"\citation{{{}}}", r"\abx@aux@cite{{0}}{{{}}}"),
        (r"\@input{{{}}}",),
        (r"\relax ", r"\newlabel{none}{{1}{1}}"),
        r"\bibdata{../refs}",
        reports_missing=False,
        from_main=True,
    ),
    "quarto": Language(
        ".qmd",
        ("[@{}]", "é @{} 𝒜", "[see -@{}, p. 3]"),
        ("{{{{< include {} >}}}}", '{{{{< include "{}" >}}}}'),
        ("`@none`", "<!-- {{< include gone >}} @none -->", "a@none.example", "@fig-none"),
        "---\nbibliography: ../refs.bib\n---",
    ),
    "quarto book": Language(
        ".qmd",
        ("[@{}]",),
        ("{{{{< include {} >}}}}",),
        ("`@none`",),
        "---\nbibliography: ../refs.bib\n---",
        settings=("_quarto.yml", "project:\n  type: book\nbook:\n  chapters:\n    - main.qmd", "    - {}"),
    ),
    "bookdown": Language(
        ".Rmd",
        ("@{}",),
        ("\n```{{r, child='{}'}}\n```\n",),
        ("`@none`",),
        "---\nsite: bookdown::bookdown_site\nbibliography: ../refs.bib\n---",
        settings=("_bookdown.yml", "# é\nnew_session: no\nrmd_files:", "  - '{}'"),
    ),
    "jupyter book": Language(
        ".md",
        ("{{cite}}`{}`",),
        ("\n```{{include}} {}\n```\n",),
        ("`@none`",),
        "---\nbibliography: ../refs.bib\n---",
        settings=("_toc.yml", "format: jb-book\nroot: main\nchapters:", "- file: {}"),
    ),
    "rmarkdown": Language(
        ".Rmd",
        ("@{}",),
        ("\n```{{r, child='{}'}}\n```\n",),
        ("\n```{r}\nx@none\n```\n",),
        "---\nbibliography: ../refs.bib\n---",
    ),
    "myst": Language(
        ".md",
        ("{{cite}}`{}`", "{{cite:p}}`{}`"),
        ("\n```{{include}} {}\n```\n",),
        ("\n```python\n@none\n```\n",),
        "---\nbibliography: ../refs.bib\n---",
    ),
    "typst": Language(
        ".typ",
        ("@{} é", "#cite(<{}>)", "𝒜 @{}[p. 3]"),
        ('#include "{}"', 'é #include "{}"'),
        ('// #include "gone" @none', "`@none`", "/* @none */", "\\@none"),
        '#bibliography("../refs.bib")',
    ),
    "rst": Language(
        ".rst",
        (":cite:`{}`", "é :cite:p:`{}`"),
        ("\n.. include:: {}\n",),
        ("``:cite:`none```", "\n.. @none\n   :cite:`none`\n"),
        ".. bibliography:: ../refs.bib\n",
    ),
    "sphinx": Language(
        ".rst",
        (":cite:`{}`",),
        ("\n.. toctree::\n   :maxdepth: 1\n\n   {}\n", "\n.. toctree::\n\n   Title <{}>\n"),
        ("\n.. code-block:: rst\n\n   :cite:`none`\n",),
        ".. bibliography:: ../refs.bib\n",
        reports_missing=False,
        names_without_ending=True,
    ),
}
RUNS = 5  # one tree in so many goes through the command line as well
NEWLINES = ("\n", "\n", "\r\n", "\r")
NOT_TEXT = (b"\0\1\2", b"\x89PNG\r\n\x1a\n\0\0", b"\\cite{none}\0")


class Include(NamedTuple):
    """An include that leads nowhere: where it stands, what the line says of it, and the documents of its circle."""

    place: Place
    says: str


class Tree:
    """One project. Documents are written as they are thought of, depth first, as they will be read."""

    def __init__(self, language: Language, chance: random.Random, most: int = MOST_DOCUMENTS) -> None:
        self.language = language
        self.chance = chance
        self.most = most
        self.files: dict[str, bytes] = {}
        self.folders: set[str] = set()
        self.links: dict[str, str] = {}
        self.cited: dict[str, Place] = {}
        self.problems: list[Include] = []
        self.parts: set[str] = set()
        self.open: list[str] = []
        self.count = 0
        self.main = f"{MAIN_FOLDER}/main{language.ending}"
        self.write(self.main)
        if language.settings:
            self.write_settings(*language.settings)
        self.files["refs.bib"] = "".join(f"@book{{{key}, title = {{T}}}}\n" for key in sorted(self.cited)[::2]).encode()

    def new_path(self) -> str:
        """A path that nothing has: in the main folder, below it, or beside it."""
        folder = self.chance.choice(["", "", "ch", "ch/é", "ab", "../beside", ".."])
        self.count += 1
        return normpath(join(MAIN_FOLDER, folder, f"part-{self.count}-of-a-tree"))

    def write(self, path: str) -> None:
        """Write a document and all that it includes."""
        self.open.append(path)
        self.parts.add(path)
        newline = self.chance.choice(NEWLINES)
        head = self.chance.choice(["", "", "\ufeff"])
        lines: list[str] = []
        if path == self.main:
            self.add(lines, self.language.loads)
        self.add(lines, self.filler())
        for _ in range(self.chance.randrange(1, 6)):
            kind = self.chance.randrange(8)
            if kind < 3:
                self.cite(path, lines)
            elif kind < 6:
                self.include(path, lines)
            elif kind < 7:
                self.add(lines, self.chance.choice(self.language.passed_over))
            else:
                self.add(lines, self.filler())
            self.add(lines, "")
        text = head + newline.join(lines) + self.chance.choice(["", newline])
        self.files[path] = text.encode("utf-8", "surrogateescape")
        self.open.pop()

    def write_settings(self, name: str, head: str, template: str) -> None:
        """Write a file that names documents, and these."""
        path = f"{MAIN_FOLDER}/{name}"
        self.parts.add(path)
        lines = head.split("\n")
        for _ in range(self.chance.randrange(1, 6)):
            self.include(path, lines, template)
        self.files[path] = self.chance.choice(NEWLINES).join(lines).encode()

    def filler(self) -> str:
        return "x " + "".join(self.chance.choice("abc é𝒜\t,;.()\udce9\u2028") for _ in range(self.chance.randrange(12)))

    @staticmethod
    def add(lines: list[str], text: str) -> None:
        lines.extend(text.split("\n"))

    def put(self, path: str, lines: list[str], template: str, *names: str) -> Place:
        """Add a line with a name in it. Returns the place of the last name."""
        before = template.format(*names[:-1], "\0")
        text = template.format(*names)
        ahead = before[: before.index("\0")].split("\n")
        place = (path, len(lines) + len(ahead), len(ahead[-1]) + 1)
        self.add(lines, text)
        return place

    def cite(self, path: str, lines: list[str]) -> None:
        key = f"k{len(self.cited)}"
        self.cited[key] = self.put(path, lines, self.chance.choice(self.language.cite), key)

    def include(self, path: str, lines: list[str], template: str = "") -> None:
        template = template or self.chance.choice(self.language.include)
        target, says = self.target()
        place = self.put(path, lines, template, *self.names(path, target, template))
        if says == "missing":
            says = f"`{self.names(path, target, template)[-1]}` is not found; what it cites is not known"
        if says and (self.language.reports_missing or "is not found" not in says):
            self.problems.append(Include(place, says))
        if target + self.language.ending not in self.parts and says == "":
            self.write(target + self.language.ending)

    def target(self) -> tuple[str, str]:
        """The path that an include leads to, without its ending, and what is wrong with it."""
        ending = self.language.ending
        kind = self.chance.randrange(12)
        if kind < 2 and self.open:  # in a circle
            path = self.chance.choice(self.open)
            return path.removesuffix(ending), f"`{path}` includes itself: "
        if kind < 3:
            return self.new_path(), "missing"
        if kind < 4:
            path = self.new_path()
            self.folders.add(path + ending)
            return path, "missing"
        if kind < 5:
            path = self.new_path()
            self.files[path + ending] = self.chance.choice(NOT_TEXT)
            return path, f"`{path + ending}` is not a text file"
        if kind < 6 and (finished := sorted(each for each in self.parts - {*self.open} if each.endswith(ending))):
            return self.chance.choice(finished).removesuffix(ending), ""
        if kind < 7 and self.open:  # another name of a document that is being read
            path, link = self.chance.choice(self.open), self.new_path()
            self.links[link + ending] = path
            return link, f"`{path}` includes itself: "
        if len(self.parts) >= self.most:
            return self.new_path(), "missing"
        return self.new_path(), ""

    def names(self, path: str, target: str, template: str) -> tuple[str, ...]:
        """What an include writes for a target: one name, or a folder and a name."""
        start = MAIN_FOLDER if self.language.from_main else dirname(path)
        name = relpath(target, start)
        if template.count("{}") > 1:
            return dirname(name) or ".", name.rpartition("/")[2]
        ending = self.language.ending
        # Two in three of those that may, and all that must, are named with their endings.
        return (name if self.language.names_without_ending and len(name) % 3 else name + ending,)

    def save(self, root: str) -> None:
        """Write it all below a folder."""
        for path in self.folders:
            os.makedirs(join(root, path), exist_ok=True)
        for path, data in self.files.items():
            os.makedirs(join(root, dirname(path)), exist_ok=True)
            Path(root, path).write_bytes(data)
        for path, target in self.links.items():
            os.makedirs(join(root, dirname(path)), exist_ok=True)
            os.symlink(join(root, target), join(root, path))


def place_of(root: str, path: str, offset: int, files: dict[str, bytes]) -> Place:
    """The line and column of an offset, counted on the bytes of the file, and not as bibcheck counts them."""
    inside = relpath(path, root)
    text = files[inside].decode("utf-8", "surrogateescape").removeprefix("\ufeff")
    before = re.split(r"\r\n|\r|\n", text[:offset])
    return inside, len(before), len(before[-1]) + 1


def load(root: str, tree: Tree) -> Project:
    read: list[str] = []

    def read_file(path: str) -> Source:
        read.append(path)
        return Source.from_file(path)

    project = load_project(
        join(root, tree.main), read_file, exists=os.path.isfile, files_in=files_in, real_path=os.path.realpath
    )
    assert len(read) == len(set(read)), "a file is read twice"
    return project


def check(root: str, tree: Tree) -> None:
    """Assert that all that was planted is found, where it was planted, and nothing else."""
    project = load(root, tree)
    assert {relpath(document.path, root) for document in project.documents} == tree.parts
    found = {
        citation.key: place_of(root, document.path, citation.span.start, tree.files)
        for document in project.documents
        for citation in (*document.citations, *document.nocites)
    }
    assert found == tree.cited
    problems = sorted(
        (place_of(root, problem.path, problem.span.start, tree.files), problem.message.replace(f"{root}/", ""))
        for problem in project.problems
    )
    expected = sorted(tree.problems)
    assert [place for place, _ in problems] == [include.place for include in expected], (problems, expected)
    for (place, message), include in zip(problems, expected, strict=True):
        assert message.startswith(include.says), (message, include)
        assert message.count("\n") == 0
        if "includes itself" in message:
            way = message.partition(": ")[2].split(" -> ")
            assert way[0] == way[-1] and way[-2] == place[0] and set(way) <= tree.parts | {"..."}
    assert project.complete == (not problems)


def run(root: str, tree: Tree, rules: str) -> tuple[int, str, str]:
    """The status of a run over a tree, its findings as JSON, and its other lines."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        main_document, bibliography = join(root, tree.main), join(root, "refs.bib")
        arguments = ["--isolated", "--no-cache", "--jobs", "1", "--output-format", "jsonl", "--select", rules]
        status = bibcheck(["check", bibliography, "--document", main_document, *arguments])
    return status, out.getvalue(), err.getvalue()


def check_run(root: str, tree: Tree) -> None:
    """Assert that a run reports each key that is undefined at its line and column, and each problem in a line."""
    status, out, err = run(root, tree, "undefined-citation")
    undefined = {tree.cited[key] for key in sorted(tree.cited)[1::2]}
    found = [json.loads(line) for line in out.splitlines()]
    places = {(relpath(each["path"], root), each["start"]["line"], each["start"]["column"]) for each in found}
    assert places == undefined, (places, undefined)
    assert status == (1 if undefined else 0)
    lines = err.splitlines()
    assert len(lines) == len(tree.problems), (lines, tree.problems)
    for (path, line, column), says in tree.problems:
        assert any(f"{path}:{line}:{column}: " in each and says in each.replace(f"{root}/", "") for each in lines), (
            lines
        )


def damage(tree: Tree, chance: random.Random, noise: str) -> None:
    """Change a few characters of some documents, and cut some of them off."""
    for path in sorted(tree.files):
        if path != "refs.bib" and chance.randrange(2):
            text = list(tree.files[path].decode("utf-8", "surrogateescape"))
            for _ in range(len(text) // 40 + 1):
                at = chance.randrange(len(text) + 1)
                text[at : at + chance.randrange(2)] = [chance.choice(noise) * chance.choice([1, 1, 2])]
            if not chance.randrange(5):
                del text[chance.randrange(len(text) + 1) :]
            tree.files[path] = "".join(text).encode("utf-8", "surrogatepass" if "\ud800" in text else "surrogateescape")


def check_damaged(root: str, tree: Tree) -> None:
    """Assert what holds of any files: no fault of ours, exact places, one line for each problem, the same each time."""
    project = load(root, tree)
    assert project == load(root, tree)
    for document in project.documents:
        text = Source.from_file(document.path).text
        for citation in (*document.citations, *document.nocites):
            assert text[slice(*citation.span)] == citation.key or citation.key == "*"
        for named in (*document.includes, *document.bibliographies, *document.styles, *document.packages):
            assert text[slice(*named.span)] == named.name
    lines = [(problem.path, problem.span, problem.message) for problem in project.problems]
    assert len(lines) == len(set(lines))
    paths = {document.path for document in project.documents}
    for path, span, message in lines:
        assert path in paths and "\n" not in message and "\r" not in message, message
        assert 0 <= span.start <= span.end <= len(Source.from_file(path).text)


def check_damaged_run(root: str, tree: Tree) -> None:
    """Assert that a run over any files ends, and that each finding marks something and says so in one line."""
    status, out, err = run(root, tree, "citations")
    found = [json.loads(line) for line in out.split("\n") if line]
    assert status == (1 if found else 0), err
    for each in found:
        text = Source.from_file(each["path"]).text
        assert 0 <= each["start"]["offset"] < each["end"]["offset"] <= len(text), each
        assert not set("\r\n") & set(each["message"]), each["message"]


def run_one(seed: int, noise: str, language: str = "") -> None:
    """Make, check, damage and check again one tree."""
    chance = random.Random(seed)
    tree = Tree(LANGUAGES[language or chance.choice(sorted(LANGUAGES))], chance)
    with tempfile.TemporaryDirectory(dir=_memory()) as folder:
        root = os.path.realpath(folder)
        tree.save(root)
        check(root, tree)
        if not seed % RUNS:
            check_run(root, tree)
        damage(tree, chance, noise)
        shutil.rmtree(root)
        os.mkdir(root)
        tree.save(root)
        check_damaged(root, tree)
        if not seed % RUNS:
            check_damaged_run(root, tree)


def _memory() -> str | None:
    """A folder that is no disk, where there is one."""
    return "/dev/shm" if os.path.isdir("/dev/shm") else None


def main(noise: str) -> None:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--trees", type=int, default=20_000)
    reader.add_argument("--seed", type=int, default=1)
    arguments = reader.parse_args()
    failed, slowest = 0, (0.0, 0)
    for seed in range(arguments.seed * 1_000_000, arguments.seed * 1_000_000 + arguments.trees):
        start = time.perf_counter()
        try:
            run_one(seed, noise)
        except Exception as error:  # each is reported, and none stops the run
            failed += 1
            print(f"{seed}: {type(error).__name__}: {str(error)[:1500]}", flush=True)
        slowest = max(slowest, (time.perf_counter() - start, seed))
    print(f"{arguments.trees} trees, {failed} failed; the slowest took {slowest[0]:.2f} s: {slowest[1]}")


if __name__ == "__main__":
    from tests.documents.test_robustness import NOISE

    main(NOISE + '\\{}@`"<>')
