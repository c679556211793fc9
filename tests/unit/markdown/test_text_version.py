"""The version that a sheet carries: it differs wherever readers see other words."""

from manualkit.markdown.text_version import text_version
from manualkit.model.approval import RenditionState, State
from manualkit.model.manifest import Manifest

SESSION = "group/session-2"


def manifest() -> Manifest:
    """Return an edition of two pages in English and Arabic."""
    edition = {
        "id": "core",
        "title": "Core manual",
        "core_title": "A manual",
        "core_version": "1.0.0",
        "languages": ["en", "ar"],
        "sample": False,
        "sample_notice": "",
        "rights": {"licence": "CC-BY-4.0", "holder": "We", "edition_type": "original"},
        "digest": "aaaaaaaaaaaa",
    }
    pages = [
        {"path": SESSION, "title": "Session 2", "kind": "session", "digest": "bbbbbbbbbbbb"},
        {"path": "about", "title": "About", "kind": "about", "digest": "cccccccccccc"},
    ]
    empty: dict[str, list[object]] = {
        name: [] for name in ("nav", "blocks", "contacts", "pictures", "changes")
    }
    return Manifest.model_validate({"edition": edition, "pages": pages, "facts": {}} | empty)


def said(**words: str) -> Manifest:
    """Return an edition whose Arabic pages have these hashes of their words."""
    by_page = {SESSION if name == "session" else name: value for name, value in words.items()}
    state = RenditionState(edition=State.DRAFT, whole=State.DRAFT, words=by_page)
    return manifest().model_copy(update={"states": {"ar": state}})


def test_another_translation_is_another_version() -> None:
    first, second = said(session="1" * 12), said(session="2" * 12)
    assert text_version(first, [SESSION], "ar") != text_version(second, [SESSION], "ar")
    assert text_version(first, [], "ar") != text_version(second, [], "ar")


def test_the_translation_of_another_page_or_language_leaves_it_as_it_is() -> None:
    first, second = said(session="1" * 12, about="3" * 12), said(session="1" * 12, about="4" * 12)
    assert text_version(first, [SESSION], "ar") == text_version(second, [SESSION], "ar")
    assert text_version(first, [], "ar") != text_version(second, [], "ar")
    assert text_version(first, [SESSION], "en") == text_version(manifest(), [SESSION], "en")
