"""One day."""

from datetime import timedelta

DAY = timedelta(days=1)
