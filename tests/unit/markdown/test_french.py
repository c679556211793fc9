import pytest

from manualkit.markdown.french import french_spaces


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("Oui ?", "Oui\u202f?"),
        ("Oui?", "Oui\u202f?"),
        ("Oui\u00a0?", "Oui\u202f?"),
        ("Oui ?!", "Oui\u202f?!"),
        ("Oui; non !", "Oui\u202f; non\u202f!"),
        ("Note : oui", "Note\u00a0: oui"),
        ("Note: oui", "Note\u00a0: oui"),
        ("Note:", "Note\u00a0:"),
        ("«Oui»", "«\u00a0Oui\u00a0»"),
        ("« Oui »", "«\u00a0Oui\u00a0»"),
        ("« Oui ? »", "«\u00a0Oui\u202f?\u00a0»"),
        ("10:30", "10:30"),
        ("https://a.example/?b;c!d", "https://a.example/?b;c!d"),
        ("A &amp; B; C", "A &amp; B\u202f; C"),
        ("&lt;b&gt;", "&lt;b&gt;"),
    ],
)
def test_spaces(typed: str, set_: str) -> None:
    assert french_spaces(f"<p>{typed}</p>") == f"<p>{set_}</p>"


@pytest.mark.parametrize(
    "html",
    [
        "<code>a ? b : c;</code>",
        '<bdi class="fact">a ? b</bdi>',
        '<p lang="en">Yes?</p>',
        '<img alt="Oui ?">',
        '<a href="?b">x</a>',
    ],
)
def test_other_places_are_left_alone(html: str) -> None:
    assert french_spaces(html) == html


def test_setting_twice_is_setting_once() -> None:
    once = french_spaces("<p>Demandez : « Oui? » Non ; non!</p>")
    assert french_spaces(once) == once
