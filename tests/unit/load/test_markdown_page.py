import pytest

from manualkit.load.markdown_page import read_page
from manualkit.model.raw import RawPiece

HEAD = "---\ntitle: T\n---\n"


def pieces(body: str) -> tuple[RawPiece, ...]:
    page, findings = read_page(HEAD + body, "x", "docs/x.md")
    assert findings == []
    return page.pieces


def test_pieces_keep_kind_braces_text_and_lines() -> None:
    body = "\n## Step {#s minutes=5}\n\nLoose.\n\n::: say {#a .core}\n\nHello.\n\nYou.\n:::\n"
    assert pieces(body) == (
        RawPiece("head", 5, text="Step", braces="{#s minutes=5}", level=2),
        RawPiece("text", 7, 7, "Loose."),
        RawPiece("fence", 9, 11, "Hello.\n\nYou.", "say", "{#a .core}"),
    )


def test_fact_in_a_heading_stays_in_the_title() -> None:
    (head,) = pieces("## Call {crisis_line} now {#a}\n")
    assert (head.text, head.braces) == ("Call {crisis_line} now", "{#a}")


def test_heading_with_many_spaces_is_read_at_once() -> None:
    (head,) = pieces("## " + " " * 200_000 + "x\n")
    assert head.text == "x"


def test_indentation_of_the_first_line_is_kept() -> None:
    (fence,) = pieces("::: do {#a}\n  - one\n  - two\n:::\n")
    assert fence.text == "  - one\n  - two"


@pytest.mark.parametrize(
    ("body", "code", "line"),
    [
        pytest.param("::: say {#a}\nx\n", "fence-open", 4, id="a fence that never closes"),
        pytest.param("::: say {#a}\n::: do {#b}\n:::\n", "fence-in-fence", 5, id="two fences"),
        pytest.param(":::\n", "bad-fence", 4, id="a close without an opening"),
        pytest.param("::: say {#a} x\n", "bad-fence", 4, id="words behind the braces"),
    ],
)
def test_faulty_fence_is_one_finding_and_the_page_is_not_whole(
    body: str, code: str, line: int
) -> None:
    page, findings = read_page(HEAD + body, "x", "docs/x.md")
    assert [(f.code, f.location.line) for f in findings] == [(code, line)]
    assert not page.whole


@pytest.mark.parametrize("text", ["", "title: T\n", "\n---\ntitle: T\n---\n", "---\ntitle: T\n"])
def test_page_without_a_head_is_a_finding(text: str) -> None:
    page, findings = read_page(text, "x", "docs/x.md")
    assert [finding.code for finding in findings] == ["head-missing"]
    assert not page.whole
