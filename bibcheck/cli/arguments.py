"""Reads the arguments of most command lines, for which argparse would take longer than a small file: 6 ms.

Asked for anything else (abbreviations, `--option=value`, help, mistakes), it leaves the command line to argparse, which
knows the same options: both are told by the `add_arguments` of the subcommand.
"""

from __future__ import annotations

from types import SimpleNamespace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any


class _UnusualError(Exception):
    """What is left to argparse."""


class _Options:
    """Stands for an ArgumentParser while a subcommand adds its arguments, and takes note of them."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}  # by destination, their defaults first
        self.flags: dict[str, str] = {}  # options that take no value, with their destinations
        # Options that take one: destination, action, choices, and what makes the value of the text.
        self.valued: dict[str, tuple[str, str, Any, Callable[[str], Any]]] = {}
        self.paths: str | None = None  # the destination of what is no option
        self.exclusive: list[set[str]] = []

    def add_mutually_exclusive_group(self) -> _Group:
        self.exclusive.append(set())
        return _Group(self, self.exclusive[-1])

    def add_argument(self, *names: str, action: str = "store", nargs: str | None = None, **more: Any) -> None:
        if not names[0].startswith("-"):
            if nargs != "*" or more.keys() - {"metavar", "help"} or self.paths:
                raise _UnusualError
            self.paths = names[0]
            self.values[names[0]] = []
            return
        if more.keys() - {"metavar", "help", "choices", "default", "dest", "type"} or nargs:
            raise _UnusualError
        name = more.get("dest") or next(name for name in names if name.startswith("--"))[2:].replace("-", "_")
        if action == "store_true":
            self.flags |= dict.fromkeys(names, name)
            self.values[name] = more.get("default", False)
        elif action in ("store", "append"):
            self.valued |= dict.fromkeys(names, (name, action, more.get("choices"), more.get("type", str)))
            self.values[name] = more.get("default")
        else:
            raise _UnusualError

    def read(self, arguments: Sequence[str]) -> dict[str, Any]:
        """The values that the arguments give."""
        given: set[str] = set()
        paths: list[str] = []
        rest = iter(arguments)
        for argument in rest:
            if argument == "-" or not argument.startswith("-"):
                paths.append(argument)
            elif argument in self.flags:
                self.values[self.flags[argument]] = True
            elif argument in self.valued:
                self._take(argument, next(rest, "-"))
            else:
                raise _UnusualError
            given.add(argument)
        if (paths and self.paths is None) or any(len(given & names) > 1 for names in self.exclusive):
            raise _UnusualError
        if self.paths:
            self.values[self.paths] = paths
        return self.values

    def _take(self, option: str, value: str) -> None:
        name, action, choices, convert = self.valued[option]
        if value.startswith("-") or (choices is not None and value not in choices):
            raise _UnusualError
        try:
            converted = convert(value)
        except ValueError:
            raise _UnusualError from None
        self.values[name] = [*(self.values[name] or ()), converted] if action == "append" else converted


class _Group:
    """Options of which a command line may have one."""

    def __init__(self, options: _Options, names: set[str]) -> None:
        self.options = options
        self.names = names

    def add_argument(self, *names: str, **more: Any) -> None:
        self.names.update(names)
        self.options.add_argument(*names, **more)


def read_arguments(add_arguments: Callable[[Any], None], arguments: Sequence[str]) -> SimpleNamespace | None:
    """What argparse would make of the arguments; None where it should be asked."""
    options = _Options()
    try:
        add_arguments(options)
        return SimpleNamespace(**options.read(arguments))
    except (
        _UnusualError,
        AttributeError,
        TypeError,
    ):  # of the parser's methods and parameters, only the usual ones are here
        return None
