"""Articles extracted, in this process or in several, always in the order in which they came."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.connection import wait
from typing import TYPE_CHECKING

from etl.errors import EtlError
from etl.extract.extractor import extract
from etl.records import Article, Extraction

if TYPE_CHECKING:  # a worker gets articles, and starts faster without the readers of pages
    from etl.sources.reader import Found, SourceFault

_BATCH = 8  # articles handed over at once: enough to hide the hand-over, few enough to keep all workers busy
_AHEAD = 3  # batches a worker may have waiting, so that reading does not run far ahead of extracting


def extracted(inputs: Iterable[Found], workers: int) -> Iterator[Extraction | SourceFault]:
    """Yield what was read in each article; what is no article is passed on as it is, in its place.

    Raises:
        EtlError: a worker ended before its work was done: killed, out of memory, or unable to start.
    """
    if workers <= 1:
        yield from (_extract_article(item) for item in inputs)
        return
    try:
        yield from _extracted_by_workers(inputs, workers)
    except BrokenProcessPool as error:
        raise EtlError(
            f"one of {workers} workers ended before its work was done (killed, out of memory, or unable to start: "
            "see above); nothing was published; --workers 1 does without them"
        ) from error


def _extracted_by_workers(inputs: Iterable[Found], workers: int) -> Iterator[Extraction | SourceFault]:
    # spawn: forked workers would inherit the warehouse's lock and keep it when this process is killed.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_leave_with_parent) as pool:
        waiting: deque[Future[list[Extraction | SourceFault]]] = deque()
        remaining = iter(inputs)
        while batch := list(islice(remaining, _BATCH)):
            waiting.append(pool.submit(_extract_batch, batch))
            if len(waiting) >= workers * _AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _extract_article(item: Found) -> Extraction | SourceFault:
    return extract(item) if isinstance(item, Article) else item


def _extract_batch(batch: list[Found]) -> list[Extraction | SourceFault]:
    return [_extract_article(item) for item in batch]


def _leave_with_parent() -> None:
    """End this worker when its parent ends, even by SIGKILL: the pool's pipes do not tell it."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        sentinel = parent.sentinel

        def watch() -> None:
            wait([sentinel])
            os._exit(1)

        threading.Thread(target=watch, daemon=True).start()
