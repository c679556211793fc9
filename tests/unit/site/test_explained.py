"""Words in plain words: which use of a word leads to its meaning."""

import dataclasses as dc
from collections.abc import Callable
from pathlib import Path

import pytest
from markupsafe import Markup

from manualkit.model.language import language
from manualkit.model.page import PageKind
from manualkit.model.wayfinding import ExplainedWord
from manualkit.site.explained import explained
from manualkit.site.rendition import Rendition

Make = Callable[[str], Rendition]
SESSION = "group/session-2"
LINK = '<a href="#explained-sign" class="explained">{}</a>'
WORDS = {
    "early sign": {"ar": "علامة مبكرة", "th": "สัญญาณเตือน", "tr": "erken belirti"},
    "A small change.": {"ar": "تغير صغير.", "th": "การเปลี่ยนแปลงเล็ก", "tr": "Küçük değişiklik."},
}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The English text of the page."""
    file = tmp_path / "pages" / f"{SESSION}.md"
    file.parent.mkdir(parents=True)
    file.write_text("An early sign helps.", "utf-8")
    return file


@pytest.fixture
def read(rendition: Make, source: Path, tmp_path: Path) -> Callable[[str, str], str]:
    """Return the HTML of a page in a language, in a manual that explains one word."""
    assert source.exists()

    def make(code: str, body: str) -> str:
        base = rendition("en")
        entry = ExplainedWord(id="sign", word="early sign", meaning="A small change.")
        manifest = base.manifest.model_copy(update={"explained": [entry]})

        def translate(message: str) -> str | None:
            return WORDS.get(message, {}).get(code)

        made = dc.replace(
            base, folder=tmp_path, manifest=manifest, language=language(code), translate=translate
        )
        return str(explained(made, SESSION, Markup(body))[0])  # noqa: S704  (a text of the test)

    return make


@pytest.mark.parametrize(
    ("code", "body", "word"),
    [
        pytest.param("en", "<p>An {} helps.</p>", "early sign", id="english"),
        pytest.param("en", "<p>Know your {}!</p>", "early signs", id="plural"),
        pytest.param("en", "<p><b>{}</b> come first.</p>", "Early signs", id="capital-in-bold"),
        pytest.param("en", "<p>See <b>this</b>: an {}.</p>", "early sign", id="after-an-element"),
        pytest.param("tr", "<p>Bir {} görür.</p>", "erken belirtiyi", id="turkish-case"),
        pytest.param("th", "<p>นี่คือ{}ของคุณ</p>", "สัญญาณเตือน", id="thai-has-no-spaces"),
        pytest.param("ar", "<p>هذه {} لك.</p>", "علامة مبكرة", id="arabic"),
    ],
)
def test_the_first_use_leads_to_the_meaning(
    read: Callable[[str, str], str], code: str, body: str, word: str
) -> None:
    assert read(code, body.format(word)) == body.format(LINK.format(word))


def test_a_common_word_is_not_explained_where_english_has_another(
    read: Callable[[str, str], str], source: Path
) -> None:
    source.write_text("A signal comes early.", "utf-8")
    body = "<p>هذه علامة مبكرة لك.</p>"
    assert read("ar", body) == body


@pytest.mark.parametrize("kind", [PageKind.ABOUT, PageKind.CERTIFICATE])
def test_titles_of_books_and_certificates_explain_nothing(
    rendition: Make, source: Path, kind: PageKind
) -> None:
    base = rendition("en")
    page = base.page(SESSION).model_copy(update={"kind": kind})
    entry = ExplainedWord(id="sign", word="early sign", meaning="A small change.")
    manifest = base.manifest.model_copy(update={"explained": [entry], "pages": [page]})
    made = dc.replace(base, folder=source.parents[2], manifest=manifest)
    body = Markup("<p>Know your early sign.</p>")
    assert explained(made, SESSION, body) == (body, [])


def test_only_the_first_use_does(read: Callable[[str, str], str]) -> None:
    body = read("en", "<p>One early sign.</p><p>Two early signs.</p>")
    assert body.count("<a ") == 1
    assert body.endswith("<p>Two early signs.</p>")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param('<div class="block say"><p>An early sign.</p></div>', id="read-aloud"),
        pytest.param('<div class="block safety"><p>An early sign.</p></div>', id="safety"),
        pytest.param('<div class="block explain core"><p>An early sign.</p></div>', id="core"),
        pytest.param("<h2>An early sign</h2>", id="heading"),
        pytest.param('<h2 class="step core" id="s">Go</h2><p>An early sign.</p>', id="core-step"),
        pytest.param('<p><a href="x/">An early sign</a></p>', id="link"),
        pytest.param("<table><tr><td>early sign</td></tr></table>", id="table"),
        pytest.param("<p>An early signal.</p>", id="another-word"),
        pytest.param('<p lang="ar">early sign</p>', id="another-language"),
    ],
)
def test_what_stays_as_it_is(read: Callable[[str, str], str], body: str) -> None:
    assert read("en", body) == body


def test_a_word_without_translation_is_left_alone(read: Callable[[str, str], str]) -> None:
    assert read("ur", "<p>An early sign.</p>") == "<p>An early sign.</p>"
