"""A wheel carries all it needs, and works where there is no checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """Return a folder that the wheel has been unpacked into, as an installer would."""
    built = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", built],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    [wheel] = built.glob("*.whl")
    site = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    return site


def run(installed, cwd, *command):
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"}
    return subprocess.run(
        [sys.executable, *command], cwd=cwd, env=environment, capture_output=True, text=True, timeout=240
    )


@pytest.mark.parametrize(
    "path",
    [
        "etl/warehouse/schema.sql",
        "etl/_data/reference/README.md",
        "etl/_data/articles/README.md",
        "dashboard/_assets/README.md",
    ],
)
def test_wheel_carries(installed, path):
    assert (installed / path).is_file()


@pytest.mark.slow
def test_wheel_loads_its_articles_and_builds_the_app_elsewhere(installed, tmp_path):
    loaded = run(installed, tmp_path, "-m", "etl", "load", "--bundled", "--warehouse", str(tmp_path / "warehouse"))
    assert loaded.returncode == 0, loaded.stderr
    build = (
        "import etl, dashboard.app, pathlib, sys;"
        f"assert pathlib.Path(etl.__file__).is_relative_to({str(installed)!r}), etl.__file__;"
        "page = dashboard.app.create_server().test_client().get('/');"
        "assert page.status_code == 200, page.status;"
        "print(page.get_data(as_text=True)[:60])"
    )
    served = subprocess.run(
        [sys.executable, "-c", build],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed), "CONFLICT_LEDGER_WAREHOUSE": str(tmp_path / "warehouse")},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert served.returncode == 0, served.stderr
    assert "<!DOCTYPE html>" in served.stdout
