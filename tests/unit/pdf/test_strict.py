"""Warnings of WeasyPrint become faults."""

import logging

from manualkit.pdf.strict import collected_warnings


def test_each_warning_is_kept_once() -> None:
    with collected_warnings() as messages:
        for _ in range(2):
            logging.getLogger("weasyprint").warning("No anchor #%s", "a")
        logging.getLogger("weasyprint").debug("nothing")
    assert messages == ["No anchor #a"]


def test_the_notice_of_the_missing_library_is_let_go() -> None:
    with collected_warnings() as messages:
        logging.getLogger("weasyprint").warning(
            'Using fontTools instead of HarfBuzz-Subset for font "%s". This will …', "x"
        )
    assert messages == []


def test_later_warnings_go_their_usual_way() -> None:
    logger = logging.getLogger("weasyprint")
    handlers, propagate = list(logger.handlers), logger.propagate
    with collected_warnings():
        pass
    assert (logger.handlers, logger.propagate) == (handlers, propagate)
