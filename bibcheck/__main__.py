"""`python -m bibcheck`."""

from __future__ import annotations

from bibcheck.cli import run

if __name__ == "__main__":
    run()
