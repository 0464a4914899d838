"""Every test checks anew, but for those of the cache."""

from __future__ import annotations

import os


def pytest_configure() -> None:
    os.environ["BIBCHECK_NO_CACHE"] = "1"
