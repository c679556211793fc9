"""Nothing that runs, loads from elsewhere or poses as the site comes through."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import markdown
import pytest
from lxml import html as lxml_html

from manualkit.markdown import EXTENSION_CONFIGS, EXTENSIONS, render_page
from manualkit.model.rendition import RenderContext

Make = Callable[..., RenderContext]

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "script inline": "x <script src=//evil.example/x.js></script> y",
    "script in capitals": "<SCRIPT>alert(1)</SCRIPT>",
    "script never closed": "<script>alert(1)",
    "image onerror": '<img src="x" onerror="alert(1)">',
    "image onerror inline": "x <img src=x onerror=alert(1)> y",
    "image tracker": '<img src="https://tracker.example/p.gif">',
    "image tracker in Markdown": "![x](https://tracker.example/p.gif)",
    "image without scheme": "![x](//tracker.example/p.gif)",
    "image with backslashes": "![x](\\\\\\\\tracker.example/p.gif)",
    "image data": "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "image srcset": '<img src="a.png" srcset="https://tracker.example/p.gif 2x">',
    "svg onload": '<svg onload="alert(1)"><path d="M0"/></svg>',
    "svg script": "<svg><script>alert(1)</script></svg>",
    "svg use": '<svg><use href="https://evil.example/x.svg#a"/></svg>',
    "iframe": '<iframe src="https://evil.example"></iframe>',
    "object": '<object data="https://evil.example"></object>',
    "embed": '<embed src="https://evil.example">',
    "form": '<form action="https://evil.example"><input name="q"></form>',
    "password field": '<input type="password" name="p">',
    "button": '<button onclick="alert(1)">x</button>',
    "base": '<base href="https://evil.example/">',
    "meta refresh": '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    "link stylesheet": '<link rel="stylesheet" href="https://evil.example/x.css">',
    "style element": "<style>body{background:url(https://evil.example)}</style>",
    "style attribute": '<p style="position:fixed;inset:0;background:url(//evil.example)">x</p>',
    "style in a list of attributes": 'x\n{: style="position:fixed" }',
    "attributes onmouseover": 'x\n{: onmouseover="alert(1)" }',
    "attributes onclick on a heading": '## Head {: onclick="alert(1)" }',
    "attributes on a link": '[x](a.md){: onclick="alert(1)" }',
    "attributes on an image": "![x](a.png){: onerror=alert(1) src=https://tracker.example/p.gif }",
    "attributes href": "[x](a.md){: href=javascript:alert(1) }",
    "attributes on a cell": "|a|b|\n|-|-|\n|x {: onclick=alert(1) }|y|",
    "javascript link": "[x](javascript:alert(1))",
    "javascript link in capitals": "[x](JaVaScRiPt:alert(1))",
    "javascript link with entity": "[x](java&#115;cript:alert(1))",
    "javascript link with a break": "[x](java&#10;script:alert(1))",
    "javascript link by reference": "[x][y]\n\n[y]: javascript:alert(1)",
    "javascript autolink": "<javascript:alert(1)>",
    "vbscript link": "[x](vbscript:msgbox(1))",
    "data link": "[x](data:text/html,<script>alert(1)</script>)",
    "file link": "[x](file:///etc/passwd)",
    "link without scheme": "[x](//evil.example)",
    "link with backslashes": '<a href="\\\\evil.example">x</a>',
    "link with a mixed pair": '<a href="/\\evil.example">x</a>',
    "link with a tab": '<a href="/&#9;/evil.example">x</a>',
    "raw javascript link": '<a href=" javascript:alert(1)">x</a>',
    "id of the search": '<div id="__search">x</div>',
    "id of the drawer": "## Head {#__drawer}",
    "id of a palette": 'x\n{: id="__palette_0" }',
    "label for the search": '<label for="__search">x</label>',
    "component": '<div data-md-component="search">x</div>',
    "overlay": '<div class="md-overlay md-search__overlay">x</div>',
    "audio": '<audio src="https://tracker.example/a.mp3" autoplay></audio>',
    "video poster": '<video poster="https://tracker.example/a.png"></video>',
    "math": '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
    "template": "<template><img src=x onerror=alert(1)></template>",
    "noscript": '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    "comment that ends early": "<!--><img src=x onerror=alert(1)>-->",
    "unclosed attribute": '<p title="x><img src=x onerror=alert(1)>',
    "processing instruction": "<?php alert(1) ?>",
    "fence id": '::: say {#__search onclick="alert(1)" .md-overlay}\nx\n:::',
    "fence picture": '::: picture {#a picture="//tracker.example/p.gif" alt="A long text"}\n:::',
    "stash mark": "\x02wzxhzdk:0\x03 x",
}  # fmt: skip

ALLOWED_SCHEMES = {"", "http", "https", "mailto", "tel", "sms"}
FORBIDDEN_TAGS = {
    "script", "iframe", "object", "embed", "form", "button", "base", "meta", "link", "style",
    "audio", "video", "math", "template", "noscript", "use", "textarea",
}  # fmt: skip


def dangers(html: str) -> Iterator[str]:
    """Say what in `html` could act."""
    for element in lxml_html.fragment_fromstring(html, create_parent="div").iter():
        if element.tag in FORBIDDEN_TAGS or not isinstance(element.tag, str):
            yield f"<{element.tag}>"
        for name, value in element.attrib.items():
            if _acts(str(element.tag), name, value):
                yield f'{element.tag} {name}="{value}"'


def _acts(tag: str, name: str, value: str) -> bool:
    place = re.sub(r"[\s\x00-\x1f]", "", value).replace("\\", "/")
    if name in {"href", "src"}:
        scheme = urlsplit(place).scheme.lower()
        outside = name == "src" and scheme != ""
        return scheme not in ALLOWED_SCHEMES or place.startswith("//") or outside
    return (
        name.startswith(("on", "data-md-"))
        or name in {"srcset", "poster", "action", "formaction"}
        or (name == "style" and not re.fullmatch(r"text-align:\w+;?", place))
        or (name in {"id", "for"} and value.startswith("__") and "tabbed" not in value)
        or (name == "class" and re.search(r"\bmd-(?!button|icon)", value) is not None)
        or (tag == "input" and name == "type" and value not in {"checkbox", "radio"})
    )


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_source_does_nothing(name: str, make_context: Make) -> None:
    html = render_page(f"# Page\n\n{HOSTILE[name]}\n\nafter", make_context("fr")).html
    assert list(dangers(html)) == []


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize(
    "source", ["## Text", "Text", "- Text", "|Text|b|\n|-|-|\n|c|d|", "<p>Text</p>"]
)
def test_hostile_translation_does_nothing(source: str, name: str, make_context: Make) -> None:
    context = make_context("fr", translate=lambda _: HOSTILE[name])
    html = render_page(f"{source}\n\nafter", context).html
    assert list(dangers(html)) == []


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_fact_does_nothing(name: str, make_context: Make) -> None:
    source = (
        "## A {bad}\n\n[x]({bad}) ![y]({bad}) `{bad}`\n\n"
        "<p title='{bad}'><a href='{bad}'>{bad}</a></p>"
    )
    fact = {"bad": make_context().facts["hours"].model_copy(update={"value": HOSTILE[name]})}
    html = render_page(source, make_context("ar", facts=fact)).html
    assert list(dangers(html)) == []


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_contents_do_nothing(name: str, make_context: Make) -> None:
    page = render_page(f"# {HOSTILE[name].splitlines()[0]}", make_context("fr"))
    assert all(not list(dangers(heading.id)) for heading in page.headings)


def test_there_are_enough_hostile_pieces() -> None:
    assert len(HOSTILE) >= 30


def test_translation_brings_no_tags_that_the_english_does_not_have(make_context: Make) -> None:
    context = make_context("fr", {"<mark>One</mark>": "<mark>Un</mark></div><h1>Titre</h1>"})
    html = render_page("<mark>One</mark>", context).html
    assert "<mark>Un</mark>" in html
    assert "&lt;/div&gt;&lt;h1&gt;" in html


def test_translation_brings_no_attributes(make_context: Make) -> None:
    context = make_context("fr", {"One": "Un {: #other .safety }"})
    html = render_page("## One", context).html
    assert '<h2 id="one">Un {: #other .safety }</h2>' in html


def plainly(text: str) -> str:
    return markdown.markdown(text, extensions=EXTENSIONS, extension_configs=EXTENSION_CONFIGS)


def test_without_us_most_pieces_would_act() -> None:
    acting = [name for name, text in HOSTILE.items() if list(dangers(plainly(text)))]
    assert len(acting) >= 50
