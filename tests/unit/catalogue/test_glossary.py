"""Cases of `tests/cases/catalogue/glossary.yml`, and what is told where."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from manualkit.catalogue import GlossaryIndex, glossary_findings
from manualkit.catalogue.entries import Entry
from manualkit.model.finding import Severity
from manualkit.model.glossary import GlossaryFile
from manualkit.model.message_state import MessageState

CASES = Path(__file__).parents[2] / "cases/catalogue/glossary.yml"
GLOSSARY = GlossaryFile.model_validate(
    {"terms": [{"id": "helper", "en": ["helper"], "renderings": ["aide", "aidant"]}]}
)


def cases() -> list[dict[str, Any]]:
    """Read the cases; to add one, add some lines to the file."""
    read: list[dict[str, Any]] = yaml.safe_load(CASES.read_text("utf-8"))
    return read


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["title"])
def test_case(case: dict[str, Any]) -> None:
    index = GlossaryIndex(GlossaryFile.model_validate(case["glossary"]), case["language"])
    checked = case.get("comment", "") == "negation checked"
    entry = Entry(
        english=case["english"],
        translation=case["translation"],
        state=MessageState.DRAFT,
        fuzzy=False,
        same=False,
        line=1,
        negation_checked=checked,
    )
    codes = [code for code, _, _ in index.faults(entry)]
    assert ", ".join(codes) == case.get("faults", "")


def test_a_finding_names_the_line_and_what_to_write(
    write_po: Callable[[str, str], Path], tmp_path: Path
) -> None:
    path = write_po("fr/core", 'msgid "One helper"\nmsgstr "Une personne"\n')
    (finding,) = glossary_findings(path, GlossaryIndex(GLOSSARY, "fr"), tmp_path)
    assert (finding.code, str(finding.location)) == ("glossary-term", "locale/fr/core.po:5:1")
    assert finding.severity is Severity.WARNING
    assert finding.message == (
        '"One helper": it says "helper", and no agreed word for it stands here: aide, aidant.'
    )


def test_what_nobody_reads_is_not_compared(
    write_po: Callable[[str, str], Path], tmp_path: Path
) -> None:
    path = write_po(
        "fr/core",
        '#, fuzzy\nmsgid "One helper"\nmsgstr "Une personne"\n\nmsgid "A helper"\nmsgstr ""\n\n'
        'msgid "The helper {x}"\nmsgstr "Une personne"\n',
    )
    assert list(glossary_findings(path, GlossaryIndex(GLOSSARY, "fr"), tmp_path)) == []


def test_a_broken_file_has_its_own_finding(tmp_path: Path) -> None:
    path = tmp_path / "locale/fr/core.po"
    path.parent.mkdir(parents=True)
    path.write_bytes(b'msgid "\xff"')
    assert list(glossary_findings(path, GlossaryIndex(GLOSSARY, "fr"), tmp_path)) == []
