"""What a bibliography publishes of its author's machine and accounts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Edit
from bibcheck.syntax.edits import delete_fields
from bibcheck.syntax.tree import Field
from bibcheck.values.private_data import DISK_PATH, EMAIL, MAY_BE_PATH, OWN_HOST, PASSWORD, SECRET, SESSION
from bibcheck.values.url import Url, find_urls, read_parameters

# Fields that hold nothing but the place of a file.
_FILE_FIELDS = ("file", "local-url", "pdf", "ps", "localfile", "local_url", "path", "attachment", "uri")
_OTHER_FIELDS = ("url", "howpublished", "note", "ee")
_MORE_FIELDS = ("annote", "annotation", "comment", "link", "addendum")
_SHORTEST_SECRET = 8
_SHOWN = 60
_MANY = 10


class LocalPath(Rule):
    """Do not publish where files lie on your disk and how you log in: whoever has the file can read it.

    Reported are paths with a drive or a home directory, `file:` and `localhost` addresses, and addresses with a session, a
    token, a password or an e-mail address in them. Not reported: relative paths (`papers/knuth84.pdf`, as JabRef writes
    them), paths inside a public address, and a user before the host (`git@github.com`). secondhand-url reports the proxies
    of libraries.

    Bad:

        @article{knuth84, title = {Literate Programming}, file = {:/home/knuth/papers/literate.pdf:PDF}}
                                                                   ^^^^^^^^^^^

    Good:

        @article{knuth84, title = {Literate Programming}}

    Bad:

        @misc{knuth84, url = {http://localhost:8080/literate.pdf}}

    Bad:

        @misc{knuth84, url = {https://example.org/reader?token=0EDD5D2879D60184162C}}
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^
    """

    level = Level.WARNING
    fix = Fix.UNSAFE
    whole_file = True

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        yield from self._check_paths(_find_paths(bib, *_FILE_FIELDS))
        for found in _find_paths(bib, *_OTHER_FIELDS, *_MORE_FIELDS):
            yield from self._check_paths([found])
        for field, urls in bib.values(find_urls, "url", "howpublished", "note", "ee"):
            for url in urls:
                yield from self._check_url(field, url)

    def _check_paths(self, found: list[tuple[Field, re.Match[str]]]) -> Iterator[Finding]:
        """A finding for each, or for many one alone, with which all go."""
        is_many = len(found) > _MANY
        for field, path in found[:1] if is_many else found:
            message = f"`{path[0][:_SHOWN]}` is a path on somebody's disk, which the file publishes"
            fields = [field for field, _ in found] if is_many else [field]
            message += f", as it does {len(found) - 1} more paths" if is_many else ""
            yield self.finding(
                field.span(*path.span()), message, *_delete(fields), stands_for="the file" if is_many else ""
            )

    def _check_url(self, field: Field, url: Url) -> Iterator[Finding]:
        if url.scheme == "file" and not DISK_PATH.search(field.text):
            yield self.finding(field.span(*url.span), "an address on somebody's disk", *_delete([field]))
        elif OWN_HOST.fullmatch(url.host):
            yield self.finding(field.span(*url.span), f"`{url.host}` is somebody's own machine", *_delete([field]))
        text = field.text[slice(*url.span)]
        for parameter in read_parameters(field.text, url):
            name = parameter.name.lower()
            if len(parameter.value) >= _SHORTEST_SECRET and (SECRET.fullmatch(name) or SESSION.fullmatch(name)):
                yield self.finding(
                    field.span(*parameter.span), f"`{parameter.name}` in an address gives an account away"
                )
        if "@" not in text and "%40" not in text:
            return
        for secret, what in ((PASSWORD, "a user and a password"), (EMAIL, "an e-mail address")):
            if url.scheme != "mailto" and (match := secret.search(text)) and not _is_user(text, match):
                start = url.span.start + match.start()
                yield self.finding(field.span(start, start + len(match[0])), f"{what} in an address")
                return


def _is_user(text: str, match: re.Match[str]) -> bool:
    """Whether what looks like an e-mail address is the user and the host of an address: `ssh://git@github.com/…`."""
    return text[: match.start()].endswith("//")


def _find_paths(bib: Bibliography, *names: str) -> list[tuple[Field, re.Match[str]]]:
    found = ((field, DISK_PATH.search(field.text)) for field in bib.fields(*names) if MAY_BE_PATH.search(field.text))
    return [(field, path) for field, path in found if path]


def _delete(fields: list[Field]) -> list[Edit]:
    """Take the fields out that hold nothing else."""
    return delete_fields(field for field in fields if _is_alone(field))


def _is_alone(field: Field) -> bool:
    return field.name in _FILE_FIELDS or (field.name == "url" and not any(c.isspace() for c in field.text.strip()))
