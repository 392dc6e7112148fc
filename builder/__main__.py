"""`python -m builder`: the same as the command `dateline`."""

import sys

from builder.cli import run

if __name__ == "__main__":
    sys.exit(run())
