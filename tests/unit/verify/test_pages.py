"""Single pages, with what a reader must not be shown."""

import dataclasses as dc

import pytest

from manualkit.verify import Rendition, alarms
from manualkit.verify.protected import Block, Piece, Value, Wording

PHONE = Value("116 123", ltr=True)
SAY = Block(
    id="s-say",
    kind="say",
    lock="core",
    page="a/session",
    pieces=(
        Piece("p", (Wording("قف هنا.", ()),)),
        Piece("ul", (Wording("اتصل: 116 123.", (PHONE,)),), ("safety/safety",)),
    ),
)
SAFE = Block("s-safe", "safety", "safety", "a/session", (
    Piece("p", (Wording("Stay.", english=True),)),
    Piece("p", (Wording("Do not go.", english=True),)),
))  # fmt: skip
STEP = Block("s-step", "step", "core", "a/session", (Piece("h2", (Wording("خطوة"),)),))
AR = Rendition(
    edition="core",
    language="ar",
    rtl=True,
    blocks=(SAY, SAFE, STEP),
    core_ids=("s-say", "s-safe", "s-step", "s-tip"),
    labels={"say": ("قل",), "safety": ("السلامة",)},
    minutes=("{count}",),
    notice=("بالإنجليزية.",),
    numbers=("116123",),
)
CALL = '<bdi class="fact" dir="ltr">116 123</bdi>'
HTML = {
    "s-say": '<div class="block say core" id="s-say"><p class="block-label">قل</p><p>قف هنا.</p>'
    f'<ul><li>اتصل: <a href="../../safety/safety/">{CALL}</a>.</li></ul></div>',
    "s-safe": '<div class="block safety safety" id="s-safe"><p class="block-label">السلامة</p>'
    '<p class="safety-notice">بالإنجليزية.</p><p lang="en" dir="ltr">Stay.</p>'
    '<p lang="en" dir="ltr">Do not go.</p></div>',
    "s-step": '<h2 class="step core" id="s-step">خطوة</h2>',
}


def codes(*edits: tuple[str, str], page: str = "".join(HTML.values())) -> list[str]:
    for old, new in edits:
        assert old in page
        page = page.replace(old, new, 1)
    text = f'<html lang="ar" dir="rtl"><body><article>{page}</article></body></html>'
    return [finding.code for finding in alarms(AR, {"a/session": text})]


def test_what_is_right_raises_no_alarm() -> None:
    assert codes() == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("116 123</bdi>", "321 611</bdi>", "verify-text"),
        ('class="fact" dir="ltr"', 'class="fact"', "verify-fact"),
        (CALL, "116 123", "verify-fact"),
        (CALL, f'<a href="tel:116132">{CALL}</a>', "verify-fact"),
        ("../../safety/safety/", "../../group/session-1/", "verify-link"),
        ("<p>قف هنا.</p>", '<p dir="ltr">قف هنا.</p>', "verify-language"),
        ("<p>قف هنا.</p>", '<p><bdi dir="ltr">قف هنا.</bdi></p>', "verify-language"),
        ("<p>قف هنا.</p>", '<p lang="en">قف هنا.</p>', "verify-language"),
        ("<p>قف هنا.</p>", "<li>قف هنا.</li>", "verify-text"),
        ("<p>قف هنا.</p>", "", "verify-text"),
        ("قف هنا.</p>", "قف هنا.</p><p>ثم امش.</p>", "verify-text"),
        ("قف هنا.</p>", "قف هنا.</p>ثم امش.", "verify-text"),
        ("<li>", "<li hidden>", "verify-hidden"),
        ("<li>", '<li value="3">', "verify-hidden"),
        ("قف هنا.", "قف <bdo dir='rtl'>هنا.</bdo>", "verify-hidden"),
        ("قف هنا.", "قف <script>go()</script>هنا.", "verify-hidden"),
        ('<p class="block-label">قل</p>', "", "verify-label"),
        ("قل</p>", "لا تقل</p>", "verify-label"),
        ("block say core", "block say", "verify-lock"),
        ("block say core", "block tip core", "verify-lock"),
        ("step core", "step", "verify-lock"),
        ('<p class="safety-notice">بالإنجليزية.</p>', "", "verify-notice"),
        ("بالإنجليزية.", "بالعربية.", "verify-notice"),
        ('<p lang="en" dir="ltr">Stay.', '<p dir="ltr">Stay.', "verify-language"),
        ('<p lang="en" dir="ltr">Stay.', '<p lang="en">Stay.', "verify-language"),
        ("Do not go.", "Do go.", "verify-text"),
        ("Do not go.</p></div>", "Do not go.</p></div>Or go.", "verify-text"),
        ('id="s-step"', 'id="s-other"', "verify-unknown"),
        ("</h2>", "</h2><p>ثم امش.</p>", "verify-text"),
        ("</h2>", '</h2><p><a href="tel:999">999</a></p>', "verify-fact"),
        ('<h2 class="step core" id="s-step">', '<p id="pho-001">.</p><h2 id="s-step">',
         "verify-surroundings"),
    ],
)  # fmt: skip
def test_each_fault_has_its_alarm(old: str, new: str, code: str) -> None:
    assert code in codes((old, new))


def test_a_block_that_is_nowhere_is_missed() -> None:
    assert codes((HTML["s-step"], "")) == ["verify-missing"]


@pytest.mark.parametrize("prefix", ["pho-012-", "pho-012-2-"])
def test_a_copy_holds_the_same_words(prefix: str) -> None:
    copy = HTML["s-say"].replace("s-say", f"{prefix}s-say")
    assert codes(page=copy + "".join(HTML.values())) == []
    assert codes((copy, copy.replace("قف", "امش")), page=copy + "".join(HTML.values())) == [
        "verify-text"
    ]


def test_a_link_to_a_step_may_follow_it_to_another_page() -> None:
    piece = dc.replace(SAY.pieces[1], links=("a/other#s-step",))
    block = dc.replace(SAY, pieces=(SAY.pieces[0], piece))
    rendition = dc.replace(AR, blocks=(block, SAFE, STEP))
    page = "".join(HTML.values()).replace("../../safety/safety/", "../session-2/#s-step")
    text = f'<html lang="ar" dir="rtl"><body>{page}</body></html>'
    assert alarms(rendition, {"a/session": text}) == []


@pytest.mark.parametrize(
    ("address", "codes"),
    [
        ("tel:116 123", []),
        ("tel:116132", ["verify-fact", "verify-link"]),
        ("https://a.example/#b", ["verify-link"]),
    ],
)
def test_a_link_calls_the_number_that_the_core_has(address: str, codes: list[str]) -> None:
    block = dc.replace(SAY, pieces=(Piece("p", (Wording("اتصل"),), ("tel:116123",)),))
    rendition = dc.replace(AR, blocks=(block,))
    text = f'<p class="block-label">قل</p><p><a href="{address}">اتصل</a></p>'
    page = f'<div class="block say core" id="s-say" lang="ar" dir="rtl">{text}</div>'
    found = alarms(rendition, {"a/session": page})
    assert sorted({finding.code for finding in found}) == codes


APPROVED = dc.replace(
    SAFE,
    pieces=tuple(
        dc.replace(piece, wordings=(Wording(words), *piece.wordings))
        for piece, words in zip(SAFE.pieces, ("ابق.", "لا تذهب."), strict=True)
    ),
)


def test_approved_safety_text_stands_in_its_language_or_in_english_but_never_in_both() -> None:
    rendition = dc.replace(AR, blocks=(SAY, APPROVED, STEP))
    label = '<p class="block-label">السلامة</p>'
    opened = f'<div class="block safety safety" id="s-safe">{label}'
    translated = f"{opened}<p>ابق.</p><p>لا تذهب.</p></div>"
    mixed = f'{opened}<p>ابق.</p><p lang="en" dir="ltr">Do not go.</p></div>'

    def found(safe: str) -> set[str]:
        page = HTML["s-say"] + safe + HTML["s-step"]
        text = f'<html lang="ar" dir="rtl"><body>{page}</body></html>'
        return {finding.code for finding in alarms(rendition, {"a/session": text})}

    assert found(translated) == set()
    assert found(HTML["s-safe"]) == set()
    assert found(mixed) == {"verify-language", "verify-notice"}


def test_an_alarm_tells_where_and_how_the_texts_part() -> None:
    page = "\n\n" + HTML["s-safe"].replace("Do not go.", "Do go.")
    rendition = dc.replace(AR, blocks=(SAFE,))
    (finding,) = alarms(rendition, {"a/session": f'<html lang="ar" dir="rtl">{page}</html>'})
    assert str(finding.location) == "site/core/ar/a/session/index.html:3:1"
    expected = 'It should read "…Do not go.", and reads "…Do go.".'
    assert finding.message == f'The safety block "s-safe": {expected}'
