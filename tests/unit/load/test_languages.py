import pytest

from manualkit.load import with_language


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("languages: [en, fr]  # ours\n", "languages: [en, fr, so]  # ours\n"),
        ("languages: [en,\n  fr,]\nid: x\n", "languages: [en,\n  fr, so,]\nid: x\n"),
        ("languages:\n  - en\n  - a  # b\nid: x", "languages:\n  - en\n  - a  # b\n  - so\nid: x"),
        ("languages:\n- en\n", "languages:\n- en\n- so\n"),
        ("languages:\r\n- en # a\r\nid: x\r\n", "languages:\r\n- en # a\r\n- so\r\nid: x\r\n"),
        ('languages: ["en"]', 'languages: ["en", so]'),
        ("language: en # us\nnav: []\n", "language: en # us\nlanguages: [en, so]\nnav: []\n"),
        ("id: x", "id: x\nlanguages: [en, so]\n"),
    ],
)  # fmt: skip
def test_the_language_is_added_and_all_else_stays(before: str, after: str) -> None:
    assert with_language(before, "so") == after


def test_what_yaml_takes_for_false_is_quoted() -> None:
    assert with_language("languages: [en]\n", "no") == 'languages: [en, "no"]\n'
