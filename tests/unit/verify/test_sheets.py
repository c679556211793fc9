"""Pieces of a PDF against what should stand there."""

import dataclasses as dc

import pytest

from manualkit.verify import Rendition
from manualkit.verify.protected import Block, Piece, Wording
from manualkit.verify.sheets import sheet_faults
from manualkit.verify.tagged import PrintedPiece


def piece(form: str, words: str) -> Piece:
    return Piece(form, (Wording(words),))


def printed(role: str, *lines: str, group: int = 1) -> PrintedPiece:
    return PrintedPiece(role, group, tuple(tuple(line) for line in lines))


SAY = Block("s-say", "say", "core", "a", (
    piece("p", "Choose one problem for this well-known week."),
    piece("ol", "First"),
    piece("ol", "Second"),
))  # fmt: skip
STEP = Block("s-step", "step", "core", "a", (piece("h2", "2 ways"), piece("p", "Together.")))
TABLE = Block("s-table", "form", "core", "a", (
    piece("th", "What"), piece("th", "When"), piece("td", "Walk"), piece("td", "Now"),
))  # fmt: skip
EN = Rendition(
    edition="core",
    language="en",
    rtl=False,
    blocks=(SAY, STEP, TABLE),
    core_ids=("s-say",),
    labels={"say": ("Say",)},
    minutes=("{count} min",),
    notice=("In English.",),
    numbers=(),
)
PRINTED_SAY = [
    printed("P", "Say"),
    printed("P", "Choose one prob‐", "lem for this well-", "known week."),
    printed("Lbl", "1. "),
    printed("LBody", "First"),
    printed("Lbl", "2. "),
    printed("LBody", "Second"),
]


def faults(rendition: Rendition, block: Block, *pieces: PrintedPiece) -> list[str]:
    return [message for _, message in sheet_faults(rendition, {block.id: 1}, pieces)]


def test_lines_may_end_anywhere_and_split_a_word() -> None:
    assert faults(EN, SAY, *PRINTED_SAY) == []


def test_a_paragraph_may_go_over_two_pages() -> None:
    split = [printed("P", "Choose one problem for"), printed("P", "this well-known week.", group=2)]
    assert faults(EN, SAY, PRINTED_SAY[0], *split, *PRINTED_SAY[2:]) == []


@pytest.mark.parametrize(
    ("at", "instead"),
    [
        (0, "Do not say"),
        (1, "Choose one problem for this wellknown week."),
        (1, "Choose one problem for this well-known week. Or none."),
        (3, "Second"),
        (4, "7. "),
    ],
)
def test_other_words_are_found(at: int, instead: str) -> None:
    changed = dc.replace(PRINTED_SAY[at], lines=(tuple(instead),))
    assert faults(EN, SAY, *PRINTED_SAY[:at], changed, *PRINTED_SAY[at + 1 :])


def test_what_is_missing_is_told() -> None:
    (message,) = faults(EN, SAY, *PRINTED_SAY[:4])
    assert message == 'The core block "s-say" is not whole: "Second" should follow.'
    (message,) = faults(EN, SAY)
    assert message == 'The core block "s-say" is not in this PDF, or not with its own words.'


def test_nothing_may_follow_in_the_same_box() -> None:
    assert faults(EN, SAY, *PRINTED_SAY, printed("P", "Only if you like."))
    assert faults(EN, SAY, *PRINTED_SAY, printed("P", "Tip", group=2)) == []


def test_a_step_carries_its_minutes_and_its_number() -> None:
    words = printed("P", "Together.")
    for extra in ((), ("5 min",), ("3",), ("5 min", "3")):
        assert faults(EN, STEP, printed("H2", *extra, " 2 ways"), words) == []
    assert faults(EN, STEP, printed("H2", "never", " 2 ways"), words)
    assert faults(EN, STEP, printed("H2", "5 min", "3", "4", "2 ways"), words)
    assert faults(EN, STEP, printed("H3", "2 ways"), words)
    assert faults(EN, STEP, printed("H2", "2 ways"), words, printed("P", "Or alone."))


def test_the_head_of_a_table_may_stand_again_on_the_next_page() -> None:
    head = [printed("TH", "What"), printed("TH", "When")]
    row = [printed("TD", "Walk"), printed("TD", "Now")]
    assert faults(EN, TABLE, *head, *row) == []
    assert faults(EN, TABLE, *head, row[0], *head, row[1]) == []
    assert faults(EN, TABLE, *head, row[1], row[0])


def test_blocks_with_the_same_words_are_counted() -> None:
    twin = dc.replace(SAY, id="s-twin")
    rendition = dc.replace(EN, blocks=(SAY, twin))
    needed = {"s-say": 1, "s-twin": 2}
    once = [dc.replace(each, group=2) for each in PRINTED_SAY]
    again = [dc.replace(each, group=3) for each in PRINTED_SAY]
    assert sheet_faults(rendition, needed, [*PRINTED_SAY, *once, *again]) == []
    assert len(sheet_faults(rendition, needed, [*PRINTED_SAY, *once])) == 1


ARABIC = dc.replace(
    EN, language="ar", rtl=True, blocks=(dc.replace(SAY, pieces=(piece("p", "خذ 90 دقيقة، ثم."),)),)
)


@pytest.mark.parametrize("lines", [(".مث ،ةقيقد 90 ذخ",), (" ةقيقد 90 ذخ", ".مث ،")])
def test_lines_that_are_drawn_from_the_right_are_read_from_there(lines: tuple[str, ...]) -> None:
    assert faults(ARABIC, ARABIC.blocks[0], printed("P", "Say"), printed("P", *lines)) == []


def test_numbers_keep_their_marks_in_a_line_from_the_right() -> None:
    block = dc.replace(SAY, pieces=(piece("p", "من 3.5 إلى 50% أو £2 (أو ۱٫۵)"),))
    drawn = ")۱٫۵ وأ( £2 وأ 50% ىلإ 3.5 نم"
    rendition = dc.replace(ARABIC, blocks=(block,))
    assert faults(rendition, block, printed("P", "Say"), printed("P", drawn)) == []


@pytest.mark.parametrize("line", ["خذ 90 دقيقة، ثم.", ".مث ،ةقيقد 09 ذخ", ".مث ،ةقيقد ذخ"])
def test_other_words_from_the_right_are_found(line: str) -> None:
    assert faults(ARABIC, ARABIC.blocks[0], printed("P", "Say"), printed("P", line))


def test_safety_text_in_english_has_its_notice() -> None:
    english = Piece("p", (Wording("Stay.", english=True),))
    safe = Block("s-safe", "safety", "safety", "a", (english,), next="s-next")
    following = dc.replace(safe, id="s-next", next="", pieces=(dc.replace(english, wordings=(
        Wording("Go.", english=True),)),))  # fmt: skip
    rendition = dc.replace(EN, language="fr", blocks=(safe, following), labels={"safety": ("S",)})
    label, notice = printed("P", "S"), printed("P", "In English.")
    one = [label, notice, printed("P", "Stay.")]
    two = [dc.replace(each, group=2) for each in (label, notice, printed("P", "Go."))]
    between = printed("P", "Wait.", group=3)
    needed = {"s-safe": 1, "s-next": 1}
    assert sheet_faults(rendition, needed, [*one, *two]) == []
    assert sheet_faults(rendition, needed, [label, printed("P", "Stay."), *two])
    assert [code for code, _ in sheet_faults(rendition, needed, [*one, between, *two])] == [
        "verify-surroundings"
    ]


@pytest.mark.parametrize(
    ("reference", "sound"),
    [
        (" (page 12)", True),
        (" (page 1)", True),
        (" (do not)", False),
        ("page 12", False),
        (" (page 12) not", False),
    ],
)
def test_behind_a_link_nothing_but_the_number_of_a_page_may_stand(
    reference: str, *, sound: bool
) -> None:
    rendition = dc.replace(EN, see_page=("page {page}",))
    behind = [*PRINTED_SAY[:2], printed("Reference", reference), *PRINTED_SAY[2:]]
    assert (faults(rendition, SAY, *behind) == []) is sound
