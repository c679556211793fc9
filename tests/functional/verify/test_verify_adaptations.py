"""Whatever valid changes come together, protected text is there and the verifier agrees."""

import itertools
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from manualkit.catalogue import Catalogue, load_strings
from manualkit.compose import Composition
from manualkit.load import load_project
from manualkit.markdown import render_page
from manualkit.model.block import Kind
from manualkit.model.finding import Finding, errors
from manualkit.model.language import language
from manualkit.model.rendition import RenderContext
from manualkit.validate.core import validate_core
from manualkit.verify import alarms, write_down

pytestmark = pytest.mark.site

ROOT = Path(__file__).parents[3]
EDITION = "prosper-liverpool"
Adapted = tuple[list[Finding], Composition | None]
Adapt = Callable[[Mapping[str, str | None]], Adapted]

_CORE, _ = validate_core(load_project(ROOT)[0])
assert _CORE is not None
_PAGES = {page.path: page.blocks for page in _CORE.pages.values()}
BLOCKS = sorted(block.id for blocks in _PAGES.values() for block in blocks)
STEPS = {
    path: [block.id for block in blocks if block.kind is Kind.STEP and block.level == 2]
    for path, blocks in _PAGES.items()
    if "/session-" in path
}
# Some of them try to reach into the block behind them.
TEXTS = [
    "Another text, with a {{ client }} and {crisis_line}.",
    "- One\n- Two\n\n    - Inside",
    "1. One\n\n    Of the item.",
    "| A | B |\n|---|---|\n| a | b |",
    "| A | B |\n|---|---|",
    "**Bold that never ends",
    "[A link that never ends](../safety/safety.md",
    "    Set in",
    "> Quoted",
    "Ends with a back slash\\",
    "!!! note",
    "Word\n:   Meaning",
    "[x]: word",
    "*[word]: meaning",
    ":::",
    "## A heading {#g2-sort .core}",
    "<div hidden>",
    "```",
    "Text { .core #safety-ask }",
    "{: .core }",
    "[^1]: Note",
    "---",
]
_RECORD = """summary: Something is different here.
reason: A test asks for it, whatever it may be.
nature: [tailoring]
planned: planned-proactive
decided_by: [plt]
core_impact: core-preserved
"""


@st.composite
def change(draw: st.DrawFn) -> str:
    """Draw the head and text of a change, without its id."""
    action = draw(st.sampled_from(["text"] * 5 + ["repeat", "retime", "reorder", "spread"]))
    if action == "text":
        kind = draw(st.sampled_from(["replace", "add-before", "add-after", "remove"]))
        head = f"action: {kind}\nblock: {draw(st.sampled_from(BLOCKS))}\n"
        head += "kind: tip\n" if kind.startswith("add") else ""
        text = "" if kind == "remove" else draw(st.sampled_from(TEXTS))
        return f"{head}{_RECORD}---\n{text}\n"
    page = draw(st.sampled_from(sorted(STEPS)))
    steps = STEPS[page]
    one = draw(st.sampled_from(steps))
    if action == "repeat":
        behind = draw(st.sampled_from([step for steps in STEPS.values() for step in steps]))
        head = f"block: {one}\nafter: {behind}\n"
    elif action == "retime":
        head = f"page: {page}\nminutes: {{{one}: {draw(st.integers(1, 30))}}}\ntotal: 1-300\n"
    elif action == "reorder":
        head = f"page: {page}\nsteps: [{', '.join(draw(st.permutations(steps)))}]\n"
    else:
        at = draw(st.integers(1, len(steps) - 1))
        parts = [(page, steps[:at]), (f"{page}-part-2", steps[at:])]
        head = f"page: {page}\nparts:\n" + "".join(
            f"  - page: {path}\n    title: A part\n    summary: A part of a session.\n"
            f"    total: 1-300\n    steps: [{', '.join(some)}]\n"
            for path, some in parts
        )
    return f"action: {action}\n{head}{_RECORD}---\n"


@settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(
    changes=st.lists(change(), min_size=4, max_size=25), code=st.sampled_from(["en", "fr", "ur"])
)
def test_protected_text_outlives_whatever_is_asked_for(
    changes: list[str], code: str, tmp_path: Path, real_adaptation: Adapt
) -> None:
    names = (f"LIV-{number}" for number in itertools.count(500))
    files = {
        f"changes/{name}.md": f"---\nid: {name}\n{text}"
        for name, text in zip(names, changes, strict=False)
    }
    composition = valid(files, real_adaptation)
    for name in ("docs", "locale", "templates"):
        if not (tmp_path / name).exists():
            (tmp_path / name).symlink_to(ROOT / name)
    found = write_down(tmp_path).renditions
    (rendition,) = (each for each in found if each.name == f"{EDITION}/{code}")
    assert alarms(rendition, rendered(composition, code)) == []
    real_adaptation(dict.fromkeys(files))


def valid(files: dict[str, str], real_adaptation: Adapt) -> Composition:
    """Take away the changes that the toolkit refuses, and return the edition of the others."""
    while True:
        findings, composition = real_adaptation(files)
        faults = errors(findings)
        if not faults and composition is not None:
            return composition
        named = {finding.location.file.partition(f"{EDITION}/")[2] for finding in faults}
        refused = sorted(named & set(files)) or sorted(files)[-1:]
        assert refused
        for name in refused:
            del files[name]
        real_adaptation(dict.fromkeys(refused))


def rendered(composition: Composition, code: str) -> dict[str, str]:
    """Return the HTML of an edition's pages in a language."""
    catalogue = Catalogue.open(ROOT / "locale", EDITION, code)
    strings = load_strings(ROOT / "templates")
    pages = {}
    for path, text in composition.pages.items():
        context = RenderContext(
            page=path,
            language=language(code),
            translate=catalogue.translate,
            facts=composition.manifest.facts,
            strings=strings,
        )
        pages[path] = render_page(text, context).html
    return pages
