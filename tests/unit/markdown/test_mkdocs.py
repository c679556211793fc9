"""The same extension in a real MkDocs build with Material."""

import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html as lxml_html

from manualkit.markdown import EXTENSION_CONFIGS, EXTENSIONS

pytestmark = pytest.mark.site

CONFIG = """
site_name: Test
site_url: https://manual.example/
theme: {name: material, font: false}
hooks: [hook.py]
plugins: []
validation: {links: {anchors: warn}}
markdown_extensions:
  - toc: {permalink: true}
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      emoji_generator: !!python/name:material.extensions.emoji.to_svg
"""

HOOK = """
from manualkit.markdown import ManualExtension
from manualkit.model.language import language
from manualkit.model.manifest import ManifestFact
from manualkit.model.rendition import RenderContext

FACTS = {
    "crisis_line": ManifestFact(kind="phone", value="0000 000 111"),
    "site": ManifestFact(kind="url", value="https://help.example/"),
}
CATALOGUE = {"Call {crisis_line}": "اتصل {crisis_line}", "First *page*": "الصفحة *الأولى*"}
here = {"page": ""}
counts = {}


def on_config(config):
    extension = ManualExtension(
        lambda: RenderContext(here["page"], language("ar"), CATALOGUE.get, FACTS, {})
    )
    config.markdown_extensions.append(extension)
    config.extra["extension"] = extension
    return config


def on_page_markdown(markdown, page, config, files):
    here["page"] = page.file.src_uri.removesuffix(".md")
    return markdown


def on_page_content(html, page, config, files):
    print("COUNT", page.file.src_uri, len(config.extra["extension"].last.untranslated))
"""

INDEX = """# First *page*

[Second](group/second.md#call) and [step](group/second.md#g2-step) and ![x](images/a.svg)

[site]({site}) and [phone](tel:{crisis_line}) :material-printer:
"""

SECOND = """# Call {crisis_line}

::: minutes {#m}
:::

::: scene {#s picture="a.svg" alt="Two people"}
Back to [the first](../index.md).
:::

## Step {#g2-step minutes="5"}

=== "Tab"

    - [x] task
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Build a small site; return its folder and what MkDocs said."""
    root = tmp_path_factory.mktemp("site")
    listed = "".join(
        f"  - {name}: {EXTENSION_CONFIGS.get(name, {})}\n" for name in EXTENSIONS if name != "toc"
    )
    (root / "mkdocs.yml").write_text(CONFIG + listed, "utf-8")
    (root / "hook.py").write_text(HOOK, "utf-8")
    for name, text in {
        "index.md": INDEX,
        "group/second.md": SECOND,
        "images/a.svg": "<svg/>",
    }.items():
        path = root / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return root / "site", done.stdout + done.stderr


def test_build_is_silent(site: tuple[Path, str]) -> None:
    # Material announces its successor at every start.
    lines = [line for line in site[1].splitlines() if line.startswith("WARNING")]
    assert lines == []


def test_links_pictures_and_facts_are_those_of_the_site(site: tuple[Path, str]) -> None:
    page = lxml_html.parse(str(site[0] / "index.html")).getroot()
    article = page.find_class("md-content__inner")[0]
    links = [link.get("href") for link in article.iter("a")]
    assert links == [
        "#first-page", "group/second/#call", "group/second/#g2-step", "https://help.example/",
        "tel:0000000111",
    ]  # fmt: skip
    assert [image.get("src") for image in article.iter("img")] == ["images/a.svg"]
    assert len(article.find_class("twemoji")[0].findall(".//path")) == 1


def test_contents_are_in_the_readers_language(site: tuple[Path, str]) -> None:
    page = lxml_html.parse(str(site[0] / "group/second/index.html")).getroot()
    names = [" ".join(entry.text_content().split()) for entry in page.find_class("md-nav__link")]
    assert "اتصل 0000 000 111" in names
    assert "Step" in names


def test_our_blocks_come_through_material(site: tuple[Path, str]) -> None:
    text = (site[0] / "group/second/index.html").read_text("utf-8")
    assert (
        '<img alt="Two people" class="untranslated" dir="ltr" lang="en" src="../../images/a.svg">'
        in text
    )
    assert '<a class="untranslated" dir="ltr" href="#g2-step" lang="en">Step</a>' in text
    assert '<h1 id="call">اتصل <bdi class="fact" dir="ltr">0000 000 111</bdi>' in text
    assert '<a class="headerlink" href="#call" title="Permanent link">¶</a>' in text


def test_title_is_in_the_readers_language(site: tuple[Path, str]) -> None:
    page = lxml_html.parse(str(site[0] / "group/second/index.html")).getroot()
    assert page.findtext(".//title") == "اتصل 0000 000 111 - Test"


def test_untranslated_texts_are_counted_per_page(site: tuple[Path, str]) -> None:
    assert "COUNT index.md 2" in site[1]
