"""The torture pages use every construct that the code knows; a new one belongs on a page first."""

import re
from collections.abc import Callable
from pathlib import Path

from manualkit.markdown import EXTENSIONS, render_page
from manualkit.markdown.bilingual import MARK
from manualkit.markdown.local_texts import LOCAL
from manualkit.model.attributes import parse_attributes
from manualkit.model.block import Kind, Lock
from manualkit.model.rendition import RenderContext
from manualkit.validate.blocks import _FORM_MARKS

ROOT = Path(__file__).parents[3]
CASES = ROOT / "tests/cases/markdown"
PAGES = {
    name: (CASES / f"{name}.md").read_text("utf-8")
    for name in ("torture", "torture-blocks", "torture-kinds")
}
FENCE = re.compile(r"^::: ([a-z-]+) ?(\{.*\})?$", re.MULTILINE)
HEADING = re.compile(r"^(##+) .*(\{.*\})$", re.MULTILINE)
TEMPLATE_WORDS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")

TRACES = {
    "abbr": "<abbr",
    "admonition": 'class="admonition',
    "attr_list": 'class="illustration"',
    "def_list": "<dl>",
    "footnotes": 'class="footnote-ref"',
    "md_in_html": '<div class="handout">\n<p>',
    "sane_lists": "<ol>",
    "tables": "<table>",
    "toc": "<h1 id=",
    "pymdownx.caret": "<sup>th</sup>",
    "pymdownx.details": "<details",
    "pymdownx.keys": '<kbd class="key-',
    "pymdownx.mark": "<mark>",
    "pymdownx.superfences": "<pre>",
    "pymdownx.tabbed": 'class="tabbed-set',
    "pymdownx.tasklist": 'class="task-list"',
    "pymdownx.tilde": "<sub>",
}
"""What each extension leaves in the HTML of the page `torture`."""


def kinds_and_marks(text: str) -> tuple[set[str], set[str]]:
    """Return the kinds of the fences of a text, and what stands in their braces."""
    kinds, marks = set(), set()
    for kind, braces in FENCE.findall(TEMPLATE_WORDS.sub("x", text)):
        read = parse_attributes(braces)
        kinds.add(kind)
        marks |= {*read.marks, *(f"{key}=" for key in read.options)}
    return kinds, marks


def used() -> tuple[set[str], set[str]]:
    found = [kinds_and_marks(text) for text in PAGES.values()]
    return set().union(*(kinds for kinds, _ in found)), set().union(*(marks for _, marks in found))


def test_pages_use_every_kind_and_mark_that_the_code_knows() -> None:
    kinds, marks = used()
    assert {kind.value for kind in Kind} - {Kind.STEP} <= kinds
    assert {Lock.CORE.value, Lock.SAFETY.value, *_FORM_MARKS} <= marks
    assert {MARK, "english", f"{LOCAL}=", "picture=", "alt="} <= marks
    assert LOCAL in kinds


def test_pages_use_every_fence_that_a_template_writes() -> None:
    kinds, marks = used()
    templates = sorted((ROOT / "templates/pages").glob("*.j2"))
    assert templates
    for template in templates:
        written = kinds_and_marks(template.read_text("utf-8"))
        assert written[0] <= kinds, template.name
        assert written[1] <= marks, template.name


def test_pages_use_every_kind_of_step() -> None:
    heads = [
        (level, parse_attributes(braces))
        for text in PAGES.values()
        for level, braces in HEADING.findall(text)
    ]
    assert {"##", "###"} <= {level for level, _ in heads}
    assert {lock.value for lock in (Lock.CORE, Lock.SAFETY)} <= {
        m for _, h in heads for m in h.marks
    }
    assert {"minutes", "step"} <= {key for _, head in heads for key in head.options}
    assert any("minutes" not in head.options for _, head in heads)


def test_pages_use_every_extension(make_context: Callable[..., RenderContext]) -> None:
    html = render_page(PAGES["torture"], make_context()).html
    assert TRACES.keys() == set(EXTENSIONS)
    for extension, trace in TRACES.items():
        assert trace in html, extension
