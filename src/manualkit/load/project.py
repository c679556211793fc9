"""The project's folders → raw values."""

from pathlib import Path

from manualkit.load.context import load_context
from manualkit.load.files import files_in_order, in_order, is_draft, name_of, read_text
from manualkit.load.markdown_page import read_page
from manualkit.load.yaml_text import read_yaml
from manualkit.model.finding import Finding
from manualkit.model.raw import RawContext, RawDocument, RawPage, RawProject


def load_project(root: Path) -> tuple[RawProject, list[Finding]]:
    """Read `docs/` and `adaptations/` below `root`. The findings hold every fault of every file."""
    findings: list[Finding] = []
    docs = root / "docs"
    documents: dict[str, RawDocument] = {}
    for path in files_in_order(docs.rglob("*.yml"), docs):
        text = read_text(path, root, findings)
        document, faults = read_yaml(text, name_of(path, root))
        documents[name_of(path, docs)] = document
        findings += faults
    pages: list[RawPage] = []
    for path in files_in_order(docs.rglob("*.md"), docs):
        if path.name == "README.md":
            continue
        text = read_text(path, root, findings)
        page, faults = read_page(text, name_of(path.with_suffix(""), docs), name_of(path, root))
        pages.append(page)
        findings += faults
    images = frozenset(path.name for path in (docs / "images").glob("*.*"))
    contexts = _load_contexts(root, findings)
    return RawProject(documents, tuple(pages), images, contexts), findings


def _load_contexts(root: Path, findings: list[Finding]) -> tuple[RawContext, ...]:
    contexts: list[RawContext] = []
    for folder in in_order((root / "adaptations").glob("*/"), root):
        if folder.is_dir() and not is_draft(folder.name):
            context, faults = load_context(folder, root)
            contexts.append(context)
            findings += faults
    return tuple(contexts)
