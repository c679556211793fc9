from collections.abc import Callable

import markdown

from manualkit.markdown import EXTENSION_CONFIGS, EXTENSIONS, ManualExtension, render_page
from manualkit.model.rendition import RenderContext

Make = Callable[..., RenderContext]


def convert(source: str, extension: ManualExtension) -> str:
    return markdown.markdown(
        source, extensions=[*EXTENSIONS, extension], extension_configs=EXTENSION_CONFIGS
    )


def test_one_extension_serves_page_after_page(make_context: Make) -> None:
    contexts = [make_context("fr", {"One": "Un"}), make_context("tr", {"One": "Bir"})]
    extension = ManualExtension(lambda: contexts[0])

    assert convert("One", extension) == "<p>Un</p>"
    contexts.pop(0)
    assert convert("One\n\nTwo", extension).startswith("<p>Bir</p>")
    assert [message.text for message in extension.last.messages] == ["One", "Two"]
    assert [message.text for message in extension.last.untranslated] == ["Two"]


def test_one_markdown_instance_serves_page_after_page(make_context: Make) -> None:
    extension = ManualExtension(lambda: make_context("fr"))
    converter = markdown.Markdown(
        extensions=[*EXTENSIONS, extension], extension_configs=EXTENSION_CONFIGS
    )
    first = converter.convert("## One {#one minutes=5}\n\n*[PHQ]: Questionnaire")
    converter.reset()
    second = converter.convert("## Two {#two minutes=5}\n\nPHQ")
    assert "One" in first
    assert "<abbr" not in second
    assert [message.text for message in extension.last.messages] == ["Two", "PHQ", "{count} min"]


def test_empty_page_forgets_the_page_before(make_context: Make) -> None:
    extension = ManualExtension(lambda: make_context("fr"))
    convert("One", extension)
    convert("", extension)
    assert extension.last.messages == ()


def test_context_is_asked_for_when_the_page_is_converted(make_context: Make) -> None:
    asked: list[str] = []

    def current() -> RenderContext:
        asked.append("now")
        return make_context()

    extension = ManualExtension(current)
    converter = markdown.Markdown(extensions=[extension])
    assert asked == []
    converter.convert("One")
    assert asked == ["now"]


def test_contents_are_those_of_the_page(make_context: Make) -> None:
    page = render_page("# A & B\n\n### C\n\n## D {#d}", make_context())
    assert [(each.id, each.text, each.level) for each in page.headings] == [
        ("a-b", "A & B", 1),
        ("c", "C", 3),
        ("d", "D", 2),
    ]
    assert page.title == "A & B"


def test_page_without_headings_has_no_title(make_context: Make) -> None:
    assert render_page("One", make_context()).title == ""


def test_front_matter_is_not_text(make_context: Make) -> None:
    page = render_page('---\ntitle: "A"\n---\n\nOne', make_context())
    assert page.html == "<p>One</p>"
    assert page.messages[0].line == 5
