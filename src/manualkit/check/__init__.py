"""Promises that an edition must keep, one per file. A check reports and changes nothing."""

from manualkit.check.disclaimers import translation_findings
from manualkit.check.edition import check_edition
from manualkit.check.fonts import FontFolder, font_findings, language_findings, printed_languages
from manualkit.check.pictures import picture_findings
from manualkit.check.raster import raster_fault

__all__ = [
    "FontFolder",
    "check_edition",
    "font_findings",
    "language_findings",
    "picture_findings",
    "printed_languages",
    "raster_fault",
    "translation_findings",
]
