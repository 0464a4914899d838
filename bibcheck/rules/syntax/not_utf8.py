"""Files that are not in UTF-8."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Edit, Span
from bibcheck.text.encoding import (
    bad_runs,
    decode_run,
    east_asian_encodings,
    first_bad_run,
    guess_encoding,
    is_utf16_without_mark,
    read_word,
)


class NotUtf8(Rule):
    """Write the file in UTF-8, as LaTeX has read by default since 2018, and biber always has.

    In another encoding, letters with accents print as other letters, or stop LaTeX with an error. The finding is at the
    first byte that is not UTF-8. It names the old encoding in which these bytes make words, or that the file names in a line
    `% Encoding: …`. The fix writes all of them in UTF-8: check that the names read well. A file in UTF-16 is reported, but
    not changed.

    Below, `\\udcfc` stands for the byte 0xFC.

    Bad:

        @book{mueller96, author = {Hans M\\xfcller}}
                                         ^

    Good:

        @book{mueller96, author = {Hans Müller}}
    """

    level = Level.ERROR
    fix = Fix.UNSAFE
    whole_file = True

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        text = bib.text
        if bib.source.encoding != "utf-8" or ("\0" in text and is_utf16_without_mark(text)):
            yield self.finding(
                Span(0, min(1, len(text))), "the file is in UTF-16, which BibTeX cannot read: save it in UTF-8"
            )
        elif span := first_bad_run(text):
            yield self._transcode(text, Span(*span))

    def _transcode(self, text: str, first: Span) -> Finding:
        bad = f"byte 0x{ord(text[first.start]) - 0xDC00:02X} is not UTF-8"
        guess = guess_encoding(text)
        if guess is None and (labels := east_asian_encodings(text)):
            return self.finding(
                first,
                f"{bad}; all such bytes make sense in {' and in '.join(labels)}: save the file in UTF-8",
                stands_for="the file",
            )
        if guess is None:
            message = f"{bad}, and in none of the usual old encodings do all such bytes make sense"
            return self.finding(first, message, stands_for="the file")
        edits = [
            Edit(Span(start, end), decoded) if (decoded := decode_run(text[start:end], guess.codec)) else None
            for start, end in bad_runs(text)
        ]
        why = "which the file names at its head" if guess.is_declared else "in which such bytes make words"
        place = next((edit.span.start for edit in edits if edit and any(map(str.isalpha, edit.text))), first.start)
        word = read_word(text, place, guess.codec)
        return self.finding(
            first, f"{bad} but looks like {guess.label}, {why}: `{word}`", *edits, stands_for="the file"
        )


# No class can be made with a docstring that is not UTF-8; a lone surrogate is how the byte stands in a source.
NotUtf8.__doc__ = (NotUtf8.__doc__ or "").replace(r"\xfc", "\udcfc")
