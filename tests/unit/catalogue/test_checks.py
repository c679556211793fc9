from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from manualkit.catalogue import check_catalogue, check_entry
from manualkit.model.finding import Severity

CASES = Path(__file__).parents[2] / "cases/catalogue/checks.yml"


def cases() -> list[dict[str, str]]:
    """Read the cases; to add one, add some lines to the file."""
    read: list[dict[str, str]] = yaml.safe_load(CASES.read_text("utf-8"))
    return read


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["title"])
def test_case(case: dict[str, str]) -> None:
    faults = check_entry(case["english"], case["translation"], case.get("language", "fr"))
    told = [f"{fault.severity} {fault.code}" for fault in faults]
    assert told == case.get("faults", "").split(", ") * bool(case.get("faults"))


def test_finding_names_the_line_of_the_entry(
    write_po: Callable[[str, str], Path], tmp_path: Path
) -> None:
    path = write_po(
        "fr/core", 'msgid "One"\nmsgstr "Un"\n\nmsgid "Call {line}"\nmsgstr "Appelez"\n'
    )
    (finding,) = check_catalogue(path, "fr", root=tmp_path)
    assert finding.code == "translation-placeholder"
    assert finding.severity is Severity.ERROR
    assert (finding.location.file, finding.location.line) == ("locale/fr/core.po", 8)
    assert finding.message == '"Call {line}": lost: {line}.'


def test_fuzzy_entry_is_not_checked(write_po: Callable[[str, str], Path]) -> None:
    path = write_po("fr/core", '#, fuzzy\nmsgid "Call {line}"\nmsgstr "Appelez"\n')
    assert check_catalogue(path, "fr") == []


def test_missing_file_has_no_findings(tmp_path: Path) -> None:
    assert check_catalogue(tmp_path / "core.po", "fr") == []


def test_safety_text_that_a_machine_drafted_is_a_finding_in_its_own_file_only(
    write_po: Callable[[str, str], Path], tmp_path: Path
) -> None:
    drafted = '# state: machine-drafted, not reviewed\nmsgid "One"\nmsgstr "Un"\n'
    write_po("fr/core", drafted)
    write_po("fr/safety", drafted)
    assert check_catalogue(tmp_path / "locale/fr/core.po", "fr") == []
    (finding,) = check_catalogue(tmp_path / "locale/fr/safety.po", "fr", root=tmp_path)
    assert (finding.code, finding.location.line) == ("translation-safety-by-machine", 5)
    assert finding.severity is Severity.ERROR


def test_safety_text_without_translations_is_no_finding(
    write_po: Callable[[str, str], Path],
) -> None:
    assert check_catalogue(write_po("fr/safety", 'msgid "One"\nmsgstr ""\n'), "fr") == []
