"""What the words of a context are called in a language."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import polib
import pytest

from manualkit.catalogue import TermIndex, update
from manualkit.model.finding import Severity
from manualkit.model.language import language
from manualkit.model.manifest import ManifestTerm
from manualkit.model.rendition import Message
from manualkit.pipeline import prepare

FORMS = {"singular": "akran destekçi", "plural": "akran destekçiler", "genitive": "akran desteğin"}
THERAPIST = ManifestTerm(
    id="helper",
    forms={"singular": "peer lay therapist", "plural": "peer lay therapists"},
    translations={"tr": FORMS},
)
OTHER = ManifestTerm(
    id="other", forms={"singular": "therapist"}, translations={"tr": {"singular": "terapist"}}
)
PLACE = ManifestTerm(id="place", forms={"singular": "town"})
INDEX = TermIndex([OTHER, THERAPIST, PLACE])
TURKISH = language("tr")


@pytest.mark.parametrize(
    ("english", "terms"),
    [
        ("Peer lay therapists listen.", ["helper"]),
        ("A therapist and a peer lay therapist meet in town.", ["other", "helper", "place"]),
        ("Many therapistss.", []),
        ("", []),
    ],
)
def test_terms_of_a_text_are_the_longest_words_that_fit(english: str, terms: list[str]) -> None:
    assert [term.id for term in INDEX.in_text(english)] == terms


def test_edition_without_terms_finds_none() -> None:
    assert TermIndex([]).in_text("A town.") == []


def test_note_names_the_forms_of_the_language_alone() -> None:
    note = INDEX.note("The peer lay therapist in town.", "tr")
    assert note == "peer lay therapist = akran destekçi, akran destekçiler, akran desteğin"
    assert INDEX.note("The peer lay therapist in town.", "fr") == ""
    assert INDEX.note("The town.", "tr") == ""


def test_translators_see_the_forms_where_the_term_stands(tmp_path: Path) -> None:
    path = tmp_path / "locale" / "tr" / "town.po"
    messages = [Message("Ask a therapist.", "p"), Message("Walk through the town.", "p")]
    update(path, messages, TURKISH, note=lambda text: INDEX.note(text, "tr"))
    comments = [entry.comment for entry in polib.pofile(str(path))]
    assert comments == ["kind: p\nwords: therapist = terapist", "kind: p"]


def test_catalogue_stays_as_it_is_where_no_term_has_translations(tmp_path: Path) -> None:
    path = tmp_path / "locale" / "fr" / "town.po"
    messages = [Message("Ask a therapist.", "p")]
    update(path, messages, language("fr"))
    noted = update(path, messages, language("fr"), note=lambda text: INDEX.note(text, "fr"))
    assert not noted.written


def test_translation_without_any_form_is_a_warning(
    project: Callable[[str], Path], today: date
) -> None:
    (finding,) = prepare(project("good-term-forms"), today).translations
    assert (finding.code, finding.severity) == ("term-not-used", Severity.WARNING)
    assert (finding.location.file, finding.location.line) == ("locale/tr/demo.po", 8)
    assert finding.message == (
        '"Wait for the walking guides.": it says "walking guide", and the translation holds none '
        "of its forms in Turkish: yürüyüş rehberi, yürüyüş rehberleri, yürüyüş rehberinin."
    )


@pytest.mark.parametrize(
    ("translation", "found"),
    [
        ("Yürüyüş rehberlerini bekleyin.", 0),
        ("YÜRÜYÜŞ REHBERİNİ bekleyin.", 0),
        ("Rehberi bekleyin.", 1),
        ("", 0),
    ],
)
def test_endings_and_capitals_do_not_matter(
    project: Callable[[str], Path], today: date, translation: str, found: int
) -> None:
    root = project("good-term-forms")
    path = root / "locale" / "tr" / "demo.po"
    text = path.read_text("utf-8").replace("Kılavuzları bekleyin.", translation)
    path.write_text(text, "utf-8")
    assert len(prepare(root, today).translations) == found


def test_fuzzy_translation_is_not_looked_at(project: Callable[[str], Path], today: date) -> None:
    root = project("good-term-forms")
    path = root / "locale" / "tr" / "demo.po"
    text = path.read_text("utf-8").replace('msgid "Wait', '#, fuzzy\nmsgid "Wait')
    path.write_text(text, "utf-8")
    assert prepare(root, today).translations == ()


def test_catalogue_that_cannot_be_read_has_one_finding_alone(
    project: Callable[[str], Path], today: date
) -> None:
    root = project("good-term-forms")
    (root / "locale" / "tr" / "demo.po").write_text("no catalogue", "utf-8")
    prepared = prepare(root, today)
    assert [finding.code for finding in prepared.findings] == ["catalogue-broken"]
    assert prepared.translations == ()
