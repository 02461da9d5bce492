"""Benchmarks: speed and size as figures of one run, never as tests."""
