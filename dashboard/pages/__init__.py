"""One module per page: `body(visit)` returns what stands on it. `registry` names them all."""
