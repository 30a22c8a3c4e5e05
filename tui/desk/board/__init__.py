"""What the board shows and in which order; how cases are sought."""
