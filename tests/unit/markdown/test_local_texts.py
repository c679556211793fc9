"""Texts that are written directly in one language, on a page of that language."""

from collections.abc import Callable

import pytest

from manualkit.markdown import render_page
from manualkit.markdown.local_texts import texts_for, with_local_texts
from manualkit.model.block import Kind
from manualkit.model.manifest import ManifestFact, ManifestLocalText
from manualkit.model.rendition import RenderContext, RenderedPage

PAGE = """\
---
title: A page
---

# A page

## A step {#a-step minutes="5" step="1"}

Loose text of the step.

- A list in it.

::: say {#a-say .core}
Say this.
:::

## Call {line} {#a-call minutes="5" step="2"}

::: objective {#a-tip}
A tip.

- One.
:::
"""
URDU = '<p dir="rtl" lang="ur" translate="no">'
LINE = ManifestFact(kind="phone", value="0311 999")


def local(action: str, block: str, kind: Kind = Kind.TIP, text: str = "متن") -> ManifestLocalText:
    return ManifestLocalText.model_validate(
        {
            "language": "ur",
            "page": "page",
            "block": block,
            "action": action,
            "kind": kind,
            "id": block if action == "replace" else "dem-050",
            "text": text,
            "change": "DEM-050",
            "back_translation": "Text",
        }
    )


@pytest.fixture
def rendered(
    make_context: Callable[..., RenderContext],
) -> Callable[[ManifestLocalText], RenderedPage]:
    def render(text: ManifestLocalText) -> RenderedPage:
        context = make_context("ur", {"Aim": "مقصد"}, facts={"line": LINE})
        return render_page(with_local_texts(PAGE, [text]), context)

    return render


Rendered = Callable[[ManifestLocalText], RenderedPage]


def asked(page: RenderedPage) -> list[str]:
    return [message.text for message in page.messages if message.kind != "string"]


OTHERS = ["A page", "A step", "Say this.", "Call {line}"]


def test_replaced_block_is_in_the_language_and_not_asked_for(rendered: Rendered) -> None:
    page = rendered(local("replace", "a-tip", text="پہلا {line}\n\n- دوسرا"))
    assert (
        '<div class="block objective" id="a-tip">\n<p class="block-label">مقصد</p>\n'
        f'{URDU}پہلا <bdi class="fact" dir="ltr">0311 999</bdi></p>\n'
        '<ul dir="rtl" lang="ur" translate="no">\n<li>دوسرا</li>\n</ul>\n</div>'
    ) in page.html
    assert asked(page) == [*OTHERS[:2], "Loose text of the step.", "A list in it.", *OTHERS[2:]]
    assert not {"A tip.", "One."} & {message.text for message in page.untranslated}


def test_loose_text_of_a_step_is_replaced_below_its_heading(rendered: Rendered) -> None:
    page = rendered(local("replace", "a-step", Kind.STEP, "متن\n\nاور متن"))
    assert 'data-minutes="5"' in page.html
    assert page.html.count(URDU) == 2
    assert "Loose text" not in page.html
    assert asked(page) == [*OTHERS, "A tip.", "One."]


def test_step_without_loose_text_can_be_given_some(rendered: Rendered) -> None:
    page = rendered(local("replace", "a-call", Kind.STEP))
    before, _, after = page.html.partition(f"{URDU}متن</p>")
    assert 'id="a-call"' in before
    assert 'id="a-tip"' in after


@pytest.mark.parametrize(
    ("action", "block", "neighbours"),
    [
        ("add-before", "a-tip", ("a-call", "a-tip")),
        ("add-after", "a-tip", ("a-tip", "")),
        ("add-after", "a-say", ("a-say", "a-call")),
        ("add-before", "a-call", ("a-say", "a-call")),
        ("add-after", "a-call", ("a-call", "a-tip")),
        ("add-after", "a-step", ("a-step", "a-say")),
    ],
)
def test_added_block_stands_beside_its_neighbour(
    rendered: Rendered, action: str, block: str, neighbours: tuple[str, str]
) -> None:
    html = rendered(local(action, block, Kind.NOTE)).html
    before, _, after = html.partition('<div class="block note" id="dem-050">')
    assert before.rpartition(' id="')[2].partition('"')[0] == neighbours[0]
    assert after.partition(' id="')[2].partition('"')[0] == neighbours[1]


def test_added_block_asks_for_nothing_new(rendered: Rendered) -> None:
    page = rendered(local("add-after", "a-say", Kind.EXAMPLE))
    assert asked(page) == [
        *OTHERS[:2],
        "Loose text of the step.",
        "A list in it.",
        *OTHERS[2:],
        "A tip.",
        "One.",
    ]


def test_hostile_text_is_sanitised(rendered: Rendered) -> None:
    html = rendered(
        local("replace", "a-tip", text="[x](javascript:alert(1)) <b onclick=x>y</b>")
    ).html
    assert "javascript" not in html
    assert "onclick" not in html


def test_page_without_texts_of_the_language_stays_as_it_is() -> None:
    texts = [local("replace", "a-tip")]
    assert texts_for(texts, "page", "ur") == texts
    assert texts_for(texts, "page", "fr") == texts_for(texts, "other", "ur") == []
    assert with_local_texts(PAGE, []) == PAGE


def test_block_that_is_not_there_stops_the_work() -> None:
    with pytest.raises(ValueError, match='no block "a-note" on page'):
        with_local_texts(PAGE, [local("replace", "a-note")])
