from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from manualkit.approvals import Hashes, rendition_state, rows_of, safety_state, standing
from manualkit.model.approval import Approval, State, whole_hash, worst
from manualkit.model.digest import text_digest

CASES = Path(__file__).parents[2] / "cases" / "approvals" / "states.yml"
_ALL = yaml.safe_load(CASES.read_text("utf-8"))["cases"]
DAY = date(2026, 3, 1)


def digest(letter: str) -> str:
    return "" if letter == "-" else text_digest(letter)


def hashes(letters: dict[str, str]) -> Hashes:
    pages = {path: digest(letter) for path, letter in letters.items() if path != "front"}
    return Hashes(pages, digest(letters["front"]))


def row(text: str, scope: str, values: dict[str, Any]) -> Approval:
    decision, _, role = text.partition(" by ")
    told = {"decision": decision, "role": role, "scope": scope, "date": DAY, "reference": "x"}
    return Approval.model_validate({**told, "hash": "0" * 12, **values})


def states_of(case: dict[str, Any]) -> dict[str, State]:
    now = hashes(case["now"])
    if "safety" in case:
        claims = [
            row(text, "safety", {"language": "fr", "hash": whole_hash(digest(letter), {})})
            for entry in case["safety"]
            for text, letter in entry.items()
        ]
        return {"whole": safety_state(claims, now)}
    rows = []
    for entry in case["rows"]:
        for text, letters in entry.items():
            claimed = hashes({"front": "-", **letters})
            values = {"front": claimed.front or None, "pages": dict(claimed.pages)}
            rows.append(row(text, "edition", values))
    found = standing(rows, now, case.get("needed", ()))
    return {"whole": found.whole, **found.pages}


@pytest.mark.parametrize("case", _ALL, ids=[case["title"] for case in _ALL])
def test_rows_and_text_give_the_states(case: dict[str, Any]) -> None:
    assert states_of(case) == case["states"]


def test_the_worst_state_counts_and_nothing_is_a_draft() -> None:
    assert worst(State) is State.DRAFT
    assert worst([State.APPROVED, State.IN_REVIEW, State.CHANGED]) is State.CHANGED
    assert worst([State.APPROVED, State.IN_REVIEW]) is State.IN_REVIEW
    assert worst([]) is State.DRAFT


def test_rows_of_another_scope_or_language_do_not_count() -> None:
    rows = [
        row("approved by funder", "edition", {}),
        row("approved by funder", "translation", {"language": "fr"}),
        row("approved by funder", "translation", {"language": "ar"}),
        row("approved by clinician", "safety", {"language": "fr"}),
    ]
    assert rows_of(rows, "edition") == rows[:1]
    assert rows_of(rows, "translation", "fr") == rows[1:2]
    assert rows_of(rows, "safety", "ar") == []


def test_a_page_is_approved_in_a_language_if_text_and_translation_are() -> None:
    now = hashes({"front": "f", "one": "a", "two": "b"})
    values = {"front": now.front, "pages": dict(now.pages)}
    english = standing([row("approved by funder", "edition", values)], now)
    partly = {"front": now.front, "pages": {"one": now.pages["one"], "two": digest("old")}}
    french = standing([row("approved by translator", "edition", partly)], now)
    state = rendition_state(english, french, State.IN_REVIEW)
    assert state.pages == {"one": State.APPROVED, "two": State.CHANGED}
    assert (state.edition, state.translation) == (State.APPROVED, State.CHANGED)
    assert (state.whole, state.safety) == (State.CHANGED, State.IN_REVIEW)
