"""The score of a fidelity checklist, by the sheet's own rules.

`assets/manual/score.js` computes the same on the reader's device; the cases in
`tests/cases/scoring/` hold both. Per cents are whole: what is over is left out, so that nobody gets
into a band that the sums on paper do not reach.
"""

import dataclasses as dc
from collections.abc import Callable, Collection, Iterable, Mapping

from manualkit.model.competency import LevelWhen
from manualkit.model.sheet import Sheet, SheetItem, SheetSkill

HAPPENED = "happened"
"""The answer at a line that must not happen, if it did."""


@dc.dataclass(frozen=True, slots=True)
class Points:
    """What some lines got, and the most that they could get."""

    got: int = 0
    most: int = 0

    @property
    def percent(self) -> int | None:
        """Return the share of the most; None if no line has points."""
        return 100 * self.got // self.most if self.most else None


@dc.dataclass(frozen=True, slots=True)
class Score:
    """What a sheet adds up to."""

    points: Points
    band: str
    """Label of the band; empty without points."""
    beside: Mapping[str, int]
    """How many lines have each answer without points."""
    seen: int | None
    """Per cent of the lines that were seen, without those that did not belong to the session."""
    seen_enough: bool
    missed: tuple[str, ...]
    """Critical lines that have points, but not all: follow-up needed, whatever the per cent."""
    open: tuple[str, ...]
    """Critical lines that nobody can judge: no answer, or not observed."""
    happened: tuple[str, ...]
    """What must not happen, but did."""
    harm: tuple[str, ...]
    """Those of them that are harmful: stop and call."""
    parts: Mapping[str, Points]
    """By group, those alone that have points."""


def score(sheet: Sheet, answers: Mapping[str, str]) -> Score:
    """Return the score of answers by id of the item: points, `na`, `no`, `happened`."""
    lines = [item for item in sheet.items if not item.proscribed]
    belong = [item for item in lines if sheet.beside.get(answers.get(item.id, ""), True)]
    scored = [item for item in belong if _has_points(sheet, answers, item)]
    critical = [item for item in belong if item.critical]
    most = max(sheet.points)
    points = _points(scored, answers, most)
    seen = 100 * len(scored) // len(belong) if belong else None
    happened = [item for item in sheet.items if item.proscribed and _happened(answers, item)]
    by_group = {group: [i for i in scored if i.group == group] for group in sheet.groups}
    return Score(
        points=points,
        band=_band(sheet, points.percent),
        beside={name: sum(answers.get(i.id) == name for i in lines) for name in sheet.beside},
        seen=seen,
        seen_enough=seen is not None and seen >= sheet.seen_at_least,
        missed=_ids(i for i in critical if i in scored and int(answers[i.id]) < most),
        open=_ids(i for i in critical if i not in scored),
        happened=_ids(happened),
        harm=_ids(item for item in happened if item.harm),
        parts={group: _points(of, answers, most) for group, of in by_group.items() if of},
    )


def levels(sheet: Sheet, ticked: Collection[str]) -> dict[str, int]:
    """Return the levels of the skills by their ids; one without any tick was not checked."""
    found = {}
    for skill in sheet.skills:
        if not set(ticked).isdisjoint(skill.lines):
            rule = next(each for each in sheet.levels if _CONDITIONS[each.when](skill, ticked))
            found[skill.id] = rule.level
    return found


def _of(kind: str, skill: SheetSkill, ticked: Collection[str]) -> list[bool]:
    """Return of each line of a kind whether it is ticked."""
    return [number in ticked for number, own in skill.lines.items() if own == kind]


_CONDITIONS: Mapping[LevelWhen, Callable[[SheetSkill, Collection[str]], bool]] = {
    LevelWhen.ANY_UNHELPFUL: lambda skill, ticked: any(_of("unhelpful", skill, ticked)),
    LevelWhen.BASIC_MISSING: lambda skill, ticked: not all(_of("basic", skill, ticked)),
    LevelWhen.ALL_BASIC: lambda skill, ticked: (
        all(_of("basic", skill, ticked)) and not any(_of("advanced", skill, ticked))
    ),
    LevelWhen.BASIC_AND_ADVANCED: lambda skill, ticked: (
        all(_of("basic", skill, ticked)) and any(_of("advanced", skill, ticked))
    ),
}


def _has_points(sheet: Sheet, answers: Mapping[str, str], item: SheetItem) -> bool:
    return answers.get(item.id) in {str(points) for points in sheet.points}


def _happened(answers: Mapping[str, str], item: SheetItem) -> bool:
    return answers.get(item.id) == HAPPENED


def _points(items: Iterable[SheetItem], answers: Mapping[str, str], most: int) -> Points:
    got = [int(answers[item.id]) for item in items]
    return Points(sum(got), most * len(got))


def _band(sheet: Sheet, percent: int | None) -> str:
    if percent is None:
        return ""
    reached = [band for band in sheet.bands if percent >= band.at_least]
    return max(reached, key=lambda band: band.at_least).label if reached else ""


def _ids(items: Iterable[SheetItem]) -> tuple[str, ...]:
    return tuple(item.id for item in items)
