"""Which channel and why, the one next action, the checks on a letter, and duplicates."""
