import dataclasses as dc
import shutil
import subprocess
from pathlib import Path

import polib
import pytest

from manualkit.catalogue import Catalogue, UpdateCounts, update, update_safety
from manualkit.model.language import language
from manualkit.model.rendition import Message

FRENCH = language("fr")


def message(text: str, *, line: int = 1, page: str = "group/session-2") -> Message:
    return Message(text, "p", page=page, block="g2-choose", heading="Choose", line=line)


def translate(path: Path, english: str, translation: str) -> None:
    catalogue = polib.pofile(str(path))
    entry = catalogue.find(english)
    assert entry is not None
    entry.msgstr, entry.tcomment = translation, "state: reviewed"
    entry.flags = []
    catalogue.save(str(path))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "locale/fr/core.po"


def test_new_catalogue_holds_the_messages_in_their_order(path: Path) -> None:
    counts = update(path, [message("Two", line=7), message("One")], FRENCH)
    assert counts == UpdateCounts(new=2, written=True)
    assert [entry.msgid for entry in polib.pofile(str(path))] == ["Two", "One"]
    assert path.read_text("utf-8").endswith(
        """
#. kind: p
#. page: group/session-2
#. under: Choose
#. block: g2-choose
#: group/session-2.md:7
msgid "Two"
msgstr ""

#. kind: p
#. page: group/session-2
#. under: Choose
#. block: g2-choose
#: group/session-2.md:1
msgid "One"
msgstr ""
"""
    )


def test_second_update_changes_nothing(path: Path) -> None:
    update(path, [message("One")], FRENCH)
    stamp = path.stat().st_mtime_ns
    assert update(path, [message("One")], FRENCH) == UpdateCounts(kept=1, written=False)
    assert path.stat().st_mtime_ns == stamp


def test_translation_and_its_state_are_kept(path: Path) -> None:
    update(path, [message("One")], FRENCH)
    translate(path, "One", "Un")
    update(path, [message("Zero"), message("One", line=9)], FRENCH)
    catalogue = Catalogue.open(path.parents[1], "core", "fr")
    assert catalogue.translate("One") == "Un"
    assert catalogue.state("One") == "reviewed"


def test_changed_text_gets_the_old_translation_to_look_at(path: Path) -> None:
    update(path, [message("Call them now, please.")], FRENCH)
    translate(path, "Call them now, please.", "Appelez-les maintenant.")
    counts = update(path, [message("Call him now, please.")], FRENCH)
    assert counts == UpdateCounts(fuzzy=1, obsolete=1, written=True)
    entry = polib.pofile(str(path))[0]
    assert entry.msgstr == "Appelez-les maintenant."
    assert entry.fuzzy
    assert entry.previous_msgid == "Call them now, please."


def test_what_needs_a_look_stays_so_until_somebody_looks(path: Path) -> None:
    update(path, [message("Call them now, please.")], FRENCH)
    translate(path, "Call them now, please.", "Appelez-les maintenant.")
    update(path, [message("Call him now, please.")], FRENCH)
    update(path, [message("Call him now, please."), message("More")], FRENCH)
    entry = polib.pofile(str(path))[0]
    assert (entry.fuzzy, entry.previous_msgid) == (True, "Call them now, please.")


def test_different_text_gets_nothing(path: Path) -> None:
    update(path, [message("Call them now, please.")], FRENCH)
    translate(path, "Call them now, please.", "Appelez-les maintenant.")
    assert update(path, [message("Breathe slowly.")], FRENCH).new == 1


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("Call {crisis_line} now.", ["python-brace-format"]),
        ("{count} of {all_of_them}", ["python-brace-format"]),
        ("Call now.", []),
        ("A set {of words} in braces", []),
        ("{count} and {: .mark}", []),
        ("{count} and a lone }", []),
    ],
)
def test_text_with_a_fact_says_so_to_gettext(path: Path, text: str, flags: list[str]) -> None:
    update(path, [message(text)], FRENCH)
    assert polib.pofile(str(path))[0].flags == flags


def test_what_needs_a_look_says_so_first_as_gettext_has_it(path: Path) -> None:
    update(path, [message("Call {crisis_line} today.")], FRENCH)
    translate(path, "Call {crisis_line} today.", "Appelez {crisis_line} aujourd'hui.")
    for _ in range(2):
        update(path, [message("Call {crisis_line} this day.")], FRENCH)
        assert "#, fuzzy, python-brace-format\n" in path.read_text("utf-8")


def test_text_that_comes_back_has_its_translation(path: Path) -> None:
    update(path, [message("One")], FRENCH)
    translate(path, "One", "Un")
    assert update(path, [message("Something else")], FRENCH).obsolete == 1
    assert update(path, [message("One")], FRENCH) == UpdateCounts(kept=1, written=True)
    assert Catalogue.open(path.parents[1], "core", "fr").translate("One") == "Un"


def test_text_on_two_pages_is_one_entry(path: Path) -> None:
    update(path, [message("One"), message("One", page="index", line=3)], FRENCH)
    (entry,) = polib.pofile(str(path))
    assert entry.occurrences == [("group/session-2.md", "1"), ("index.md", "3")]


def test_edition_holds_only_what_the_core_does_not(path: Path) -> None:
    update(path, [message("One"), message("Two")], FRENCH)
    translate(path, "One", "Un")
    edition = path.with_name("liverpool.po")
    counts = update(edition, [message("One"), message("Three")], FRENCH, beside=[path])
    assert counts == UpdateCounts(new=1, written=True)
    assert [entry.msgid for entry in polib.pofile(str(edition))] == ["Three"]


def test_edition_holds_nothing_that_the_adaptation_it_extends_holds(path: Path) -> None:
    region, town = path.with_name("region.po"), path.with_name("town.po")
    update(path, [message("One")], FRENCH)
    update(region, [message("One"), message("Two")], FRENCH, beside=[path])
    update(town, [message(t) for t in ("One", "Two", "Three")], FRENCH, beside=[path, region])
    assert [entry.msgid for entry in polib.pofile(str(town))] == ["Three"]


def test_edition_starts_from_the_cores_near_text(path: Path) -> None:
    update(path, [message("Meet in the village hall.")], FRENCH)
    translate(path, "Meet in the village hall.", "À la salle du village.")
    edition = path.with_name("liverpool.po")
    assert update(edition, [message("Meet in the town hall.")], FRENCH, beside=[path]).fuzzy == 1


def test_head_tells_language_and_plurals_and_keeps_what_was_typed(path: Path) -> None:
    update(path, [message("One")], FRENCH)
    text = path.read_text("utf-8")
    assert '"Language: fr\\n"' in text
    assert '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"' in text
    text = text.replace('"Last-Translator: \\n"', '"Last-Translator: Mina\\n"')
    path.write_text(text.replace("#\n", "# Our team\n", 1), "utf-8")
    update(path, [message("Two")], FRENCH)
    assert '"Last-Translator: Mina\\n"' in path.read_text("utf-8")
    assert path.read_text("utf-8").startswith("# Our team\n")


@pytest.mark.parametrize(
    "head",
    [
        'msgid ""\nmsgstr ""\n"Last-Translator: Mina\\n"\n\n',
        '# Ours\n\n# and theirs\nmsgid ""\nmsgstr ""\n"Last-Translator: Mina\\n"\n\n',
        '\n\nmsgid ""\r\nmsgstr ""\r\n"Last-Translator: Mina\\n"\r\n\r\n',
        'msgid ""\nmsgstr ""\n"Last-Translator: Mina\\n"\n',
    ],
)
def test_head_is_read_however_it_is_set(path: Path, head: str) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(f'{head}msgid "One"\nmsgstr "Un"\n'.encode())
    update(path, [message("One")], FRENCH)
    read = polib.pofile(str(path))
    assert read.metadata["Last-Translator"] == "Mina"
    assert [(entry.msgid, entry.msgstr) for entry in read] == [("One", "Un")]


def test_file_without_a_head_is_given_one(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text('msgid ""\n"One "\n"and two"\nmsgstr "Un"\n', "utf-8")
    update(path, [message("One and two")], FRENCH)
    read = polib.pofile(str(path))
    assert read.metadata["Language"] == "fr"
    assert [(entry.msgid, entry.msgstr) for entry in read] == [("One and two", "Un")]


def test_nothing_is_left_beside_the_file(path: Path) -> None:
    update(path, [message("One")], FRENCH)
    assert [each.name for each in path.parent.iterdir()] == ["core.po"]


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
@pytest.mark.parametrize("code", ["ar", "fa", "fr", "th", "tr", "ur"])
def test_gettext_itself_has_no_complaints(code: str, tmp_path: Path) -> None:
    path = tmp_path / "core.po"
    texts = [
        "One",
        'Say: "**this**"  \nnow',
        "Call {crisis_line} … \\ tab",
        "One, two, three. " * 20,
    ]
    update(path, [message(text) for text in texts], language(code))
    for text in texts[:2]:
        translate(path, text, text.upper())
    update(path, [message(text) for text in texts[1:]], language(code))
    done = subprocess.run(
        ["msgfmt", "-c", "-o", "/dev/null", str(path)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_safety_text_of_all_editions_stands_in_one_file_that_says_what_it_is(path: Path) -> None:
    once = Message("Stay here.", "p", page="safety/safety", safety=True, line=3)
    texts = [once, once, dc.replace(once, text="Call now.", line=4)]
    counts = update_safety(path.parent, texts, FRENCH)
    assert counts == UpdateCounts(new=2, written=True)
    safety = path.with_name("safety.po")
    text = safety.read_text("utf-8")
    assert text.startswith("# Safety text:")
    assert "Never use a machine." in text
    assert text.count("#: safety/safety.md:3\n") == 1
    assert [entry.msgstr for entry in polib.pofile(str(safety))] == ["", ""]
    assert not update_safety(path.parent, texts, FRENCH).written


def test_what_people_wrote_above_safety_text_stays(path: Path) -> None:
    safety = path.with_name("safety.po")
    update_safety(path.parent, [message("Stay here.")], FRENCH)
    safety.write_text(safety.read_text("utf-8").replace("# Safety text:", "# Ours:"), "utf-8")
    update_safety(path.parent, [message("Call now.")], FRENCH)
    assert "# Ours:" in safety.read_text("utf-8")
    assert "# Safety text:" not in safety.read_text("utf-8")
