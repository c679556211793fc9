from collections.abc import Callable

import pytest

from manualkit.markdown import render_page
from manualkit.model.rendition import RenderContext


@pytest.mark.parametrize(
    ("source", "ids"),
    [
        ("## Ask: how are you?", ["ask-how-are-you"]),
        ("## One {#other}", ["other"]),
        ("## One {: #other .wide }", ["other"]),
        ("## One {.wide}", ["one"]),
        ("## One\n\n## One", ["one", "one_1"]),
        ("## One\n\n## Two {#one}", ["one_1", "one"]),
        ("## **One** [two](three.md)", ["one-two"]),
        ("## {crisis_line}", ["section"]),
        ("## Call {crisis_line} now", ["call-now"]),
        ("::: do {#one}\nx\n:::\n\n## One", ["one_1"]),
    ],
)
@pytest.mark.parametrize("code", ["en", "ar"])
def test_id_comes_from_the_english(
    source: str, ids: list[str], code: str, make_context: Callable[..., RenderContext]
) -> None:
    context = make_context(code, translate=lambda _: "نص")
    assert [heading.id for heading in render_page(source, context).headings] == ids
