"""A small edition as the site sees it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from manualkit.model.approval import RenditionState, State
from manualkit.model.language import language
from manualkit.model.manifest import Manifest, ManifestEdition, ManifestPage
from manualkit.model.manual import NavSection
from manualkit.model.message_state import MessageState
from manualkit.model.page import PageKind
from manualkit.model.rights import Rights
from manualkit.site.links import PdfLink
from manualkit.site.places import Places, Sister
from manualkit.site.rendition import Rendition

STRINGS = {
    "help.example": "This is an example.",
    "leave.opens": "Opens {place}.",
    "keep.size": "It needs {size}.",
    "site.draft": "Nobody has approved this.",
    "site.in-review": "Somebody is reading this.",
    "site.changed": "This has changed.",
    "site.untranslated": "{count} of {total} words are English.",
    "translation.machine-drafted": "Translated by a machine.",
    "translation.reviewed": "Reviewed translation.",
    "translation.missing": "Not translated yet",
    "site.minutes": "{minutes} minutes",
    "reading.table": "A table",
    "site.for-whom": "For",
    "site.where": "Where",
    "site.stands-on": "Stands on",
    "site.adapted": "Adapted",
    "site.adapted.none": "Nothing",
    "site.adapted.count": "{count} changes",
    "site.holder": "Responsible",
    "site.how-far": "State",
    "site.teaches": "Teaches",
    "site.other-way.group": "In a group",
    "site.other-way.individual": "With one person",
    "site.pdf.session": "This session",
    "site.pdf.manual": "Whole manual",
    "site.pdf.page": "This page",
    "site.core-version": "Core {version}",
    "site.text-version": "Text {digest}",
    "site.licence": "Licence {licence}",
    "site.state.draft": "Draft",
    "site.state.in-review": "In review",
    "site.state.changed": "Changed",
    "site.state.approved": "Approved",
}
ARABIC = {
    "A manual": "دليل",
    "Session 2": "الجلسة 2",
    "Core manual": "الدليل الأساسي",
    "Sessions": "الجلسات",
}


def make_manifest(
    name: str = "core", *pages: str, languages: tuple[str, ...] = ("en", "ar")
) -> Manifest:
    kinds = {"index": PageKind.HOME, "group/session-2": PageKind.SESSION}
    return Manifest(
        edition=ManifestEdition(
            id=name,
            title="Core manual" if name == "core" else f"Manual of {name}",
            where="" if name == "core" else name.capitalize(),
            core_title="A manual",
            core_version="1.2.0",
            languages=list(languages),
            sample=True,
            sample_notice="A <sample>.",
            rights=Rights(licence="CC-BY-4.0", holder="We", edition_type="original"),
        ),
        nav=[
            NavSection(title="Sessions", pages=["group/session-2", "group/gone"]),
            NavSection(title="About", pages=["about"]),
        ],
        pages=[
            ManifestPage(
                path=path,
                title={"index": "Welcome", "group/session-2": "Session 2"}.get(path, "About"),
                kind=kinds.get(path, PageKind.ABOUT),
                summary="What it is for.",
                section="Sessions" if path.startswith("group/") else "",
                session=2 if path.startswith("group/") else None,
                minutes=90 if path.startswith("group/") else 0,
                digest="0123456789ab",
            )
            for path in pages or ("index", "group/session-2", "about")
        ],
        blocks=[],
        facts={},
        contacts=[],
        pictures=[],
        changes=[],
        states={
            "ar": RenditionState(
                edition=State.DRAFT,
                whole=State.DRAFT,
                texts={
                    "index": MessageState.MISSING,
                    "group/session-2": MessageState.MACHINE_DRAFTED,
                    "about": MessageState.REVIEWED,
                },
            )
        },
    )


@pytest.fixture
def rendition() -> Callable[[str], Rendition]:
    """Return a function that makes the core in a language; a second edition lacks its session."""

    def make(code: str) -> Rendition:
        manifest, other = make_manifest(), make_manifest("liverpool", "index", languages=("en",))
        return Rendition(
            folder=Path("nowhere"),
            manifest=manifest,
            language=language(code),
            translate=ARABIC.get if code == "ar" else lambda _text: None,
            strings=STRINGS,
            places=Places([Sister.of(manifest), Sister.of(other)]),
            pdfs=[
                PdfLink("", "manual", "manual.pdf", 1_400_000),
                PdfLink("group/session-2", "session", "session-group-2.pdf", 87_400),
                PdfLink("about", "surprise", "about.pdf", 5),
            ],
        )

    return make
