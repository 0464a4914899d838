"""Reads .bib files with the real Text::BibTeX, the parser of biber. Shares nothing with bibcheck."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path
from typing import Any

SCRIPT = Path(__file__).with_name("btparse_dump.pl")


def read_with_btparse(files: list[bytes]) -> list[list[dict[str, Any]] | None]:
    """For each file its commands as Text::BibTeX gives them (see the script); None where it ended the program."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{index}.bib") for index in range(len(files))]
        for path, data in zip(paths, files, strict=True):
            path.write_bytes(data)
        names = "".join(f"{path}\n" for path in paths)
        run = subprocess.run(["perl", SCRIPT], input=names.encode(), stdout=subprocess.PIPE, check=True, timeout=600)
    return [_decode(json.loads(line)) for line in run.stdout.splitlines()]


def _decode(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("latin-1").decode("utf-8", "surrogateescape")
    if isinstance(value, list):
        return [_decode(item) for item in value]
    if isinstance(value, dict):
        return {key: _decode(item) for key, item in value.items()}
    return value
