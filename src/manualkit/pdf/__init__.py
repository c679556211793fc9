"""The print step: composed pages → PDFs. WeasyPrint is loaded only when something is rendered."""

from manualkit.pdf.build import build_pdfs
from manualkit.pdf.jobs import record_language
from manualkit.pdf.plan import (
    Job,
    JobResult,
    Outcome,
    PrintLink,
    PrintPlan,
    PrintReport,
    SheetKind,
)
from manualkit.pdf.warm import WarmWorkers

__all__ = [
    "Job",
    "JobResult",
    "Outcome",
    "PrintLink",
    "PrintPlan",
    "PrintReport",
    "SheetKind",
    "WarmWorkers",
    "build_pdfs",
    "record_language",
]
