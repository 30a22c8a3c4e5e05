"""Statistics, companies, calendar."""
