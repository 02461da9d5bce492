"""One module per page: `body(visit)` returns what stands on it. `register` names them all; nothing is found by folder."""
