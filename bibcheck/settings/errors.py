"""What is wrong with the settings or the command line."""

from __future__ import annotations


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
