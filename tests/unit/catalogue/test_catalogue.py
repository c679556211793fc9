import os
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from manualkit.catalogue import Catalogue

WritePo = Callable[[str, str], Path]

ENTRIES = """
# state: machine-drafted, not reviewed
msgid "One"
msgstr "Un"

msgid "Two"
msgstr "Deux"

#, fuzzy
msgid "Three"
msgstr "Troisième"

msgid "Four"
msgstr ""

msgid "Call {crisis_line}"
msgstr "Appelez le 0800"

msgctxt "helper=f"
msgid "Five"
msgstr "Cinq"

#~ msgid "Six"
#~ msgstr "Six"
"""


@pytest.fixture
def french(write_po: WritePo, tmp_path: Path) -> Catalogue:
    write_po("fr/core", ENTRIES)
    return Catalogue.open(tmp_path / "locale", "core", "fr")


@pytest.mark.parametrize(
    ("english", "translation"),
    [
        pytest.param("One", "Un", id="translated"),
        pytest.param("Three", None, id="fuzzy"),
        pytest.param("Four", None, id="empty"),
        pytest.param("Call {crisis_line}", None, id="with a fault"),
        pytest.param("Five", None, id="of another context"),
        pytest.param("Six", None, id="obsolete"),
        pytest.param("Seven", None, id="unknown"),
    ],
)
def test_only_what_is_sound_is_published(
    english: str, translation: str | None, french: Catalogue
) -> None:
    assert french.translate(english) == translation


@pytest.mark.parametrize(
    ("english", "state"),
    [
        ("One", "machine-drafted"),
        ("Two", "draft"),
        ("Three", "stale"),
        ("Four", "missing"),
        ("Call {crisis_line}", "faulty"),
        ("Seven", "missing"),
    ],
)
def test_state_tells_how_far_a_message_has_come(
    english: str, state: str, french: Catalogue
) -> None:
    assert french.state(english) == state


def test_states_are_counted(french: Catalogue) -> None:
    assert french.states == {
        "machine-drafted": 1,
        "draft": 1,
        "stale": 1,
        "missing": 1,
        "faulty": 1,
    }


def test_missing_file_is_an_empty_catalogue(tmp_path: Path) -> None:
    empty = Catalogue.open(tmp_path, "liverpool", "fr")
    assert empty.translate("One") is None
    assert empty.states == {}


def test_edition_is_asked_before_the_core(write_po: WritePo, tmp_path: Path) -> None:
    write_po("fr/core", 'msgid "One"\nmsgstr "Un"\n\nmsgid "Two"\nmsgstr "Deux"\n')
    write_po("fr/liverpool", 'msgid "One"\nmsgstr "Une"\n')
    catalogue = Catalogue.open(tmp_path / "locale", "liverpool", "fr")
    assert (catalogue.translate("One"), catalogue.translate("Two")) == ("Une", "Deux")


def test_extended_adaptations_are_asked_between_the_edition_and_the_core(
    write_po: WritePo, tmp_path: Path
) -> None:
    texts = {
        "core": {"One": "core", "Two": "core", "Three": "core", "Four": "core"},
        "land": {"One": "land", "Two": "land", "Three": "land"},
        "region": {"One": "region", "Two": "region"},
        "town": {"One": "town"},
    }
    for name, entries in texts.items():
        lines = [f'msgid "{english}"\nmsgstr "{text}"\n' for english, text in entries.items()]
        write_po(f"fr/{name}", "\n".join(lines))
    catalogue = Catalogue.open(tmp_path / "locale", "town", "fr", ["region", "land"])
    found = [catalogue.translate(english) for english in texts["core"]]
    assert found == ["town", "region", "land", "core"]


@pytest.mark.parametrize("edition", ['msgstr ""', '#, fuzzy\nmsgid "One"\nmsgstr "Une"'])
def test_core_stands_in_where_the_edition_has_nothing_sound(
    edition: str, write_po: WritePo, tmp_path: Path
) -> None:
    write_po("fr/core", 'msgid "One"\nmsgstr "Un"\n')
    entry = edition if "msgid" in edition else f'msgid "One"\n{edition}'
    write_po("fr/liverpool", f"{entry}\n")
    catalogue = Catalogue.open(tmp_path / "locale", "liverpool", "fr")
    assert catalogue.translate("One") == "Un"


def test_digest_changes_with_what_is_published_only(write_po: WritePo, tmp_path: Path) -> None:
    one, two = 'msgid "One"\nmsgstr "Un"\n', 'msgid "Two"\nmsgstr "Deux"\n'

    versions = count()

    def digest(entries: str) -> str:
        path = write_po("fr/core", entries)
        # No two versions may carry the same time stamp.
        os.utime(path, (0, next(versions)))
        return Catalogue.open(tmp_path / "locale", "core", "fr").digest

    first = digest(f"{one}\n{two}")
    assert digest(f"{two}\n{one}") == first
    assert digest(f'{one}\n{two}\nmsgid "Three"\nmsgstr ""\n') == first
    assert digest(one) != first


def test_safety_text_comes_from_its_own_file_and_only_there(
    write_po: Callable[[str, str], Path], tmp_path: Path
) -> None:
    write_po("fr/core", 'msgid "Stay here."\nmsgstr "Restez."\n')
    write_po(
        "fr/safety",
        'msgid "Call now."\nmsgstr "Appelez maintenant."\n\n'
        '#, fuzzy\nmsgid "Wait 5 minutes."\nmsgstr "Attendez 5 minutes."\n\n'
        'msgid "Wait 9 minutes."\nmsgstr "Attendez 8 minutes."\n\n'
        '# state: machine-drafted, not reviewed\nmsgid "Go."\nmsgstr "Partez."\n',
    )
    catalogue = Catalogue.open(tmp_path / "locale", "core", "fr")
    assert catalogue.translate_safety("Call now.") == "Appelez maintenant."
    assert catalogue.translate("Call now.") is None
    assert catalogue.translate("Stay here.") == "Restez."
    never = ("Stay here.", "Wait 5 minutes.", "Wait 9 minutes.", "Go.")
    assert [catalogue.translate_safety(text) for text in never] == [None] * 4


def test_a_safety_text_counts_in_the_digest(
    write_po: Callable[[str, str], Path], tmp_path: Path
) -> None:
    before = Catalogue.open(tmp_path / "locale", "core", "fr").digest
    write_po("fr/safety", 'msgid "Call now."\nmsgstr "Appelez maintenant."\n')
    assert Catalogue.open(tmp_path / "locale", "core", "fr").digest != before


def test_a_person_stands_up_for_what_no_machine_drafted(
    write_po: Callable[[str, str], Path], tmp_path: Path
) -> None:
    write_po(
        "fr/core",
        '# state: machine-drafted, not reviewed\nmsgid "One"\nmsgstr "Un"\n\n'
        '# state: reviewed\nmsgid "Two"\nmsgstr "Deux"\n\n'
        'msgid "Three"\nmsgstr "Trois"\n\nmsgid "Four"\nmsgstr ""\n',
    )
    catalogue = Catalogue.open(tmp_path / "locale", "core", "fr")
    fit = [text for text in ("One", "Two", "Three", "Four") if catalogue.stands_up(text)]
    assert fit == ["Two", "Three"]
