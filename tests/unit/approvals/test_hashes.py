"""What an approval covers: the text alone, page by page."""

from collections.abc import Callable
from pathlib import Path

import pytest

from manualkit.adapt import adapt
from manualkit.approvals import Answers, Hashes, safety_hashes, text_hashes
from manualkit.approving import Desk
from manualkit.compose import compose
from manualkit.load import load_project
from manualkit.validate import validate_project

Project = Callable[[str], Path]
PAGES = [
    "index", "safety/safety", "contacts", "group/session-1", "case-studies/walk",
    "case-studies/walk-male", "checklists/group-session-1", "training/course-plan",
]  # fmt: skip


def desk(root: Path) -> Desk:
    project, _ = validate_project(load_project(root)[0])
    assert project is not None
    edition, _ = adapt(project.core, project.contexts[0])
    composition, _ = compose(edition, root / "templates" / "pages")
    return Desk(root, edition, composition)


def hashes(root: Path) -> Hashes:
    return desk(root).edition_hashes


def changed(before: Hashes, after: Hashes) -> set[str]:
    paths = before.pages.keys() | after.pages.keys()
    found = {path for path in paths if before.pages.get(path) != after.pages.get(path)}
    return found | ({"front"} if before.front != after.front else set())


def edit(root: Path, name: str, old: str, new: str) -> None:
    text = (root / name).read_text("utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new), "utf-8")


def test_every_page_but_those_that_tell_of_the_edition_has_a_hash(project: Project) -> None:
    assert sorted(hashes(project("good-minimal")).pages) == sorted(PAGES)


@pytest.mark.parametrize(
    ("file", "old", "new", "pages"),
    [
        pytest.param(
            "docs/safety/safety.md", "Stay with", "Remain with", {"safety/safety"}, id="a-word"
        ),
        pytest.param(
            "adaptations/demo/contacts.yml",
            "0311 999",
            "0311 998",
            {"safety/safety", "contacts", "group/session-1"},
            id="a-fact-on-the-pages-that-use-it",
        ),
        pytest.param(
            "adaptations/demo/adaptation.yml",
            "Walking in Demo Town",
            "Walks in Demo Town",
            {"front"},
            id="the-title",
        ),
        pytest.param(
            "adaptations/demo/adaptation.yml",
            "This adaptation shows",
            "It shows",
            set(),
            id="the-about-page",
        ),
        pytest.param(
            "adaptations/demo/contacts.yml",
            "The line of Demo Town replaces",
            "The line of this town replaces",
            set(),
            id="the-record",
        ),
        pytest.param(
            "docs/manual.yml", "licence: CC-BY-4.0", "licence: CC0-1.0", set(), id="the-licence"
        ),
    ],
)
def test_a_change_reaches_the_pages_that_show_it(
    project: Project, file: str, old: str, new: str, pages: set[str]
) -> None:
    root = project("good-minimal")
    before = hashes(root)
    edit(root, file, old, new)
    assert changed(before, hashes(root)) == pages


def test_a_picture_counts_by_its_bytes(project: Project) -> None:
    root = project("good-minimal")
    before = hashes(root)
    picture = root / "adaptations/demo/images/street.svg"
    picture.write_text(picture.read_text("utf-8").replace("</svg>", "<g/></svg>"), "utf-8")
    pages = changed(before, hashes(root))
    assert pages
    assert pages == {
        page.path for page in desk(root).composition.manifest.pages if "street.svg" in page.pictures
    }


def test_lines_that_break_elsewhere_are_no_change(project: Project) -> None:
    root = project("good-minimal")
    before = hashes(root)
    edit(root, "docs/group/session-1.md", "one day and one hour", "one day and\none hour")
    assert changed(before, hashes(root)) == set()


def test_a_translation_counts_by_what_the_page_asks_and_gets(project: Project) -> None:
    found = desk(project("good-minimal"))
    manifest, messages = found.composition.manifest, found.messages
    before = text_hashes(manifest, messages, Answers(str.upper))
    assert sorted(before.pages) == sorted(PAGES)

    def other(text: str) -> str:
        return text.upper() if text != "Contacts" else "Else"

    after = text_hashes(manifest, messages, Answers(other))
    assert changed(before, after) == {"contacts"}


def test_who_approves_a_page_approves_the_forms_of_its_texts(project: Project) -> None:
    found = desk(project("good-minimal"))
    manifest, messages = found.composition.manifest, found.messages
    before = text_hashes(manifest, messages, Answers(str.upper))

    def forms(text: str) -> list[tuple[str, str]]:
        return [("helper=f", "Hers")] if text == "Contacts" else []

    after = text_hashes(manifest, messages, Answers(str.upper, forms=forms))
    assert changed(before, after) == {"contacts"}


def test_a_page_with_a_gap_or_a_machine_draft_has_no_hash(project: Project) -> None:
    found = desk(project("good-minimal"))
    manifest, messages = found.composition.manifest, found.messages
    gap = text_hashes(manifest, messages, Answers({"Contacts": "x"}.get))
    assert set(gap.pages.values()) == {""}
    drafted = text_hashes(manifest, messages, Answers(str.upper, lambda text: text != "Contacts"))
    assert [path for path, value in drafted.pages.items() if not value] == ["contacts"]


def test_safety_text_is_one_piece_and_no_part_of_the_translation(project: Project) -> None:
    found = desk(project("good-minimal"))
    before = safety_hashes(found.messages, Answers(str.upper))
    assert before.pages == {}

    def other(text: str) -> str | None:
        return "X" if text.startswith("Stay") else text.upper()

    assert safety_hashes(found.messages, Answers(other)).front != before.front
    manifest = found.composition.manifest
    one, two = (text_hashes(manifest, found.messages, Answers(a)) for a in (str.upper, other))
    assert changed(one, two) == set()
    gap = safety_hashes(found.messages, Answers(lambda t: None if t.startswith("Stay") else t))
    assert gap.front == ""
