"""What is in hooks/ for other programs to call: run here as they would run it, or held to the shape that they ask for."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
HOOKS = ROOT / "hooks"
BAD = "@article{a, pages = {97-111}}\n"
HOSTILE = "@article{a::error,\n  pages = {97-111},\n  title = {::error::x <script>alert(1)</script> | `code`},\n}\n"
SETTINGS = 'select = ["hyphen-in-range", "double-braced-title"]\n'
BASH = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c"]  # as a runner starts it


def load(name: str) -> Any:
    return yaml.safe_load((HOOKS / name).read_text(encoding="utf-8"))


ACTION = load("github/action.yml")


@pytest.fixture(autouse=True)
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a bibliography that has a fault, which is the current folder."""
    folder = tmp_path / "paper"
    (folder / ".git").mkdir(parents=True)
    (folder / "a.bib").write_text(BAD, encoding="utf-8")
    (folder / "bibcheck.toml").write_text(SETTINGS, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def programs(tmp_path: Path) -> str:
    """A PATH on which `bibcheck` is this very tree."""
    folder = tmp_path / "programs"
    folder.mkdir()
    (folder / "bibcheck").write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m bibcheck "$@"\n', encoding="utf-8"
    )
    (folder / "bibcheck").chmod(0o755)
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


class Runner:
    """Runs a step of the action with the variables that its `env` gives, as GitHub's runner does."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.output = folder / "output"
        self.summary = folder / "summary.md"
        for file in (self.output, self.summary):
            file.write_text("")

    def run(self, step: str, path: str = os.environ["PATH"], **given: str) -> subprocess.CompletedProcess[str]:
        inputs = {name: each["default"] for name, each in ACTION["inputs"].items()} | given
        known = {f"inputs.{name}": value for name, value in inputs.items()}
        known |= {"github.action_path": str(HOOKS / "github"), "steps.python.outputs.python-path": sys.executable}
        known["steps.install.outputs.program"] = "bibcheck"
        (found,) = (each for each in ACTION["runs"]["steps"] if each.get("id") == step)
        values = {
            name: re.sub(r"\$\{\{ (.+?) \}\}", lambda expression: known[expression[1]], value)
            for name, value in found["env"].items()
        }
        assert "${{" not in found["run"]  # what a caller sets must not become a part of the script
        files = {"GITHUB_OUTPUT": str(self.output), "GITHUB_STEP_SUMMARY": str(self.summary)}
        environment = {"GITHUB_ACTIONS": "true", "CI": "true", "RUNNER_TEMP": str(self.folder), **files, "PATH": path}
        return subprocess.run(
            [*BASH, found["run"]],
            env={**os.environ, **environment, **values},
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    (tmp_path / "temporary").mkdir()
    return Runner(tmp_path / "temporary")


def test_the_action_annotates_summarises_and_fails(runner: Runner, programs: str) -> None:
    done = runner.run("check", programs, sarif="true")
    assert done.returncode == 1
    assert done.stdout.startswith("::warning file=a.bib,line=1,col=24,")
    assert "| `hyphen-in-range` | 1 | 1 | 0 |" in runner.summary.read_text()
    sarif = runner.folder / "bibcheck.sarif"
    assert runner.output.read_text() == f"sarif={sarif}\n"
    assert json.loads(sarif.read_text())["runs"][0]["results"][0]["ruleId"] == "hyphen-in-range"


def test_the_action_passes_where_there_is_nothing(runner: Runner, programs: str) -> None:
    Path("a.bib").write_text("@article{a, pages = {97--111}}\n", encoding="utf-8")
    done = runner.run("check", programs)
    assert (done.returncode, done.stdout) == (0, "")
    assert "no findings in 1 file" in runner.summary.read_text()
    assert runner.output.read_text() == ""


def test_the_action_does_what_it_is_told(runner: Runner, programs: str) -> None:
    Path("b c.bib").write_text(BAD, encoding="utf-8")
    told = {"annotations": "false", "summary": "false", "paths": "b c.bib\n", "arguments": "--color\nnever\n"}
    done = runner.run("check", programs, **told)
    assert done.returncode == 1
    assert done.stdout.startswith("b c.bib:1:24: warning hyphen-in-range")
    assert runner.summary.read_text() == ""


def test_from_red_to_green_by_the_guide_alone(runner: Runner, programs: str) -> None:
    guide = (ROOT / "docs" / "guides" / "github.md").read_text("utf-8")
    steps = guide[guide.index("## From red to green") :]
    (fix,) = re.findall(r"^ +(bibcheck .+)$", steps, re.MULTILINE)
    assert runner.run("check", programs).returncode == 1
    done = subprocess.run(
        [*BASH, fix], env={**os.environ, "PATH": programs}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "fixed in a.bib:")
    assert runner.run("check", programs).returncode == 0


@pytest.mark.parametrize("path", ["$(touch owned)", "`touch owned`", "; touch owned", "--fix"])
def test_paths_are_no_part_of_the_script(runner: Runner, programs: str, path: str) -> None:
    done = runner.run("check", programs, paths=f"{path}\na.bib")
    assert done.returncode == 2
    assert "no such file or folder" in done.stderr
    assert not Path("owned").exists()
    assert Path("a.bib").read_text(encoding="utf-8") == BAD


def test_what_a_file_holds_stays_text(runner: Runner, programs: str) -> None:
    Path("a.bib").unlink()
    name = "::error::<b>,%0A.bib"
    Path(name).write_text(HOSTILE, encoding="utf-8")
    done = runner.run("check", programs, sarif="true", arguments="--select\nhyphen-in-range")
    assert done.returncode == 1
    commands = [line for line in done.stdout.splitlines() if line.startswith("::")]
    assert commands == done.stdout.splitlines()
    assert all(line.startswith("::warning file=") for line in commands)
    assert "file=%3A%3Aerror%3A%3A<b>%2C%250A.bib," in commands[0]
    summary = runner.summary.read_text()
    assert "\n::" not in summary
    assert "<script>" not in re.sub(r"`+[^`]*`+", "", summary)
    assert json.loads((runner.folder / "bibcheck.sarif").read_text())["runs"][0]["results"]


def test_a_run_that_cannot_be_leaves_no_file_to_upload(runner: Runner, programs: str) -> None:
    Path("bibcheck.toml").write_text("selct = []\n", encoding="utf-8")
    assert runner.run("check", programs, sarif="true").returncode == 2
    assert runner.output.read_text() == ""


@pytest.mark.slow
def test_the_action_installs_what_it_comes_with(runner: Runner) -> None:
    done = runner.run("install")
    assert done.returncode == 0, done.stderr
    program = runner.output.read_text().strip().removeprefix("program=")
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
    assert version.startswith("bibcheck ")


def test_the_action_and_the_workflow_have_the_shape_that_github_asks_for() -> None:
    assert ACTION.keys() == {"name", "description", "inputs", "outputs", "runs"}
    assert all(each.keys() == {"description", "default"} for each in ACTION["inputs"].values())
    assert all(isinstance(each["default"], str) for each in ACTION["inputs"].values())
    for step in ACTION["runs"]["steps"]:
        assert ("run" in step) != ("uses" in step)
        assert ("run" in step) == ("shell" in step)
    workflow = load("github/workflow.yml")
    assert workflow.keys() == {"name", True, "permissions", "jobs"}  # YAML 1.1 reads `on` as true, and GitHub does not
    (job,) = workflow["jobs"].values()
    checkout, check = job["steps"]
    assert checkout["uses"].startswith("actions/checkout@")
    assert check["uses"].split("@")[0].endswith("/hooks/github")
    assert check["with"].keys() <= ACTION["inputs"].keys()
    assert job["permissions"]["security-events"] == "write"


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("github-actions", "hooks/github/action.yml"),
        ("github-workflows", "hooks/github/workflow.yml"),
        ("github-workflows", ".github/workflows/ci.yml"),
        ("gitlab-ci", "hooks/gitlab/bibcheck.yml"),
        *[
            ("github-issue-forms", f".github/ISSUE_TEMPLATE/{form.name}")
            for form in sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
        ],
    ],
)
def test_a_file_for_a_service_is_valid_for_its_published_schema(schema: str, file: str) -> None:
    """The schemas that the package check-jsonschema brings along."""
    validators = pytest.importorskip("jsonschema.validators")
    vendor = resources.files(pytest.importorskip("check_jsonschema.builtin_schemas")) / "vendor"
    rules = json.loads((vendor / f"{schema}.json").read_text("utf-8"))
    validator = validators.validator_for(rules)(rules)
    read = yaml.safe_load((ROOT / file).read_text(encoding="utf-8"))
    # YAML 1.1 reads the key `on` as true, and GitHub does not.
    read = {"on" if key is True else key: value for key, value in read.items()}
    assert not [f"{error.json_path}: {error.message}" for error in validator.iter_errors(read)]
    assert [*validator.iter_errors([])]  # the schema is read


def test_the_job_of_gitlab_reports_and_fails(programs: str) -> None:
    job = load("gitlab/bibcheck.yml")["bibcheck"]
    assert job.keys() == {"stage", "image", "variables", "rules", "before_script", "script", "artifacts"}
    (script,) = job["script"]
    command = script.replace(".bibcheck-venv/bin/", "")
    variables = {**job["variables"], "GITLAB_CI": "true", "PATH": programs}
    done = subprocess.run(
        [*BASH, command], env={**os.environ, **variables}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "\x1b[" in done.stdout
    reports = job["artifacts"]["reports"]
    (issue,) = json.loads(Path(reports["codequality"]).read_text())
    assert issue["check_name"] == "hyphen-in-range"
    assert "<testsuite" in Path(reports["junit"]).read_text()
    assert job["artifacts"]["when"] == "always"


def test_reviewdog_gets_its_own_format(programs: str) -> None:
    runner = load("reviewdog/.reviewdog.yml")["runner"]["bibcheck"]
    assert runner.keys() == {"cmd", "format", "level"}
    done = subprocess.run(
        ["sh", "-c", runner["cmd"]], env={**os.environ, "PATH": programs}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert json.loads(done.stdout)["diagnostics"][0]["code"]["value"] == "hyphen-in-range"


@pytest.mark.skipif(not shutil.which("make"), reason="no make")
def test_make(programs: str) -> None:
    def make(target: str) -> subprocess.CompletedProcess[str]:
        command = ["make", "-f", str(HOOKS / "make" / "bibcheck.mk"), target]
        return subprocess.run(
            command, env={**os.environ, "PATH": programs}, capture_output=True, text=True, check=False
        )

    assert make("bib-check").returncode == 2  # make's own status where a command fails
    assert make("bib-fix").returncode == 0
    assert Path("a.bib").read_text(encoding="utf-8") == "@article{a, pages = {97--111}}\n"
    assert make("bib-check").returncode == 0


@pytest.mark.skipif(not shutil.which("perl"), reason="no perl")
def test_latexmk_lints_before_it_reads(programs: str) -> None:
    program = (
        f'do "{HOOKS / "latexmk" / "latexmkrc"}" or die; print "$bibtex\\n$biber\\n"; '
        'my $status = bibcheck_first("echo", "read"); exit $status >> 8;'
    )
    done = subprocess.run(
        ["perl", "-e", "$| = 1; " + program],
        env={**os.environ, "PATH": programs},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[:2] == [f"internal bibcheck_first {name} %O %S" for name in ("bibtex", "biber")]
    assert lines[2].startswith("a.bib:1:24: warning hyphen-in-range")
    assert lines[-1] == "read"


@pytest.mark.skipif(not shutil.which("perl"), reason="no perl")
def test_latexmk_goes_on_without_bibcheck(tmp_path: Path) -> None:
    program = f'do "{HOOKS / "latexmk" / "latexmkrc"}" or die; exit bibcheck_first($^X, "-e", "exit 0") >> 8;'
    done = subprocess.run(
        [str(shutil.which("perl")), "-e", program],
        env={**os.environ, "PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert done.stderr.endswith("bibcheck is not installed: the bibliographies are not checked\n")


def test_pre_commit_of_any_version_takes_the_manifest() -> None:
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")):
        assert "stages" not in hook  # named otherwise before pre-commit 3.2
        assert hook["types"] == ["bib"] if hook.get("pass_filenames", True) else hook["files"]


@pytest.mark.parametrize(
    "form", sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml")), ids=lambda form: form.stem
)
def test_the_forms_for_issues_have_the_shape_that_github_asks_for(form: Path) -> None:
    read = yaml.safe_load(form.read_text(encoding="utf-8"))
    assert read.keys() == {"name", "description", "labels", "body"}
    names = [part["id"] for part in read["body"]]
    assert len(names) == len(set(names))
    for part in read["body"]:
        assert part["type"] in ("textarea", "input")
        assert part["attributes"]["label"]


def test_the_workflow_of_this_repository_runs_what_ci_runs() -> None:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8"))
    (job,) = workflow["jobs"].values()
    assert job["steps"][-1] == {"run": ".ci/run"}
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
