import pytest

from manualkit.markdown.parts import split_attributes, words_only


@pytest.mark.parametrize(
    ("text", "tag", "words", "braces"),
    [
        ("One {#one}", "h2", "One", " {#one}"),
        ("One  {: .core minutes=6 } ", "h2", "One", "  {: .core minutes=6 } "),
        ("One {.wide}", "td", "One", " {.wide}"),
        ("One {.wide}", "p", "One {.wide}", ""),
        ("One\n{: .wide }", "p", "One", "\n{: .wide }"),
        ("One\n  {: .wide }", "p", "One", "\n  {: .wide }"),
        ("One\ntwo {: .wide }", "p", "One\ntwo {: .wide }", ""),
        ("{: .wide }", "p", "{: .wide }", ""),
        ("One{#one}", "h2", "One{#one}", ""),
        ("One { }", "h2", "One { }", ""),
        ("{a} One {#one}", "h2", "{a} One", " {#one}"),
        ("One", "h2", "One", ""),
    ],
)
def test_braces_are_found_where_attr_list_looks(
    text: str, tag: str, words: str, braces: str
) -> None:
    assert split_attributes(text, tag) == (words, braces)


@pytest.mark.parametrize(
    ("translation", "english", "expected"),
    [
        ("Appelez {crisis_line}", "Call {crisis_line}", "Appelez {crisis_line}"),
        ("Appelez {: .x }", "Call", "Appelez &#123;: .x }"),
        ("<b>Un</b>", "<b>One</b>", "<b>Un</b>"),
        ("<b>Un</b><i>", "<b>One</b>", "<b>Un</b>&#60;i>"),
        ("1 < 2", "1 < 2", "1 < 2"),
    ],
)
def test_translation_brings_words_only(translation: str, english: str, expected: str) -> None:
    assert words_only(translation, english) == expected
