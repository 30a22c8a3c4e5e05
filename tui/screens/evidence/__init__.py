"""The files of a case, and its bundle."""
