"""Adapted Manuals: one core manual, many contexts and languages, a site and printable PDFs."""
