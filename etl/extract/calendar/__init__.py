"""Expressions of time, resolved against the day of the post they stand in."""
