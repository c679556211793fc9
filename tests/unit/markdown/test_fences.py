from collections.abc import Callable

import pytest

from manualkit.markdown import render_page
from manualkit.model.rendition import RenderContext

Make = Callable[..., RenderContext]


def test_text_around_a_fence_stays_outside(make_context: Make) -> None:
    html = render_page("before\n::: do {#d}\ninside\n:::\nafter", make_context()).html
    assert html == (
        '<p>before</p>\n<div class="block do" id="d">\n<p>inside</p>\n</div>\n<p>after</p>'
    )


def test_fence_that_never_closes_is_shown_as_typed(make_context: Make) -> None:
    html = render_page("::: say\ntext\n\nmore", make_context()).html
    assert "::: say" in html
    assert "more" in html


def test_fence_in_a_code_block_is_code(make_context: Make) -> None:
    html = render_page("```\n::: say {#s}\nx\n:::\n```", make_context()).html
    assert '<div class="block' not in html


def test_fence_without_braces_has_no_id(make_context: Make) -> None:
    assert '<div class="block do">' in render_page("::: do\nx\n:::", make_context()).html


@pytest.mark.parametrize("kind", ["story", "picture", "form", "do"])
def test_kind_without_a_string_has_no_label(kind: str, make_context: Make) -> None:
    assert "block-label" not in render_page(f"::: {kind} {{#k}}\nx\n:::", make_context()).html


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("index", "images/a.svg"),
        ("group/session-2", "../images/a.svg"),
        ("a/b/c", "../../images/a.svg"),
    ],
)
def test_picture_is_addressed_from_the_page(page: str, address: str, make_context: Make) -> None:
    source = '::: scene {#s picture="a.svg" alt="A long text"}\nText\n:::'
    assert f'src="{address}"' in render_page(source, make_context(page=page)).html


def test_fences_work_inside_html_that_is_read_as_markdown(make_context: Make) -> None:
    html = render_page("<div markdown>\n\n::: do {#d}\ninside\n:::\n\n</div>", make_context()).html
    assert '<div class="block do" id="d">' in html


def test_one_fence_follows_another_without_an_empty_line(make_context: Make) -> None:
    html = render_page("::: do {#a}\n- x\n:::\n::: ask {#b}\n- y\n:::", make_context()).html
    assert html.index('id="a"') < html.index("<li>x") < html.index('id="b"') < html.index("<li>y")


def test_list_ends_with_its_fence(make_context: Make) -> None:
    html = render_page("::: do {#a}\n1. x\n\n:::\n\n1. y", make_context()).html
    assert html.count("<ol>") == 2
