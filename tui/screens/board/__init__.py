"""The board, Today and Find, and what is done to the cases that are marked."""
