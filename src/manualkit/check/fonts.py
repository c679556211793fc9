"""Languages with letters that none of our fonts draws: on paper they would be boxes.

The print step refuses a sheet with a box; here it is told before.
"""

import dataclasses as dc
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from babel import Locale
from fontTools.ttLib import TTFont

from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, Location, Severity
from manualkit.model.language import Language, is_english, language
from manualkit.model.letters import in_order, letters_in, letters_of
from manualkit.model.manifest import Manifest
from manualkit.model.typeface import TYPEFACES, Typefaces

_LATIN = "NotoSans"
"""Stands behind every other font."""
_HINT = (
    "Add a font that has them to templates/fonts/sources.toml, run scripts/build_fonts.py and name "
    "it in templates/fonts/scripts.toml; templates/fonts/README.md tells how. "
    "Translating can begin before that."
)
Written = Callable[[str], str]
"""Code of a language → its published translations, one behind the other."""


@dc.dataclass(frozen=True, slots=True)
class FontFolder:
    """The fonts of a project, and which language is set in which."""

    folder: Path
    faces: Typefaces

    @classmethod
    def of(cls, root: Path) -> "FontFolder | None":
        """Return those of a project; None where it brings none along and is only read."""
        file = root / TYPEFACES
        return cls(file.parent, Typefaces.parse(file.read_text("utf-8"))) if file.exists() else None

    def lacks_on_paper(self, asked: Language, text: str) -> str:
        """Return the letters of a language, and of a text in it, that its fonts do not draw."""
        face = self.faces.of(asked)
        font = face.paper.font
        wanted = (letters_of(asked.code) - face.foreign) | set(letters_in("".join(set(text))))
        return self._missing(wanted, f"print/{font}-Regular.ttf", f"print/{_LATIN}-Regular.ttf")

    def prints(self, asked: Language) -> bool:
        """Whether a language has a font for paper, though some of its letters may be missing."""
        return 2 * len(self.lacks_on_paper(asked, "")) <= len(letters_of(asked.code))

    def lacks_on_screen(self, asked: Language) -> str:
        """Return the letters of a language that the site's fonts do not draw."""
        face = self.faces.of(asked)
        font = face.screen.font
        wanted = letters_of(asked.code) - face.foreign
        return self._missing(wanted, f"site/{font}-Regular.woff2", f"site/{_LATIN}-Regular.woff2")

    def _missing(self, wanted: frozenset[str], *files: str) -> str:
        drawn = frozenset[int]().union(*(_characters(self.folder / file) for file in files))
        return "".join(sorted(each for each in wanted if ord(each) not in drawn))


def font_findings(root: Path, edition: Edition, written: Written) -> Iterator[Finding]:
    """Yield a warning for each language of an edition with letters that a font lacks."""
    placed, fonts = edition.sources[0], FontFolder.of(root)
    for index, code in enumerate(placed.value.languages):
        if fonts is not None and not is_english(code):
            where = placed.at("languages", index)
            yield from language_findings(language(code), fonts, written(code), where)


def printed_languages(root: Path, manifests: Iterable[Manifest]) -> frozenset[str] | None:
    """Return the languages that have a font for paper, or None: all of them have one."""
    codes = {code for manifest in manifests for code in manifest.edition.languages}
    fonts = FontFolder.of(root)
    printed = frozenset(code for code in codes if fonts is None or fonts.prints(language(code)))
    return None if printed == codes else printed


def language_findings(
    asked: Language, fonts: FontFolder, text: str, where: Location
) -> Iterator[Finding]:
    """Yield a warning if letters of a language have no font, on paper or on the site."""
    if lost := fonts.lacks_on_paper(asked, text):
        paper = "A PDF that needs one of them cannot be made"
        if not fonts.prints(asked):
            paper = "PDFs in it are left out"
        message = f"No font here draws {_what(asked, lost)} {paper}; "
        message += "on the site, readers see them in a font of their own device, if it has one."
        yield Finding("font-missing", where, message, _HINT, Severity.WARNING)
    elif lost := fonts.lacks_on_screen(asked):
        message = f"The site's fonts do not draw {_what(asked, lost)} PDFs are complete; "
        message += "on the site, readers see these letters in a font of their own device."
        hint = "If they look out of place, add them to the family's site file in "
        hint += "templates/fonts/sources.toml and run scripts/build_fonts.py."
        yield Finding("font-site", where, message, hint, Severity.WARNING)


def _what(asked: Language, lost: str) -> str:
    script = Locale("en").scripts.get(asked.script, asked.script)
    count = "a letter" if len(lost) == 1 else f"{len(lost)} letters"
    return f"{count} of {asked.english_name} ({asked.code}, {script} script): {in_order(lost)}."


@cache
def _characters(file: Path) -> frozenset[int]:
    with TTFont(file, lazy=True) as font:
        return frozenset(font.getBestCmap())
