"""Upheld: the customer's side of support, in a terminal."""

__version__ = "0.1.0"
