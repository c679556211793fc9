"""The glossaries of all languages, as people wrote them."""

from collections.abc import Mapping
from pathlib import Path

from manualkit.load.files import name_of, read_text
from manualkit.load.yaml_text import read_yaml
from manualkit.model.finding import Finding
from manualkit.model.raw import RawDocument


def load_glossaries(root: Path) -> tuple[Mapping[str, RawDocument], list[Finding]]:
    """Return the glossary of each language that has one."""
    documents: dict[str, RawDocument] = {}
    findings: list[Finding] = []
    for path in sorted((root / "locale").glob("*/glossary.yml")):
        text = read_text(path, root, findings)
        document, faults = read_yaml(text, name_of(path, root))
        documents[path.parent.name] = document
        findings += faults
    return documents, findings
