"""The real manual, whole: a translation changes words on its pages and nothing else."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from manualkit.adapt import adapt, core_edition
from manualkit.catalogue import load_strings
from manualkit.compose import Composition, compose
from manualkit.extract import all_messages
from manualkit.markdown import render_page
from manualkit.model.language import language
from manualkit.model.rendition import RenderContext, RenderedPage
from manualkit.pipeline import read_project

ROOT = Path(__file__).parents[3]
EDITIONS = ("core", *sorted(path.parent.name for path in ROOT.glob("adaptations/*/adaptation.yml")))
each_edition = pytest.mark.parametrize("name", [name for name in EDITIONS if name != "_template"])

Texts = Callable[[str], list[str]]
Skeletons = Callable[[str], list[tuple[str, tuple[tuple[str, str], ...]]]]

STRINGS = load_strings(ROOT / "templates")
MARK = "\u0301"
"""An accent, put behind each vowel: it goes away again without a trace."""
KEPT = re.compile(r"\{[^{}]*\}|\]\([^)\s]*|\[\^[^\]]+\]|<[^>]*>|⟨\d+⟩|https?://\S+")
WORDS = re.compile(r'(alt|title|data-minutes-label)="[^"]*"')
ENGLISH_TOO = re.compile(r'<p dir="ltr" lang="en" translate="no">.*?</p>\n')


@cache
def compositions() -> dict[str, Composition]:
    project, findings = read_project(ROOT)
    assert project is not None, findings
    editions = [core_edition(project.core)]
    editions += [adapt(project.core, context)[0] for context in project.contexts]
    made = [compose(edition, ROOT / "templates/pages")[0] for edition in editions]
    return {each.manifest.edition.id: each for each in made}


def pseudo(english: str) -> str:
    """Put an accent behind every vowel that is no markup."""
    out, at = [], 0
    for kept in KEPT.finditer(english):
        out += [re.sub("[aeiouAEIOU]", rf"\g<0>{MARK}", english[at : kept.start()]), kept[0]]
        at = kept.end()
    return "".join(out) + re.sub("[aeiouAEIOU]", rf"\g<0>{MARK}", english[at:])


def rendered(name: str, translate: Callable[[str], str]) -> Iterator[tuple[str, str, RenderedPage]]:
    """Yield each page with its English HTML and as it is in another language."""
    composition = compositions()[name]
    # A date is written as the language writes it; here it stays as it is.
    facts = {
        key: fact.model_copy(update={"kind": "text"}) if fact.kind == "date" else fact
        for key, fact in composition.manifest.facts.items()
    }
    for path, text in composition.pages.items():
        english, other = (
            RenderContext(
                page=path,
                language=language(code),
                translate=translate,
                facts=facts,
                strings=STRINGS,
                safety_approved=True,
            )
            for code in ("en", "tr")
        )
        yield path, render_page(text, english).html, render_page(text, other)


@each_edition
def test_identity_changes_no_element_and_no_text(
    name: str, skeleton: Skeletons, texts: Texts
) -> None:
    for path, english, other in rendered(name, lambda text: text):
        html = ENGLISH_TOO.sub("", other.html)
        assert other.untranslated == (), path
        assert skeleton(html) == skeleton(english), path
        assert texts(html) == texts(english), path


@each_edition
def test_translation_changes_no_element_and_reaches_whatever_is_extracted(
    name: str, skeleton: Skeletons, texts: Texts
) -> None:
    composition = compositions()[name]
    known = {each.text for each in all_messages(composition.manifest, composition.pages, STRINGS)}
    asked = set()

    def translate(english: str) -> str:
        asked.add(english)
        return pseudo(english)

    for path, english, other in rendered(name, translate):
        html = ENGLISH_TOO.sub("", other.html)
        assert other.untranslated == (), path
        assert skeleton(WORDS.sub("", html)) == skeleton(WORDS.sub("", english)), path
        assert [text.replace(MARK, "") for text in texts(html)] == texts(english), path
    assert asked <= known


@each_edition
def test_whatever_a_checklist_says_on_the_screen_is_extracted_too(name: str) -> None:
    composition = compositions()[name]
    known = {each.text for each in all_messages(composition.manifest, composition.pages, STRINGS)}
    assert composition.manifest.sheets
    for sheet in composition.manifest.sheets:
        titles = {step.title for step in sheet.steps}
        assert titles | {*sheet.groups.values(), *sheet.labels.values()} <= known, sheet.page
        assert {band.label for band in sheet.bands} | ({sheet.policy} - {""}) <= known, sheet.page


@each_edition
def test_what_stands_around_the_pages_is_extracted_too(name: str) -> None:
    composition = compositions()[name]
    manifest = composition.manifest
    messages = all_messages(manifest, composition.pages, STRINGS)
    known = {each.text for each in messages}
    assert {section.title for section in manifest.nav} <= known
    assert {page.title for page in manifest.pages} - {"Adaptation record"} <= known
    assert {page.summary for page in manifest.pages if page.summary} <= known
    assert set(STRINGS.values()) <= known
    pictures = {each.text for each in messages if each.kind == "alt"}
    assert pictures
    assert {each.kind for each in messages} >= {
        "h1",
        "h2",
        "p",
        "li",
        "td",
        "th",
        "title",
        "string",
    }
