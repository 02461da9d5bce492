"""`python -m etl`: see `python -m etl --help`."""

from etl.cli import app

if __name__ == "__main__":  # a spawned worker imports this module, and must not run the command again
    app(prog_name="python -m etl")
