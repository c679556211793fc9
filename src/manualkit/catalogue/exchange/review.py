"""A review: the four questions of translation monitoring, who answered them, and when."""

from datetime import date
from typing import Final

from manualkit.catalogue.exchange.remarks import one_line
from manualkit.catalogue.exchange.returned import Returned, Review
from manualkit.model.finding import Finding

QUESTIONS: Final = ("Comprehensible", "Acceptable", "Relevant", "Complete")
"""Are the words understood, fitting, to the point, and is nothing missing?"""
ANSWERS: Final = ("ok", "problem")
_NOTHING = "-"
_SEPARATOR = " · "
_PARTS = 3


def monitoring_line(review: Review) -> str:
    """Return the answers as one line; nothing where no question was answered."""
    if not any(review.answers):
        return ""
    answers = " ".join(answer or _NOTHING for answer in review.answers)
    who = one_line(review.reviewer.replace("·", " "))
    return _SEPARATOR.join((answers, who, review.date))


def monitoring_of(line: str) -> tuple[tuple[str, ...], str, str]:
    """Return answers, reviewer and date of a line; nothing of one that is not of this form."""
    blank = ("",) * len(QUESTIONS)
    parts = line.split(_SEPARATOR)
    answers = tuple("" if word == _NOTHING else word for word in parts[0].split())
    if len(parts) != _PARTS or len(answers) != len(QUESTIONS):
        return blank, "", ""
    return answers, parts[1], parts[2]


def review_fault(came: Returned, review: Review, today: date) -> Finding | None:
    """Return why a review cannot be taken, if so."""
    wrong = [answer for answer in review.answers if answer and answer not in ANSWERS]
    if wrong:
        message = f'"{wrong[0]}" is no answer to these questions.'
        hint = "Choose ok or problem, or leave the cell empty."
        return Finding("monitoring-answer", came.where, message, hint)
    if not any(review.answers):
        return None
    if not review.reviewer.strip():
        message = "The questions are answered, but it is not said by whom."
        hint = "Write the reviewer's role and initials, for example: translator AB."
        return Finding("monitoring-reviewer", came.where, message, hint)
    return _date_fault(came, review.date, today)


def _date_fault(came: Returned, text: str, today: date) -> Finding | None:
    hint = "Write the day of the review as year-month-day, for example 2026-05-01."
    try:
        day = date.fromisoformat(text)
    except ValueError:
        message = f'"{text}" is not a date.' if text else "The review has no date."
        return Finding("monitoring-date", came.where, message, hint)
    if day > today:
        message = f"The review is dated {text}, which is still to come."
        return Finding("monitoring-date", came.where, message, hint)
    return None
