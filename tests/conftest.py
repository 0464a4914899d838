"""Every test checks anew, but for those of the cache, and as at a prompt also where a CI runs it."""

from __future__ import annotations

import os


def pytest_configure() -> None:
    os.environ["BIBCHECK_NO_CACHE"] = "1"
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITLAB_CI"):
        os.environ.pop(name, None)
