"""Names of people, bodies, states, forces and places, each with its canonical name."""
