"""A letter and a call: choose, compose, look through, send."""
