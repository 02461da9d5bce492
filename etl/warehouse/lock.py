"""One writer at a time: a lock that dies with its holder, and says who that is."""

from __future__ import annotations

import datetime as dt
import fcntl
import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from etl.errors import LockedError

LOCK_NAME = "LOCK"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the warehouse's lock while the block runs.

    The lock is the kernel's (flock): when its holder ends, however it ends, it is free. The file's text only says who
    holds it; the file stays, because removing it would let two writers lock two files of one name.

    Raises:
        LockedError: another process holds it; the message names it and says since when.
    """
    with (folder / LOCK_NAME).open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise LockedError(f"{folder} is being written by {_holder(file)}; try again when it is done") from error
        _sign(file)
        try:
            yield
        finally:
            # A full disk must not hide the error that the block ends with.
            with suppress(OSError):
                os.ftruncate(file.fileno(), 0)


def _sign(file: TextIO) -> None:
    since = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    os.ftruncate(file.fileno(), 0)
    file.write(json.dumps({"process": os.getpid(), "host": socket.gethostname(), "since": since}))
    file.flush()


def _holder(file: TextIO) -> str:
    try:
        file.seek(0)
        holder = json.load(file)
        return f"process {holder['process']} on {holder['host']} since {holder['since']}"
    except (OSError, ValueError, KeyError, TypeError):  # it has locked, but not signed yet
        return "another process"
