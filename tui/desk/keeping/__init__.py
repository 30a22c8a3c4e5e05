"""The book and its settings: copies, doctor, preferences, folders."""
