import dataclasses as dc
import json
from collections.abc import Callable
from datetime import date

import pytest

from manualkit.markdown.text_version import text_version
from manualkit.model.manifest import ManifestContact, ManifestFact
from manualkit.model.news import Recall
from manualkit.site.context import ALL_TRANSLATED, notices
from manualkit.site.recalled import recall_lines, recalls_file
from manualkit.site.rendition import Rendition
from manualkit.site.report import report_of

STRINGS = {"recall.page": "This page is recalled.", "recall.copies": "Older copies are recalled."}
SESSION = "group/session-2"


@pytest.fixture
def recalling(rendition: Callable[[str], Rendition]) -> Callable[..., Rendition]:
    def make(code: str, **values: object) -> Rendition:
        usual = {"id": "plan", "page": SESSION, "what": "A wrong day.", "do": "Print anew."}
        said = usual | {"date": date(2026, 2, 1), "role": "master-trainer"} | values
        there = rendition(code)
        recalls = [Recall.model_validate(said)]
        manifest = there.manifest.model_copy(update={"recalls": recalls})
        return dc.replace(there, manifest=manifest, strings={**there.strings, **STRINGS})

    return make


def test_older_copies_are_recalled_above_the_page_before_all_other_notices(
    recalling: Callable[..., Rendition],
) -> None:
    first = notices(recalling("en"), SESSION, ALL_TRANSLATED)[0]
    assert [str(text) for text in first.texts] == [
        "Older copies are recalled.",
        "A wrong day.",
        "Print anew.",
    ]
    assert (first.href, first.alarm) == ("../../news/#recall-plan", True)
    assert not notices(recalling("en"), "about", ALL_TRANSLATED)[0].alarm


def test_the_page_itself_is_recalled_while_its_text_is_the_one_that_is_wrong(
    recalling: Callable[..., Rendition],
) -> None:
    now = text_version(recalling("en").manifest, [SESSION], "en")
    ((said, _),) = recall_lines(recalling("en", texts=[now]), SESSION)
    assert str(said[0]) == "This page is recalled."


def test_a_recall_of_one_language_leaves_the_others_alone(
    recalling: Callable[..., Rendition],
) -> None:
    assert list(recall_lines(recalling("en", languages=["ar"]), SESSION)) == []
    assert len(list(recall_lines(recalling("ar", languages=["ar"]), SESSION))) == 1
    both = dc.replace(recalling("ar", languages=["en"]), bilingual=True)
    assert len(list(recall_lines(both, SESSION))) == 1


def test_copies_are_told_which_texts_are_recalled(
    recalling: Callable[..., Rendition], rendition: Callable[[str], Rendition]
) -> None:
    (row,) = json.loads(recalls_file(recalling("en")))["recalls"]
    assert row == {
        "id": "plan",
        "page": SESSION,
        "newest": text_version(rendition("en").manifest, [SESSION], "en"),
        "date": "2026-02-01",
        "texts": ["*"],
        "what": "A wrong day.",
        "do": "Print anew.",
    }


def test_a_copy_in_two_languages_is_told_of_what_was_recalled_in_either(
    recalling: Callable[..., Rendition],
) -> None:
    now = text_version(recalling("en").manifest, [SESSION], "en")
    both = dc.replace(recalling("ar", texts=[now]), bilingual=True)
    ((said, _),) = recall_lines(both, SESSION)
    assert said[0].plain == "This page is recalled."
    (row,) = json.loads(recalls_file(both))["recalls"]
    assert {*row["texts"]} == {now, "*", row["newest"]}


def test_copies_are_told_the_numbers_for_an_emergency(recalling: Callable[..., Rendition]) -> None:
    there = recalling("en")
    contact = ManifestContact(id="line", label="Line", checked_on="never", emergency=True)
    facts = {"line": ManifestFact(kind="phone", value="116 123")}
    told = {"contacts": [contact], "facts": facts}
    made = dc.replace(there, manifest=there.manifest.model_copy(update=told))
    assert json.loads(recalls_file(made))["help"] == [
        {"label": "Line", "kind": "tel", "number": "116 123"}
    ]


def test_a_report_names_edition_language_page_and_text(
    rendition: Callable[[str], Rendition],
) -> None:
    report = report_of(dc.replace(rendition("ar"), bilingual=True), SESSION)
    now = text_version(rendition("ar").manifest, [SESSION], "ar")
    assert (report.edition, report.language, report.page) == ("core", "ar+en", SESSION)
    assert (report.digest, report.mail) == (now, "")
    assert report.subject == f"core ar+en {SESSION} {now}"
