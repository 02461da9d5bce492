"""Out of a warehouse: its tables, its records, and its events in the shapes that the trade uses."""
