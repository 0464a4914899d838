"""What a run found, in one line."""

from __future__ import annotations

from collections import Counter

from bibcheck.engine.report import Report
from bibcheck.rule import Fix, Level

SHOW_ALL = "; --show-all shows each"  # behind a summary, where a report left some out


def summary(result: Report, fixed_as: str = "fixed") -> str:
    """How many findings there are, of what kind, and where; how many were fixed, and how many could be."""
    fixed = [f"{result.fixed:,} {fixed_as}"] * bool(result.fixed)
    left = " left" if result.fixed else ""
    known = [f"{result.known:,} known"] * bool(result.known)
    if not result.findings:
        none = f"no findings{left} in {counted(result.files, 'file')}" if result.files else "no file checked"
        return "; ".join([*fixed, none, *known])
    counts = Counter((each.path, each.level, each.safety) for each in result.findings)
    total, errors, touched = counts.total(), 0, len({path for path, _, _ in counts})
    fixes = {Fix.SAFE: 0, Fix.UNSAFE: 0, Fix.NONE: 0}
    for (_, level, safety), count in counts.items():
        fixes[safety] += count
        errors += count if level is Level.ERROR else 0
    kinds = [counted(count, noun) for count, noun in ((errors, "error"), (total - errors, "warning")) if count]
    among = counted(touched, "file") if touched >= result.files else f"{touched:,} of {counted(result.files, 'file')}"
    text = f"{counted(total, 'finding')}{left} ({', '.join(kinds)}) in {among}"
    unread = _unread(result) if errors else []
    return "; ".join([*fixed, text, *_fixable(fixes[Fix.SAFE], fixes[Fix.UNSAFE]), *known, *unread])


def _unread(result: Report) -> list[str]:
    """How many entries are not read, in one part if there are any: where nothing is wrong with the syntax, all are."""
    paths = {each.path for each in result.findings if each.category == "syntax" and each.level is Level.ERROR}
    if not paths:
        return []
    from bibcheck.bibliography.counting import count_entries

    counts = [count_entries(result.sources[path]) for path in paths]
    unread = sum(len(count.unread) for count in counts)
    if not unread:
        return []
    written = counted(sum(count.written for count in counts), "entry", "entries")
    return [f"syntax errors keep {unread:,} of {written} from being read whole"]


def counted(number: int, noun: str, plural: str = "") -> str:
    """`1 file`, `2 files`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def _fixable(safe: int, unsafe: int) -> list[str]:
    """What `--fix` and `--unsafe-fixes` could do, in one part if there is any."""
    if not unsafe:
        return [f"{safe:,} fixable with --fix"] * bool(safe)
    if not safe:
        return [f"{unsafe:,} fixable with --fix --unsafe-fixes"]
    return [f"{safe:,} fixable with --fix, {unsafe:,} more with --unsafe-fixes"]
