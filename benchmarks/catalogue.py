"""Bring 5,000 messages up to date and check them, beside what others need for the same.

The catalogue is made up, always the same: a seed decides on its words. Between the two states of
the manual, 236 texts are edited by one word, 100 go and 100 come.
"""

import contextlib
import dataclasses as dc
import io
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import polib
from measure import Figure, tell, timed

from manualkit.catalogue import GlossaryIndex, check_catalogue, glossary_findings, update
from manualkit.catalogue.checks import _compared
from manualkit.catalogue.entries import _parsed, _read
from manualkit.model.glossary import GlossaryFile
from manualkit.model.language import language
from manualkit.model.rendition import Message

MESSAGES, EDITED, GONE = 5_000, 236, 100
BABEL_LIMIT = 60
"""Seconds that Babel's update may take before it is stopped."""
FRENCH = language("fr")
SYLLABLES = re.findall(
    r"\w+", "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri flo gru"
)
MARKS = (
    "{crisis_line}",
    "**{w}**",
    "[{w}](../safety/safety.md)",
    "{n}",
    "{w}",
    "{w}",
    "{w}",
    "{w}",
)

BABEL = """
import sys
from babel.messages.pofile import read_po
old, new = (read_po(open(path, "rb"), locale="fr") for path in sys.argv[1:])
old.update(new)
"""


def main() -> None:
    """Measure and tell."""
    with TemporaryDirectory() as folder:
        figures = _figures(Path(folder))
    figures = [dc.replace(each, beside=figures[0].seconds) for each in figures]
    tell(f"Catalogue: {MESSAGES:,} messages", figures)


def _figures(top: Path) -> list[Figure]:
    old, new = _texts()
    before, template = top / "before.po", top / "new.po"
    _write(before, old, translated=True)
    _write(template, new, translated=False)
    messages = [Message(text, "p", page="page", line=at) for at, text in enumerate(new, 1)]
    ours = top / "fr" / "core.po"
    ours.parent.mkdir()
    index = GlossaryIndex(GlossaryFile.model_validate(_glossary(new)), "fr")

    def our_update() -> None:
        shutil.copy(before, ours)
        again()

    def again() -> None:
        _parsed.cache_clear()
        update(ours, messages, FRENCH)

    def our_check() -> None:
        _read.cache_clear()
        _compared.cache_clear()
        check_catalogue(ours, "fr", root=top)

    return [
        Figure("manualkit translate update", timed(our_update, 3), target=2),
        Figure("  again, nothing to do", timed(again, 3)),
        Figure("manualkit translate check", timed(our_check, 3), target=1),
        Figure("  and the glossary of 40 terms", timed(lambda: _glossary_check(ours, index, top))),
        *_others(before, template, ours),
    ]


def _glossary_check(path: Path, index: GlossaryIndex, top: Path) -> None:
    for _ in glossary_findings(path, index, top):
        pass


def _others(before: Path, template: Path, ours: Path) -> list[Figure]:
    def merge() -> None:
        polib.pofile(str(before)).merge(polib.pofile(str(template)))

    figures = [Figure("polib.merge", timed(merge), note="finds no changed text again")]
    commands = {
        "GNU msgmerge --previous": ("msgmerge", "-q", "--previous", "-o", "/dev/null"),
        "GNU msgfmt -c": ("msgfmt", "-c", "-o", "/dev/null"),
    }
    for name, command in commands.items():
        if shutil.which(command[0]) is None:
            print(f"{name}: not installed", file=sys.stderr)
            continue
        files = (before, template) if command[0] == "msgmerge" else (ours,)
        run = _runner([*command, *map(str, files)])
        figures.append(Figure(name, timed(run)))
    babel = _runner([sys.executable, "-c", BABEL, str(before), str(template)])
    with contextlib.redirect_stdout(io.StringIO()):
        seconds = timed(babel)
    stopped = f"stopped after {BABEL_LIMIT} s" if seconds >= BABEL_LIMIT else ""
    return [*figures, Figure("Babel Catalog.update", seconds, note=stopped)]


def _runner(command: list[str]) -> Callable[[], None]:
    def run() -> None:
        with contextlib.suppress(subprocess.TimeoutExpired):
            subprocess.run(command, check=True, timeout=BABEL_LIMIT)  # noqa: S603  (our own words)

    return run


def _texts() -> tuple[list[str], list[str]]:
    """Return the texts of the manual before and after."""
    dice = random.Random(4)  # noqa: S311  (nothing secret)
    words = ["".join(dice.choices(SYLLABLES, k=dice.randint(1, 4))) for _ in range(3_000)]
    made: dict[str, None] = {}
    while len(made) < MESSAGES + GONE:
        made[_sentence(dice, words)] = None
    texts = list(made)
    old, new = texts[:MESSAGES], texts[GONE:]
    for at in dice.sample(range(MESSAGES - GONE), EDITED):
        parts = new[at].split()
        parts[dice.randrange(1, len(parts) - 1)] = dice.choice(words)
        new[at] = " ".join(parts)
    return old, list(dict.fromkeys(new))


def _sentence(dice: random.Random, words: list[str]) -> str:
    def word() -> str:
        mark = dice.choice(MARKS) if dice.random() < 0.2 else "{w}"  # noqa: PLR2004
        return mark.replace("{w}", dice.choice(words)).replace("{n}", str(dice.randint(2, 90)))

    return " ".join(["The", *(word() for _ in range(dice.randint(4, 24)))]) + "."


def _write(path: Path, texts: list[str], *, translated: bool) -> None:
    file = polib.POFile(wrapwidth=78)
    file.metadata = {
        "Language": "fr",
        "Content-Type": "text/plain; charset=UTF-8",
        "Plural-Forms": "nplurals=2; plural=(n > 1);",
    }
    for at, text in enumerate(texts, 1):
        places = [("page.md", str(at))]
        entry = polib.POEntry(msgid=text, comment="kind: p\npage: page", occurrences=places)
        if translated:
            entry.msgstr, entry.tcomment = _translated(text), "state: reviewed"
        file.append(entry)
    file.save(str(path))


def _translated(text: str) -> str:
    """Turn the letters of each plain word around."""
    words = (word[::-1] if word.isalpha() else word for word in text[4:-1].split())
    return f"Le {' '.join(words)}."


def _glossary(texts: list[str]) -> dict[str, object]:
    words = sorted({word for text in texts[:200] for word in text.split() if word.isalpha()})[:40]
    terms = [{"id": f"w-{at}", "en": [w], "renderings": [w[::-1]]} for at, w in enumerate(words)]
    return {"terms": terms, "names": ["PM+"], "negation": ["ne", "pas"]}


if __name__ == "__main__":
    main()
