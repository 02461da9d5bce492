"""`python -m benchmarks`: all of them, one after the other."""

import runpy

for name in ("extraction", "loading", "resolution"):
    print(f"\n{name}")
    runpy.run_module(f"benchmarks.{name}", run_name="__main__")
