"""Why something failed, in words for the one line that is said of it."""

from __future__ import annotations

import os


def reason(error: BaseException) -> str:
    """What is said of an error behind a path: what the system says, or that it is our mistake, and where it was raised."""
    if isinstance(error, OSError):
        return error.strerror or str(error)
    if isinstance(error, MemoryError):
        return "not enough memory"
    return f"internal error, please report ({type(error).__name__}: {error}{_raised_at(error)})"


def _raised_at(error: BaseException) -> str:
    traceback = error.__traceback__
    while traceback and traceback.tb_next:
        traceback = traceback.tb_next
    if traceback is None:
        return ""
    return f" at {os.path.basename(traceback.tb_frame.f_code.co_filename)}:{traceback.tb_lineno}"
