"""A plan → its jobs and their file names."""

from pathlib import Path

import pytest

from manualkit.model.forms import Forms, FormsFile
from manualkit.model.manifest import Manifest
from manualkit.model.variant import Variant
from manualkit.pdf import PrintPlan, SheetKind
from manualkit.pdf.jobs import jobs

Project = tuple[Path, Manifest]


def files(root: Path, manifest: Manifest, **filters: object) -> list[str]:
    plan = PrintPlan(root, [manifest], **filters)  # type: ignore[arg-type]
    return [job.file for job in jobs(plan)]


def with_pages(manifest: Manifest, pages: list[tuple[str, str]]) -> Manifest:
    entries = [{"path": path, "title": "x", "kind": kind, "digest": "x"} for path, kind in pages]
    return Manifest.model_validate(manifest.model_dump() | {"nav": [], "pages": entries})


def test_a_rendition_has_a_sheet_for_each_page_and_the_manual(shared_project: Project) -> None:
    root, manifest = shared_project
    assert files(root, manifest, languages=["ur"]) == [
        "dist/sample/ur/session-group-2.pdf",
        "dist/sample/ur/safety.pdf",
        "dist/sample/ur/contacts.pdf",
        "dist/sample/ur/handout-worksheet.pdf",
        "dist/sample/ur/checklist-group-session-2.pdf",
        "dist/sample/ur/manual.pdf",
    ]


def test_in_two_languages_few_sheets_are_made_unless_they_are_asked_for(
    shared_project: Project,
) -> None:
    root, manifest = shared_project
    made = [file for file in files(root, manifest) if "/ur+en/" in file]
    assert made == [
        "dist/sample/ur+en/handout-worksheet.pdf",
        "dist/sample/ur+en/checklist-group-session-2.pdf",
    ]
    assert files(root, manifest, languages=["ur+en"]) == made
    assert files(root, manifest, kinds=["safety"], languages=["ur+en"]) == [
        "dist/sample/ur+en/safety.pdf"
    ]
    everywhere = files(root, manifest, kinds=["safety"])
    assert [file for file in everywhere if "+en/" in file] == []


def test_a_story_also_has_picture_cards_and_a_poster_two_sheets_of_a4(
    shared_project: Project,
) -> None:
    root, manifest = shared_project
    pages = [("case-studies/walk", "case-study"), ("posters/plan", "poster")]
    assert files(root, with_pages(manifest, pages), languages=["en"])[:-1] == [
        "dist/sample/en/case-study-walk.pdf",
        "dist/sample/en/picture-cards-walk.pdf",
        "dist/sample/en/poster-plan.pdf",
        "dist/sample/en/poster-tiles-plan.pdf",
    ]


@pytest.mark.parametrize(
    ("path", "kind", "name"),
    [
        ("individual/session-1", "session", "session-individual-1"),
        ("handouts/problem-worksheet", "handout", "handout-problem-worksheet"),
        ("case-studies/group-story", "case-study", "case-study-group-story"),
        ("training/course-plan", "course-plan", "course-plan"),
        ("training/course-day-3", "course-day", "course-day-3"),
        ("strategies/get-going", "strategy", "strategy-get-going"),
        ("handouts/crisis-card", "crisis-card", "crisis-card"),
        ("safety/safety", "safety", "safety"),
    ],
)
def test_the_name_tells_kind_and_page(
    shared_project: Project, path: str, kind: str, name: str
) -> None:
    root, manifest = shared_project
    edition = with_pages(manifest, [(path, kind)])
    assert f"dist/sample/en/{name}.pdf" in files(root, edition, languages=["en"])


def test_two_pages_never_share_a_file(shared_project: Project) -> None:
    root, manifest = shared_project
    edition = with_pages(manifest, [("handouts/card", "handout"), ("town/card", "handout")])
    assert files(root, edition, languages=["en"], kinds=["handout"]) == [
        "dist/sample/en/handout-handouts-card.pdf",
        "dist/sample/en/handout-town-card.pdf",
    ]


def test_a_long_name_is_no_other_pages_short_name(shared_project: Project) -> None:
    root, manifest = shared_project
    paths = ("group/2", "group/session-2", "group/session-session-2")
    edition = with_pages(manifest, [(path, "session") for path in paths])
    assert len(set(files(root, edition, languages=["en"], kinds=["session"]))) == len(paths)


def test_filters_narrow_the_plan(shared_project: Project) -> None:
    root, manifest = shared_project
    only_safety = files(root, manifest, languages=["en"], pages=["safety/safety"])
    assert only_safety == ["dist/sample/en/safety.pdf"]
    assert len(files(root, manifest, kinds=[SheetKind.MANUAL])) == 7


def test_the_manual_holds_all_pages_in_reading_order(shared_project: Project) -> None:
    root, manifest = shared_project
    pages = [*manifest.pages[1:], manifest.pages[0]]
    shuffled = manifest.model_copy(update={"pages": pages})
    plan = PrintPlan(root, [shuffled], languages=["en"], kinds=["manual"])
    assert jobs(plan)[0].pages == tuple(manifest.nav[0].pages)


@pytest.mark.parametrize(
    ("languages", "folder"), [(["fr", "en", "ur"], "en"), (["fr", "ur"], "fr")]
)
def test_the_record_is_one_sheet_and_no_part_of_the_manual(
    shared_project: Project, languages: list[str], folder: str
) -> None:
    root, sample = shared_project
    manifest = with_pages(sample, [("contacts", "contacts"), ("record", "record")])
    edition = manifest.edition.model_copy(update={"languages": languages})
    manifest = manifest.model_copy(update={"edition": edition})
    made = files(root, manifest)
    assert [file for file in made if "record" in file] == [f"dist/sample/{folder}/record.pdf"]
    whole = [job for job in jobs(PrintPlan(root, [manifest])) if job.kind is SheetKind.MANUAL]
    assert {job.pages for job in whole} == {("contacts",)}


def test_a_readers_forms_have_sheets_of_their_own_in_all_languages_but_english(
    shared_project: Project,
) -> None:
    root, manifest = shared_project
    asked = {"languages": ["en", "ur"], "kinds": ["session", "manual"], "forms": Forms("f", "m")}
    assert files(root, manifest, **asked) == [
        "dist/sample/ur/session-group-2.helper-f.client-m.pdf",
        "dist/sample/ur/manual.helper-f.client-m.pdf",
    ]


def test_the_forms_of_an_edition_change_no_name(shared_project: Project) -> None:
    root, manifest = shared_project
    edition = manifest.edition.model_copy(update={"forms": FormsFile(helper="f")})
    plan = PrintPlan(root, [manifest.model_copy(update={"edition": edition})], kinds=["session"])
    found = {job.language: (job.file, job.forms) for job in jobs(plan)}
    assert found["ur"] == ("dist/sample/ur/session-group-2.pdf", Forms(helper="f"))
    assert found["en"] == ("dist/sample/en/session-group-2.pdf", Forms())


def test_a_reader_may_ask_for_something_else_than_the_edition_chose(
    shared_project: Project,
) -> None:
    root, manifest = shared_project
    edition = manifest.edition.model_copy(update={"forms": FormsFile(helper="f", client="f")})
    changed = manifest.model_copy(update={"edition": edition})
    plan = PrintPlan(root, [changed], ["ur"], ["session"], forms=Forms(client="m"))
    (job,) = jobs(plan)
    assert job.file == "dist/sample/ur/session-group-2.client-m.pdf"
    assert job.forms == Forms(helper="f", client="m")


def test_what_is_cut_out_or_hung_up_has_no_variants(shared_project: Project) -> None:
    root, manifest = shared_project
    edition = with_pages(manifest, [("posters/x", "poster"), ("handouts/y", "handout")])
    made = files(root, edition, languages=["en"], variant=Variant(large=True))
    assert made == ["dist/sample/en/handout-y.large.pdf", "dist/sample/en/manual.large.pdf"]
