"""What the dashboard must know before it starts; read once, from the command line or the environment."""

from __future__ import annotations

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict

CHECKOUT = Path(__file__).resolve().parents[1]


class Settings(BaseSettings):
    """Frozen settings; each may come from the environment with the prefix CONFLICT_LEDGER_."""

    model_config = SettingsConfigDict(env_prefix="CONFLICT_LEDGER_", frozen=True)

    warehouse: Path = Path("data/warehouse")
    poll_seconds: float = 5.0  # how often an open page asks whether there is a new edition
    embed_hosts: str = "*"  # who may frame /embed: "*" or a list of origins, as in CSP frame-ancestors


def assets_folder() -> Path:
    """Return the folder of css, fonts and scripts: beside the packages in a checkout, inside this one in a wheel."""
    packaged = Path(__file__).with_name("_assets")
    return packaged if packaged.is_dir() else CHECKOUT / "assets"
