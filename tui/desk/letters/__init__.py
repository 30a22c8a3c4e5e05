"""A letter from the choice of its kind to the file that leaves the house."""
