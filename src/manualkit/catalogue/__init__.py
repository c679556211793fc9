"""Catalogues: what a language says, in gettext PO files under `locale/<language>/`."""

from manualkit.catalogue.catalogue import SAFETY, Catalogue, safety_key
from manualkit.catalogue.checks import BROKEN, check_catalogue, check_entry
from manualkit.catalogue.entries import DRAFTED, BrokenCatalogueError
from manualkit.catalogue.faults import Fault
from manualkit.catalogue.form_entries import add_forms
from manualkit.catalogue.glossary import GlossaryIndex, glossary_findings
from manualkit.catalogue.new_glossary import empty_glossary
from manualkit.catalogue.reviewed import Candidate, candidates, mark_reviewed
from manualkit.catalogue.shown import translated_in, written
from manualkit.catalogue.status import form_count
from manualkit.catalogue.strings import load_strings
from manualkit.catalogue.terms import TermIndex, term_findings
from manualkit.catalogue.update import UpdateCounts, update, update_safety

__all__ = [
    "BROKEN",
    "DRAFTED",
    "SAFETY",
    "BrokenCatalogueError",
    "Candidate",
    "Catalogue",
    "Fault",
    "GlossaryIndex",
    "TermIndex",
    "UpdateCounts",
    "add_forms",
    "candidates",
    "check_catalogue",
    "check_entry",
    "empty_glossary",
    "form_count",
    "glossary_findings",
    "load_strings",
    "mark_reviewed",
    "safety_key",
    "term_findings",
    "translated_in",
    "update",
    "update_safety",
    "written",
]
