"""Whatever is done to protected text in a PDF, the verifier finds it, in every script."""

import dataclasses as dc
import random
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

from manualkit.pdf import PrintPlan, build_pdfs
from manualkit.pipeline import compose_all
from manualkit.verify import Rendition, write_down
from manualkit.verify.sheets import Found, sheet_faults
from manualkit.verify.sheets import _Sheet as Sheet
from manualkit.verify.tagged import PrintedPiece, read_sheet

pytestmark = pytest.mark.pdf

Mutate = Callable[[str, random.Random], str]
Seeded = Callable[[object], random.Random]
LANGUAGES = ["en", "fr", "tr", "ar", "fa", "ur", "th"]
EDITION = "prosper-liverpool"
SHEETS = {"session-group-2.pdf": "group/session-2", "safety.pdf": "safety/safety"}
_MUTATIONS = 1000
_RTL = re.compile("[\u0590-\u08ff]")


@dc.dataclass(frozen=True, slots=True)
class Printed:
    """A sheet with what it has to hold."""

    rendition: Rendition
    needed: Mapping[str, int]
    pieces: tuple[PrintedPiece, ...]

    def faults(self, pieces: Sequence[PrintedPiece]) -> list[tuple[str, str]]:
        """Return what the verifier says of a changed sheet."""
        return sheet_faults(self.rendition, self.needed, pieces)

    def places(self) -> dict[str, list[Found]]:
        """Return where each block stands."""
        sheet = Sheet(self.rendition, self.pieces)
        blocks = (block for block in self.rendition.blocks if block.id in self.needed)
        return {block.id: list(sheet._places(block)) for block in blocks}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Printed]]:
    """Two sheets of the repository's own edition in every language."""
    root, repository = tmp_path_factory.mktemp("printed"), Path(__file__).parents[3]
    for name in ("docs", "adaptations", "locale", "templates"):
        (root / name).symlink_to(repository / name)
    prepared, _ = compose_all(root, date(2026, 3, 1))
    manifests = [each for each in prepared.manifests if each.edition.id == EDITION]
    report = build_pdfs(PrintPlan(root, manifests, pages=list(SHEETS.values()), workers=2))
    assert report.findings == ()
    found: dict[str, list[Printed]] = {}
    for rendition in write_down(root).renditions:
        for name, page in SHEETS.items() if rendition.edition == EDITION else ():
            needed = {block.id: 1 for block in rendition.blocks if block.page == page}
            pieces = read_sheet(root / "dist" / rendition.name / name)
            found.setdefault(rendition.language, []).append(Printed(rendition, needed, pieces))
    return found


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_honest_sheet_raises_no_alarm(code: str, printed: Mapping[str, list[Printed]]) -> None:
    for sheet in printed[code]:
        assert sheet.needed
        assert sheet.faults(sheet.pieces) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_changed_word_or_digit_is_missed(
    code: str, printed: Mapping[str, list[Printed]], mutate: Mutate, seeded: Seeded
) -> None:
    chance, missed, made = seeded(code), [], 0
    places = [sheet.places() for sheet in printed[code]]
    while made < _MUTATIONS:
        number = chance.randrange(len(places))
        sheet = printed[code][number]
        place = chance.choice([each for found in places[number].values() for each in found])
        at = chance.randrange(place.start, place.end)
        mutant = _mutant(sheet, at, mutate, chance)
        if mutant is not None:
            made += 1
            if not sheet.faults([*sheet.pieces[:at], mutant, *sheet.pieces[at + 1 :]]):
                missed.append((sheet.pieces[at], mutant))
    assert missed == []


def _mutant(sheet: Printed, at: int, mutate: Mutate, chance: random.Random) -> PrintedPiece | None:
    """Change one thing in a line of a piece; what is drawn from the right is read so."""
    piece = sheet.pieces[at]
    # The number and the minutes of a step are no protected text.
    lines = piece.lines[-1:] if piece.role.startswith("H") else piece.lines
    line = chance.choice(lines)
    from_right = sheet.rendition.rtl and any(_RTL.search(text) for text in line)
    text = "".join(reversed(line) if from_right else line)
    mutant = mutate(text, chance)
    if mutant == text:
        return None
    drawn = tuple(reversed(mutant)) if from_right else tuple(mutant)
    number = piece.lines.index(line)
    return dc.replace(piece, lines=(*piece.lines[:number], drawn, *piece.lines[number + 1 :]))


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_lost_moved_or_added_piece_is_missed(
    code: str, printed: Mapping[str, list[Printed]]
) -> None:
    for sheet in printed[code]:
        pieces = list(sheet.pieces)
        for place in [each for found in sheet.places().values() for each in found]:
            assert sheet.faults([*pieces[: place.start], *pieces[place.end :]])
            added = PrintedPiece("P", pieces[place.end - 1].group, (("Not now.",),))
            assert sheet.faults([*pieces[: place.end], added, *pieces[place.end :]])
            for at in range(place.start, place.end):
                if _is_bullet(pieces[at]):
                    continue
                assert sheet.faults([*pieces[:at], *pieces[at + 1 :]]), pieces[at]
                behind = pieces[at + 1 : place.end][:1]
                if behind and not _is_bullet(behind[0]) and behind[0].lines != pieces[at].lines:
                    turned = [*pieces[:at], *behind, pieces[at], *pieces[at + 2 :]]
                    assert sheet.faults(turned), pieces[at]


def _is_bullet(piece: PrintedPiece) -> bool:
    """Whether it is a mark without words."""
    return "".join(piece.lines[0]).strip() == "\N{BULLET}"
