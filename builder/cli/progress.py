"""A line on the terminal that says how far a long piece of work is."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from types import TracebackType
from typing import Final, Self, TextIO

PATIENCE: Final = 0.5
"""Seconds of work before anything is shown."""
PAUSE: Final = 0.1
"""Seconds between two updates."""
_CELLS: Final = 24
_CLEAR: Final = "\r\x1b[2K"


class ProgressBar:
    """Shows (stage, done, total) on a stream and clears it at the end; without one, nothing."""

    def __init__(
        self,
        output: TextIO | None,
        *,
        columns: int = 80,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._output, self._columns, self._clock = output, columns, clock
        self._next = clock() + PATIENCE
        self._is_shown = False

    def __enter__(self) -> Self:
        return self

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show how far the stage is, when it is time to."""
        if self._output is None or self._clock() < self._next:
            return
        self._next = self._clock() + PAUSE
        self._is_shown = True
        self._write(_CLEAR + _line(stage, done, total)[: self._columns - 1])

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._is_shown:
            self._write(_CLEAR)

    def _write(self, text: str) -> None:
        # A terminal that has gone away is no reason to stop the work.
        with contextlib.suppress(OSError, ValueError):
            assert self._output is not None
            self._output.write(text)
            self._output.flush()


def _line(stage: str, done: int, total: int) -> str:
    if total <= 0:
        return stage
    filled = _CELLS * min(done, total) // total
    return f"{stage:9} [{'#' * filled:.<{_CELLS}}] {done:,} of {total:,}"
