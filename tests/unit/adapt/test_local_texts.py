"""Texts of one language, together with whatever else: the English edition stays as it is."""

import dataclasses as dc
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from manualkit.adapt import adapt
from manualkit.compose import Composition, compose
from manualkit.load import load_project
from manualkit.markdown import render_page
from manualkit.markdown.local_texts import texts_for, with_local_texts
from manualkit.model.block import Kind
from manualkit.model.change import BlockChange
from manualkit.model.language import language
from manualkit.model.project import Project, TextChange
from manualkit.model.raw import Source
from manualkit.model.rendition import RenderContext
from manualkit.validate import validate_project

TESTS = Path(__file__).parents[2]


@cache
def minimal() -> Project:
    project, _ = validate_project(load_project(TESTS / "projects" / "good-minimal")[0])
    assert project is not None
    return project


def local(number: int, block: str, action: str) -> TextChange:
    record = BlockChange.model_validate(
        {
            "id": f"DEM-{number}",
            "block": block,
            "action": action,
            "language": "ur",
            "back_translation": "Text",
            "summary": "One plain sentence.",
            "reason": "Because this town is another town.",
            "nature": ["tailoring"],
            "planned": "planned-proactive",
            "decided_by": ["plt"],
            "core_impact": "core-preserved",
        }
    )
    return TextChange(record, f"متن {number}", Source(f"adaptations/demo/{number}.md"), 12)


def composed(texts: list[TextChange]) -> Composition:
    context = minimal().contexts[0]
    edition, _ = adapt(minimal().core, dc.replace(context, texts=(*context.texts, *texts)))
    return compose(edition, TESTS.parent / "templates" / "pages")[0]


def urdu(composition: Composition, page: str) -> str:
    manifest = composition.manifest
    text = with_local_texts(composition.pages[page], texts_for(manifest.local_texts, page, "ur"))
    context = RenderContext(page, language("ur"), lambda _: None, manifest.facts)
    return render_page(text, context).html


def protected(composition: Composition, page: str) -> dict[str, str]:
    """Return the words of each locked block of a page."""
    tree = html.fragment_fromstring(urdu(composition, page), create_parent="div")
    locked = [b for b in composition.manifest.blocks if b.page == page and b.text]
    found = {b.id: tree.xpath("string(//*[@id=$id])", id=b.id) for b in locked}
    return {block: str(words) for block, words in found.items()}


BLOCKS = [b.id for p in minimal().core.pages.values() for b in p.blocks if b.kind is not Kind.STORY]
ACTIONS = st.sampled_from(("replace", "add-before", "add-after"))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(BLOCKS), ACTIONS), max_size=6))
def test_whatever_is_written_in_one_language_the_rest_stays(pairs: list[tuple[str, str]]) -> None:
    plain, with_texts = composed([]), composed([local(n, *p) for n, p in enumerate(pairs, 100)])
    # The page about the edition counts the changes, and the record lists them.
    apart = {"about": "", "record": ""}
    assert {**with_texts.pages, **apart} == {**plain.pages, **apart}
    made = {change.id for change in with_texts.manifest.changes}
    for page in plain.pages.keys() - apart:
        assert protected(with_texts, page) == protected(plain, page)
        shown = urdu(with_texts, page)
        for text in with_texts.manifest.local_texts:
            assert (text.text in shown) is (text.page == page)
            assert text.change in made
