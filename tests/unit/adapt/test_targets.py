"""What a change changes."""

from typing import Any

import pytest

from manualkit.adapt.targets import place_of, targets_of
from manualkit.model.change import (
    BlockChange,
    CaseStudyChange,
    ContactChange,
    FactChange,
    ModuleAddition,
    PageAddition,
    PictureChange,
    Reorder,
    Repeat,
    Retime,
    Spread,
    TermChange,
)
from manualkit.model.record import Record

PART = {"summary": "S", "total": {"least": 10, "most": 20}, "title": "T"}


def made(model: type[Record], **head: Any) -> Record:  # noqa: ANN401  (any head)
    return model.model_construct(id="DEM-001", **head)


CASES = [
    (made(TermChange, term="helper"), {'term "helper"'}),
    (made(ContactChange, contact="crisis_line"), {'contact "crisis_line"'}),
    (made(FactChange, fact="fare"), {'fact "fare"'}),
    (made(PictureChange, picture="path"), {'picture "path"'}),
    (
        made(CaseStudyChange, case_study="walk", variant="male"),
        {'case-study variant "walk/male"'},
    ),
    (made(BlockChange, action="replace", block="a", language=None), {'text of the block "a"'}),
    (made(BlockChange, action="remove", block="a", language=None), {'text of the block "a"'}),
    (
        made(BlockChange, action="replace", block="a", language="ur"),
        {'text of the block (ur) "a"'},
    ),
    (
        made(BlockChange, action="add-before", block="a", language=None),
        {'place before the block "a"'},
    ),
    (
        made(BlockChange, action="add-after", block="a", language=None),
        {'place behind the block "a"'},
    ),
    (made(PageAddition, page="group/family"), {'page "group/family"'}),
    (
        made(
            ModuleAddition,
            modules=[made(PageAddition, page="a"), made(PageAddition, page="b")],
        ),
        {'page "a"', 'page "b"'},
    ),
    (
        made(Reorder, sessions=["a", "b"], page=None),
        {'place of the page "a"', 'place of the page "b"'},
    ),
    (made(Reorder, sessions=[], page="a", steps=["x"]), {'order of the steps of "a"'}),
    (
        made(Retime, page="a", minutes={"x": 5}, total=PART),
        {'time of the step "x"', 'time of the page "a"'},
    ),
    (made(Spread, page="a", parts=[]), {'spread of the session "a"'}),
    (made(Repeat, block="x", after="y"), {'copy of a step behind "x → y"'}),
    (made(Record), set()),
]


@pytest.mark.parametrize(("record", "targets"), CASES)
def test_targets_of_a_change(record: Record, targets: set[str]) -> None:
    assert {str(target) for target in targets_of(record)} == targets


@pytest.mark.parametrize(("record", "targets"), CASES)
def test_the_key_that_names_the_target_is_one_of_the_head(
    record: Record, targets: set[str]
) -> None:
    del targets
    assert place_of(record) in type(record).model_fields
