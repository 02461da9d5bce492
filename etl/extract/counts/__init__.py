"""Numbers that somebody reports: the family of figures."""
