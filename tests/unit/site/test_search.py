"""The search index of a rendition."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from manualkit.site.rendition import Rendition
from manualkit.site.search import search_index
from manualkit.site.search_entries import Entry, SearchedPage

SAME = Entry("g2-b", "", "Breathe slowly.", "say", 0)


def made(root: Path, rendition: Rendition) -> dict[str, Any]:
    pages = {
        "about": SearchedPage("About", "", (Entry("a-say", "", "Breathe slowly.", "say"),)),
        "group/session-2": SearchedPage("", "Read it.", (Entry("g2", "Breathe", ""), SAME)),
    }
    text = search_index(root, rendition, pages).decode()
    found: dict[str, Any] = json.loads(text.removeprefix("manualIndex(").removesuffix(");\n"))
    return found


def test_a_session_counts_more_than_what_tells_of_the_edition(
    root: Path, rendition: Callable[[str], Rendition]
) -> None:
    session, about = made(root, rendition("ar"))["pages"]
    assert session["path"] == "group/session-2/"
    assert session["title"] == "الجلسة 2"
    assert session["boost"] > about["boost"]


def test_a_text_that_stands_in_many_places_is_sent_once(
    root: Path, rendition: Callable[[str], Rendition]
) -> None:
    index = made(root, rendition("en"))
    assert sorted(index["texts"]) == ["", "Breathe slowly."]
    session, about = index["pages"]
    assert index["texts"][about["entries"][0][3]] == "Breathe slowly."
    assert session["entries"][1] == ["g2-b", "say", "", about["entries"][0][3], 0]


def test_a_boost_of_no_kind_of_page_is_a_mistake(
    tmp_path: Path, rendition: Callable[[str], Rendition]
) -> None:
    settings = tmp_path / "templates" / "site" / "search.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("[pages]\nsesion = 1\n[blocks]\n", "utf-8")
    settings.with_name("search-words.toml").write_text("", "utf-8")
    with pytest.raises(ValueError, match="sesion"):
        made(tmp_path, rendition("en"))
