"""Translation changes words and nothing else, on a page with every construct there is."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import markdown
import pytest

from manualkit.markdown import EXTENSION_CONFIGS, EXTENSIONS, render_page
from manualkit.model.rendition import RenderContext

CASES = Path(__file__).parents[2] / "cases/markdown"
PAGES = ("torture", "torture-blocks", "torture-kinds")
each_page = pytest.mark.parametrize("name", PAGES)

# Turkish is written from left to right and has no spaces of its own.
OTHER_LANGUAGE = "tr"
KEPT = re.compile(
    r"\{[^{}]*\}|\]\([^)\s]*|\]\[[^\]]*\]|\[\^1\]|<[^>]*>|⟨\d+⟩|\+\+[^+]*\+\+|:[\w-]+:|&\w+;|\bPHQ\b|`[^`]*`"
)
PLAIN, FOREIGN = "aeiouAEIOU", "áéíóúÁÉÍÓÚ"

Make = Callable[..., RenderContext]
Texts = Callable[[str], list[str]]
Skeletons = Callable[[str], list[tuple[str, tuple[tuple[str, str], ...]]]]


def page(name: str) -> str:
    return (CASES / f"{name}.md").read_text("utf-8")


def pseudo(english: str) -> str:
    """Put an accent on every vowel that is no markup."""
    out, at = [], 0
    for kept in KEPT.finditer(english):
        out += [english[at : kept.start()].translate(str.maketrans(PLAIN, FOREIGN)), kept[0]]
        at = kept.end()
    return "".join(out) + english[at:].translate(str.maketrans(PLAIN, FOREIGN))


def folded(text: str) -> str:
    return text.translate(str.maketrans(FOREIGN, PLAIN))


def without_words(html: str) -> str:
    """Drop what a translation is allowed to change: the words of attributes."""
    return re.sub(r'(alt|title|data-minutes-label)="[^"]*"', r'\1=""', html)


def once(html: str) -> str:
    """Drop the English that stands below a translation (`.in-english-too`)."""
    return re.sub(r'<p dir="ltr" lang="en" translate="no">.*?</p>\n', "", html)


def test_plain_markdown_comes_out_as_python_markdown_writes_it(
    make_context: Make, skeleton: Skeletons, texts: Texts
) -> None:
    body = page("torture").split("---\n", 2)[2]
    plain = markdown.markdown(body, extensions=EXTENSIONS, extension_configs=EXTENSION_CONFIGS)
    plain = re.sub(r"<!--.*?-->", "", plain).replace("text-align: ", "text-align:")

    ours = render_page(page("torture"), make_context()).html

    assert skeleton(ours) == skeleton(plain)
    assert texts(ours) == texts(plain)


@each_page
def test_identity_translation_changes_nothing(
    name: str, make_context: Make, skeleton: Skeletons, texts: Texts
) -> None:
    english = render_page(page(name), make_context())
    context = make_context(OTHER_LANGUAGE, translate=lambda text: text, safety_approved=True)

    same = render_page(page(name), context)

    assert skeleton(once(same.html)) == skeleton(english.html)
    assert texts(once(same.html)) == texts(english.html)
    assert same.untranslated == ()


@each_page
def test_translation_changes_words_only(
    name: str, make_context: Make, skeleton: Skeletons, texts: Texts
) -> None:
    english = render_page(page(name), make_context()).html
    context = make_context(OTHER_LANGUAGE, translate=pseudo, safety_approved=True)

    foreign = once(render_page(page(name), context).html)

    assert skeleton(without_words(foreign)) == skeleton(without_words(english))
    assert [folded(text) for text in texts(foreign)] == texts(english)


@each_page
def test_translation_reaches_every_word(name: str, make_context: Make, texts: Texts) -> None:
    context = make_context(OTHER_LANGUAGE, translate=pseudo, safety_approved=True)

    foreign = texts(render_page(page(name), context).html)

    left = [text for text in foreign if re.search(rf"[{PLAIN}]", KEPT.sub("", text))]
    assert left == LEFT_ENGLISH[name]


LEFT_ENGLISH = {
    "torture": ["critic", "Breathe in - 2 - 3 Breathe out - 2 - 3", "code"],
    "torture-blocks": ["::: say {#not-a-fence} Kept as typed. :::"],
    # Code, the texts of one language, English on purpose: a disclaimer, the record for reviewers.
    "torture-kinds": """code|Kendi sözümüz.|Yağmurda şemsiye verin.|Nobody has looked at this text.
2 changes|tailoring|Texts|DEM-020|Another walk.|DEM-020: Another walk.|tailoring|Before
To the {well}.|After|To the|bus|Shown on:|Session 3""".replace("\n", "|").split("|"),
}


@each_page
def test_golden_page(name: str, make_context: Make) -> None:
    html = render_page(page(name), make_context()).html + "\n"
    golden = CASES / f"{name}.html"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(html, "utf-8")

    assert html == golden.read_text("utf-8")


@each_page
def test_every_message_has_its_line(name: str, make_context: Make) -> None:
    lines = page(name).splitlines()
    for message in render_page(page(name), make_context()).messages:
        if message.kind == "string" or message.text == "Tip":
            continue  # a word of ours, a title that Markdown gives
        assert message.line, message
        first = message.text.split()[0]
        assert first.strip("⟨1⟩") in lines[message.line - 1], message
