"""The catalogues and glossaries of all languages, and what is wrong in them."""

from collections.abc import Mapping
from pathlib import Path

from manualkit.catalogue import GlossaryIndex, check_catalogue, glossary_findings
from manualkit.load import load_glossaries
from manualkit.model.finding import Finding
from manualkit.validate import validate_glossary


def catalogue_findings(root: Path) -> list[Finding]:
    """Return the findings of all catalogues."""
    glossaries, findings = read_glossaries(root)
    for path in sorted((root / "locale").glob("*/*.po")):
        code = path.parent.name
        findings += check_catalogue(path, code, root=root)
        if code in glossaries:
            findings += glossary_findings(path, glossaries[code], root)
    return findings


def read_glossaries(root: Path) -> tuple[Mapping[str, GlossaryIndex], list[Finding]]:
    """Return the agreed words of each language, and what is wrong in its glossary."""
    documents, findings = load_glossaries(root)
    glossaries: dict[str, GlossaryIndex] = {}
    for code, document in documents.items():
        glossary, faults = validate_glossary(document)
        findings += faults
        if glossary is not None:
            glossaries[code] = GlossaryIndex(glossary, code)
    return glossaries, findings
