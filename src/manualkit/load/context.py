"""One folder of `adaptations/` → raw values."""

from pathlib import Path

from manualkit.load.files import files_in_order, name_of, read_text
from manualkit.load.markdown_page import read_page, split_head
from manualkit.load.yaml_text import read_yaml
from manualkit.model.finding import Finding
from manualkit.model.raw import RawChange, RawContext, RawDocument, RawPage


def load_context(folder: Path, root: Path) -> tuple[RawContext, list[Finding]]:
    """Read an adaptation's folder."""
    findings: list[Finding] = []
    context = RawContext(
        folder=name_of(folder, root),
        documents=_documents(folder, root, findings),
        changes=_changes(folder, root, findings),
        case_studies=_pages(folder, "case-studies", root, findings),
        pages=_pages(folder, "pages", root, findings),
        images=frozenset(path.name for path in (folder / "images").glob("*.*")),
        others=_others(folder),
    )
    return context, findings


def _documents(folder: Path, root: Path, findings: list[Finding]) -> dict[str, RawDocument]:
    documents: dict[str, RawDocument] = {}
    for path in files_in_order(folder.glob("*.yml"), folder):
        document, faults = read_yaml(read_text(path, root, findings), name_of(path, root))
        documents[path.name] = document
        findings += faults
    return documents


def _changes(folder: Path, root: Path, findings: list[Finding]) -> tuple[RawChange, ...]:
    changes: list[RawChange] = []
    for path in files_in_order((folder / "changes").glob("*.md"), folder):
        text = read_text(path, root, findings)
        head, body, line, faults = split_head(text, name_of(path, root))
        blank = len(body) - len(body.lstrip("\n"))
        changes.append(RawChange(head, body.strip("\n"), line + blank))
        findings += faults
    return tuple(changes)


def _pages(folder: Path, name: str, root: Path, findings: list[Finding]) -> dict[str, RawPage]:
    pages: dict[str, RawPage] = {}
    for path in files_in_order((folder / name).glob("*.md"), folder):
        text = read_text(path, root, findings)
        file = name_of(path, folder)
        page, faults = read_page(text, file.removesuffix(".md"), name_of(path, root))
        pages[file] = page
        findings += faults
    return pages


def _others(folder: Path) -> tuple[str, ...]:
    """Return the files that nothing reads, such as `terms.yaml` or `changes/LIV-010.txt`."""
    read = {*folder.glob("*.yml"), *folder.glob("README.md"), *(folder / "images").glob("*.*")}
    for name in ("changes", "case-studies", "pages"):
        read |= {*(folder / name).glob("*.md")}
    read |= {*folder.rglob("EXAMPLE.*")}  # comes with the template
    paths = files_in_order(folder.rglob("*"), folder)
    return tuple(name_of(path, folder) for path in paths if path not in read)
