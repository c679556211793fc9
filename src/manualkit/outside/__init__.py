"""Files for other programs and from them: cells that nothing runs, safe XML and workbooks."""

from manualkit.outside.cells import guarded, unguarded
from manualkit.outside.fixed import without_times
from manualkit.outside.opened import NotAWorkbook, open_workbook
from manualkit.outside.xml import UnsafeXMLError, parse_xml

__all__ = [
    "NotAWorkbook",
    "UnsafeXMLError",
    "guarded",
    "open_workbook",
    "parse_xml",
    "unguarded",
    "without_times",
]
