"""What is wrong with the settings or the command line."""

from __future__ import annotations


class SettingsError(Exception):
    """What is wrong with the settings or the command line, in one line, with its place."""
