"""Cases of `tests/cases/catalogue/decisions.yml`: what becomes of a message that came back."""

from datetime import date
from pathlib import Path
from typing import Any

import polib
import pytest
import yaml

from manualkit.catalogue.exchange.bring_in import bring_in
from manualkit.catalogue.exchange.returned import Returned, Review
from manualkit.catalogue.exchange.units import Key, digest
from manualkit.model.finding import Location

CASES = Path(__file__).parents[3] / "cases/catalogue/decisions.yml"
TODAY = date(2026, 3, 1)


def cases() -> list[dict[str, Any]]:
    """Read the cases; to add one, add some lines to the file."""
    read: list[dict[str, Any]] = yaml.load(CASES.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506
    return read


def catalogue(path: Path, entry: dict[str, str] | None) -> None:
    path.parent.mkdir(parents=True)
    book = polib.POFile(wrapwidth=78)
    book.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    if entry:
        flags = ["fuzzy"] if entry.get("fuzzy") else []
        text = (entry["english"], entry["translation"], entry["says"])
        book.append(polib.POEntry(msgid=text[0], msgstr=text[1], tcomment=text[2], flags=flags))
    book.save(str(path))


def review(given: dict[str, str]) -> Review:
    answers = tuple("" if word == "-" else word for word in given.pop("answers").split())
    return Review(answers, **given)


def returned(case: dict[str, Any]) -> Returned:
    entry, came = case.get("entry", {}), case["came"]
    english = came.get("english") or entry["english"]
    base = came.get("base_of", entry.get("translation", ""))
    key = digest("", came.get("key_of", english))
    return Returned(
        key=Key("fr", case.get("catalogue", "core"), key),
        english=english,
        base="" if base == "null" else digest(base),
        translation=came.get("translation", ""),
        where=Location("back.xlf", 7),
        unsure=bool(came.get("unsure")),
        machine=bool(came.get("machine")),
        review=review(came["review"]) if "review" in came else None,
    )


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["title"])
def test_case(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / f"locale/fr/{case.get('catalogue', 'core')}.po"
    catalogue(path, case.get("entry"))
    before = path.read_bytes()
    (decision,) = bring_in(tmp_path, [returned(case)], TODAY)
    assert decision.outcome == case["outcome"]
    assert " ".join(finding.code for finding in decision.findings) == case.get("findings", "")
    if decision.outcome != "taken":
        assert path.read_bytes() == before
        return
    (entry,) = polib.pofile(str(path))
    assert entry.msgstr == case["after"]
    assert entry.tcomment == case["says"]
    assert entry.fuzzy is bool(case.get("fuzzy"))
