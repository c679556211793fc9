import pytest

from manualkit.verify.source import pieces, read_page

PAGE = """---
title: A page
---

Loose text before any block is nobody's.

## Call {emergency_number} {#s-call minutes=5 .safety}

Stay with the person.

::: say {#s-say .core}
One line
goes on.

- First
- Second
  goes on
:::

Loose text behind a fence is nobody's either.

::: scene {#s-scene picture=kitchen}
Not locked.
:::
"""


def test_blocks_with_their_locks_and_pieces() -> None:
    call, say, scene = read_page(PAGE, "a/page")
    assert (call.id, call.kind, call.lock, call.page) == ("s-call", "step", "safety", "a/page")
    assert call.pieces() == [("h2", "Call {emergency_number}"), ("p", "Stay with the person.")]
    assert (say.kind, say.lock) == ("say", "core")
    assert say.pieces() == [("p", "One line goes on."), ("ul", "First"), ("ul", "Second goes on")]
    assert (scene.lock, scene.picture) == ("", True)


def test_windows_line_ends_change_nothing() -> None:
    assert [block.pieces() for block in read_page(PAGE.replace("\n", "\r\n"), "a/page")] == [
        block.pieces() for block in read_page(PAGE, "a/page")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. One\n2. Two", [("ol", "One"), ("ol", "Two")]),
        ("1. One\n\n2. Two", [("ol", "One"), ("ol", "Two")]),
        (
            "- One\n\n    Of the item.\n\n- Two",
            [("ul", "One"), ("p", "Of the item."), ("ul", "Two")],
        ),
        ("- One\n    1. Inside", [("ul", "One"), ("ol", "Inside")]),
        ("Not a list:\n- one", [("p", "Not a list: - one")]),
        ("> Quoted\n> words", [("p", "Quoted words")]),
        ("| A | B |\n|---|---|\n| a\\|a |  |", [("th", "A"), ("th", "B"), ("td", "a|a")]),
        ("A or | B", [("p", "A or | B")]),
    ],
)
def test_pieces_of_a_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert pieces(text) == expected
