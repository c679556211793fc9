"""Composed editions → the messages that translators see, in reading order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from manualkit.markdown import render_page
from manualkit.markdown.parts import HEADINGS
from manualkit.model.language import language
from manualkit.model.manifest import Manifest, ManifestFact, ManifestLocalText
from manualkit.model.rendition import Message, RenderContext

# Any language but English will do: extraction renders a page in which nothing is translated yet.
_PROBE = language("fr")
_MOST_PAGES = 1024
"""So many pages are remembered while somebody writes: those of all editions."""
_STILL_ASKED = frozenset({"alt", *HEADINGS})


def all_messages(
    manifest: Manifest, pages: Mapping[str, str], strings: Mapping[str, str]
) -> list[Message]:
    """Return every message of an edition in reading order, as often as it stands there.

    What stands around the pages comes first. Safety text says so: it has a catalogue of its own.
    The code that renders the pages finds the messages, so that both cannot differ.
    """
    return [
        *_interface(manifest, strings),
        *_of_pages(manifest, pages, strings),
        *_of_scores(manifest),
    ]


def asked_in(
    messages: Iterable[Message], texts: Sequence[ManifestLocalText], language: str
) -> list[Message]:
    """Return the messages that a language is asked for: not those of blocks with a text of its own.

    A replaced block keeps its picture's words, and a step its heading: they are asked for.
    """
    own = {
        (text.page, text.block)
        for text in texts
        if text.language == language and text.action == "replace"
    }
    return [
        message
        for message in messages
        if (message.page, message.block) not in own or message.kind in _STILL_ASKED
    ]


def _of_pages(
    manifest: Manifest, pages: Mapping[str, str], strings: Mapping[str, str]
) -> Iterator[Message]:
    facts, labels = tuple(manifest.facts.items()), tuple(strings.items())
    for page in manifest.pages:
        yield from _of_page(page.path, pages[page.path], facts, labels)


@lru_cache(_MOST_PAGES)
def _of_page(
    path: str,
    text: str,
    facts: tuple[tuple[str, ManifestFact], ...],
    strings: tuple[tuple[str, str], ...],
) -> tuple[Message, ...]:
    context = RenderContext(
        page=path,
        language=_PROBE,
        translate=lambda _: None,
        facts=dict(facts),
        strings=dict(strings),
    )
    return tuple(render_page(text, context).messages)


def _interface(manifest: Manifest, strings: Mapping[str, str]) -> Iterator[Message]:
    """Yield what stands around the pages: labels, names of sections, what the edition says."""
    for name, text in strings.items():
        yield Message(text, "string", block=name)
    for section in manifest.nav:
        yield Message(section.title, "title", block="nav")
    edition = manifest.edition
    about = (edition.title, edition.core_title, edition.note, edition.for_whom, edition.where)
    for text in (*about, edition.sample_notice, edition.site.tab_title):
        if text:
            yield Message(" ".join(text.split()), "title", block="edition")
    for page in manifest.pages:
        if page.summary:
            yield Message(page.summary, "summary", page=page.path)


def _of_scores(manifest: Manifest) -> Iterator[Message]:
    """Yield the groups that a score on the screen names; on paper they are not named."""
    for sheet in manifest.sheets:
        for title in sheet.groups.values():
            yield Message(title, "title", page=sheet.page, block="score")
