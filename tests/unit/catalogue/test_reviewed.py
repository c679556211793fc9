from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from manualkit.catalogue import candidates, mark_reviewed

WritePo = Callable[[str, str], Path]
DAY = date(2026, 3, 1)
ENTRIES = """# state: machine-drafted, not reviewed
# comment: the tone is right
#. kind: p
msgid "One"
msgstr "Un"

# state: machine-drafted, not reviewed
msgctxt "helper=f"
msgid "One"
msgstr "Une"

#, fuzzy
msgid "Two"
msgstr "Deux"

# state: draft
msgid "Call {line}"
msgstr "Appelez"
"""


def test_candidates_stand_in_the_order_of_the_texts_from_the_nearest_catalogue(
    write_po: WritePo, tmp_path: Path
) -> None:
    write_po("fr/core", ENTRIES)
    write_po("fr/town", 'msgid "Two"\nmsgstr "Deux."\n')
    files = [("fr", "town"), ("fr", "core")]
    found = candidates(tmp_path / "locale", files, ["Two", "One", "Call {line}", "Gone"])
    assert [(each.key.catalogue, each.translation, each.state) for each in found] == [
        ("town", "Deux.", "draft"),
        ("core", "Un", "machine-drafted"),
        ("core", "Une", "machine-drafted"),
        ("core", "Appelez", "faulty"),
    ]
    assert [each.context for each in found] == ["", "", "helper=f", ""]


def test_only_the_line_of_the_state_changes(write_po: WritePo, tmp_path: Path) -> None:
    path = write_po("fr/core", ENTRIES)
    before = path.read_text("utf-8").split("\n")
    (first, *_) = candidates(tmp_path / "locale", [("fr", "core")], ["One"])
    assert mark_reviewed(tmp_path / "locale", first.key, "clinician", DAY)
    after = path.read_text("utf-8").split("\n")
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert changed == [
        ("# state: machine-drafted, not reviewed", "# state: reviewed, clinician, 2026-03-01")
    ]
    assert not mark_reviewed(tmp_path / "locale", first.key, "clinician", DAY)


def test_a_message_that_is_gone_is_not_marked(write_po: WritePo, tmp_path: Path) -> None:
    path = write_po("fr/core", ENTRIES)
    (first, *_) = candidates(tmp_path / "locale", [("fr", "core")], ["Two"])
    path.write_text(path.read_text("utf-8").replace('msgid "Two"', 'msgid "Three"'), "utf-8")
    with pytest.raises(LookupError):
        mark_reviewed(tmp_path / "locale", first.key, "clinician", DAY)
