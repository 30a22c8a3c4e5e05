"""The checks of a letter: a file a family, a table of all."""
