"""Text in, records out: `extractor.extract` reads an article; one module a rule family."""
