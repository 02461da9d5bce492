"""Who publishes what: outlets by the domains of their pages, with licence and languages (publishers.toml)."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

from etl import toml_files

FILE = Path(__file__).with_name("publishers.toml")


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Publisher:
    """An outlet: its name, its domains, under which terms its texts may be used, and in which languages it writes."""

    name: str
    domains: tuple[str, ...]
    licence: str
    languages: tuple[str, ...]
    country: str


def of_url(url: str | None) -> Publisher | None:
    """Return the publisher of a page by its address, or None where no known domain is in it.

    >>> of_url("https://www.bbc.co.uk/news/1").name
    'BBC News'
    >>> of_url("https://notbbc.co.uk/") is None
    True
    """
    try:
        host = (urlsplit(url or "").hostname or "").lower()
    except ValueError:
        return None
    labels = host.split(".")
    suffixes = (".".join(labels[start:]) for start in range(len(labels) - 1))
    return next((known[suffix] for suffix in suffixes if (known := _by_domain()) and suffix in known), None)


@cache
def _by_domain() -> dict[str, Publisher]:
    listed = toml_files.load(FILE, dict[str, tuple[Publisher, ...]])["publisher"]
    return {domain: publisher for publisher in listed for domain in publisher.domains}
