"""Where and when a clause plays, carried from sentence to sentence."""
