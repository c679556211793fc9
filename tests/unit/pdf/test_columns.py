"""Columns keep their widths, wherever a table meets the end of a page."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext

import pytest
from weasyprint import HTML
from weasyprint.formatting_structure import boxes

from manualkit.pdf.columns import steady_columns
from manualkit.pdf.foreign import Box

PAGE = """
<html dir="{direction}"><style>
  @page {{ size: 200px 300px; margin: 0 }}
  html {{ direction: {direction} }}
  body {{ margin: 0 }}
  div {{ height: {above}px }}
  table {{ border-collapse: collapse; table-layout: fixed; width: 100% }}
  td {{ border: 2px solid; height: 19px; padding: 0 }}
  td:first-child {{ width: 30px }}
</style><body><div></div><table>{rows}<tfoot>{foot}</tfoot></table></body></html>
"""
ROW = "<tr><td></td><td></td></tr>"


def first_cells(box: Box) -> Iterator[Box]:
    if isinstance(box, boxes.TableRowBox):
        yield box.children[0]
    elif isinstance(box, boxes.ParentBox):
        for child in box.children:
            yield from first_cells(child)


def widths(direction: str, within: AbstractContextManager[None]) -> set[int]:
    """Return the widths of the first column, for a table that begins at each of 22 heights."""
    found = set()
    with within:
        for above in range(22):
            html = PAGE.format(direction=direction, above=above, rows=ROW * 20, foot=ROW)
            for page in HTML(string=html).render().pages:
                found |= {round(cell.width) for cell in first_cells(page._page_box)}
    return found


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_a_column_has_one_width_wherever_the_table_begins(direction: str) -> None:
    assert len(widths(direction, steady_columns())) == 1


def test_weasyprint_alone_still_turns_them_round() -> None:
    """When this fails, WeasyPrint has mended it: `steady_columns` can go."""
    assert len(widths("rtl", nullcontext())) > 1
