# Each target does all of its set-up in .venv; nothing else of the machine is touched.
# `make run` and `make test` are the two commands of the README; the plain commands are the recipes below.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: help run test lint format bench clean

help:  ## say what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## */\t/'

.venv/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@

run: .venv/installed  ## read the bundled articles, if there is no warehouse yet, and open the dashboard
	$(BIN)/python -m dashboard

test: .venv/installed  ## run all tests (the browser's are skipped where there is no Chromium)
	$(BIN)/python -m pytest --numprocesses auto

lint: .venv/installed  ## check format, lint and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: .venv/installed  ## format and mend what can be mended
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

.venv/bench: .venv/installed
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[bench]'
	@touch $@

bench: .venv/bench  ## measure: extraction beside its peers, loading, resolution
	$(BIN)/python -m benchmarks

clean:  ## remove the environment, caches and the built warehouse
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist data/warehouse
