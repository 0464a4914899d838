"""Print what a shell needs to complete command lines."""

from __future__ import annotations

import sys
from importlib import import_module

from bibcheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Action, ArgumentParser, Namespace
    from collections.abc import Sequence

USAGE = "bibcheck completion bash|zsh|fish"

_OF_RULES = ("--select", "--extend-select", "--ignore")


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `bibcheck completion`."""
    parser.add_argument("shell", choices=("bash", "zsh", "fish"), help="the shell that reads it")


def run(arguments: Namespace) -> int:
    """Print the script, made from the parsers of the commands. Returns 0."""
    write = {"bash": _bash, "zsh": _zsh, "fish": _fish}[arguments.shell]
    sys.stdout.write(write(_commands()))
    return 0


class _Option(NamedTuple):
    """An option. `words` are what may follow it; None says that nothing follows, an empty list a file or some text."""

    names: Sequence[str]
    help: str
    words: Sequence[str] | None


class _Command(NamedTuple):
    """A command. `words` are what may stand in the place of paths, if paths may not."""

    name: str
    summary: str
    options: Sequence[_Option]
    words: Sequence[str]


def _commands() -> list[_Command]:
    from bibcheck.cli import COMMANDS
    from bibcheck.cli.parsers import command_parser
    from bibcheck.rules import rule_categories

    categories = rule_categories()
    rules = [*categories, *sorted(set(categories.values())), "all"]
    commands = []
    for name in COMMANDS:
        module = import_module(f"bibcheck.cli.{name}")
        actions = command_parser(name, module)._actions
        options = [_option(action, rules) for action in actions if action.option_strings]
        named = next((action for action in actions if not action.option_strings), None)
        words = {"rule": rules, "help": COMMANDS}.get(name, list(named.choices or ()) if named else [])
        commands.append(_Command(name, (module.__doc__ or "").partition("\n")[0].rstrip("."), options, words))
    return commands


def _option(action: Action, rules: Sequence[str]) -> _Option:
    from bibcheck.reports import FORMATS
    from bibcheck.settings.presets import preset_names

    words: Sequence[str] | None = [str(choice) for choice in action.choices or ()]
    names = action.option_strings
    if action.nargs == 0:
        words = None
    elif names[0] in _OF_RULES:
        words = rules
    elif names[0] == "--preset":
        words = list(preset_names())
    elif names[0] == "--output":
        words = FORMATS
    return _Option(names, " ".join((action.help or "").split()), words)


def _bash(commands: Sequence[_Command]) -> str:
    cases = []
    for command in commands:
        lines = [f"        {command.name})"]
        lines += ["            case $previous in"]
        for option in command.options:
            if option.words is not None:
                taken = f'_bibcheck_words "{" ".join(option.words)}"' if option.words else "_bibcheck_files"
                lines += [f"                {'|'.join(option.names)}) {taken}; return ;;"]
        flags = " ".join(name for option in command.options for name in option.names)
        others = f'_bibcheck_words "{" ".join(command.words)}"' if command.words else "_bibcheck_files"
        lines += ["            esac"]
        lines += [f'            if [[ $current == -* ]]; then _bibcheck_words "{flags}"; else {others}; fi ;;']
        cases.append("\n".join(lines))
    return _BASH.format(commands=" ".join(command.name for command in commands), cases="\n".join(cases))


_BASH = """\
# bash completion for bibcheck: eval "$(bibcheck completion bash)"
_bibcheck_words() {{ COMPREPLY=($(compgen -W "$1" -- "$current")); }}
_bibcheck_files() {{ compopt -o filenames 2>/dev/null || true; COMPREPLY=($(compgen -f -- "$current")); }}
_bibcheck() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD - 1]}}
    if ((COMP_CWORD == 1)); then _bibcheck_words "{commands} --help --version"; return; fi
    case ${{COMP_WORDS[1]}} in
{cases}
    esac
}}
complete -F _bibcheck bibcheck
"""


def _zsh(commands: Sequence[_Command]) -> str:
    described = "\n".join(f"        {_quoted(f'{each.name}:{each.summary}')}" for each in commands)
    cases = []
    for command in commands:
        specifications = [_zsh_option(name, option) for option in command.options for name in option.names]
        words = f"({' '.join(command.words)})" if command.words else "_files"
        specifications.append(_quoted(f"*:argument:{words}"))
        listed = " \\\n            ".join(specifications)
        cases.append(f"    {command.name})\n        _arguments \\\n            {listed} ;;")
    return _ZSH.format(commands=described, cases="\n".join(cases))


def _zsh_option(name: str, option: _Option) -> str:
    text = option.help.replace("[", "\\[").replace("]", "\\]").replace(":", "\\:")
    if option.words is None:
        return _quoted(f"{name}[{text}]")
    return _quoted(f"*{name}[{text}]:value:{'(' + ' '.join(option.words) + ')' if option.words else '_files'}")


_ZSH = """\
#compdef bibcheck
# zsh completion for bibcheck: bibcheck completion zsh > "${{fpath[1]}}/_bibcheck"
_bibcheck() {{
    local -a commands=(
{commands}
    )
    if ((CURRENT == 2)); then _describe command commands; return; fi
    shift words
    ((CURRENT--))
    case $words[1] in
{cases}
    esac
}}
# Loaded from a file of $fpath, or evaluated.
if [[ $funcstack[1] == _bibcheck ]]; then _bibcheck "$@"; else compdef _bibcheck bibcheck; fi
"""


def _fish(commands: Sequence[_Command]) -> str:
    lines = ["# fish completion for bibcheck: bibcheck completion fish > ~/.config/fish/completions/bibcheck.fish"]
    for command in commands:
        summary = _quoted(command.summary)
        lines.append(f"complete -c bibcheck -n __fish_use_subcommand -f -a {command.name} -d {summary}")
        seen = f"complete -c bibcheck -n '__fish_seen_subcommand_from {command.name}'"
        if command.words:
            lines.append(f"{seen} -f -a {_quoted(' '.join(command.words))}")
        for option in command.options:
            names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
            lines.append(f"{seen} {names} -d {_quoted(option.help)}{_fish_words(option)}")
    return "\n".join(lines) + "\n"


def _fish_words(option: _Option) -> str:
    if option.words is None:
        return ""
    return f" -x -a {_quoted(' '.join(option.words))}" if option.words else " -r"


def _quoted(text: str) -> str:
    """The text in single quotes, for any of the shells."""
    return "'" + text.replace("'", "’") + "'"
