"""How the program ends: with a sentence and an exit code, whatever happens.

Nothing but the standard library is imported until it is needed: `--version` is answered at once.
"""

from __future__ import annotations

import contextlib
import io
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Final, TextIO

DONE: Final = 0
PROBLEMS: Final = 1
WRONG_USAGE: Final = 2
ENVIRONMENT: Final = 4
BUG: Final = 70
INTERRUPTED: Final = 130
TERMINATED: Final = 143


class Refused(Exception):
    """A sentence that ends the program, with the exit code."""

    def __init__(self, sentence: str, exit_code: int = WRONG_USAGE) -> None:
        super().__init__(sentence)
        self.sentence, self.exit_code = sentence, exit_code


class _Terminated(BaseException):
    """SIGTERM came; like KeyboardInterrupt it passes what only catches exceptions."""


def guarded(arguments: list[str]) -> int:
    """Run the program with these arguments and give the exit code."""
    _accept_every_letter()
    try:
        with _ending_on_sigterm():
            code = _run(arguments)
            _flush()
            return code
    except SystemExit:
        raise
    except BaseException as error:
        sentence, code = ending_of(error)
        is_public = _is_public(arguments)
        if is_public:
            sentence = _in_public(error, sentence, code, arguments)
        # A second signal must not spoil the ending of the first.
        with contextlib.suppress(KeyboardInterrupt, _Terminated):
            if "--debug" in arguments:
                _say(_trace(error, has_words=not is_public))
            _say(f"dateline: {sentence}")
        return code
    finally:
        _settle(sys.stdout)
        _settle(sys.stderr)


def _run(arguments: list[str]) -> int:
    if arguments == ["--version"]:
        from builder import __version__

        if sys.stdout is not None:
            sys.stdout.write(f"dateline {__version__}\n")
        return DONE
    from builder.cli.program import main

    return main(arguments)


def _trace(error: BaseException, *, has_words: bool) -> str:
    import traceback

    if not has_words:
        return "".join(traceback.format_tb(error.__traceback__))
    return "".join(traceback.format_exception(error))


def _is_public(arguments: list[str]) -> bool:
    """Tell whether strangers may read how the program ends, whatever its options turn out to be."""
    from builder.cli.surroundings import is_public_log

    is_github = os.environ.get("GITHUB_ACTIONS") == "true"
    return is_public_log() or is_github or bool({"github", "--format=github"} & {*arguments})


def _in_public(error: BaseException, sentence: str, code: int, arguments: list[str]) -> str:
    """Give a sentence without what only the content can have told."""
    from click import ClickException

    from builder.withholding import said_in_public

    if isinstance(error, ClickException):
        # It speaks of the command line alone.
        return sentence
    if code == BUG:
        # What failed may be words of the content.
        return f"a mistake of dateline itself ({type(error).__name__})"
    here = Path(os.path.abspath("."))
    values = (each.partition("=")[2] for each in arguments)
    known = (*arguments, *values, str(here), *map(str, here.parents))
    return said_in_public(sentence, frozenset(known))


def ending_of(error: BaseException) -> tuple[str, int]:
    """Give the sentence and the exit code that an exception ends the program with."""
    match error:
        case Refused():
            return error.sentence, error.exit_code
        case KeyboardInterrupt():
            return "interrupted", INTERRUPTED
        case _Terminated():
            return "ended by a signal", TERMINATED
        case BrokenPipeError():
            return "the output was closed before all was written", ENVIRONMENT
        case OSError():
            return _why(error), ENVIRONMENT
        case MemoryError():
            return "there is not enough memory for this", ENVIRONMENT
    return _ending_of_click(error) or _ending_of_a_bug(error)


def _ending_of_click(error: BaseException) -> tuple[str, int] | None:
    from click import Abort, BadParameter, ClickException, UsageError

    if isinstance(error, Abort):
        return "interrupted", INTERRUPTED
    if not isinstance(error, ClickException):
        return None
    sentence = error.format_message()
    if type(error) is BadParameter and error.param and error.ctx:
        # click begins this one with a word that helps nobody.
        sentence = f"{error.param.get_error_hint(error.ctx)}: {error.message}"
    help_for = ""
    if isinstance(error, UsageError) and error.ctx is not None:
        help_for = f"\nTry '{error.ctx.command_path} --help'."
    return f"{sentence}{help_for}", error.exit_code


def _ending_of_a_bug(error: BaseException) -> tuple[str, int]:
    found = f"{type(error).__name__}: {error}".split("\n")[0]
    return (
        f"a mistake of dateline itself ({found}); "
        "run the command again with --debug and report what it prints",
        BUG,
    )


def _why(error: OSError) -> str:
    reason = (error.strerror or str(error) or type(error).__name__).lower()
    names = [str(name) for name in (error.filename, error.filename2) if name is not None]
    return f"{' and '.join(names)}: {reason}" if names else reason


# -------------------------------------------------------------------------- signals, streams


@contextlib.contextmanager
def _ending_on_sigterm() -> Iterator[None]:
    def end(number: int, frame: FrameType | None) -> None:
        raise _Terminated

    try:
        before = signal.signal(signal.SIGTERM, end)
    except ValueError:
        # Only the main thread may ask for signals; elsewhere somebody else does.
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _accept_every_letter() -> None:
    """Show what a terminal's encoding lacks as an escape instead of failing on it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()


def _say(text: str) -> None:
    from builder.problems.printing import visible

    lines = (visible(line) for line in text.rstrip().split("\n"))
    if sys.stdout is not None:
        # In the order in which it happened, where both streams are one.
        with contextlib.suppress(OSError, ValueError):
            sys.stdout.flush()
    # Without a place to say it, the exit code has to do.
    if sys.stderr is not None:
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write("\n".join(lines) + "\n")
            sys.stderr.flush()


def _settle(stream: TextIO | None) -> None:
    """Drop what cannot be written any more, or Python would complain of it at its end."""
    if stream is None:
        return
    try:
        stream.flush()
    except (OSError, ValueError):
        with contextlib.suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)
