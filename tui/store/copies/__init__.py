"""Copies of a book: made by themselves, in two formats, and brought back."""
