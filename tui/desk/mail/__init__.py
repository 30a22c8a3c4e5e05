"""Mail in and out: fetching, the Inbox, the outbox, the account."""
