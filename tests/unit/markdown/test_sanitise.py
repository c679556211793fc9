import pytest

from manualkit.markdown.sanitise import sanitise


@pytest.mark.parametrize(
    "html",
    [
        pytest.param('<input id="__tabbed_1_1" name="__tabbed_1" type="radio">', id="tab"),
        pytest.param('<label for="__tabbed_1_1">Tab</label>', id="tab label"),
        pytest.param('<div class="tabbed-set tabbed-alternate" data-tabs="1:2">x</div>', id="tabs"),
        pytest.param('<a id="__codelineno-0-1" href="#__codelineno-0-1">x</a>', id="code line"),
        pytest.param('<a class="headerlink" href="#x" title="Here">¶</a>', id="permalink"),
        pytest.param('<a class="md-button md-button--primary" href="a/">x</a>', id="button"),
        pytest.param('<details class="tip" open=""><summary>x</summary></details>', id="details"),
        pytest.param('<td style="text-align:right">x</td>', id="column"),
        pytest.param('<ol class="minute-bar" id="m"><li class="min-6">x</li></ol>', id="minutes"),
        pytest.param('<h2 data-minutes="6" data-minutes-label="6 min">x</h2>', id="step"),
        pytest.param('<bdi class="fact" dir="ltr">112</bdi>', id="fact"),
        pytest.param('<a href="tel:112">x</a>', id="tel"),
        pytest.param('<a href="sms:112">x</a>', id="sms"),
        pytest.param('<a href="mailto:a@b.example">x</a>', id="mail"),
        pytest.param('<a href="../a/#b">x</a>', id="relative link"),
        pytest.param('<img alt="x" src="../images/a.svg" width="300">', id="picture"),
        pytest.param('<p lang="en" dir="ltr" class="untranslated">x</p>', id="untranslated"),
        pytest.param(
            '<span class="twemoji"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
            '<path d="M18 3H6v4h12"></path></svg></span>',
            id="icon",
        ),
    ],
)  # fmt: skip
def test_markup_of_the_site_comes_through(html: str) -> None:
    if html.startswith("<td"):
        html = f"<table><tbody><tr>{html}</tr></tbody></table>"
    assert sanitise(html) == html


def test_class_of_the_theme_is_dropped_and_the_others_stay() -> None:
    assert sanitise('<p class="md-overlay wide">x</p>') == '<p class="wide">x</p>'


def test_comment_is_dropped() -> None:
    assert sanitise("a<!-- note to self -->b") == "ab"


def test_sanitising_twice_is_sanitising_once() -> None:
    once = sanitise("<p>A & B\u00a0<b>c</b><br/><input type='checkbox' disabled='disabled'/></p>")
    assert sanitise(once) == once
