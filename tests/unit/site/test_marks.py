"""In a preview, every block says who may change it, at the right place."""

import dataclasses as dc
from collections.abc import Callable

import pytest

from manualkit.model.block import Kind, Lock
from manualkit.model.manifest import ManifestBlock, ManifestChange, ManifestLocalText
from manualkit.site.marks import with_marks
from manualkit.site.places import Places
from manualkit.site.rendition import Rendition

PATH = "group/session-2"
HTML = """<head></head><h2 class="step core" id="g2-start">Start</h2>
<div class="block say core" id="g2-say"><div>One</div><p>Two</p></div>
<div class="block tip" id="g2-tip"><p>Three</p></div>
<div class="block note" id="other"><p>Four</p></div>
<h3 id="elsewhere">Five</h3>"""


def block(name: str, **said: object) -> ManifestBlock:
    values = {
        "id": name,
        "page": PATH,
        "kind": Kind.TIP,
        "lock": Lock.ADAPTABLE,
        "file": "docs/group/session-2.md",
        "line": 7,
        "digest": "0123456789ab",
    }
    return ManifestBlock.model_validate(values | said)


@pytest.fixture
def preview(rendition: Callable[[str], Rendition]) -> Callable[..., Rendition]:
    """Return a function that makes a preview of an edition with some blocks."""

    def make(
        *blocks: ManifestBlock, code: str = "en", edition: str = "core", **said: object
    ) -> Rendition:
        made = rendition(code)
        named = made.manifest.edition.model_copy(update={"id": edition})
        update = {"blocks": list(blocks), "edition": named, **said}
        manifest = made.manifest.model_copy(update=update)
        places = Places(made.places.sisters, preview_language="en")
        return dc.replace(made, manifest=manifest, places=places)

    return make


def test_locked_blocks_say_so_and_offer_no_command(preview: Callable[..., Rendition]) -> None:
    blocks = (
        block("g2-start", kind=Kind.STEP, lock=Lock.SAFETY),
        block("g2-say", lock=Lock.CORE),
    )
    text = with_marks(HTML, preview(*blocks), PATH)
    assert text.count("block-mark") == 2
    assert "locked (safety)</strong> <code>g2-start</code></div>\n<div" in text
    assert '<p>Two</p><div class="block-mark core"' in text
    assert "manualkit change" not in text


def test_open_block_shows_the_command_with_the_edition(preview: Callable[..., Rendition]) -> None:
    text = with_marks(HTML, preview(block("g2-tip"), edition="my-town"), PATH)
    assert '<code class="copy">manualkit change my-town g2-tip</code>' in text


def test_core_asks_for_the_context(preview: Callable[..., Rendition]) -> None:
    text = with_marks(HTML, preview(block("g2-tip")), PATH)
    assert "manualkit change &lt;your-context&gt; g2-tip" in text


def test_changed_block_names_the_change_and_its_line(preview: Callable[..., Rendition]) -> None:
    changed = block("g2-tip", change="DEM-020", file="adaptations/demo/changes/DEM-020.md", line=13)
    text = with_marks(HTML, preview(changed), PATH)
    assert "changed: DEM-020</strong> <code>adaptations/demo/changes/DEM-020.md:13</code>" in text


def test_text_of_one_language_is_marked_in_that_language(preview: Callable[..., Rendition]) -> None:
    local = ManifestLocalText(
        language="ar",
        page=PATH,
        block="g2-tip",
        action="replace",
        kind=Kind.TIP,
        id="g2-tip",
        text="…",
        change="DEM-025",
        back_translation="…",
    )
    line = ManifestChange(
        id="DEM-025",
        action="replace",
        target="g2-tip",
        summary="…",
        reason="…",
        nature=[],
        file="adaptations/demo/changes/DEM-025.md",
        line=2,
    )
    said = {"local_texts": [local], "changes": [line]}
    arabic = with_marks(HTML, preview(block("g2-tip"), code="ar", **said), PATH)
    assert "changed: DEM-025" in arabic
    english = with_marks(HTML, preview(block("g2-tip"), code="en", **said), PATH)
    assert "manualkit change" in english


def test_what_is_no_block_of_the_page_has_no_mark(preview: Callable[..., Rendition]) -> None:
    text = with_marks(HTML, preview(block("g2-tip", page="about")), PATH)
    assert "block-mark" not in text
    assert text.count('href="../../assets/preview/preview.css"') == 1


def test_copy_is_locked_like_its_original_and_open_under_its_own_id(
    preview: Callable[..., Rendition],
) -> None:
    locked = block("g2-say", lock=Lock.CORE, change="DEM-060", copy_of="g1-say")
    free = block("g2-tip", change="DEM-060", copy_of="g1-tip")
    text = with_marks(HTML, preview(locked, free, edition="demo"), PATH)
    assert "locked (core)</strong> <code>g1-say</code>" in text
    assert "manualkit change demo g2-tip" in text
    assert "changed" not in text
