"""python -m dashboard: open the dashboard; on the first run, read the bundled articles before."""

from __future__ import annotations

import logging
import socket
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer
from werkzeug.serving import make_server

from dashboard.app import create_app
from dashboard.database import POINTER
from dashboard.settings import Settings

TRIED_PORTS = 50


def main(
    host: Annotated[str, typer.Option(help="Where to listen; 0.0.0.0 for all the machine's addresses.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to listen on.")] = 8050,
    warehouse: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="The warehouse's folder. [default: data/warehouse]", show_default=False),
    ] = None,
    debug: Annotated[bool, typer.Option("--debug", help="Reload on changes and show errors in the page.")] = False,
) -> None:
    """Open the dashboard. Where there is no warehouse yet, the bundled articles are loaded first."""
    settings = Settings(warehouse=warehouse) if warehouse else Settings()
    if not is_free(host, port):
        typer.echo(
            f"Port {port} is taken. Port {free_port(host, port)} is free: add --port {free_port(host, port)}", err=True
        )
        raise typer.Exit(1)
    if not (settings.warehouse / POINTER).exists():
        load_bundled(settings.warehouse)
    app = create_app(settings)
    typer.echo(
        f"Conflict Ledger is open at http://{'localhost' if host == '127.0.0.1' else host}:{port}  (Ctrl+C ends it)"
    )
    if debug:
        app.run(host=host, port=port, debug=True, use_reloader=False)
        return
    logging.getLogger("werkzeug").setLevel(logging.WARNING)  # an open page asks every few seconds
    server = make_server(host, port, app.server, threaded=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        typer.echo("")


def load_bundled(folder: Path) -> None:
    """Make a warehouse of the bundled articles, by the ETL's own command; end with its exit code if it fails."""
    typer.echo("There is no warehouse yet: reading the bundled articles.", err=True)
    command = [sys.executable, "-m", "etl", "load", "--bundled", "--warehouse", str(folder)]
    done = subprocess.run(command, check=False)
    if not (folder / POINTER).exists():
        typer.echo(f"That failed. The command was: {' '.join(command)}", err=True)
        raise typer.Exit(done.returncode or 1)


def is_free(host: str, port: int) -> bool:
    """Tell whether nobody listens on a port."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def free_port(host: str, taken: int) -> int:
    """Return the next free port after a taken one; 0 if none of the next ones is."""
    nearby = range(taken + 1, min(taken + TRIED_PORTS, 65536))
    return next((port for port in nearby if is_free(host, port)), 0)


if __name__ == "__main__":
    typer.run(main)
