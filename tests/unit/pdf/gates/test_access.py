"""PDF/UA-1 is checked where page-validation is installed."""

import pytest

from manualkit.pdf.gates.access import access_faults

pytest.importorskip("page", reason="page-validation is a tool of the tests")
pytestmark = pytest.mark.pdf


def test_a_pdf_without_tags_is_caught() -> None:
    from weasyprint import HTML  # noqa: PLC0415  (the fonts do not matter here)

    content = HTML(string="<html lang=en><title>x</title><p>x").write_pdf()
    assert {fault.code for fault in access_faults(content)} == {"pdf-not-accessible"}
