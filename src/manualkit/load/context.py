"""One folder of `adaptations/` → raw values."""

from pathlib import Path

from manualkit.load.files import in_order, name_of, read_text
from manualkit.load.markdown_page import read_page, split_head
from manualkit.load.yaml_text import read_yaml
from manualkit.model.finding import Finding
from manualkit.model.raw import RawChange, RawContext, RawDocument, RawPage


def load_context(folder: Path, root: Path) -> tuple[RawContext, list[Finding]]:
    """Read an adaptation's folder."""
    findings: list[Finding] = []
    documents: dict[str, RawDocument] = {}
    for path in in_order(folder.glob("*.yml")):
        document, faults = read_yaml(read_text(path, root, findings), name_of(path, root))
        documents[path.name] = document
        findings += faults
    changes: list[RawChange] = []
    for path in in_order((folder / "changes").glob("*.md")):
        text = read_text(path, root, findings)
        head, body, line, faults = split_head(text, name_of(path, root))
        blank = len(body) - len(body.lstrip("\n"))
        changes.append(RawChange(head, body.strip("\n"), line + blank))
        findings += faults
    case_studies: dict[str, RawPage] = {}
    for path in in_order((folder / "case-studies").glob("*.md")):
        text = read_text(path, root, findings)
        name = name_of(path, folder)
        page, faults = read_page(text, name.removesuffix(".md"), name_of(path, root))
        case_studies[name] = page
        findings += faults
    images = frozenset(path.name for path in (folder / "images").glob("*.*"))
    context = RawContext(name_of(folder, root), documents, tuple(changes), case_studies, images)
    return context, findings
