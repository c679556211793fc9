import json
from typing import Any

from manualkit.model.language import language
from manualkit.site.finish import finish_page
from manualkit.site.places import Places, Sister, Spot

SPOT = Spot(
    Places([Sister("core", "Core", "", ("ar",), ("index",))]), "core", "ar", "group/session-2"
)
PAGE = (
    '<!doctype html><html lang="en" class="no-js"><link href="../../assets/a.css">'
    '<img src="../../images/assets.svg"><script src="assets/b.js"></script>'
    '<script id="__config" type="application/json">'
    '{"base": "../..", "search": "../../assets/javascripts/workers/search.1.min.js", "x": "</b>"}'
    "</script>"
)


FORM = '<form class="md-search__form" name="search">'


def finished(words: dict[str, str] | None) -> str:
    return finish_page(PAGE + FORM, SPOT, language("ar"), words)


def test_page_says_its_language_and_direction() -> None:
    assert '<html lang="ar" dir="rtl" class="no-js">' in finished({})


def test_assets_are_those_of_the_whole_site() -> None:
    assert 'href="../../../../assets/a.css"' in finished({})
    assert 'src="../../../../assets/b.js"' in finished({})
    assert 'src="../../images/assets.svg"' in finished({})


def config_of(html: str) -> dict[str, Any]:
    text = html.partition('type="application/json">')[2].partition("</script>")[0]
    assert "<" not in text
    config: dict[str, Any] = json.loads(text)
    return config


def test_search_is_that_of_the_rendition() -> None:
    html = finished({"search.result.none": "Nothing <here>."})
    config = config_of(html)
    assert config["base"] == "../.."
    assert config["search"] == "../../../../assets/manual/search.js"
    assert config["translations"]["search.result.none"] == "Nothing <here>."
    assert '<form class="md-search__form">' in html


def test_without_our_search_material_has_its_own() -> None:
    html = finished(None)
    config = config_of(html)
    assert config["base"] == "../.."
    assert config["search"] == "../../../../assets/javascripts/workers/search.1.min.js"
    assert FORM in html


def test_a_page_is_sent_without_indents_but_code_stays_as_it_is() -> None:
    page = "<ul>\n   <li>a  b</li>\n\n  </ul>\n<pre><code>x\n\n  y\n</code></pre>\n <p>z</p>"
    finished = finish_page(page, SPOT, language("ar"), None)
    assert finished == ("<ul><li>a  b</li></ul>\n<pre><code>x\n\n  y\n</code></pre>\n<p>z</p>\n")


def test_words_for_what_is_switched_off_are_left_out() -> None:
    page = PAGE.replace('"x":', '"translations": {"clipboard.copy": "a", "search.x": "b"}, "x":')
    assert config_of(finish_page(page, SPOT, language("ar"), None))["translations"] == {
        "search.x": "b"
    }


def test_blanks_between_blocks_are_not_sent_and_those_between_words_are() -> None:
    page = "<ul>\n  <li>\n<b>a</b>\n <i>b</i></li>\n</ul>\n<pre>\n</p>\n<p></pre>"
    short = "<ul><li>\n<b>a</b>\n<i>b</i></li></ul>\n<pre>\n</p>\n<p></pre>\n"
    assert finish_page(page, SPOT, language("en"), None) == short


def test_a_framed_page_leaves_the_words_of_the_search_to_the_frame() -> None:
    page = finish_page(PAGE + FORM, SPOT, language("ar"), {"search.result.none": "x"}, framed=True)
    assert config_of(page)["translations"] == {}
    assert '</script><script src="../../frame.js"></script>' in page


def test_lists_count_in_the_digits_of_the_language() -> None:
    persian = finish_page(PAGE, SPOT, language("fa"), {})
    assert '<html lang="fa" dir="rtl" data-digits="persian" class="no-js">' in persian
    assert "data-digits" not in finished({})


def test_the_name_of_a_step_is_one_piece_whatever_stands_in_it() -> None:
    mixed = '<h2 class="step core" id="a">ما هو <bdi dir="ltr">PM+</bdi></h2>'
    plain = '<h3 class="step" id="b">الترحيب</h3><h2 id="c"><em>أ</em></h2>'
    page = finish_page(PAGE + mixed + plain, SPOT, language("ar"), {})
    name = 'ما هو <bdi dir="ltr">PM+\N{LEFT-TO-RIGHT MARK}</bdi>'
    assert f'<h2 class="step core" id="a"><span>{name}</span></h2>' in page
    assert plain in page
