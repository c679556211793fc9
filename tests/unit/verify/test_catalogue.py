from collections.abc import Callable
from pathlib import Path

import pytest

from manualkit.verify.catalogue import Catalogue

Write = Callable[[dict[str, str]], Path]
ENGLISH = "Call {line} 3 times, see [here](a.md)."


def catalogue(write_tree: Write, *translations: str) -> Catalogue:
    files = {
        f"{number}.po": f'msgid ""\nmsgstr ""\n\nmsgid "{ENGLISH}"\nmsgstr "{text}"\n'
        for number, text in enumerate(translations)
    }
    root = write_tree(files)
    return Catalogue([root / name for name in (*files, "missing.po")])


@pytest.mark.parametrize(
    ("translations", "expected"),
    [
        ([], ([], False)),
        (["Appelle {line} 3 fois, [ici](a.md)."], (["Appelle {line} 3 fois, [ici](a.md)."], True)),
        (["Appelle {other} 3 fois, [ici](a.md)."], ([], False)),
        (["Appelle {line}, [ici](a.md).", "{line} 3 [ici](a.md)"],
         (["Appelle {line}, [ici](a.md).", "{line} 3 [ici](a.md)"], True)),
        (["{line} 3 [ici](b.md)"], (["{line} 3 [ici](b.md)"], False)),
        (["{line} ۳ [ici](a.md)"], (["{line} ۳ [ici](a.md)"], True)),
    ],
)  # fmt: skip
def test_a_translation_with_other_placeholders_is_never_published(
    translations: list[str], expected: tuple[list[str], bool], write_tree: Write
) -> None:
    assert catalogue(write_tree, *translations).candidates(ENGLISH) == expected


def test_unfinished_entries_and_drafts_of_safety_text_do_not_count(write_tree: Write) -> None:
    text = """msgid ""
msgstr ""

#, fuzzy
msgid "One"
msgstr "Un"

# state: machine-drafted, not reviewed
msgid "Two"
msgstr "Deux"

msgid "Three"
msgstr ""

msgctxt "client=f"
msgid "Four"
msgstr "Quatre"
"""
    root = write_tree({"core.po": text, "safety.po": text})
    words = ("One", "Two", "Three", "Four")
    assert [Catalogue([root / "core.po"]).words(each) for each in words] == [
        ("One",),
        ("Deux",),
        ("Three",),
        ("Four",),
    ]
    assert Catalogue([root / "safety.po"]).words("Two") == ("Two",)


FORMS = """msgid ""
msgstr ""

msgctxt "helper=f"
msgid "One"
msgstr "HF"

msgid "One"
msgstr "N"

msgctxt "helper=m"
msgid "Two"
msgstr "HM"
"""


@pytest.mark.parametrize(
    ("contexts", "one", "two"),
    [
        ((), ("N",), ("Two",)),
        (("helper=f", ""), ("HF",), ("Two",)),
        (("helper=f client=m", "helper=f", "client=m", ""), ("HF",), ("Two",)),
        (("client=m", ""), ("N",), ("Two",)),
        (("helper=m", ""), ("N",), ("HM",)),
    ],
)
def test_a_form_counts_where_the_edition_chose_it_and_nowhere_else(
    contexts: tuple[str, ...], one: tuple[str, ...], two: tuple[str, ...], write_tree: Write
) -> None:
    path = write_tree({"core.po": FORMS}) / "core.po"
    found = Catalogue([path], contexts) if contexts else Catalogue([path])
    assert (found.words("One"), found.words("Two")) == (one, two)


def test_a_neutral_text_of_the_edition_goes_before_a_form_of_the_core(write_tree: Write) -> None:
    text = 'msgid ""\nmsgstr ""\n\nmsgid "One"\nmsgstr "edition"\n'
    root = write_tree({"core.po": FORMS, "town.po": text})
    files = [root / "town.po", root / "core.po"]
    assert Catalogue(files, ("helper=f", "")).words("One") == ("edition",)
