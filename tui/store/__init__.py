"""The only room that knows TinyDB: the book, its journal and lock, evidence files, drafts."""
