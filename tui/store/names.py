"""The names of the tables of a book."""

META, CASES, COMPANIES, JOURNAL, CARDS = "meta", "cases", "companies", "journal", "cards"
