"""The tokens of a file as btparse sees them: lex_auxiliary.c of Text::BibTeX 0.89, and the lexer made from bibtex.g.

What a character means depends on where it stands: between entries, in an entry or in a value. Left out are warnings that
no other reading comes with: guesses at runaway strings, and "should get a syntax error", which one then gets.
"""

from __future__ import annotations

from bibcheck.lazy_re import pattern
from bibcheck.syntax import tree as t
from bibcheck.syntax.parser import CLOSING

# bibtex.g, tokens NUMBER and NAME: any characters but these; a word of digits alone is a number.
_NO_LETTERS = r"""\x00-\x20\x7f"#%'(),={}\\"""
NAME_PATTERN = rf"[^{_NO_LETTERS}0-9][^{_NO_LETTERS}]*+"
KEY_PATTERN = rf"[^{_NO_LETTERS}]++"

_TOP_LEVEL = pattern(r"(?:[ \t\r\n]++|%[^\n]*+\n|[^@\n \r\t%][^@\n \r\t]*+)*+")
_JUNK = pattern(r"%[^\n]*+\n|([^@\n \r\t%][^@\n \r\t]*+)")
_SKIPPED = pattern(r"(?:[ \t\r\n]++|%[^\n]*+\n)*+")
_WORD = pattern(KEY_PATTERN)
_IN_STRING = {"{": pattern(r"[{}]"), '"': pattern(r'["{}]'), "(": pattern(r"[{}()]")}

# The kinds of token, by the names that btparse's messages give them.
AT = '"@"'
NUMBER = "number"
NAME = "name (entry type, key, field, or macro name)"
OPEN = 'start of entry ("{" or "(")'
CLOSE = 'end of entry ("}" or ")")'
EQUALS, HASH, COMMA = '"="', '"#"', '","'
STRING = 'quoted string ({...} or "...")'
END = "end of input"
STRANGE = "strange"  # a brace or quote for which the grammar has no use

# Where in an entry the lexer is (lex_auxiliary.c, EntryState).
TOP_LEVEL, AFTER_AT, AFTER_TYPE, IN_COMMENT, IN_ENTRY = range(5)

_PUNCTUATION = {"=": EQUALS, "#": HASH, ",": COMMA}


class Lexer:
    """The token that the parser looks at: its `kind` and its text from `start` to `end`. `advance` goes on to the next."""

    def __init__(self, text: str, faults: list[t.Fault]) -> None:
        self.text = text
        self.faults = faults
        self.kind = ""
        self.start = self.end = 0
        self.state = TOP_LEVEL
        self.opener = "{"

    def advance(self) -> None:
        """Read the next token."""
        if self.state == TOP_LEVEL:
            self._read_at_sign()
            return
        position = self._skip(self.end)
        text = self.text
        word = _WORD.match(text, position)
        if word:
            self._take(NUMBER if word[0].isdecimal() and word[0].isascii() else NAME, position, word.end())
            if self.state == AFTER_AT and self.kind is NAME:
                self.state = IN_COMMENT if word[0].lower() == "comment" else AFTER_TYPE
        elif position == len(text):
            self._take(END, position, position)
        elif text[position] in _PUNCTUATION:
            self._take(_PUNCTUATION[text[position]], position, position + 1)
        elif text[position] == '"':
            self._read_quote(position)
        elif text[position] in "{(":
            self._read_opening(position)
        else:
            self._read_closing(position)

    def resume(self, state: int, position: int) -> None:
        """Go on at `position`, in that state, and read the token there."""
        self.state = state
        self.end = position
        self.advance()

    def _take(self, kind: str, start: int, end: int) -> None:
        self.kind, self.start, self.end = kind, start, end

    def _read_at_sign(self) -> None:
        match = _TOP_LEVEL.match(self.text, self.end)
        assert match
        start, at = match.span()
        if not self.text.startswith("@", at):  # the end, or a last `%` without a line end, where no `@` is one
            self._take(END, len(self.text), len(self.text))
            return
        self._take(AT, at, at + 1)
        self.state = AFTER_AT
        if not self.text[start:at].strip(t.WHITE_SPACE):
            return
        junk = [match for match in _JUNK.finditer(self.text, start, at) if match[1]]
        if junk:
            length = sum(len(match[1].encode("utf-8", "surrogateescape")) for match in junk)
            self._warn(t.JUNK, f"{length} characters of junk seen at toplevel", junk[0].start())

    def _skip(self, position: int) -> int:
        """The start of the next token: white space and comments are passed over, and what fits in no token."""
        text = self.text
        odd = -1  # the end of what fitted in no token: one warning for a run of it
        while True:
            match = _SKIPPED.match(text, position)
            assert match
            position = match.end()
            if position == len(text):
                return position
            if text[position] == "%":  # no line end ends this comment
                self._warn(t.INVALID_TOKEN, "invalid token", position)
                return len(text)
            if (text[position] > "'" and text[position] not in "\\\x7f") or text[position] in '!"#$&':
                return position
            if position > odd:
                self._warn(t.INVALID_TOKEN, "invalid token", position)
            # zzgettok takes the character, and then zzerraction the next one, which may be the first byte of several.
            position += 2 if text[position + 1 : position + 2] < "\x80" else 1
            odd = position = min(position, len(text))

    def _read_quote(self, position: int) -> None:
        if self.state == IN_COMMENT:
            self._take(STRANGE, position, position + 1)
            message = "comment entries must be delimited by either braces or parentheses"
            self._error(t.EXPECTED_OPENING, message, position)
            self.state = TOP_LEVEL
            return
        self._read_string('"', position)

    def _read_opening(self, position: int) -> None:
        opening = self.text[position]
        if self.state == AFTER_TYPE:
            self.opener = opening
            self.state = IN_ENTRY
            self._take(OPEN, position, position + 1)
        elif self.state == IN_COMMENT or (self.state == IN_ENTRY and opening == "{"):
            self._read_string(opening, position)
        else:
            self._take(STRANGE if opening == "{" else OPEN, position, position + 1)

    def _read_closing(self, position: int) -> None:
        closing = self.text[position]
        if self.state == IN_ENTRY:
            self._take(CLOSE, position, position + 1)
            self.state = TOP_LEVEL
            if closing != CLOSING[self.opener]:
                message = f'entry started with "{self.opener}", but ends with "{closing}"'
                self._warn(t.MISMATCHED_CLOSING, message, position)
        else:
            self._take(STRANGE if closing == "}" else CLOSE, position, position + 1)

    def _read_string(self, opener: str, start: int) -> None:
        """Read a value (or a comment) to its end. A backslash escapes nothing; quotes inside braces are text."""
        end = self._string_end(opener, start)
        if end is None:
            self._take(END, len(self.text), len(self.text))
            return
        self._take(STRING, start, end)
        if self.state == IN_COMMENT:
            self.state = TOP_LEVEL

    def _string_end(self, opener: str, start: int) -> int | None:
        braces = parentheses = 0
        is_unbalanced = False
        for match in _IN_STRING[opener].finditer(self.text, start):
            character = match[0]
            if character == "{":
                braces += 1
            elif character == "}":
                braces -= 1
                if braces < 0:
                    if not is_unbalanced:
                        self._error(t.UNBALANCED_BRACES, "unbalanced braces: too many }'s", match.start())
                    is_unbalanced = True
                    braces = 0
                elif braces == 0 and opener == "{":
                    return match.end()
            elif character == '"':
                if braces == 0 and match.start() > start:
                    return match.end()
            else:
                parentheses += 1 if character == "(" else -1
                if parentheses == 0:
                    if braces:
                        self._error(t.UNBALANCED_BRACES, "unbalanced braces: too many {'s", match.start())
                    return match.end()
        return None

    def _warn(self, code: str, message: str, offset: int) -> None:
        self.faults.append(t.Fault(code, message, offset, "warning"))

    def _error(self, code: str, message: str, offset: int) -> None:
        self.faults.append(t.Fault(code, message, offset))


_LINE_START = pattern(r"\n[^\n{}()\"\\]*+")
_LONE_SPACE = pattern(r"(?<![^{}()\"])[\r\t](?=[\n{}()\"]|\Z)")
_TO_SPACES = str.maketrans("\t\n\v\f\r", "     ")


def expand_line_ends(text: str) -> str:
    """A value with white space as the lexer leaves it: spaces for line ends and for tabs near the start of a line."""
    if "\n" in text:
        text = _LINE_START.sub(lambda match: match[0].translate(_TO_SPACES), text)
    if "\t" in text or "\r" in text:
        text = _LONE_SPACE.sub(" ", text)
    return text
