"""A page in two languages, looked at with the eyes of a reader of one."""

import pytest

from manualkit.verify import Rendition, alarms
from manualkit.verify.halves import halves
from manualkit.verify.protected import Block, Piece, Wording

_PAGE = (
    '<h2 class="step core" id="s-step"><span class="pair">'
    '<span class="side" lang="en" dir="ltr">Step</span> '
    '<span class="side" lang="ar" dir="rtl">خطوة</span></span></h2>'
    '<div class="block say core" id="s-say"><p class="block-label"><span class="pair">'
    '<span class="side" lang="en" dir="ltr">Say</span> '
    '<span class="side" lang="ar" dir="rtl">قل</span></span></p>'
    '<div class="pair"><div class="side" lang="en" dir="ltr"><p>Stop here.</p></div>'
    '<div class="side" lang="ar" dir="rtl"><p>قف هنا.</p></div></div></div>'
    '<div class="block safety safety" id="s-safe"><p class="block-label both">SOS</p>'
    '<p class="safety-notice side" lang="ar" dir="rtl">بالإنجليزية.</p>'
    '<p lang="en" dir="ltr">Stay.</p></div>'
)


def _rendition(language: str, words: tuple[str, str], label: str) -> Rendition:
    step, say = words
    return Rendition(
        edition="core",
        language=language,
        rtl=language == "ar",
        blocks=(
            Block("s-step", "step", "core", "a", (Piece("h2", (Wording(step),)),)),
            Block("s-say", "say", "core", "a", (Piece("p", (Wording(say),)),)),
            Block("s-safe", "safety", "safety", "a", (
                Piece("p", (Wording("Stay.", english=language != "en"),)),
            )),
        ),
        core_ids=("s-step", "s-say", "s-safe"),
        labels={"say": (label,), "safety": ("SOS",)},
        minutes=("{count}",),
        notice=("بالإنجليزية.",),
        numbers=(),
    )  # fmt: skip


EN = _rendition("en", ("Step", "Stop here."), "Say")
AR = _rendition("ar", ("خطوة", "قف هنا."), "قل")


def codes(old: str = "", new: str = "") -> dict[str, set[str]]:
    assert old in _PAGE
    page = _PAGE.replace(old, new, 1) if old else _PAGE
    pages = {"a": f'<html lang="ar" dir="rtl"><body><article>{page}</article></body></html>'}
    found = {}
    for one, other in ((EN, "ar"), (AR, "en")):
        half = halves(pages, one, other)
        found[one.language] = {finding.code for finding in alarms(one, half)}
    return found


def test_both_halves_of_an_honest_page_are_whole() -> None:
    assert codes() == {"en": set(), "ar": set()}


@pytest.mark.parametrize(
    ("old", "new", "alarmed"),
    [
        pytest.param("<p>Stop here.</p>", "<p>Go on.</p>", {"en"}, id="another English word"),
        pytest.param("<p>قف هنا.</p>", "<p>امش.</p>", {"ar"}, id="another Arabic word"),
        pytest.param(">قل<", ">قف<", {"ar"}, id="another label"),
        pytest.param(">خطوة<", "><", {"ar"}, id="half of a heading"),
        pytest.param(' lang="en" dir="ltr"><p>', "><p>", {"en", "ar"}, id="side of no language"),
        pytest.param('lang="ar" dir="rtl"><p>', 'lang="ar" dir="ltr"><p>', {"ar"}, id="direction"),
        pytest.param(
            "<p>Stop here.</p></div>",
            '<p>Stop here.</p></div><div class="side" lang="en" dir="ltr"><p>Or not.</p></div>',
            {"en", "ar"},
            id="a second English side",
        ),
        pytest.param(
            '<p lang="en" dir="ltr">Stay.</p>',
            '<p lang="en" dir="ltr" class="side">Stay.</p>',
            set(),
            id="an English side without a partner stays for both",
        ),
        pytest.param(
            '<p lang="en" dir="ltr">Stay.</p>',
            '<p lang="en" dir="ltr">Stay.</p><p class="side" lang="ar" dir="rtl">امش.</p>',
            {"ar"},
            id="text added on one side",
        ),
    ],
)
def test_what_is_wrong_on_one_side_is_found(old: str, new: str, alarmed: set[str]) -> None:
    found = codes(old, new)
    assert {language for language, alarms_ in found.items() if alarms_} == alarmed
