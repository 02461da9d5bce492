"""Files and pages in, articles out: `reader.read_paths` is the way in."""
