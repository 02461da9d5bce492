"""The settings of the ETL: made once by a command, frozen, handed on."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What may differ from one installation to the next; each is read from CONFLICT_LEDGER_<NAME> where that is set."""

    model_config = SettingsConfigDict(env_prefix="CONFLICT_LEDGER_", frozen=True, extra="ignore")

    warehouse: Path = Path("data/warehouse")
    corrections: Path = Path("data/corrections")
    kept_files: int = Field(default=3, ge=1, description="Edition files kept, so that a slow reader keeps its own.")
    workers: int = Field(default=1, ge=1, description="Processes that extract.")


def bundled_articles() -> Path:
    """Return the folder of sample briefs: the checkout's, else the installed wheel's."""
    here = Path(__file__).parent
    checkout = here.parent / "data" / "articles"
    return checkout if checkout.is_dir() else here / "_data" / "articles"
