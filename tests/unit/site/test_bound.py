"""What belongs together stays together, whatever the direction and the script."""

from manualkit.model.language import language
from manualkit.site.bound import bound


def test_from_right_to_left_a_plus_stays_behind_its_latin_word() -> None:
    apart = '<p>1+1, A+B</p><article>PM+</article><script>x = "PM+";</script>'
    page = f'<p title="PM+ b">تعلموا PM+</p>{apart}'
    assert bound(page, language("ar")) == page.replace("PM+</p>", "PM+\u200e</p>")
    assert bound(page, language("fr")) == page


def test_in_thai_a_line_never_begins_with_the_sign_that_repeats_a_word() -> None:
    page = '<p title="ช้า ๆ">หายใจช้า ๆ และ</p>'
    assert bound(page, language("th")) == '<p title="ช้า ๆ">หายใจช้า\u00a0ๆ และ</p>'


def test_a_page_is_bound_once() -> None:
    page = bound("<p>تعلموا PM+</p>", language("ur"))
    assert bound(page, language("ur")) == page
