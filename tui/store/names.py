"""The names of the tables of a book."""

META, CASES, COMPANIES, JOURNAL, CARDS = "meta", "cases", "companies", "journal", "cards"
MAILS, FETCHED, OUTBOX = "mails", "fetched", "outbox"
MAIL = "mail"  # who brought what a fetch brought: nobody takes that back by mistake
DONE_THERE = "done_there"
LAW_SEEN = "law_seen"
