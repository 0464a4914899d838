"""Arguments in, exit status out: 0 clean, 1 findings, 2 could not run."""

from __future__ import annotations

import gc
import os
import sys
from io import BytesIO, TextIOWrapper

# What a run that is answered from the cache does not need is imported where it is used.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, NoReturn

COMMANDS = ("check", "format", "rule", "venue", "config", "read", "init", "clean", "completion", "help")
_INTERRUPTED = 130  # as the shell has it: 128 and the signal
_PIPE_CLOSED = 141


def run() -> NoReturn:
    """The program: exits with the status of `main`."""
    gc.disable()  # nearly all that a run makes lives to its end: looking for garbage costs a quarter and finds none
    status = main()
    if "bibcheck.lazy_re.store" in sys.modules:
        from bibcheck.lazy_re.store import save as save_patterns

        save_patterns()
    _leave(status)


def _leave(status: int) -> NoReturn:
    """Exit at once: taking a tree apart object by object takes a tenth of a run, and the system frees it for nothing.

    Nothing is left to do at exit: `main` has flushed standard output or said why it could not, and every file that a run
    opens is closed where it is written. Where a debugger, a profiler or coverage follows the run, it gets its turn.
    """
    if sys.gettrace() or sys.getprofile():
        raise SystemExit(status)
    try:
        if sys.stderr:
            sys.stderr.flush()
    except (OSError, ValueError):
        pass
    os._exit(status)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that `argv` (left out: the program's arguments) asks for. Never raises: returns the status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # names and text in any encoding, and no traceback
    unheard = _replace_closed_streams()
    try:
        arguments = sys.argv[1:] if argv is None else list(argv)
        kept = _find_answer(arguments)
        status = _dispatch(arguments) if kept is None else kept
        sys.stdout.flush()
        if unheard and unheard.getvalue():
            return _fail("standard output is closed, and nobody has seen what was found")
    except SystemExit as exit:  # argparse, after --help or an error
        return exit.code if isinstance(exit.code, int) else 2
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # What is left in the buffer must not raise again when the interpreter flushes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _PIPE_CLOSED
    except Exception as error:
        from bibcheck.settings.errors import SettingsError, reason

        if isinstance(error, SettingsError):
            return _fail(str(error))
        if isinstance(error, OSError) and error.filename:
            return _fail(f"{error.filename}: {error.strerror}")
        return _fail(reason(error))
    return status


def _replace_closed_streams() -> BytesIO | None:
    """Give streams that the caller has closed, as `>&-` does, something to write to; gives that of standard output."""
    unheard = None
    if sys.stdout is None:
        unheard = BytesIO()
        sys.stdout = TextIOWrapper(unheard, "utf-8", "backslashreplace")
    if sys.stderr is None:
        sys.stderr = TextIOWrapper(BytesIO(), "utf-8", "backslashreplace")
    return unheard


def _find_answer(arguments: list[str]) -> int | None:
    """Write what the same command line wrote before, if nothing has changed since. Returns its status."""
    from bibcheck.engine.store import Store, is_wanted, store_folder

    folder = store_folder() if arguments[:1] == ["check"] and "--no-cache" not in arguments and is_wanted() else None
    if folder is None or not os.path.isdir(folder):
        return None
    from bibcheck.engine.answers import Answer

    found = Answer(arguments, Store(folder), sys.stdout).find()
    if found is None:
        return None
    sys.stdout.write(found[1])
    return found[0]


def _dispatch(arguments: list[str]) -> int:
    from importlib import import_module

    from bibcheck.cli.arguments import read_arguments

    if not arguments or arguments[0] not in COMMANDS:
        return _answer_without_command(arguments)
    command = import_module(f"bibcheck.cli.{arguments[0]}")
    rest = _spell_out(arguments[1:])
    read: Any = read_arguments(command.add_arguments, rest)
    if read is None:
        from bibcheck.cli.parsers import command_parser

        read = command_parser(arguments[0], command).parse_intermixed_args(rest)
    read.command_line = arguments
    status: int = command.run(read)
    return status


def _spell_out(arguments: list[str]) -> list[str]:
    """The arguments without `--`: what follows it is spelt so that it cannot be an option.

    Where paths and options may be mixed, argparse takes `-x.bib` for an option also after `--`.
    """
    if "--" not in arguments:
        return arguments
    at = arguments.index("--")
    paths = (f"./{path}" if path.startswith("-") and path != "-" else path for path in arguments[at + 1 :])
    return [*arguments[:at], *paths]


def _answer_without_command(arguments: list[str]) -> int:
    from bibcheck.cli.parsers import program_parser
    from bibcheck.text.suggestion import did_you_mean

    parser = program_parser({name: _summary(name) for name in COMMANDS})
    known, others = parser.parse_known_args(arguments)
    command = known.command
    if command is None and not others:
        parser.print_help()
        return 2
    if command is None or command in COMMANDS:
        parser.error(f"options stand after the command: bibcheck {command or 'COMMAND'} {' '.join(others)}")
    if os.path.exists(command):
        return _fail(f"`{command}` is not a command; to check it, run: bibcheck check {command}")
    return _fail(f"unknown command `{command}`{did_you_mean(command, COMMANDS)}")


def _summary(command: str) -> str:
    from importlib import import_module

    return (import_module(f"bibcheck.cli.{command}").__doc__ or "").partition("\n")[0]


def _fail(message: str) -> int:
    from contextlib import suppress

    from bibcheck.reports.visible import visible

    with suppress(OSError):  # the status says it, where nothing can be written
        sys.stderr.write(f"bibcheck: {visible(message)}\n")
    return 2
