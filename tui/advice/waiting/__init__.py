"""Waiting: snooze, reminders, cases that wait for others, what is news."""
