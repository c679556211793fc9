"""Two renderings of one page become one page, and nothing of either is lost or stands twice."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from manualkit.markdown import render_page
from manualkit.markdown.pairs import in_two_languages
from manualkit.model.language import language
from manualkit.model.rendition import RenderContext

CASES = Path(__file__).parents[2] / "cases" / "markdown"
MakeContext = Callable[..., RenderContext]
Both = Callable[..., html.HtmlElement]


@pytest.fixture
def both(make_context: MakeContext) -> Both:
    """Return a function that renders a page in two languages; the catalogue is a dictionary."""

    def make(text: str, catalogue: dict[str, str], **changes: object) -> html.HtmlElement:
        other = render_page(text, make_context("ur", catalogue, **changes)).html
        english = render_page(text, make_context("en")).html
        return parsed(in_two_languages(english, other, language("ur")))

    return make


def parsed(text: str) -> html.HtmlElement:
    return html.fragment_fromstring(text, create_parent="body")


def texts(tree: html.HtmlElement) -> Counter[str]:
    return Counter(" ".join(text.split()) for text in tree.itertext() if text.strip())


def sides(tree: html.HtmlElement, where: str = ".") -> list[tuple[str, str, str]]:
    found = tree.xpath(f"{where}//*[contains(concat(' ', @class, ' '), ' side ')]")
    return [(each.get("lang"), each.get("dir"), each.text_content()) for each in found]


@pytest.mark.parametrize("name", ["torture", "torture-blocks"])
@pytest.mark.parametrize("code", ["ur", "ar", "fr", "th"])
def test_every_construct_keeps_both_texts_and_each_id_once(
    name: str, code: str, make_context: MakeContext
) -> None:
    text = (CASES / f"{name}.md").read_text("utf-8")
    english = render_page(text, make_context("en")).html
    context = make_context(code, translate=lambda each: f"⟦{each}⟧", safety_approved=True)
    other = render_page(text, context).html
    made = in_two_languages(english, other, language(code))
    tree, met = parsed(made), texts(parsed(made))
    for half in (english, other):
        lost = {text: count for text, count in texts(parsed(half)).items() if met[text] < count}
        assert lost == {}
    ids = Counter(tree.xpath(".//@id"))
    assert set(parsed(english).xpath(".//@id")) <= set(ids)
    assert [each for each, count in ids.items() if count > 1] == []
    inner = [address[1:] for address in tree.xpath(".//a/@href") if address.startswith("#")]
    assert set(inner) <= set(ids)
    labels = tree.xpath(".//label/@for")
    assert set(labels) <= set(ids)
    languages = {each[:2] for each in sides(tree)}
    assert languages == {("en", "ltr"), (code, language(code).direction)}


def test_a_heading_stands_once_with_both_texts(both: Both) -> None:
    tree = both("## Rest {#rest minutes=5}\n", {"Rest": "آرام"})
    (heading,) = tree.xpath(".//h2")
    assert (heading.get("id"), heading.get("data-minutes")) == ("rest", "5")
    assert sides(heading) == [("en", "ltr", "Rest"), ("ur", "rtl", "آرام")]


def test_a_block_keeps_its_one_frame_and_holds_whole_texts(both: Both) -> None:
    text = "::: say {#s .core}\nOne.\n\nTwo.\n\n- Three\n:::\n"
    tree = both(text, {"Say": "کہیں", "One.": "ایک۔", "Two.": "دو۔", "Three": "تین"})
    (block,) = tree.xpath("./div")
    assert (block.get("class"), block.get("id")) == ("block say core", "s")
    assert sides(block, "./p") == [("en", "ltr", "Say"), ("ur", "rtl", "کہیں")]
    english, urdu = block.xpath("./div[@class='pair']/div")
    assert [child.tag for child in english] == [child.tag for child in urdu] == ["p", "p", "ul"]


def test_what_fell_back_to_english_stands_once(both: Both) -> None:
    tree = both("::: say {#s}\nOne.\n\nTwo.\n:::\n", {"Two.": "دو۔"})
    assert texts(tree) == Counter({"Say": 1, "One.": 1, "Two.": 1, "دو۔": 1})
    (once,) = tree.xpath(".//div/p[text()='One.']")
    assert (once.get("class"), once.get("lang"), once.get("dir")) == ("untranslated", "en", "ltr")


def test_safety_text_that_is_not_approved_stands_once_in_english_with_its_notice(
    both: Both,
) -> None:
    notice = "اردو میں منظور نہیں۔"
    catalogue = {"Stay.": "رکیں۔", "Not yet approved in {language}.": notice}
    text = "::: safety {#s .safety}\nStay.\n:::\n"
    tree = both(text, catalogue)
    assert texts(tree) == Counter({"Safety": 1, notice: 1, "Stay.": 1})
    assert sides(tree) == [("ur", "rtl", notice)]
    approved = both(text, catalogue, safety_approved=True)
    assert sides(approved) == [("en", "ltr", "Stay."), ("ur", "rtl", "رکیں۔")]


FORM = "::: form {#f}\n| No. | Your words | NA |\n|---|---|---|\n| 1 | | |\n:::\n"


def test_there_is_one_form_to_write_on(both: Both) -> None:
    tree = both(FORM, {"No.": "نمبر", "Your words": "آپ کے الفاظ", "NA": "NA"})
    (table,) = tree.xpath(".//table")
    assert [len(head.xpath(".//span[@class='side']")) for head in table.xpath(".//th")] == [2, 2, 0]
    assert [cell.text_content() for cell in table.xpath(".//td")] == ["1", "", ""]
    assert table.xpath(".//th[3]/@class") == ["both"]


def test_other_tables_stand_one_below_the_other(both: Both) -> None:
    tree = both(FORM.replace("form", "example"), {"No.": "نمبر", "Your words": "الفاظ"})
    assert len(tree.xpath(".//div[@class='pair tables']/div/table")) == 2


def test_a_picture_stands_once(both: Both) -> None:
    text = '::: scene {#s picture="a.svg" alt="A road."}\nShe walks.\n:::\n'
    tree = both(text, {"A road.": "ایک سڑک۔", "She walks.": "وہ چلتی ہے۔"})
    assert tree.xpath(".//img/@alt") == ["ایک سڑک۔"]


def test_a_text_of_one_language_stands_alone(both: Both) -> None:
    text = '::: note {#n local="ur"}\nیہاں لکھا گیا۔\n:::\n'
    tree = both(text, {})
    assert sides(tree) == [("ur", "rtl", "یہاں لکھا گیا۔")]
    assert texts(tree) == Counter({"یہاں لکھا گیا۔": 1})


def test_text_that_stands_in_english_too_does_not_stand_three_times(both: Both) -> None:
    tree = both("::: note {#n .in-english-too}\nIt is free.\n:::\n", {"It is free.": "یہ مفت ہے۔"})
    assert texts(tree) == Counter({"It is free.": 1, "یہ مفت ہے۔": 1})


def test_renderings_that_differ_are_shown_whole() -> None:
    tree = parsed(in_two_languages("<p>One.</p>", "<p>ایک۔</p><hr>", language("ur")))
    assert sides(tree) == [("en", "ltr", "One."), ("ur", "rtl", "ایک۔")]


def test_what_parsing_makes_of_a_text_is_cleaned() -> None:
    text = "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; so on</p>"
    made = in_two_languages(text, text, language("ur"))
    assert "<script" not in made
    assert made.count("&lt;script&gt;") == 2
