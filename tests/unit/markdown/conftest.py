"""A context to render in, and HTML as things that can be compared."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from lxml import html as lxml_html

from manualkit.model.language import language
from manualkit.model.manifest import ManifestFact
from manualkit.model.rendition import RenderContext

FACTS = {
    "crisis_line": ManifestFact(kind="phone", value="0000 000 111"),
    "text_line": ManifestFact(kind="sms", value="+00 1234"),
    "help_site": ManifestFact(kind="url", value="https://help.example/"),
    "mail": ManifestFact(kind="email", value="help@help.example"),
    "fare": ManifestFact(kind="price", value="£2.50"),
    "code": ManifestFact(kind="code", value="A-17"),
    "place": ManifestFact(kind="address", value="1 Market Street"),
    "hours": ManifestFact(kind="text", value="day & night"),
    "first_day": ManifestFact(kind="date", value="2026-03-31"),
}
STRINGS = {
    "kind.say": "Say",
    "kind.objective": "Aim",
    "kind.safety": "Safety",
    "kind.scene": "Story",
    "minutes": "{count} min",
    "safety.english": "Not yet approved in {language}.",
}

Skeleton = list[tuple[str, tuple[tuple[str, str], ...]]]
MakeContext = Callable[..., RenderContext]


@pytest.fixture
def make_context() -> MakeContext:
    """Return a function that makes a context; a catalogue is a plain dictionary."""

    def make(
        code: str = "en", catalogue: Mapping[str, str] | None = None, **changes: object
    ) -> RenderContext:
        given: dict[str, Any] = {
            "page": "group/session-2",
            "language": language(code),
            "translate": (catalogue or {}).get,
            "facts": FACTS,
            "strings": STRINGS,
        }
        return RenderContext(**{**given, **changes})

    return make


@pytest.fixture
def skeleton() -> Callable[[str], Skeleton]:
    """Return a function that lists the elements of HTML with their attributes."""

    def read(html: str) -> Skeleton:
        return [
            (
                str(element.tag),
                tuple(
                    sorted(
                        (key, value.strip(" ;").replace(key, "")) for key, value in element.items()
                    )
                ),
            )
            for element in lxml_html.fragment_fromstring(html, create_parent="body").iter()
        ]

    return read


@pytest.fixture
def texts() -> Callable[[str], list[str]]:
    """Return a function that lists the text nodes of HTML, white space joined."""

    def read(html: str) -> list[str]:
        root = lxml_html.fragment_fromstring(html, create_parent="body")
        return [" ".join(text.split()) for text in root.itertext() if text.strip()]

    return read
