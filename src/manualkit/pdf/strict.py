"""Every warning of WeasyPrint is a fault: a missing glyph, picture or anchor, bad CSS."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

_NOTICES = ("Using fontTools instead of HarfBuzz-Subset",)
"""What may be logged: that libharfbuzz-subset0 is absent costs time, not quality."""


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if not message.startswith(_NOTICES) and message not in self.messages:
            self.messages.append(message)


@contextmanager
def collected_warnings() -> Iterator[list[str]]:
    """Collect what WeasyPrint warns of, each message once, instead of letting it go by."""
    logger = logging.getLogger("weasyprint")
    collector = _Collector()
    propagate = logger.propagate
    logger.addHandler(collector)
    logger.propagate = False
    try:
        yield collector.messages
    finally:
        logger.removeHandler(collector)
        logger.propagate = propagate
