"""Reading a reply: bytes into a mail, what it offers, and which case it belongs to."""
