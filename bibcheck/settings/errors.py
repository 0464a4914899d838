"""What is wrong with the settings or the command line, and what is said of any error."""

from __future__ import annotations

import os


class SettingsError(Exception):
    """What is wrong with the settings or the command line, in one line, with its place."""


class RuleError(Exception):
    """A plugin or a custom rule that cannot be used, and why. `keys` lead to its place in the settings.

    `table` is the number of the table that has it, of those that a catalogue is made from.
    """

    def __init__(self, message: str, *keys: str | int) -> None:
        super().__init__(message)
        self.keys = keys
        self.table = 0


def reason(error: BaseException) -> str:
    """What is said of an error behind a path: what the system says, or that it is our mistake, and where it was raised."""
    if isinstance(error, OSError):
        return error.strerror or str(error)
    if isinstance(error, MemoryError):
        return "not enough memory"
    return f"internal error, please report ({type(error).__name__}: {error}{_raised_at(error)})"


def _raised_at(error: BaseException) -> str:
    traceback = error.__traceback__
    while traceback and traceback.tb_next:
        traceback = traceback.tb_next
    if traceback is None:
        return ""
    return f" at {os.path.basename(traceback.tb_frame.f_code.co_filename)}:{traceback.tb_lineno}"
