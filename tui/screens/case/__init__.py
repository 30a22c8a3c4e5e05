"""One case: its file, its facts, what happened."""
