"""Who says what: quotation marks, cues and speakers; the family of quotes."""
