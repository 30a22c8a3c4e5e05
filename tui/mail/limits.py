"""How much of a mail is looked at. More is kept as bytes and said to be there."""

from __future__ import annotations

BYTES = 25 * 1024 * 1024  # of a whole mail
PARTS = 200
DEPTH = 30  # of parts within parts
HEADERS = 256 * 1024  # bytes of headers of a mail or of one part
LINE = 16 * 1024  # bytes of one header
PEOPLE = 200  # of a To or Cc
REFERENCES = 500
TEXT = 1024 * 1024  # characters that are shown, bytes of HTML that are laid out
TRIMMED = 100 * 1024  # characters in which the beginning of the quoted letter is looked for
FACTS = 20 * 1024  # characters in which facts are looked for
NAME = 120  # characters of the name of an attachment
SECONDS = 5.0  # for one mail
MEMORY = 1024 * 1024 * 1024  # bytes of address space of the process that reads
