"""Workers: a dying one is told in one line."""

import os

import pytest

from etl.errors import EtlError
from etl.records import Article
from etl.workers import extracted


class Poison(Article):
    """An article that ends the process that unpacks it, as the kernel does when memory runs out."""

    def __reduce__(self):
        return os._exit, (9,)


def test_a_worker_that_dies_is_told_in_one_line():
    with pytest.raises(EtlError, match=r"one of 2 workers ended before its work was done .* --workers 1"):
        list(extracted([Poison(article="one", text="")], workers=2))
