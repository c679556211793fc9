"""Tries to change, drop or reverse safety text, locked text and phone numbers with a catalogue.

Each try is a translation that a stranger could put into a PO file of the real manual. Either it is
not published (then the English stands there), or nothing that is protected changes in the HTML.
"""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import lxml.html
import polib
import pytest

from manualkit.catalogue import Catalogue, check_catalogue, load_strings
from manualkit.compose import Composition
from manualkit.markdown import render_page
from manualkit.model.finding import errors
from manualkit.model.language import language
from manualkit.model.rendition import RenderContext
from manualkit.pipeline import prepare_sound

ROOT = Path(__file__).parents[2]
LOCKED = "g2-choose-script"
"""A core block; its message is one paragraph."""
FACT = "advice_service"
WITH_FACT = "g2-ideas-people"


@pytest.fixture(scope="module")
def edition() -> Composition:
    compositions = prepare_sound(ROOT, date(2026, 11, 22)).compositions
    return next(c for c in compositions if c.manifest.edition.id == "prosper-liverpool")


class Site:
    """Renders pages of the edition in Arabic with a catalogue of one's own."""

    def __init__(self, edition: Composition, folder: Path) -> None:
        self.edition = edition
        self.file = folder / "ar" / "core.po"
        self.strings = load_strings(ROOT / "templates")

    def translate(self, *entries: tuple[str, str]) -> None:
        """Write the catalogue."""
        catalogue = polib.POFile()
        catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": "ar"}
        for english, translation in entries:
            catalogue.append(polib.POEntry(msgid=english, msgstr=translation))
        self.file.parent.mkdir(parents=True, exist_ok=True)
        catalogue.save(str(self.file))

    def render(self, page: str) -> lxml.html.HtmlElement:
        """Return a page as a browser would read it."""
        catalogue = Catalogue.open(self.file.parents[1], "prosper-liverpool", "ar")
        context = RenderContext(
            page=page,
            language=language("ar"),
            translate=catalogue.translate,
            facts=self.edition.manifest.facts,
            strings=self.strings,
        )
        html = render_page(self.edition.pages[page], context).html
        return lxml.html.fragment_fromstring(html, create_parent="main")

    def messages(self, page: str, block: str) -> list[str]:
        """Return the English messages of a block."""
        context = RenderContext(
            page=page,
            language=language("ar"),
            translate=lambda _: None,
            facts=self.edition.manifest.facts,
            strings=self.strings,
        )
        rendered = render_page(self.edition.pages[page], context)
        return [m.text for m in rendered.messages if m.block == block and m.kind != "string"]


@pytest.fixture
def site(edition: Composition, tmp_path: Path) -> Site:
    return Site(edition, tmp_path)


def block(page: lxml.html.HtmlElement, name: str) -> lxml.html.HtmlElement:
    (found,) = page.xpath(f'.//*[@id="{name}"]')
    return found


def phones(page: lxml.html.HtmlElement) -> list[str]:
    return [fact.text_content() for fact in page.xpath('.//bdi[contains(@class, "fact")]')]


def test_safety_text_is_never_looked_up(site: Site) -> None:
    names = [b.id for b in site.edition.manifest.blocks if b.lock == "safety" and b.text]
    english = site.render("safety/safety")
    messages = [text for name in names for text in site.messages("safety/safety", name)]
    assert len(messages) >= 15
    site.translate(*[(text, re.sub(r"[A-Za-z]+", "كل شيء بخير", text)) for text in messages])
    assert lxml.html.tostring(site.render("safety/safety")) == lxml.html.tostring(english)
    for name in names:
        words = " ".join(block(english, name).text_content().split())
        assert words
        assert "كل شيء بخير" not in words


NUMBERS: dict[str, Callable[[str], str]] = {
    "another number typed beside the fact": lambda text: f"{text} 0151 000 0000",
    "the number typed in place of the fact": lambda text: text.replace(
        "{advice_service}", "0151 000 0000"
    ),
    "another fact": lambda text: text.replace("{advice_service}", "{crisis_line}"),
    "the fact lost": lambda text: text.replace("{advice_service}", "الرقم"),
    "the fact twice": lambda text: f"{text} {{advice_service}}",
    "a made-up fact": lambda text: text.replace("{advice_service}", "{advice_servise}"),
    "digits of another script": lambda text: text.replace("{advice_service}", "٠١٥١ ٠٠٠ ٠٠٠٠"),
    "an override that turns text around": lambda text: text.replace(
        "{advice_service}", "\u202e{advice_service}\u202c"
    ),
    "an isolate around it": lambda text: text.replace(
        "{advice_service}", "\u2067{advice_service}\u2069"
    ),
    "a private-use character": lambda text: f"{text} \ue000",
    "a tag around it": lambda text: text.replace(
        "{advice_service}", '<bdo dir="rtl">{advice_service}</bdo>'
    ),
}


@pytest.mark.parametrize("change", NUMBERS.values(), ids=NUMBERS)
def test_a_number_cannot_be_changed(site: Site, change: Callable[[str], str]) -> None:
    page = "group/session-2"
    before = phones(site.render(page))
    text = next(t for t in site.messages(page, WITH_FACT) if f"{{{FACT}}}" in t)
    site.translate((text, change(f"نص {text}")))
    assert errors(check_catalogue(site.file, "ar"))
    after = site.render(page)
    assert phones(after) == before
    assert block(after, WITH_FACT).xpath('.//*[contains(@class, "untranslated")]')


HIDING = {
    "a closing tag": "نص</div></main>",
    "a hidden box": "<div hidden>نص</div>",
    "a style": '<span style="display:none">نص</span>',
    "a comment": "<!-- نص",
    "a script": "<script>document.body.remove()</script> نص",
    "an event": '<b onclick="alert(1)">نص</b>',
    "a fence": ":::\nنص\n::: safety {#x .safety}",
    "an id": "نص {#g2-choose-script}",
    "attributes": 'نص {: .safety style="display:none" }',
    "a picture from elsewhere": "![x](https://evil.example/x.png) نص",
    "a link that runs": "[نص](javascript:alert(1))",
}


@pytest.mark.parametrize("translation", HIDING.values(), ids=HIDING)
def test_a_translation_brings_words_only(site: Site, translation: str) -> None:
    page = "group/session-2"
    before = site.render(page)
    (text,) = site.messages(page, LOCKED)
    site.translate((text, translation.replace("نص", "نص **نص**")))
    after = site.render(page)
    assert shape(after) == shape(before)
    assert not after.xpath(".//script | .//style | .//*[@style] | .//*[@hidden] | .//iframe")
    assert not [n for e in after.iter() for n in e.attrib if n.startswith("on")]
    assert not after.xpath('.//@href[starts-with(., "javascript")] | .//img/@src[contains(., ":")]')


def shape(page: lxml.html.HtmlElement) -> list[tuple[str, str, str]]:
    """Return every addressable element: where it is and what it claims to be."""
    return [
        (element.tag, element.get("id"), element.get("class", ""))
        for element in page.iter()
        if element.get("id")
    ]


@pytest.mark.parametrize("state", ["fuzzy", "obsolete"])
def test_what_nobody_has_looked_at_is_not_published(site: Site, state: str) -> None:
    (text,) = site.messages("group/session-2", LOCKED)
    site.translate((text, "نص **نص**"))
    catalogue = polib.pofile(str(site.file))
    if state == "fuzzy":
        catalogue[0].flags.append("fuzzy")
    else:
        catalogue[0].obsolete = True
    catalogue.save(str(site.file))
    assert "نص" not in block(site.render("group/session-2"), LOCKED).text_content()
