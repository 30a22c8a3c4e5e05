"""Cases in figures: companies, statistics, months."""
