"""What makes a PDF out of date, and what does not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from manualkit.model.approval import RenditionState, State
from manualkit.model.manifest import Manifest
from manualkit.model.message_state import MessageState
from manualkit.pdf import Job, PrintPlan
from manualkit.pdf.jobs import jobs
from manualkit.pdf.keys import Keys

Project = tuple[Path, Manifest]


def key_of(root: Path, manifest: Manifest, file: str, strings: dict[str, str] | None = None) -> str:
    found: Job = next(job for job in jobs(PrintPlan(root, [manifest])) if job.file.endswith(file))
    return Keys(root, strings or {}, faithful_text=True).key(found, manifest)


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


@pytest.mark.parametrize(
    ("page", "sheet", "changes"),
    [
        ("group/session-2", "en/session-group-2.pdf", True),
        ("group/session-2", "ur/session-group-2.pdf", True),
        ("group/session-2", "en/manual.pdf", True),
        ("group/session-2", "en/safety.pdf", False),
    ],
)
def test_an_edited_page_concerns_its_own_pdfs(
    project: Project,
    fresh_manifest: Callable[[Path], Manifest],
    page: str,
    sheet: str,
    *,
    changes: bool,
) -> None:
    root, manifest = project
    before = key_of(root, manifest, sheet)
    append(root / f"build/editions/sample/pages/{page}.md", "\nMore.\n")
    assert (key_of(root, fresh_manifest(root), sheet) != before) is changes


@pytest.mark.parametrize(
    ("sheet", "changes"), [("en/safety.pdf", True), ("en/handout-worksheet.pdf", False)]
)
def test_a_changed_number_concerns_the_pages_that_show_it(
    project: Project, sheet: str, *, changes: bool
) -> None:
    root, manifest = project
    values = manifest.model_dump()
    values["facts"]["emergency_number"]["value"] = "0000 000 999"
    assert (
        key_of(root, Manifest.model_validate(values), sheet) != key_of(root, manifest, sheet)
    ) is changes


def test_a_changed_picture_concerns_the_pages_that_show_it(project: Project) -> None:
    root, manifest = project
    sheets = ("en/session-group-2.pdf", "en/safety.pdf")
    before = [key_of(root, manifest, sheet) for sheet in sheets]
    append(root / "build/editions/sample/images/circle.svg", "<!-- new -->")
    after = [key_of(root, manifest, sheet) for sheet in sheets]
    assert (before[0] != after[0], before[1] != after[1]) == (True, False)


def test_changed_words_of_the_interface_concern_all(project: Project) -> None:
    root, manifest = project
    before = key_of(root, manifest, "en/safety.pdf")
    assert key_of(root, manifest, "en/safety.pdf", {"kind.say": "Tell"}) != before


def test_a_key_is_the_same_at_every_asking(project: Project) -> None:
    root, manifest = project
    assert key_of(root, manifest, "th/manual.pdf") == key_of(root, manifest, "th/manual.pdf")


def test_catalogue_of_an_extended_adaptation_counts(project: Project) -> None:
    root, manifest = project
    edition = manifest.edition.model_copy(update={"extends": ["region"]})
    town = manifest.model_copy(update={"edition": edition})
    sees = [Keys(root, {}, faithful_text=True).catalogue(m, "fr") for m in (manifest, town)]
    (root / "locale" / "fr" / "region.po").write_text('msgid "One"\nmsgstr "Un"\n')
    then = [Keys(root, {}, faithful_text=True).catalogue(m, "fr") for m in (manifest, town)]
    assert [a == b for a, b in zip(sees, then, strict=True)] == [True, False]


def stated(manifest: Manifest, language: str, *, safety: State | None = None) -> Manifest:
    """Return the manifest with all pages of a language approved but the safety page."""
    pages = {page.path: State.APPROVED for page in manifest.pages}
    pages["safety/safety"] = State.CHANGED
    state = RenditionState(edition=State.CHANGED, whole=State.CHANGED, safety=safety, pages=pages)
    return manifest.model_copy(update={"states": {**manifest.states, language: state}})


def test_a_state_concerns_the_sheet_of_its_page_and_the_manual_in_its_language(
    project: Project,
) -> None:
    root, manifest = project
    one = stated(manifest, "en")
    state = one.states["en"]
    other = {**state.pages, "safety/safety": State.APPROVED}
    approved = state.model_copy(update={"pages": other, "whole": State.APPROVED})
    two = manifest.model_copy(update={"states": {"en": approved}})
    sheets = ("en/safety.pdf", "en/manual.pdf", "en/session-group-2.pdf", "fr/safety.pdf")
    differs = [key_of(root, one, sheet) != key_of(root, two, sheet) for sheet in sheets]
    assert differs == [True, True, False, False]


def test_approved_safety_text_concerns_the_sheets_of_its_language(project: Project) -> None:
    root, manifest = project
    before, after = stated(manifest, "fr"), stated(manifest, "fr", safety=State.APPROVED)
    sheets = ("fr/safety.pdf", "ur/safety.pdf")
    assert [key_of(root, before, s) != key_of(root, after, s) for s in sheets] == [True, False]


def test_a_state_of_the_words_concerns_the_sheets_that_tell_it(project: Project) -> None:
    root, manifest = project

    def told(session: MessageState) -> Manifest:
        texts = {"group/session-2": session, "safety/safety": MessageState.MACHINE_DRAFTED}
        state = stated(manifest, "ur").states["ur"].model_copy(update={"texts": texts})
        return manifest.model_copy(update={"states": {"ur": state}})

    before, after = told(MessageState.DRAFT), told(MessageState.REVIEWED)
    for sheet, changes in (
        ("ur/session-group-2.pdf", True),
        ("ur/safety.pdf", False),
        ("en/session-group-2.pdf", False),
        ("ur/manual.pdf", False),  # it tells the worst of all its pages
    ):
        assert (key_of(root, before, sheet) != key_of(root, after, sheet)) is changes, sheet
    worse = told(MessageState.MISSING)
    assert key_of(root, before, "ur/manual.pdf") == key_of(root, worse, "ur/manual.pdf")
