from collections.abc import Callable
from pathlib import Path

import pytest

from manualkit.catalogue import Catalogue, check_catalogue
from manualkit.model.finding import Severity

WritePo = Callable[[str, str], Path]


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("reveiwed, plt", 'Did you mean "reviewed"?'),
        ("machine drafted", 'Did you mean "machine-drafted"?'),
        ("xyz", "Write one of these: machine-drafted, draft, reviewed, stale."),
    ],
)
def test_unknown_state_is_a_finding_at_its_line(
    write_po: WritePo, tmp_path: Path, word: str, hint: str
) -> None:
    path = write_po("fr/core", f'# state: {word}\nmsgid "One"\nmsgstr "Un"\n')
    (finding,) = check_catalogue(path, "fr", root=tmp_path)
    assert (finding.code, finding.severity) == ("translation-state", Severity.ERROR)
    assert (finding.location.file, finding.location.line) == ("locale/fr/core.po", 5)
    assert finding.message.startswith(f'"{word.partition(",")[0]}" is no state')
    assert finding.hint == hint
    assert Catalogue.open(tmp_path / "locale", "core", "fr").state("One") == "machine-drafted"


def test_nothing_is_asked_of_an_entry_without_a_translation(
    write_po: WritePo, tmp_path: Path
) -> None:
    path = write_po("fr/core", '# state: xyz\nmsgid "One"\nmsgstr ""\n')
    assert check_catalogue(path, "fr", root=tmp_path) == []


def test_a_translation_that_is_said_to_be_stale_is_not_published(
    write_po: WritePo, tmp_path: Path
) -> None:
    write_po("fr/core", '# state: stale\nmsgid "One"\nmsgstr "Un"\n')
    catalogue = Catalogue.open(tmp_path / "locale", "core", "fr")
    assert (catalogue.translate("One"), catalogue.state("One")) == (None, "stale")


def test_a_machines_draft_in_one_word_is_no_persons_work_either(
    write_po: WritePo, tmp_path: Path
) -> None:
    entry = '# state: machine-drafted\nmsgid "One"\nmsgstr "Un"\n'
    write_po("fr/core", entry)
    write_po("fr/safety", entry)
    catalogue = Catalogue.open(tmp_path / "locale", "core", "fr")
    assert not catalogue.stands_up("One")
    assert catalogue.translate_safety("One") is None
