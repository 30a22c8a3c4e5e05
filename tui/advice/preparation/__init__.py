"""What to have ready for a kind of problem, and what is missing."""
