"""A tiny project → what has to stand in it."""

from collections.abc import Callable
from pathlib import Path

from manualkit.verify import Rendition, write_down
from manualkit.verify.protected import Piece, Value, Wording

Write = Callable[[dict[str, str]], Path]

PROJECT = {
    "docs/manual.yml": "id: core\nlanguages: [en, fr]\n",
    "docs/terms.yml": "terms:\n  - id: helper\n    forms: {singular: helper}\n",
    "docs/contacts.yml": 'contacts:\n  - {id: line, phone: "116 123", url: "https://a.example"}\n',
    "docs/group/session-1.md": """---
title: One
---

## Breathe {#g1-breathe minutes=5 .core}

Slowly, {{ helper }}.

::: say {#g1-say .core}
Call [now](tel:{line}) or read [this]({line_url}),
[that](../safety/safety.md) and [it](#g1-breathe).
:::

::: tip {#g1-tip}
Adaptable.
:::
""",
    "docs/safety/safety.md": """---
title: Safety
---

::: safety {#s-one .safety}
Stay.
:::

::: safety {#s-two .safety}
Call {line}.
:::
""",
    "templates/strings/blocks.yml": (
        'kind.say: Say\nkind.safety: Safety\nminutes: "{count} min"\n'
        'safety.english: Not in {language}.\npdf.see-page: "page {page}"\n'
    ),
    "locale/fr/core.po": (
        'msgid ""\nmsgstr ""\n\nmsgid "Say"\nmsgstr "Dites"\n\nmsgid "Slowly, helper."\n'
        'msgstr "Lentement, aide."\n\nmsgid "Stay."\nmsgstr "Reste."\n'
    ),
    "locale/fr/safety.po": (
        'msgid ""\nmsgstr ""\n\nmsgid "Stay."\nmsgstr "Restez."\n\n'
        'msgid "Call {line}."\nmsgstr "Appelez {line}."\n'
    ),
}
APPROVALS = "approvals:\n" + "".join(
    f'  - {{scope: safety, language: fr, decision: approved, hash: "a", role: {role}}}\n'
    for role in ("clinician", "translator")
)


def french(root: Path) -> Rendition:
    english, found = write_down(root).renditions
    assert (english.name, found.name) == ("core/en", "core/fr")
    return found


def test_core_text_is_translated_or_stands_in_english(write_tree: Write) -> None:
    breathe, say, *_ = french(write_tree(PROJECT)).blocks
    assert breathe.pieces == (
        Piece("h2", (Wording("Breathe", english=True),)),
        Piece("p", (Wording("Lentement, aide."),)),
    )
    assert say.pieces[0].wordings == (Wording("Call now or read this, that and it.", english=True),)


def test_links_lead_to_pages_steps_numbers_and_elsewhere(write_tree: Write) -> None:
    links = french(write_tree(PROJECT)).blocks[1].pieces[0].links
    expected = ("tel:116123", "https://a.example", "safety/safety", "group/session-1#g1-breathe")
    assert links == expected


def test_safety_text_stays_english_until_two_people_have_approved_it(write_tree: Write) -> None:
    value = (Value("116 123", ltr=True),)
    english = Wording("Stay.", english=True), Wording("Call 116 123.", value, english=True)
    one, two = french(write_tree(PROJECT)).blocks[2:]
    assert (one.next, two.next) == ("s-two", "")
    assert [one.pieces[0].wordings, two.pieces[0].wordings] == [(english[0],), (english[1],)]
    one, two = french(write_tree({**PROJECT, "docs/approvals.yml": APPROVALS})).blocks[2:]
    assert one.pieces[0].wordings == (Wording("Restez."), english[0])
    assert two.pieces[0].wordings == (Wording("Appelez 116 123.", value), english[1])


def test_words_of_the_interface(write_tree: Write) -> None:
    found = french(write_tree(PROJECT))
    assert found.labels == {"say": ("Dites",), "safety": ("Safety",)}
    assert (found.minutes, found.notice) == (("{count} min",), ("Not in français.",))
    assert found.core_ids == ("g1-breathe", "g1-say", "g1-tip", "s-one", "s-two")
    assert found.numbers == ("116123",)
