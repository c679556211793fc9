"""The adaptation record as a page: texts are as people read them, and nothing of them runs."""

import dataclasses as dc
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from manualkit.adapt import adapt, core_edition
from manualkit.compose import compose
from manualkit.compose.readable import readings
from manualkit.compose.record_page import grouped, with_record_page
from manualkit.load import load_project
from manualkit.markdown import render_page
from manualkit.model.edition import Edition
from manualkit.model.language import language
from manualkit.model.manifest import ManifestChange
from manualkit.model.page import PageKind
from manualkit.model.rendition import RenderContext, RenderedPage
from manualkit.validate import validate_project

TESTS = Path(__file__).parents[2]
TEMPLATES = TESTS.parent / "templates" / "pages"


@cache
def demo() -> Edition:
    project, _ = validate_project(load_project(TESTS / "projects" / "good-minimal")[0])
    assert project is not None
    return adapt(project.core, project.contexts[0])[0]


def with_change(**fields: object) -> Edition:
    """Return the edition with one change that says something else."""
    changes = [
        change.model_copy(update=fields) if change.id == "DEM-020" else change
        for change in demo().changes
    ]
    return dc.replace(demo(), changes=tuple(changes))


def shown(edition: Edition, code: str = "en") -> RenderedPage:
    composition, findings = compose(edition, TEMPLATES)
    assert findings == []
    context = RenderContext(
        page="record",
        language=language(code),
        translate=lambda _: None,
        facts=composition.manifest.facts,
        strings={},
    )
    return render_page(composition.pages["record"], context)


def sides(page: RenderedPage, change: str = "dem-020") -> dict[str, str]:
    """Return what stands in the sides of a change, lines joined as they were."""
    tree = html.fragment_fromstring(page.html, create_parent="body")
    found = {}
    (block,) = tree.xpath(f"//h3[@id='record-{change}']/..")
    for side in block.xpath(".//div[starts-with(@class, 'record-side ')]"):
        for mark in side.xpath("./p[@class='record-label']"):
            mark.drop_tree()
        for line in side.xpath(".//br"):
            line.tail = "\n" + (line.tail or "")
        found[side.get("class").split()[1]] = "\n\n".join(
            p.text_content() for p in side.xpath("./p")
        )
    return found


def test_page_of_the_record_is_golden(compare: Callable[[str, Path], None]) -> None:
    composition, _ = compose(demo(), TEMPLATES)
    compare(composition.pages["record"], TESTS / "golden" / "demo" / "record.md")


def test_page_stands_behind_what_the_edition_says_about_itself() -> None:
    manifest = compose(demo(), TEMPLATES)[0].manifest
    assert [page.path for page in manifest.pages][-2:] == ["about", "record"]
    assert manifest.pages[-1].kind is PageKind.RECORD


def test_core_has_no_record() -> None:
    project, _ = validate_project(load_project(TESTS / "projects" / "good-minimal")[0])
    assert project is not None
    assert "record" not in compose(core_edition(project.core), TEMPLATES)[0].pages


def test_contents_without_an_about_page_get_a_section_for_it() -> None:
    nav = tuple(
        section.model_copy(update={"pages": [p for p in section.pages if p != "about"]})
        for section in demo().nav
    )
    made = with_record_page(dc.replace(demo(), nav=nav))
    assert (made.nav[-1].title, made.nav[-1].pages) == ("Adaptation record", ["record"])


def test_every_change_has_a_heading_and_its_three_sides() -> None:
    page = shown(demo())
    ids = [heading.id for heading in page.headings if heading.level == 3]
    assert sorted(ids) == sorted(f"record-{change.id.lower()}" for change in demo().changes)
    assert sides(page) == {
        "before": "Ana walks to the well on Monday.",
        "after": "Ana walks to the bus stop on Monday.",
        "reason": "There is no well in Demo Town, and people walk to the bus.",
    }


def test_words_that_are_gone_and_new_are_marked() -> None:
    page = shown(demo())
    assert "<del>well</del>" in page.html
    assert "<ins>bus stop</ins>" in page.html


def test_change_links_to_the_block_that_shows_it() -> None:
    page = shown(demo())
    assert 'href="group/session-1.md#g1-plan-example"' in page.html
    assert 'href="contacts.md"' in page.html
    assert 'href="case-studies/walk-male.md' in page.html


@pytest.mark.parametrize(
    ("change", "places"),
    [
        ("dem-010", ["contacts.md"]),
        ("dem-011", ["group/session-1.md"]),
    ],
)
def test_contacts_and_facts_lead_to_the_pages_that_show_them(
    change: str, places: list[str]
) -> None:
    tree = html.fragment_fromstring(shown(demo()).html, create_parent="body")
    assert tree.xpath(f"//h3[@id='record-{change}']/..//a/@href") == places


@pytest.mark.parametrize("code", ["en", "fr", "ar"])
def test_translators_see_the_title_and_one_line_alone(code: str) -> None:
    said = [message.text for message in shown(demo(), code).messages]
    assert said[0] == "Adaptation record"
    assert said[1].endswith("It is in English, for those who review the manual.")
    assert len(said) == 2


def test_record_is_english_from_left_to_right_in_every_language() -> None:
    tree = html.fragment_fromstring(shown(demo(), "ar").html, create_parent="body")
    blocks = tree.xpath("//div[contains(@class, 'record-change')]")
    assert len(blocks) == len(demo().changes)
    assert {(b.get("lang"), b.get("dir"), b.get("translate")) for b in blocks} == {
        ("en", "ltr", "no")
    }


@pytest.mark.parametrize(
    "text",
    [
        "Call {crisis_line} or your {{ supervisor }}.",
        "| a | b |\n|---|---|\n| {fare} | c |",
        "- one\n- [two](../safety/safety.md)\n\n    four",
        "1. a\n2. b",
        "# no heading",
        "::: safety {#safety-steps .safety}\nno\n:::",
        '<script>alert("x")</script><img src=x onerror=alert(1)>',
        "```\ncode\n```",
        "**bold** _it_ ~~gone~~ ^^new^^ [^1] *[PM]: x",
        "&lt; &amp; \\* a\\_b",
        "!!! note\n    text",
        "[TOC]",
        "Title\n=====",
    ],
)
def test_text_is_shown_as_people_read_it(text: str) -> None:
    page = shown(with_change(after=text, before=""))
    assert _same(sides(page)["after"], readings(demo())[1].shown(text))
    assert "<script" not in page.html
    assert "onerror=" not in page.html.replace("onerror=alert(1)&gt;", "")


@settings(max_examples=60, deadline=None)
@given(
    before=st.text(st.sampled_from("ab {}|*_[]()<>#`~:-+.!&\"'\\=^\n\tم"), max_size=50),
    after=st.text(st.sampled_from("ab {}|*_[]()<>#`~:-+.!&\"'\\=^\n\tم"), max_size=50),
)
def test_whatever_the_text_it_is_shown_as_people_read_it(before: str, after: str) -> None:
    page = shown(with_change(before=before, after=after))
    found = sides(page)
    then, now = readings(demo())
    assert _same(found["before"], then.shown(before) or "–")
    assert _same(found["after"], now.shown(after) or "–")
    assert found["reason"] == "There is no well in Demo Town, and people walk to the bus."
    assert [m.text for m in page.messages if m.text not in page.title][1:] == []


def _same(shown_text: str, typed: str) -> bool:
    """Whether a browser shows the text; it joins white space, as it does everywhere."""
    return re.sub(r"\s+", " ", shown_text).strip() == (re.sub(r"\s+", " ", typed).strip() or "")


@given(text=st.text(st.sampled_from("ab{}|*_[]()<>#`~:-"), min_size=1, max_size=30))
@settings(max_examples=30, deadline=None)
def test_whatever_the_summary_the_heading_is_one_line_of_text(text: str) -> None:
    page = shown(with_change(summary=f"x{text}x"))
    (heading,) = [h for h in page.headings if h.id == "record-dem-020"]
    assert heading.text == f"DEM-020: x{text}x"


def test_text_of_one_language_stands_in_its_direction_with_its_meaning() -> None:
    head = {"language": "ar", "back_translation": "Ana walks <home>."}
    page = shown(with_change(after="تمشي آنا", head=head))
    assert '<p lang="ar" dir="rtl">' in page.html or '<p dir="rtl" lang="ar">' in page.html
    assert "Ana walks &lt;home&gt;." in page.html


def test_changes_that_are_not_in_the_text_stand_apart() -> None:
    page = shown(with_change(applied=False, head={"status": "proposed"}))
    assert "Not in the text" in page.html
    assert "It is not in the text. Its status: proposed." in page.html


def test_unknown_actions_are_changes_of_pages() -> None:
    change: ManifestChange = demo().changes[0].model_copy(update={"action": "something-new"})
    assert list(grouped([change])) == ["Pages and sessions"]


def test_about_page_counts_changes_and_leads_to_the_record() -> None:
    about = compose(demo(), TEMPLATES)[0].pages["about"]
    assert "[The adaptation record](record.md)" in about
    assert "| Texts | 4 |" in about
    assert "Ana walks" not in about
