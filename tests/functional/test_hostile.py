"""Tries to change, drop or reverse safety text, locked text and phone numbers.

Each try is a file that a stranger could put into an adaptation of the real manual. It must end in
an error (then nothing is built), or every locked block and every fact comes out as before.

These tests end at the composed page. Tries with a catalogue, and tries that look at the HTML and
the PDF, begin there: add their lists (CATALOGUES, HTML) below FILES, with a test of their own.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from manualkit.compose import Composition
from manualkit.load.markdown_page import read_page
from manualkit.model.finding import Finding, errors

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "adaptations" / "prosper-liverpool"
CHANGE = "changes/LIV-099.md"
STORY = "case-studies/group-story-male.md"
KEPT = "<kept>"

Adapted = tuple[list[Finding], Composition | None]
Adapt = Callable[[Mapping[str, str | None]], Adapted]
Try = Mapping[str, str | None]

RECORD = """\
summary: This change is a try and nothing else.
reason: Somebody wants to harm the people who use this manual.
nature: [tailoring]
planned: planned-proactive
decided_by: [plt]
core_impact: core-preserved
"""


class Protected(NamedTuple):
    """What no adaptation may touch, as it stands in the composed pages."""

    blocks: list[tuple[str, str, str, str]]
    """Page, head, braces and text of every locked block, in reading order."""
    texts: dict[str, str]
    """The same texts as the manifest has them."""
    facts: dict[str, str]


def protected(composition: Composition) -> Protected:
    manifest = composition.manifest
    return Protected(
        blocks=list(locked_blocks(composition)),
        texts={block.id: block.text for block in manifest.blocks if block.text},
        facts={name: fact.value for name, fact in manifest.facts.items()},
    )


def locked_blocks(composition: Composition) -> Iterator[tuple[str, str, str, str]]:
    for path, markdown in composition.pages.items():
        page, findings = read_page(markdown, path, f"{path}.md")
        assert findings == []
        for piece in page.pieces:
            if ".core" in piece.braces or ".safety" in piece.braces:
                yield path, f"{piece.kind}{piece.level}", piece.braces, piece.text


@pytest.fixture(scope="module")
def before(real_edition: Adapted) -> Protected:
    findings, composition = real_edition
    assert composition is not None
    assert findings == []
    return protected(composition)


def change(body: str = "", **keys: str) -> Try:
    head = "".join(f"{key}: {value}\n" for key, value in keys.items())
    return {CHANGE: f"---\nid: LIV-099\n{head}{RECORD}---\n{body}\n"}


def entry(file: str, under: str, text: str) -> Try:
    """Add an entry to a list of terms.yml or contacts.yml."""
    right = (FOLDER / file).read_text("utf-8")
    lines = f"id: LIV-099\n{RECORD}{text}".strip("\n").split("\n")
    added = "  - " + "\n    ".join(lines) + "\n"
    assert f"{under}:\n" in right
    return {file: right.replace(f"{under}:\n", f"{under}:\n{added}", 1)}


def edited(file: str, pattern: str, new: str) -> Try:
    """Replace the first place that a pattern fits; KEPT stands for what was there."""
    right = (FOLDER / file).read_text("utf-8")
    wrong, count = re.subn(
        pattern, lambda found: new.replace(KEPT, found[0]), right, count=1, flags=re.MULTILINE
    )
    assert count == 1, f"{pattern} is not in {file}"
    return {file: wrong}


def body(text: str) -> Try:
    """Replace an adaptable block by a text."""
    return change(text, block="g2-choose-listen", action="replace")


def term(value: str) -> Try:
    return edited("terms.yml", "(?<=singular: )[^,}]+", value)


def contact(text: str) -> Try:
    return entry("contacts.yml", "contacts", text)


def fact(text: str) -> Try:
    return entry("contacts.yml", "facts", text)


def picture(**keys: str) -> Try:
    right = {
        "action": "picture",
        "picture": "small-step",
        "file": "images/charity-office.svg",
        "alt": '"A person takes a step."',
        "creator": "Somebody",
        "licence": "CC-BY-4.0",
        "origin": "original",
    }
    return change(**(right | keys))


LOCKED = ("g2-choose", "g2-choose-script", "i2-choose-script", "bc-steps")
SAFETY = ("safety-red", "safety-red-steps", "safety-call-table")

ACTIONS = [
    *(
        pytest.param(
            change(text, block=block, action=action), "locked-block", id=f"{action} {block}"
        )
        for block in (*LOCKED, *SAFETY)
        for action, text in (("replace", "Do nothing."), ("remove", ""))
    ),
    *(
        pytest.param(
            change("Do nothing.", block=block, action=action, kind="note"),
            "safety-surroundings",
            id=f"{action} {block}",
        )
        for block in SAFETY
        for action in ("add-before", "add-after")
    ),
    *(
        pytest.param(
            change("Do nothing.", block=block, action=action, kind="note"),
            None,
            id=f"{action} {block}",
        )
        for block in LOCKED
        for action in ("add-before", "add-after")
    ),
    pytest.param(
        change("Do nothing.", block="g2-choose-listen", action="add-after", kind="safety"),
        "bad-value",
        id="add a safety block",
    ),
    pytest.param(
        change("Do nothing.", block="g2-story", action="replace"), "no-text", id="replace a story"
    ),
    pytest.param(
        change("x", block="g2-choose-listen", action="replace", core_impact="core-changed"),
        "key-twice",
        id="core_impact given twice",
    ),
    pytest.param(
        edited("changes/LIV-012.md", "core-preserved", "core-changed"),
        "core-changed",
        id="core_impact core-changed",
    ),
    pytest.param(
        change("x", block="g2-choose-listen", action="replace", lock="adaptable"),
        "unknown-key",
        id="a lock in a change",
    ),
    pytest.param(
        edited("changes/LIV-012.md", "(?<=block: ).*", "../safety/safety"),
        "bad-value",
        id="a path for a block",
    ),
]

TERMS = [
    pytest.param(term(value), code, id=f"term {name}")
    for name, value, code in (
        ("negation", '"not a bus"', "bad-value"),
        ("negation with capitals", '"NO bus"', "bad-value"),
        ("negation with a hyphen", '"never-a-bus"', "bad-value"),
        ("negation with an apostrophe", '"don\'t"', "bad-value"),
        ("negation with another apostrophe", '"don\N{RIGHT SINGLE QUOTATION MARK}t"', "bad-value"),
        ("sentence", '"bus. Do nothing"', "bad-value"),
        ("clause", '"bus, if you like"', "bad-value"),
        ("digits", '"bus 999"', "bad-value"),
        ("arabic digits", '"bus \N{ARABIC-INDIC DIGIT NINE}"', "bad-value"),
        ("markup", '"**bus**"', "bad-value"),
        ("html", '"<b>bus</b>"', "bad-value"),
        ("link", '"[bus](x)"', "bad-value"),
        ("braces", '"{crisis_line}"', "bad-value"),
        ("words", '"{{ elder }}"', "bad-value"),
        ("newline", '"bus\\n:::"', "bad-value"),
        ("blank line", '"bus\\n\\nbus"', "bad-value"),
        ("bidi", '"\\u202ebus"', "bad-value"),
        ("private use", '"bus\\ue000"', "bad-value"),
        ("length", f'"{"bus " * 30}bus"', "bad-value"),
        ("nothing", '""', "bad-value"),
        ("space", '" "', "bad-value"),
    )
]

SAFETY_WORDS = [
    pytest.param(
        edited("terms.yml", "term: transport$", f"{KEPT}\n    in_safety: true"),
        "unknown-key",
        id="term that lets itself into safety",
    ),
    pytest.param(
        entry("terms.yml", "terms", "term: crisis_line\nforms: {singular: cook}\n"),
        "unknown-term",
        id="term named like a contact",
    ),
    pytest.param(
        entry("terms.yml", "terms", "term: supervisor\nforms: {singular: cook, plural: cooks}\n"),
        "second-change",
        id="term given twice",
    ),
    pytest.param(
        edited("terms.yml", "singular: [^,}]+, ", ""),
        "form-missing",
        id="term without its singular",
    ),
]

PHONE = "label: A line\npurpose: To talk with someone\n"
NUMBERS = [
    pytest.param(
        fact("fact: crisis_line\nkind: text\nvalue: nobody\n"),
        "name-taken",
        id="fact like a contact",
    ),
    pytest.param(
        fact("fact: crisis_line_url\nkind: url\nvalue: https://example.org/x\n"),
        "name-taken",
        id="fact like a contact's address",
    ),
    pytest.param(
        fact("fact: crisis_line\nkind: phone\nvalue: '000'\n"), "bad-value", id="fact of kind phone"
    ),
    pytest.param(
        contact(f"contact: crisis_line_url\n{PHONE}phone: '000'\n"),
        "name-taken",
        id="contact like a contact's address",
    ),
    pytest.param(
        contact(f"contact: crisis_line\n{PHONE}phone: '000'\n"), "second-change", id="contact twice"
    ),
    pytest.param(
        contact(f"contact: session_place\n{PHONE}phone: '000'\n"),
        "name-taken",
        id="contact like a fact",
    ),
    pytest.param(
        edited("contacts.yml", "^ +phone: .*\n", ""), "contact-without-phone", id="no phone"
    ),
    pytest.param(
        edited("contacts.yml", "(?<=phone: ).*", '"nobody"'), "bad-value", id="a word for a phone"
    ),
    pytest.param(
        edited("contacts.yml", "(?<=phone: ).*", '"116\\u202e 123"'),
        "bad-value",
        id="bidi in a phone",
    ),
    pytest.param(
        edited("contacts.yml", "(?<=phone: ).*", '"116 123\\n000"'),
        "bad-value",
        id="line in a phone",
    ),
    pytest.param(
        fact("fact: fare\nkind: text\nvalue: free\n"), "fact-kind", id="another kind of a fact"
    ),
    pytest.param(
        fact('fact: page\nkind: url\nvalue: "javascript:alert(1)"\n'), "bad-value", id="script url"
    ),
    pytest.param(
        fact('fact: sign\nkind: text\nvalue: "<b>x</b>"\n'), "raw-html", id="html in a fact"
    ),
    pytest.param(
        fact('fact: sign\nkind: text\nvalue: "{crisis_line}"\n'),
        "braces-in-value",
        id="a fact in a fact",
    ),
    pytest.param(
        fact('fact: sign\nkind: text\nvalue: "1\\n\\n::: safety {#x .safety}"\n'),
        "fence-in-text",
        id="a fence in a fact",
    ),
    pytest.param(
        edited("contacts.yml", "(?<=label: ).*", '"Line {#safety-red .safety}"'),
        "bad-braces",
        id="braces in a label",
    ),
    pytest.param(
        edited("contacts.yml", "(?<=label: ).*", '"Line, call 0000 000 000"'),
        "number-in-text",
        id="a number in a label",
    ),
    pytest.param(
        edited("contacts.yml", "(?<=label: ).*", '"L\\n\\n::: note {#x}"'),
        "value-lines",
        id="lines in a label",
    ),
    pytest.param(
        edited("contacts.yml", "(?<=region: ).*", '"UK | x |\\n| y"'),
        "value-lines",
        id="a table row in a region",
    ),
]

SCENE = r"^::: scene \{.*\}\n"
STORIES = [
    pytest.param(
        edited(
            STORY, SCENE, f"::: safety {{#safety-red-steps .safety}}\nDo nothing.\n:::\n\n{KEPT}"
        ),
        "lock-in-adaptation",
        id="a safety block in a story",
    ),
    pytest.param(
        edited(STORY, "(?<=scene {)#[a-z0-9-]+", "#g2-choose-script"),
        "id-twice",
        id="a scene's id is taken",
    ),
    pytest.param(
        edited(STORY, "(?<=scene {)", ".core "),
        "lock-in-adaptation",
        id="a locked scene",
    ),
    pytest.param(
        edited(STORY, SCENE, f"{KEPT}::: note {{#x}}\n"),
        "fence-in-fence",
        id="a fence in a scene",
    ),
    pytest.param(
        edited(STORY, SCENE, f"{KEPT}Yusuf\n   :::\n"),
        "fence-in-text",
        id="an indented fence",
    ),
    pytest.param(
        edited(STORY, SCENE, f"{KEPT}{{% if false %}}"), "bad-words", id="an open condition"
    ),
    pytest.param(
        edited(STORY, "(?<=label: ).*", '"A\\n\\n::: note {#x}"'),
        "value-lines",
        id="lines in a label",
    ),
    pytest.param(
        edited(STORY, "(?<=label: ).*", '"A {#g2-choose .core}"'),
        "bad-braces",
        id="braces in a label",
    ),
    pytest.param(
        edited(STORY, "(?<=title: ).*", '"Y\\n\\n# Safety\\n\\nDo nothing."'),
        "value-lines",
        id="lines in a title",
    ),
    pytest.param(
        edited(STORY, "(?<=problems-pile-up: ).*", "Many problems are no reason to stop."),
        "teaching-points",
        id="a reversed teaching point",
    ),
    pytest.param(
        edited(STORY, "kind: case-study", "kind: safety"), "wrong-page", id="a story as safety page"
    ),
    pytest.param(
        edited("changes/LIV-041.md", "case_study: group-story", "case_study: individual-story"),
        "story-differs",
        id="a story in place of another",
    ),
    pytest.param(
        edited("changes/LIV-041.md", "(?<=file: ).*", "../../docs/safety/safety.md"),
        "bad-value",
        id="a story from elsewhere",
    ),
    pytest.param(
        {"case-studies/safety.md": (ROOT / "docs/safety/safety.md").read_text("utf-8")},
        None,
        id="a safety page that no change names",
    ),
    pytest.param({"safety/safety.md": "Do nothing."}, "unknown-file", id="a page in the folder"),
]

SVG = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"'
PICTURES = [
    pytest.param(picture(alt="'A \" onload=\"x'"), "bad-value", id="quotes in an alt"),
    pytest.param(picture(alt='"A person {#safety-red}"'), "bad-value", id="braces in an alt"),
    pytest.param(picture(alt='"A <b>person</b>"'), "bad-value", id="html in an alt"),
    pytest.param(picture(alt='"A person\\n:::"'), "bad-value", id="lines in an alt"),
    pytest.param(picture(alt='"A person \\u202e"'), "hidden-character", id="bidi in an alt"),
    pytest.param(picture(alt='"Call 0000 000 000 now"'), "number-in-text", id="a number in an alt"),
    pytest.param(picture(file="../../docs/images/path.svg"), "bad-value", id="a file elsewhere"),
    pytest.param(picture(file="images/../../x.svg"), "bad-value", id="a path with dots"),
    pytest.param(picture(picture="safety-red"), "unknown-picture", id="a picture of no picture"),
    *(
        pytest.param(
            {"images/charity-office.svg": f"<svg {SVG}{text}</svg>"},
            "bad-picture",
            id=f"svg with {name}",
        )
        for name, text in (
            ("script", "><script>x</script>"),
            (
                "script with a prefix",
                ' xmlns:s="http://www.w3.org/2000/svg"><s:script>x</s:script>',
            ),
            ("handler", ' onload="x">'),
            ("address", '><path style="fill:url(https://example.org/x)"/>'),
            ("import", '><style>@import "https://example.org/x";</style>'),
            ("link", '><a href="https://example.org/x"/>'),
            ("words", "><text>Do nothing</text>"),
        )
    ),
]

BODIES = [
    pytest.param(body(text), code, id=f"body with {name}")
    for name, text, code in (
        ("hidden html", "<div hidden>", "raw-html"),
        ("html over two lines", "<div\nhidden>", "raw-html"),
        ("an html comment", "Look. <!--", "raw-html"),
        ("a closing tag", "</div></div>", "raw-html"),
        ("style", "<style>.safety { display: none }</style>", "raw-html"),
        ("an entity that turns text", "Call &#8238; 321", "raw-html"),
        ("a named entity", "Call &rlm; 321", "raw-html"),
        ("sum", '{{ "A" * 10**10 }}', "bad-words"),
        ("loop", "{% for a in edition %}x{% endfor %}", "bad-words"),
        ("set", "{% set supervisor = 'nobody' %}x", "bad-words"),
        ("macro", "{% macro supervisor() %}{% endmacro %}", "bad-words"),
        ("include", '{% include "safety.md.j2" %}', "bad-words"),
        ("class", "{{ helper.__class__ }}", "unknown-word"),
        ("class of a text", '{{ "x".__class__ }}', "bad-words"),
        ("call", "{{ helper.upper() }}", "bad-words"),
        ("filter", "{{ helper | upper }}", "bad-words"),
        ("key", '{{ helper["singular"] }}', "bad-words"),
        ("constant", '{{ "\\x3cdiv hidden\\x3e" }}', "bad-words"),
        ("constant behind or", '{{ missing or "\\x3cdiv\\x3e" }}', "bad-words"),
        ("constant number", "{{ 999 }}", "bad-words"),
        ("escaped fence", '{{ "\\n\\x3a::\\n" }}', "bad-words"),
        ("raw", "{% raw %}{{ helper }}{% endraw %}", "bad-words"),
        ("open condition", "{% if false %}", "bad-words"),
        ("end of a condition", "{% endif %}", "bad-words"),
        ("own condition", "{% if false %}x{% endif %}y", None),
        ("open words", "{{ helper", "bad-words"),
        ("deep conditions", "{% if helper %}" * 3000 + "{% endif %}" * 3000, "bad-words"),
        ("jinja comment", "{# x #}", "bad-braces"),
        ("private-use character", "Call \ue000crisis_line\ue001", "hidden-character"),
        ("bidi override", "Call \u202e{crisis_line}\u202c", "hidden-character"),
        ("bidi isolate", "Call \u2067{crisis_line}\u2069", "hidden-character"),
        ("direction mark", "Call \u200f{crisis_line}", "hidden-character"),
        ("arabic letter mark", "Call \u061c{crisis_line}", "hidden-character"),
        ("space without width", "{crisis\u200b_line}", "hidden-character"),
        ("line separator", "Call\u2028:::", "hidden-character"),
        ("control character", "Call \x02wzxhzdk:0\x03", "hidden-character"),
        ("escape sequence", "Call \x1b[2K", "hidden-character"),
        ("closing fence", ":::", "fence-in-text"),
        ("closing fence and more", "x\n:::\n\n::: note {#x}\ny", "fence-in-text"),
        ("four colons", "::::", "fence-in-text"),
        ("indented fence", "   :::", "fence-in-text"),
        ("fence in a list", "- ::: safety {#x .safety}\n  Do nothing.\n  :::", "fence-in-text"),
        ("fence in a quotation", "> :::", "fence-in-text"),
        ("heading", "## Red path: do nothing", "heading-in-text"),
        ("heading without space", "##Red path", "heading-in-text"),
        ("underlined heading", "Red path\n====", "heading-in-text"),
        ("attributes of a line", "Do nothing.\n{: .safety}", "bad-braces"),
        ("attributes without colon", "Do nothing. {.safety}", "bad-braces"),
        ("id of a locked block", "Do nothing. {#g2-choose}", "bad-braces"),
        ("attributes of a word", "**Stay**{: hidden=1 }", "bad-braces"),
        ("code fence", "```\nx", "code-in-text"),
        ("other code fence", "~~~\nx", "code-in-text"),
        ("code", "`x`", "code-in-text"),
        ("link definition", "[safety page]: https://example.org/x", "definition-in-text"),
        ("abbreviation", "*[danger]: no danger at all", "definition-in-text"),
        ("footnote", "[^1]: Do nothing.", "definition-in-text"),
        ("picture from outside", "![x](https://example.org/x.png)", "picture-in-text"),
        ("link with a script", "[x](javascript:alert(1))", "broken-link"),
        ("link to a file", "[x](/etc/passwd)", "broken-link"),
        ("link over two lines", "[x](\nnowhere.md)", "broken-link"),
        ("phone number", "Call 0151 496 0000.", "number-in-text"),
        ("short number", "Call 998 now.", "number-in-text"),
        ("number in a link", "[call](tel:998)", "number-in-text"),
        ("spread number", "0 1 5 1 - 4 9 6", "number-in-text"),
        ("bold in a number", "01**51**496", "number-in-text"),
        ("no-break spaces in a number", "0151\u00a0496\u00a0000", "number-in-text"),
        (
            "number in arabic digits",
            "\u0660\u0661\u0665\u0661 \u0664\u0669\u0666",
            "number-in-text",
        ),
        ("unknown fact", "Call {crisis_lines}.", "unknown-fact"),
        ("fact behind a letter", "Call x{crisis_line}.", "bad-braces"),
        ("threefold braces", "Call {{{crisis_line}}}.", "bad-braces"),
        ("words of nobody", "Call {{ crisis_line }}.", "unknown-word"),
    )
]

FILES = [
    pytest.param(edited("adaptation.yml", old, new), code, id=f"adaptation.yml with {name}")
    for name, old, new, code in (
        ("the core's id", "id: prosper-liverpool", "id: core", "id-taken"),
        ("another sample notice", "paper: A4", "sample: 'false'", "unknown-key"),
        ("lines in its title", "(?<=^title: ).*", '"x\\n\\n# y"', "value-lines"),
        ("a fact in its place", "(?<=where: ).*", "'{crisis_line}'", "braces-in-value"),
        ("html in its note", "(?<=^note: )", "<i>x</i> ", "raw-html"),
        ("a tag", "paper: A4", "paper: !!python/name:os.system A4", "yaml-shortcut"),
        ("an anchor", "paper: A4", "paper: &a A4", "yaml-shortcut"),
        ("deep brackets", "languages: .", "languages: [" + "[" * 5000, "bad-yaml"),
    )
] + [
    pytest.param(
        edited("changes/LIV-012.md", "(?<=summary: ).*", '"x\\n\\n# y"'),
        "value-lines",
        id="lines in a summary",
    ),
    pytest.param(
        edited("changes/LIV-012.md", "(?<=reason: )", "<script>x</script> "),
        "raw-html",
        id="html in a reason",
    ),
]

TRIES = [
    *ACTIONS, *TERMS, *SAFETY_WORDS, *NUMBERS, *STORIES, *PICTURES, *BODIES, *FILES
]  # fmt: skip


@pytest.mark.parametrize(("files", "code"), TRIES)
def test_try_ends_in_an_error_or_changes_nothing(
    files: Try, code: str | None, real_adaptation: Adapt, before: Protected
) -> None:
    findings, composition = real_adaptation(files)
    found = [finding.code for finding in errors(findings)]
    if code is None:
        assert composition is not None
        assert found == []
        assert protected(composition) == before
    else:
        assert code in found


def test_every_block_that_is_protected_is_looked_at(before: Protected) -> None:
    assert {"g2-choose-script", "safety-red-steps", "bc-steps"} <= set(before.texts)
    assert len(before.blocks) == len(before.texts)
    assert {"crisis_line", "emergency_number"} <= set(before.facts)
