"""A letter as a file: text, Markdown, e-mail, PDF, DOCX; and as a mailto: link."""
