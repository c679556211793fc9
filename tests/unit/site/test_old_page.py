"""What stands around an old text when its edition has a newer version."""

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from manualkit.catalogue import load_strings
from manualkit.model.news import Recall, Release
from manualkit.site.old_page import OldPages
from manualkit.site.plan import SitePlan
from manualkit.site.rendition import Rendition
from manualkit.site.versions import FileList, OldVersion

SESSION = "group/session-2"
OLD = "0123456789ab"
CARE = '<aside class="care"></aside>'
SHEET = '<li><a class="tool" href="../../pdf/a.pdf" type="application/pdf">PDF</a></li>'
Make = Callable[..., OldPages]


@pytest.fixture
def pages(root: Path, rendition: Callable[[str], Rendition]) -> Make:
    """Return a function that makes the pages of version 1.0.0, with a recall or without."""

    def make(**recall: object) -> OldPages:
        usual = {"id": "plan", "page": SESSION, "what": "A wrong day.", "do": "Print anew."}
        said = usual | {"date": date(2026, 2, 1), "role": "master-trainer"} | recall
        once = Release(version="1.0.0", date=date(2026, 1, 1), changes=[], texts={SESSION: OLD})
        newest = Release(version="1.1.0", date=date(2026, 2, 1), changes=[])
        recalls = [Recall.model_validate(said)] if recall else []
        told = {"recalls": recalls, "releases": [once, newest]}
        manifest = rendition("en").manifest.model_copy(update=told)
        names = [f"{name}/{SESSION}/index.html" for name in ("en", "ar", "ar+en")]
        listed = FileList(
            edition="core",
            version="1.0.0",
            date="2026-01-01",
            renditions=["en", "ar", "ar+en"],
            files=dict.fromkeys([*names, "en/about/index.html"], hashlib.sha256().hexdigest()),
        )
        version = OldVersion(Path("core-1.0.0.zip"), listed, b"", "1.1.0")
        plan = SitePlan(root, [manifest])
        return OldPages(plan, manifest, version, load_strings(root / "templates"))

    return make


def shown(pages: OldPages, name: str) -> str:
    return pages.page(f"{name}/index.html", f"<ul>{SHEET}</ul>{CARE}<p>Text.</p>".encode()).decode()


def test_a_page_without_notices_has_its_banner_before_its_help(pages: Make) -> None:
    text = shown(pages(), f"en/{SESSION}")
    assert text.index("old-version") < text.index('<aside class="care" aria-label="Help now">')
    assert "recalled" not in text
    assert "<template" not in text


def test_a_page_with_no_place_for_the_banner_is_not_published(pages: Make) -> None:
    with pytest.raises(ValueError, match=r"en/index\.html: no place"):
        pages().page("en/index.html", b"<body><p>Text.</p></body>")


def test_sheets_of_a_version_with_a_recall_give_way_on_every_page_to_the_newest(
    pages: Make,
) -> None:
    made = pages(texts=[OLD])
    session, about = shown(made, f"en/{SESSION}"), shown(made, "en/about")
    assert "This page is recalled." in session
    assert 'class="tool" href="../../../../../en/group/session-2/">Read the newest' in session
    assert "This page is recalled." not in about
    assert 'class="tool" href="../../../../en/about/">Read the newest' in about


def test_a_recall_of_another_text_or_language_leaves_an_old_version_alone(pages: Make) -> None:
    other = pages(texts=["ffffffffffff"])
    assert "recalled" not in shown(other, f"en/{SESSION}")
    assert "<template" not in shown(other, f"en/{SESSION}")
    english = pages(languages=["en"])
    assert "recalled" in shown(english, f"en/{SESSION}")
    assert "recalled" not in shown(english, f"ar/{SESSION}")
    assert "recalled" in shown(english, f"ar+en/{SESSION}")
