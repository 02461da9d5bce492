"""From reports to events: which mentions tell the same event, which figures are claims about it, what they come to."""
