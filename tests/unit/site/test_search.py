"""The search index of a rendition."""

import dataclasses as dc
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from manualkit.site.rendition import Rendition
from manualkit.site.search import search_index, search_texts
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


def test_in_two_languages_the_texts_of_each_are_scripts_beside_the_index(
    root: Path, rendition: Callable[[str], Rendition]
) -> None:
    alone, both = rendition("ar"), dc.replace(rendition("ar"), bilingual=True)
    entry = Entry("a-say", "", "تنفس", "say", beside="Breathe.")
    pages = {"about": SearchedPage("About", "", (entry, dc.replace(entry, beside="Breathe!")))}
    index = search_index(root, both, pages).decode()
    assert "تنفس" not in index
    assert '"parts":["own.js","english.js"]' in index
    assert {name: text.decode() for name, text in search_texts(both, pages).items()} == {
        "own.js": 'manualTexts("own.js",["تنفس","تنفس"]);\n',
        "english.js": 'manualTexts("english.js",["Breathe.","Breathe!"]);\n',
    }
    assert search_texts(alone, pages) == {}
