"""python -m dashboard, and gunicorn with two workers while editions are published."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dashboard import __main__ as command
from dashboard.database import POINTER

PATHS = (
    "/health",
    "/api/edition",
    "/api/strikes-over-time.json",
    "/api/casualties-over-time.csv",
    "/embed/most-contested",
    "/",
)
LOADS = 20


@pytest.fixture
def taken():
    """A port that somebody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


@pytest.fixture
def run():
    import typer

    app = typer.Typer()
    app.command()(command.main)
    return lambda *words: CliRunner().invoke(app, list(words))


def test_a_taken_port_names_a_free_one(taken, run, folder):
    result = run("--port", str(taken), "--warehouse", str(folder.path))
    assert result.exit_code == 1
    found = re.search(rf"Port {taken} is taken\. Port (\d+) is free: add --port \1", result.output)
    assert command.is_free("127.0.0.1", int(found[1]))


def test_the_first_run_reads_the_bundled_articles(monkeypatch, tmp_path):
    asked = []

    def pretend(words, check):
        asked.append(words[1:])
        (tmp_path / POINTER).write_text("ledger-000001.duckdb")
        return subprocess.CompletedProcess(words, 0)

    monkeypatch.setattr(command.subprocess, "run", pretend)
    command.load_bundled(tmp_path)
    assert asked == [["-m", "etl", "load", "--bundled", "--warehouse", str(tmp_path)]]


def test_a_first_run_that_fails_ends_with_its_exit_code(monkeypatch, tmp_path, run):
    monkeypatch.setattr(command.subprocess, "run", lambda words, check: subprocess.CompletedProcess(words, 3))
    result = run("--port", str(command.free_port("127.0.0.1", 20000)), "--warehouse", str(tmp_path))
    assert result.exit_code == 3
    assert "That failed." in result.output


def fetch(address):
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def wait_for(address, seconds=30):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            return urllib.request.urlopen(address, timeout=5).status
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"{address} did not answer within {seconds} s")


@pytest.mark.slow
def test_two_workers_serve_without_an_error_while_editions_are_published(folder, tmp_path):
    port = command.free_port("127.0.0.1", 21000)
    address = f"http://127.0.0.1:{port}"
    log = tmp_path / "log"
    words = [sys.executable, "-m", "gunicorn", "dashboard.app:create_server()", "--bind", f"127.0.0.1:{port}",
             "--workers", "2", "--threads", "4"]  # fmt: skip
    environment = {"CONFLICT_LEDGER_WAREHOUSE": str(folder.path), "PATH": "/usr/bin:/bin"}
    with log.open("w") as out:
        server = subprocess.Popen(words, env=environment, cwd=Path(__file__).parents[2], stdout=out, stderr=out)
    try:
        assert wait_for(f"{address}/health") == 200
        publishing = True

        def read(path):
            answers = []
            while publishing:
                answers.append(fetch(address + path))
            return answers

        with ThreadPoolExecutor(len(PATHS)) as pool:
            readers = [pool.submit(read, path) for path in PATHS]
            for _ in range(LOADS):
                folder.publish()
                oldest = folder.path / f"ledger-{folder.edition - 3:06d}.duckdb"
                oldest.unlink(missing_ok=True)
            publishing = False
            answers = [status for reader in readers for status in reader.result()]
        assert set(answers) == {200}
        assert len(answers) > LOADS
        with urllib.request.urlopen(f"{address}/health", timeout=5) as answer:
            assert f'"edition":{LOADS + 1}' in answer.read().decode().replace(" ", "")
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=20)
    said = log.read_text()
    assert not re.search(r"Traceback|SIGSEGV|SIGABRT|ERROR", said), said[-3000:]
