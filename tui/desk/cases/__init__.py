"""What happens to a case, and to several at once: record, change, link, put off, take out."""
