"""One line of a file changes; every other byte stays."""

import pytest

from manualkit.adaptor.head import own_text, stamped, with_text, with_value

NEW = "0123456789ab"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            '---\nid: X\nbase: "aaaa"  # why\nk: v\n---\nText.\n',
            f'---\nid: X\nbase: "{NEW}"  # why\nk: v\n---\nText.\n',
            id="another base, with a comment",
        ),
        pytest.param(
            "---\nid: X\nbase:   'aaaa'\n---\nText.",
            f'---\nid: X\nbase:   "{NEW}"\n---\nText.',
            id="other quotes, no line end at the end",
        ),
        pytest.param(
            "---\nid: X\nbase:\n---\n", f'---\nid: X\nbase: "{NEW}"\n---\n', id="empty base"
        ),
        pytest.param(
            "---\r\nid: X\r\n---\r\nbase: no\r\n",
            f'---\r\nid: X\r\nbase: "{NEW}"\r\n---\r\nbase: no\r\n',
            id="Windows line ends, no base, the word in the text",
        ),
        pytest.param(
            "\ufeff---\nid: X\n# base:\nbase_a: y\n---  \n\n---\nText\u2028here.\n",
            f'\ufeff---\nid: X\n# base:\nbase_a: y\nbase: "{NEW}"\n---  \n\n---\nText\u2028here.\n',
            id="byte order mark, comment, similar key, hidden characters",
        ),
    ],
)  # fmt: skip
def test_only_the_line_base_changes(before: str, after: str) -> None:
    assert stamped(before.encode(), NEW).decode() == after
    assert stamped(after.encode(), NEW).decode() == after


def test_text_is_replaced_with_the_line_ends_of_the_file() -> None:
    content = b"---\r\nid: X  # mine\r\n---\r\n\r\nOld\r\ntext.\r\n"
    assert own_text(content) == "Old\ntext."
    assert with_text(content, "New\ntext.") == b"---\r\nid: X  # mine\r\n---\r\nNew\r\ntext.\r\n"


def test_key_that_is_not_there_changes_nothing() -> None:
    assert with_value(b"  core_version: 1\n", "core_version", "2") == b"  core_version: 1\n"
