"""The minutes of a session's steps add up to what its head says; a training day is filled."""

from collections.abc import Iterator

from manualkit.model.course import minutes_of
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding


def minutes_findings(edition: Edition) -> Iterator[Finding]:
    """Yield a finding for each session and each training day whose minutes do not fit."""
    for page in edition.pages.values():
        if page.head.minutes:
            least, _, most = page.head.minutes.partition("-")
            if not int(least) <= page.minutes <= int(most):
                message = f"The steps add up to {page.minutes} minutes, not {page.head.minutes}."
                hint = "Change the minutes of steps, or the range in the head."
                if page.timed:
                    hint = "Change the minutes of steps (action: retime), or the total."
                yield Finding("minutes-sum", page.timed or page.location, message, hint)
    yield from _course_findings(edition)


def _course_findings(edition: Edition) -> Iterator[Finding]:
    course = edition.course
    for number, day in enumerate(course.value.days):
        clock = minutes_of(day.start)
        for index, part in enumerate(day.parts):
            if minutes_of(part.start) != clock:
                where = course.at("days", number, "parts", index, "start")
                due = f"{clock // 60:02}:{clock % 60:02}"
                message = f'"{part.title}" starts at {part.start}, but it should be {due}.'
                yield Finding("course-clock", where, message, f'Write start: "{due}".')
                clock = minutes_of(part.start)
            clock += part.minutes
        if clock != minutes_of(day.end):
            message = f"Day {day.day} ends at {clock // 60:02}:{clock % 60:02}, not at {day.end}."
            hint = "Change the minutes of a part, or the end."
            yield Finding("course-clock", course.at("days", number, "end"), message, hint)
