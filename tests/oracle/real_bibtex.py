"""Reads a .bib file with the real bibtex, through a style made for the file. Shares nothing with bibcheck."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from pathlib import Path
from typing import Any

ILLEGAL = rb'\x00-\x20\x7f"#%\'(),={}'
NAME = rb"[^" + ILLEGAL + rb"0-9][^" + ILLEGAL + rb"]*"
BUILT_IN = {b"=", b">", b"<", b"+", b"-", b"*", b":=", b"crossref", b"sort.key$", b"entry.max$", b"global.max$"} | {
    name + b"$"
    for name in b"add.period call.type change.case chr.to.int cite duplicate empty format.name if int.to.chr int.to.str "
    b"missing newline num.names pop preamble purify quote skip stack substring swap text.length text.prefix top type "
    b"warning while width write".split()
}
# The macros of plain.bst, which a style declares: bibtex itself knows none.
MACROS = {
    "jan": "January",
    "feb": "February",
    "mar": "March",
    "apr": "April",
    "may": "May",
    "jun": "June",
    "jul": "July",
    "aug": "August",
    "sep": "September",
    "oct": "October",
    "nov": "November",
    "dec": "December",
    "acmcs": "ACM Computing Surveys",
    "acta": "Acta Informatica",
    "cacm": "Communications of the ACM",
    "ibmjrd": "IBM Journal of Research and Development",
    "ibmsj": "IBM Systems Journal",
    "ieeese": "IEEE Transactions on Software Engineering",
    "ieeetc": "IEEE Transactions on Computers",
    "ieeetcad": "IEEE Transactions on Computer-Aided Design of Integrated Circuits",
    "ipl": "Information Processing Letters",
    "jacm": "Journal of the ACM",
    "jcss": "Journal of Computer and System Sciences",
    "scp": "Science of Computer Programming",
    "sicomp": "SIAM Journal on Computing",
    "tocs": "ACM Transactions on Computer Systems",
    "tods": "ACM Transactions on Database Systems",
    "tog": "ACM Transactions on Graphics",
    "toms": "ACM Transactions on Mathematical Software",
    "toois": "ACM Transactions on Office Information Systems",
    "toplas": "ACM Transactions on Programming Languages and Systems",
    "tcs": "Theoretical Computer Science",
}
MACRO_KEY = b"zz-oracle-macros"  # of an entry in a second database, each field of which is one @string of the first
CROSSREF = re.compile(rb"(?i)(?<![^" + ILLEGAL + rb"])crossref(?=\s*=)")


def read_with_bibtex(data: bytes, cited: list[str] | None = None) -> dict[str, Any]:
    """What bibtex reads in `data`: `entries`, `macros`, `preamble` and `messages`, as bibcheck.bibliography.as_read has them.

    Only that lines are counted as bibtex does, CR LF as two line ends. A type is None where a field has its name.
    """
    fields, types, strings = _scan_names(data)
    overlap = set(fields) & set(types)
    macro_fields = [b"..m%d" % index for index in range(len(strings))]
    pairs = b"".join(b",\n %s = %s" % pair for pair in zip(macro_fields, strings, strict=True))
    extra = b"@zzmacros{%s%s}\n" % (MACRO_KEY, pairs) if strings else b""
    own_types = [name for name in types if name not in overlap] + ([] if b"zzmacros" in types else [b"zzmacros"])
    cites = None if cited is None else [key.encode() for key in cited]
    output, log = _run(data, [*fields, *macro_fields], own_types, cites, extra)
    preamble, entries = _parse_output(output, [*fields, *macro_fields])
    messages = [message for message in _parse_log(log) if message.pop("file") == "in.bib"]
    if overlap:  # once more with no fields, for the types
        known = {entry["key"]: entry["type"] for entry in _parse_output(_run(data, [], types, cites, extra)[0], [])[1]}
        for entry in entries:
            entry["type"] = entry["type"] or known.get(entry["key"])
        messages = [message for message in messages if "isn't style-file defined" not in message["message"]]
    macros = {}
    for entry in [entry for entry in entries if entry["key"].lower() == MACRO_KEY.decode()]:
        entries.remove(entry)
        values = zip(strings, (entry["fields"].get(field.decode()) for field in macro_fields), strict=True)
        macros = {_decode(name): value for name, value in values if value is not None}
    if CROSSREF.search(data):  # once more with another name for the field, so that nothing is inherited
        own_fields = [*(field for field in fields if field != b"cr0ssref"), b"cr0ssref"]
        _, own = _parse_output(_run(CROSSREF.sub(b"cr0ssref", data), own_fields, own_types)[0], own_fields)
        by_key = {entry["key"].lower(): entry["fields"] for entry in own}
        for entry in entries:
            if (values := by_key.get(entry["key"].lower())) is not None:
                entry["own_fields"] = {_original(name): value for name, value in values.items()}
    return {"entries": entries, "macros": macros, "preamble": preamble, "messages": messages}


def _original(name: str) -> str:
    return "crossref" if name == "cr0ssref" else name


def _decode(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _scan_names(data: bytes) -> tuple[list[bytes], list[bytes], list[bytes]]:
    """Supersets of the field names, the entry types and the @string names that bibtex may meet."""
    lower = data.lower()
    fields = dict.fromkeys(re.findall(rb"(?<![^" + ILLEGAL + rb"])(" + NAME + rb")\s*=", lower))
    types = dict.fromkeys(re.findall(rb"@(?=\s*(" + NAME + rb"))", lower))
    strings = dict.fromkeys(re.findall(rb"@\s*string\s*[({]\s*(" + NAME + rb")", lower))
    commands = {b"comment", b"string", b"preamble"}
    return (
        [name for name in fields if name not in BUILT_IN],
        [name for name in types if name not in BUILT_IN | commands],
        list(strings),
    )


def _chunked(push: str) -> str:
    """Style code that writes a string in pieces of 50 characters, for bibtex breaks longer lines."""
    return (
        f'  #1 \'..i :=\n  {{ {push} ..i #50 substring$ "" = #0 = }}\n'
        f'  {{ ">" {push} ..i #50 substring$ * "<" * write$ newline$ ..i #50 + \'..i := }}\n  while$\n'
    )


def _make_style(fields: list[bytes], types: list[bytes]) -> bytes:
    lines = ["ENTRY {", *("  " + field.decode("latin-1") for field in fields or [b"..none"]), "} {} {}"]
    lines.append("INTEGERS { ..i }")
    lines += (f"FUNCTION {{{name.decode('latin-1')}}} {{ skip$ }}" for name in types)
    lines += (f'MACRO {{{name}}} {{"{text}"}}' for name, text in MACROS.items())
    lines.append('READ\nFUNCTION {..pre} { "P" write$ newline$\n' + _chunked("preamble$") + "}\nEXECUTE {..pre}")
    head = '"E" write$ newline$\n' + _chunked("cite$") + '  "T" write$ newline$\n' + _chunked("type$")
    lines.append("FUNCTION {..head} { " + head + "}")
    calls = []
    for index, field in enumerate([*fields, b"crossref"] if fields else []):
        name = field.decode("latin-1")
        write = f'"F{index}" write$ newline$\n{_chunked(name)}'
        lines.append(f"FUNCTION {{..f{index}}} {{ {name} missing$ {{ skip$ }}\n {{ {write} }} if$ }}")
        calls.append(f"..f{index}")
    level = 0
    while len(calls) > 50:  # in levels, so that no function gets too big for bibtex
        level += 1
        groups = {f"..g{level}.{start}": calls[start : start + 50] for start in range(0, len(calls), 50)}
        lines += (f"FUNCTION {{{name}}} {{ {' '.join(group)} }}" for name, group in groups.items())
        calls = list(groups)
    lines.append(f"FUNCTION {{..dump}} {{ ..head {' '.join(calls)} }}\nITERATE {{..dump}}\n")
    return "\n".join(lines).encode("latin-1")


def _run(
    data: bytes, fields: list[bytes], types: list[bytes], cited: list[bytes] | None = None, extra: bytes = b""
) -> tuple[bytes, bytes]:
    """The .bbl and the .blg of one run."""
    cites = [*cited, MACRO_KEY] if cited and extra else cited or [b"*"]
    aux = b"".join(b"\\citation{%s}\n" % key for key in cites) + b"\\bibstyle{o}\n\\bibdata{in%s}\n"
    with tempfile.TemporaryDirectory() as folder:
        files = {
            "in.bib": data,
            "zzextra.bib": extra,
            "o.bst": _make_style(fields, types),
            "o.aux": aux % (b",zzextra" if extra else b""),
        }
        for name, content in files.items():
            Path(folder, name).write_bytes(content)
        environment = {**os.environ, "max_print_line": "79"}
        subprocess.run(["bibtex", "o"], cwd=folder, capture_output=True, env=environment, timeout=300, check=False)
        outputs = [Path(folder, name) for name in ("o.bbl", "o.blg")]
        return tuple(path.read_bytes() if path.exists() else b"" for path in outputs)


def _parse_output(data: bytes, fields: list[bytes]) -> tuple[str, list[dict[str, Any]]]:
    preamble: list[bytes] = []
    sink = preamble
    entries = []
    for line in data.split(b"\n"):
        if line.startswith(b">"):
            sink.append(line[1:-1])
        elif line == b"E":
            sink = []
            entries.append({"key": sink, "type": [], "fields": {}})
        elif line == b"T":
            sink = entries[-1]["type"]
        elif re.fullmatch(rb"F\d+", line):
            sink = entries[-1]["fields"].setdefault([*fields, b"crossref"][int(line[1:])], [])
    for entry in entries:
        entry["key"] = _decode(b"".join(entry["key"]))
        entry["type"] = _decode(b"".join(entry["type"])) or None
        entry["fields"] = {_decode(name): _decode(b"".join(value)) for name, value in entry["fields"].items()}
    return _decode(b"".join(preamble)), entries


PLACE = re.compile(rb"^(.*?)-?--line (\d+) of file (.*)$", re.DOTALL)
IGNORED = re.compile(rb"\(There (?:was|were) \d+ |Database file #|Reallocated \w+ \(elt_size|\s*$")


def _parse_log(log: bytes) -> list[dict[str, Any]]:
    lines = log[max(log.find(b"Database file #1"), 0) :].split(b"\n")
    messages: list[dict[str, Any]] = []
    before: list[bytes] = []  # lines of a message whose place follows
    index = 0
    while index < len(lines) and not re.match(rb"You've used \d+ entr", lines[index]):
        line = lines[index]
        following = lines[index + 1] if index + 1 < len(lines) else b""
        place = PLACE.match(line)
        index += 1
        if IGNORED.match(line):
            continue
        if place:
            text = b"\n".join([*before, place[1]] if place[1] else before)
            before = []
            message = {"kind": "warning", "message": _decode(text.removeprefix(b"Warning--")), "line": int(place[2])}
            if following.startswith(b" :"):
                index = _parse_context(lines, index, message)
            messages.append({**message, "file": _decode(place[3])})
        elif line.startswith((b"A bad cross reference", b"Warning--you've nested")):
            kind = "error" if line.startswith(b"A bad") else "warning"
            text = line.removeprefix(b"Warning--") + b" " + following
            messages.append({"kind": kind, "message": _decode(text), "line": None, "file": "in.bib"})
            index += 1
        elif line.startswith(b"Warning--") and not PLACE.match(following):
            messages.append({"kind": "warning", "message": _decode(line[9:]), "line": None, "file": "in.bib"})
        else:
            before.append(line)
    return messages


def _parse_context(lines: list[bytes], index: int, message: dict[str, Any]) -> int:
    """The two lines that show where on its line an error is, and what bibtex does about it."""
    message["kind"] = "error"
    message["column"] = len(lines[index]) - 2
    index += 2
    if lines[index].startswith(b"(Error may have been on previous line)"):
        index += 1
    skipping = re.match(rb"I'm skipping whatever remains of this (\w+)", lines[index])
    message["skipping"] = _decode(skipping[1]) if skipping else None
    return index + 1 if skipping else index
