"""Whatever stands in a catalogue: out and back changes nothing, and an edit comes back exactly."""

import io
import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import openpyxl
import polib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from manualkit.catalogue.exchange import (
    Outcome,
    Unit,
    bring_in,
    read_xliff,
    to_xliff,
    units,
)
from manualkit.catalogue.exchange.monitoring import TITLES, to_monitoring
from manualkit.catalogue.exchange.monitoring_read import from_monitoring
from manualkit.model.rendition import Message

TODAY = date(2026, 3, 1)
NS = {"x": "urn:oasis:names:tc:xliff:document:1.2"}

# Codes, signs that a spreadsheet runs, marks of XML, letters of both directions, control marks.
ODD = st.text(
    alphabet="aZ {}⟨⟩1*[](^)<>/&\"'=+-@\t\r_x0ب پے\u200c\u00a0\u2028\x07\ufffe", min_size=1
)
WORDS = st.text(alphabet="abc d بپے", min_size=1, max_size=12).map(lambda text: f"x{text}x")
STATES = st.sampled_from(["", "state: machine-drafted, not reviewed", "state: reviewed", "note"])
CODES = st.sampled_from(["{line}", "**b**", "[t](a.md)", "⟨1⟩", "[^1]", "<kbd>k</kbd>", ""])


def carry_xliff(found: list[Unit], edits: Mapping[str, str]) -> tuple[bytes, str]:
    root = etree.fromstring(to_xliff(found))
    for unit in root.iterfind(".//x:trans-unit", NS):
        source, target = unit.find("x:source", NS), unit.find("x:target", NS)
        assert source is not None
        assert target is not None
        english = "".join(str(part) for part in source.itertext())
        if english in edits:
            for child in list(target):
                target.remove(child)
            target.text = edits[english]
    return etree.tostring(root), "back.xlf"


def carry_sheet(found: list[Unit], edits: Mapping[str, str]) -> tuple[bytes, str]:
    book = openpyxl.load_workbook(io.BytesIO(to_monitoring(found, "ar")))
    sheet = book["Monitoring"]
    for row in sheet.iter_rows(min_row=2):
        suggestion = edits.get(str(row[TITLES.index("English")].value))
        if suggestion is not None:
            sheet.cell(row[0].row or 1, TITLES.index("Suggestion") + 1, suggestion)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue(), "back.xlsx"


Carry = Callable[[list[Unit], Mapping[str, str]], tuple[bytes, str]]
READERS = {"back.xlf": read_xliff, "back.xlsx": from_monitoring}
both_ways = pytest.mark.parametrize("carry", [carry_xliff, carry_sheet])


def make(root: Path, entries: Mapping[str, tuple[str, str]]) -> Path:
    """Write a catalogue of English → translation and comment."""
    path = root / "locale/ar/core.po"
    path.parent.mkdir(parents=True)
    book = polib.POFile(wrapwidth=78)
    book.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    for english, (translation, comment) in entries.items():
        book.append(polib.POEntry(msgid=english, msgstr=translation, tcomment=comment))
    path.write_bytes(f"{book}".encode())
    return path


def there_and_back(path: Path, carry: Carry, edits: Mapping[str, str]) -> list[Outcome]:
    messages = [Message(entry.msgid, "p", "page") for entry in polib.pofile(str(path))]
    found, absent = units(path.parent, ("core",), messages)
    assert absent == []
    content, name = carry(found, edits)
    came, findings = READERS[name](content, name)
    assert findings == []
    return [decision.outcome for decision in bring_in(path.parents[2], came, TODAY)]


@both_ways
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(entries=st.dictionaries(WORDS, st.tuples(ODD | st.just(""), STATES), min_size=1, max_size=6))
def test_out_and_back_changes_nothing(carry: Carry, entries: dict[str, tuple[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = make(Path(folder), entries)
        before = path.read_bytes()
        outcomes = there_and_back(path, carry, {})
        assert path.read_bytes() == before
        assert set(outcomes) <= {Outcome.UNCHANGED, Outcome.EMPTY}
        assert len(outcomes) == len(entries)


@both_ways
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    entries=st.dictionaries(
        WORDS, st.tuples(CODES, WORDS, STATES, st.none() | WORDS), min_size=1, max_size=6
    )
)
def test_edits_come_back_exactly_and_all_else_stays(
    carry: Carry, entries: dict[str, tuple[str, str, str, str | None]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        old = {
            f"{en} {code}": (f"{code} {text}", say) for en, (code, text, say, _) in entries.items()
        }
        edits = {
            f"{en} {code}": f"{edit} {code}".strip()
            for en, (code, _, _, edit) in entries.items()
            if edit is not None
        }
        path = make(Path(folder), old)
        before = path.read_text("utf-8").split("\n\n")[1:]
        there_and_back(path, carry, edits)
        after = path.read_text("utf-8").split("\n\n")[1:]
        book = {entry.msgid: entry for entry in polib.pofile(str(path))}
        for english, (translation, _) in old.items():
            assert book[english].msgstr == edits.get(english, translation)
        for english, was, now in zip(old, before, after, strict=True):
            assert english in edits or was.strip() == now.strip()


@both_ways
def test_the_same_messages_give_the_same_bytes(carry: Carry, tmp_path: Path) -> None:
    path = make(tmp_path, {"One": ("=1+1", ""), "Two": ("", "")})
    found, _ = units(path.parent, ("core",), [Message("One", "p"), Message("Two", "p")])
    write = to_xliff if carry is carry_xliff else lambda some: to_monitoring(some, "ar")
    assert write(found) == write(found)
