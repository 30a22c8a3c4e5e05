"""Scores, statistics, urgency."""
