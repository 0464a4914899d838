"""Changed text back to its file, all of it or nothing; or as a diff that `git apply` takes."""

from __future__ import annotations

import os

from bibcheck.fixing.replacement import replace
from bibcheck.fixing.target import target_of
from bibcheck.source import Source
from bibcheck.text.line_changes import Change, changed_lines

_NO_NEWLINE = b"\n\\ No newline at end of file\n"
_CONTEXT = 3  # lines around a change
# What git quotes in the names of a patch, as C does (git, quote.c).
_ESCAPES = {7: b"\\a", 8: b"\\b", 9: b"\\t", 10: b"\\n", 11: b"\\v", 12: b"\\f", 13: b"\\r", 34: b'\\"', 92: b"\\\\"}


class WriteError(Exception):
    """Why a file was not written, in one line with its path. The file is as it was."""


def write_file(source: Source, text: str) -> None:
    """Put `text` in the place of what `source` was read from, in its encoding; a file that has it already is left alone.

    The file is replaced by a whole new one, which has its mode: whoever reads it, or ends the program, finds the old text
    or the new. A symbolic link to a file of the same project stays, and its target is replaced. Raises WriteError, as well
    where the file is no longer what was read.
    """
    if text == source.text:
        return
    try:
        replace(target_of(source.path), source.encode(source.text), source.encode(text))
    except UnicodeError:
        raise WriteError(f"{source.path}: not written: it would hold what {source.encoding} cannot") from None
    except OSError as error:
        raise WriteError(f"{source.path}: not written: {error.strerror or error}") from None


def unified_diff(source: Source, text: str) -> bytes:
    """What changes from the source's text to `text`, as bytes of the file: empty if nothing does.

    Lines end at line feeds alone, as they do for git. The path is the source's: `git apply` takes the diff where it holds.
    """
    if text == source.text:
        return b""
    old, new = (_split(source.encode(each)) for each in (source.text, text))
    name = source.path.lstrip("/")
    lines = [b"--- " + _name("a/" + name), b"+++ " + _name("b/" + name)]
    for hunk in _hunks(changed_lines(old, new)):
        lines += _hunk_lines(hunk, old, new)
    return b"".join(line if line.endswith(b"\n") else line + _NO_NEWLINE for line in lines)


def _split(data: bytes) -> list[bytes]:
    lines = [line + b"\n" for line in data.split(b"\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines


def _name(path: str) -> bytes:
    """The name of a file as git writes it in a patch: quoted where it must be, else with a tab after it if it has a space."""
    name = os.fsencode(path)
    if any(byte < 0x20 or byte in (0x22, 0x5C, 0x7F) for byte in name):
        escaped = (
            _ESCAPES.get(byte) or (b"\\%03o" % byte if byte < 0x20 or byte == 0x7F else bytes([byte])) for byte in name
        )
        return b'"' + b"".join(escaped) + b'"\n'
    return name + (b"\t\n" if b" " in name else b"\n")


def _hunks(changes: list[Change]) -> list[list[Change]]:
    """The changes in groups whose context would touch."""
    hunks: list[list[Change]] = []
    for change in changes:
        if hunks and change.start - hunks[-1][-1].end <= 2 * _CONTEXT:
            hunks[-1].append(change)
        else:
            hunks.append([change])
    return hunks


def _hunk_lines(hunk: list[Change], old: list[bytes], new: list[bytes]) -> list[bytes]:
    before = min(_CONTEXT, hunk[0].start)
    start, new_start = hunk[0].start - before, hunk[0].new_start - before
    end = min(hunk[-1].end + _CONTEXT, len(old))
    new_end = hunk[-1].new_end + end - hunk[-1].end
    lines = [b"@@ -%b +%b @@\n" % (_range(start, end), _range(new_start, new_end))]
    at = start
    for change in hunk:
        lines += (b" " + line for line in old[at : change.start])
        lines += (b"-" + line for line in old[change.start : change.end])
        lines += (b"+" + line for line in new[change.new_start : change.new_end])
        at = change.end
    return lines + [b" " + line for line in old[at:end]]


def _range(start: int, end: int) -> bytes:
    """The lines of a hunk: their first, from 1, or the one before where there is none; and their number if it is not 1."""
    if end - start == 1:
        return b"%d" % (start + 1)
    return b"%d,%d" % (start + (end > start), end - start)
