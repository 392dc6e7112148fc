"""The command line: arguments in, exit code out."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program `dateline`; the exit codes are those of `builder.cli.ending`."""
    # Imported here, so that Ctrl-C finds the way out prepared as early as can be.
    from builder.cli.ending import guarded

    return guarded(sys.argv[1:] if arguments is None else list(arguments))
