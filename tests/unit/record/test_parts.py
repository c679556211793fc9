"""The parts of a record: rows, counts, coverage, outline, lists, safety."""

import dataclasses as dc
import hashlib
import json
from pathlib import Path

import pytest

from manualkit.model.record import Record
from manualkit.record import Compared, Composed, Sheet, to_tables
from manualkit.record.bernal import EVERYWHERE, coverage
from manualkit.record.counts import by_action, counts
from manualkit.record.fields import FRAME, allowed, is_list, values_of
from manualkit.record.recapt import gaps, recapt
from manualkit.record.rows import PLAIN, head_of
from manualkit.record.safety import Verdict, safety_diff

MINIMAL = Path(__file__).parents[2] / "projects" / "good-minimal"
FULL = {
    "id": "DEM-020",
    "action": "replace",
    "block": "g1-plan-example",
    "summary": "Ana walks to the bus stop.",
    "reason": "There is no well in Demo Town.",
    "nature": ["tailoring", "substituting"],
    "planned": "planned-proactive",
    "decided_by": ["plt"],
    "core_impact": "core-preserved",
    "bernal": ["context", "content"],
    "heim_kohrt": "surface",
    "goal": ["fit"],
    "reason_codes": {"recipient": ["literacy", "language"]},
    "evidence": [{"type": "fgd", "date": "2026-01-02", "n": 6}],
    "proposed_by": "plt",
    "dissent": "One mentor; saw it = differently.",
    "who_submission": {"sent": "2026-02-01", "ref": "1"},
    "reviewed_translation": ["fr"],
    "location_label": "Session 1, step 2",
}


def sheet(sheets: list[Sheet], title: str) -> Sheet:
    return next(each for each in sheets if each.title == title)


def test_sheets_stand_in_their_order(demo_sheets: list[Sheet]) -> None:
    assert [each.title for each in demo_sheets] == [
        "About", "Record", "Counts", "Bernal coverage", "RECAPT", "Terms", "Contacts", "Pictures",
        "Safety diff", "Pages",
    ]  # fmt: skip


def test_every_field_of_a_change_has_its_column(demo_sheets: list[Sheet]) -> None:
    missing = set(Record.model_fields) - set(sheet(demo_sheets, "Record").head)
    # These two stand in several columns, or under another name.
    assert missing == {"reason_codes", "location_label"}


def test_row_says_what_stood_there_and_what_stands_there_now(demo_sheets: list[Sheet]) -> None:
    row = next(r for r in sheet(demo_sheets, "Record").records if r["id"] == "DEM-020")
    assert row["before"] == "Ana walks to the well on Monday."
    assert row["after"] == "Ana walks to the bus stop on Monday."
    assert row["shown on"] == "Session 1: Walking"


def test_head_comes_back_from_its_row_with_all_fields() -> None:
    cells = dict.fromkeys(PLAIN, "") | {
        f"reason: {g}": "" for g in ("sociopolitical", "organisation", "provider", "recipient")
    }
    cells |= {name: _cell(value) for name, value in FULL.items() if name in PLAIN}
    cells |= {
        "id": "DEM-020",
        "summary": str(FULL["summary"]),
        "reason": str(FULL["reason"]),
        "place": str(FULL["location_label"]),
        "reason: recipient": "literacy; language",
        "operation": '{"action": "replace", "block": "g1-plan-example"}',
    }
    assert head_of(cells) == FULL


def _cell(value: object) -> str:
    if isinstance(value, list) and all(isinstance(entry, str) for entry in value):
        return "; ".join(value)
    return value if isinstance(value, str) else json.dumps(value)


def test_fields_are_read_off_the_model() -> None:
    assert allowed("planned") == ["planned-proactive", "planned-reactive", "unplanned-reactive"]
    assert "recipient: literacy" in allowed("reason_codes")
    assert is_list("decided_by")
    assert is_list("reviewed_translation")
    assert not is_list("evidence")
    assert not is_list("planned")


def test_counts_hold_every_allowed_value_and_add_up(demo: Compared) -> None:
    changes = demo.edition.manifest.changes
    found = {count.field: count for count in counts(changes)}
    assert list(found) == list(FRAME)
    assert found["nature"].values["tailoring"] == len(changes)
    assert found["nature"].values["repeating"] == 0
    assert found["level"].unsaid == len(changes)
    for count in found.values():
        said = sum(len(values_of(change, count.field)) for change in changes)
        assert sum(count.values.values()) == said


def test_actions_are_counted(demo: Compared) -> None:
    assert by_action(demo.edition.manifest.changes) == {
        "term": 1, "contact": 1, "fact": 1, "picture": 1, "case-study": 1, "replace": 1,
        "add-before": 1, "add-after": 1, "remove": 1,
    }  # fmt: skip


def test_coverage_puts_a_change_where_it_shows(demo: Compared) -> None:
    manifest = demo.edition.manifest
    tagged = [
        c.model_copy(update={"head": {**c.head, "bernal": ["context"]}})
        if c.id in ("DEM-020", "DEM-001")
        else c
        for c in manifest.changes
    ]
    found = coverage(manifest.model_copy(update={"changes": tagged}))
    assert found.at("context", "Sessions") == ("DEM-020",)
    assert found.at("context", EVERYWHERE) == ("DEM-001",)
    assert ("goals", "Sessions") in found.empty
    assert "DEM-022" in found.untagged


def test_outline_has_eleven_criteria_in_four_parts(demo: Compared) -> None:
    parts = recapt(demo.edition.manifest)
    assert [part.letter for part in parts] == ["A", "B", "C", "D"]
    numbers = [criterion.number for part in parts for criterion in part.criteria]
    assert numbers == list(range(1, 12))


def test_gaps_name_what_nobody_has_recorded(demo: Compared) -> None:
    found = gaps(demo.edition.manifest)
    assert "B5: Nothing recorded yet: how people here name and explain distress." in found
    assert not any(gap.startswith("A1") for gap in found)


def test_evidence_fills_the_outline(demo: Compared) -> None:
    changes = [c.model_copy(update={"head": {**c.head, **FULL}}) for c in demo.changes[:1]]
    manifest = demo.edition.manifest.model_copy(update={"changes": changes})
    methods = recapt(manifest)[1].criteria[0]
    assert methods.facts == (f"{changes[0].id}: fgd, 2026-01-02, 6 people.",)
    assert methods.gaps == ()


def test_term_list_has_both_words_and_the_reason(demo_sheets: list[Sheet]) -> None:
    (row,) = sheet(demo_sheets, "Terms").records
    assert row["core"] == "singular: helper\nplural: helpers"
    assert row["context"] == "singular: walking guide\nplural: walking guides"
    assert row["reason"] == "In Demo Town everybody uses this name."


def test_pictures_are_told_by_their_hash(demo_sheets: list[Sheet]) -> None:
    (row,) = sheet(demo_sheets, "Pictures").records
    assert (row["old file"], row["new file"]) == ("path.svg", "images/street.svg")
    street = MINIMAL / "adaptations" / "demo" / "images" / "street.svg"
    assert row["new SHA-256"] == hashlib.sha256(street.read_bytes()).hexdigest()
    assert row["new alternative text"] == "A street with a bus stop."


def test_safety_is_the_same_but_for_numbers(demo: Compared) -> None:
    found = {block.id: block for block in safety_diff(demo)}
    assert found["safety-start"].verdict is Verdict.SAME
    assert found["safety-steps"].verdict is Verdict.VALUES
    assert found["safety-steps"].values == (("crisis_line", "0000 000 222", "0311 999"),)
    assert all(block.harmless for block in found.values())


@pytest.mark.parametrize(
    ("text", "verdict"),
    [("Stay with nobody.", Verdict.DIFFERENT), (None, Verdict.MISSING)],
)
def test_other_safety_text_is_seen(demo: Compared, text: str | None, verdict: Verdict) -> None:
    manifest = demo.edition.manifest
    blocks = [b for b in manifest.blocks if b.id != "safety-steps" or text is not None]
    blocks = [b.model_copy(update={"text": text}) if b.id == "safety-steps" else b for b in blocks]
    edition = Composed(manifest.model_copy(update={"blocks": blocks}), demo.edition.pages)
    compared = dc.replace(demo, edition=edition)
    found = {block.id: block for block in safety_diff(compared)}["safety-steps"]
    assert (found.verdict, found.harmless) == (verdict, False)


def test_tables_hold_rows_and_counts(demo_sheets: list[Sheet]) -> None:
    tables = to_tables(demo_sheets)
    assert len(tables["Record"]) == 9
    assert {"category": "Action", "value": "term", "changes": 1} in tables["Counts"]


def test_every_change_of_the_manifest_can_be_read_back_as_its_head(
    demo: Compared, demo_sheets: list[Sheet]
) -> None:
    rows = sheet(demo_sheets, "Record").records
    for change, row in zip(demo.edition.manifest.changes, rows, strict=True):
        head = head_of({name: str(value) for name, value in row.items()})
        assert _without_defaults(head) == _without_defaults(change.head)


def _without_defaults(head: dict[str, object]) -> dict[str, object]:
    defaults = {"status": "implemented", "target_kind": "content"}
    return {name: value for name, value in head.items() if defaults.get(name) != value}
