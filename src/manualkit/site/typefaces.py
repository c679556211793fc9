"""The CSS of each script, for the languages that have a catalogue: families, heights of lines."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from manualkit.model.language import Language, is_english, language
from manualkit.model.typeface import TYPEFACES, Screen, Typefaces


def typeface_rules(root: Path) -> str:
    """Return the rules for English and for every language of `locale/`.

    CSS knows the language of a text but not its script, so that each language is named.
    """
    folders = (path.name for path in (root / "locale").glob("*/"))
    codes = ["en", *sorted(code for code in folders if _known(code) and not is_english(code))]
    faces = Typefaces.parse((root / TYPEFACES).read_text("utf-8"))
    return rules(faces, [language(code) for code in codes])


def rules(faces: Typefaces, languages: Iterable[Language]) -> str:
    """Return a rule for each way in which some of the languages are set; the first is the usual."""
    groups: dict[tuple[Screen, str], list[str]] = defaultdict(list)
    for each in languages:
        groups[faces.of(each).screen, each.counter].append(each.code)
    # A tag stands for the longer ones too, which therefore come later.
    ranked = sorted(groups.items(), key=lambda group: max(map(len, group[1])))
    return "\n".join(
        f"{', '.join(map(_selector, codes))} {{\n{_declarations(*group)}}}\n"
        for group, codes in ranked
    )


def _known(code: str) -> bool:
    try:
        language(code)
    except ValueError:
        return False
    return True


def _selector(code: str) -> str:
    return ":root, :lang(en)" if code == "en" else f":lang({code})"


def _declarations(screen: Screen, digits: str) -> str:
    values = {
        "family": screen.family,
        "leading": screen.leading,
        "headings": screen.headings,
        "lists": screen.lists,
        "tight": screen.tight,
        "underline": None if screen.underline is None else f"{screen.underline}em",
        "digits": digits,
    }
    # What is not given here must not be taken over from the text around it.
    return "".join(
        f"  --{name}: {'initial' if value is None else value};\n" for name, value in values.items()
    )
