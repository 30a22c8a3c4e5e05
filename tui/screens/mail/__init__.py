"""Inbox, outbox, and what mail asks of a person."""
