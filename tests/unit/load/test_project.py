from collections.abc import Callable
from pathlib import Path

from manualkit.load import load_project
from manualkit.load.files import read_text
from manualkit.model.finding import Finding

Write = Callable[[dict[str, str]], Path]


def test_hidden_files_drafts_and_readmes_are_left_out(write_tree: Write) -> None:
    root = write_tree(
        {
            "docs/index.md": "---\ntitle: T\n---\n",
            "docs/README.md": "For people.",
            "docs/.hidden/deep/in/x.md": "x",
            "docs/group/.x.md": "x",
            "adaptations/_template/adaptation.yml": "id: FIXME",
            "adaptations/.git/adaptation.yml": "x: [",
            "adaptations/README.md": "For people.",
            "adaptations/town/adaptation.yml": "id: town",
        }
    )
    raw, findings = load_project(root)
    assert findings == []
    assert [page.path for page in raw.pages] == ["index"]
    assert [context.folder for context in raw.contexts] == ["adaptations/town"]


def test_project_in_a_hidden_folder_is_read(write_tree: Write) -> None:
    root = write_tree({".demo/docs/terms.yml": "terms: []"}) / ".demo"
    assert list(load_project(root)[0].documents) == ["terms.yml"]


def test_folder_with_the_name_of_a_file_is_no_file(write_tree: Write) -> None:
    root = write_tree({"docs/x.md/y.txt": "", "docs/x.yml/y.txt": ""})
    raw, findings = load_project(root)
    assert (raw.pages, raw.documents, findings) == ((), {}, [])


def test_files_that_nothing_reads_are_noted(write_tree: Write) -> None:
    root = write_tree(
        {
            "adaptations/town/terms.yaml": "",
            "adaptations/town/README.md": "",
            "adaptations/town/changes/EXAMPLE.md.txt": "",
            "adaptations/town/changes/A.txt": "",
            "adaptations/town/changes/deep/B.md": "",
            "adaptations/town/changes/.base/C.md": "",
            "adaptations/town/images/x.svg": "",
        }
    )
    (context,) = load_project(root)[0].contexts
    assert context.others == ("changes/A.txt", "changes/deep/B.md", "terms.yaml")


def test_windows_line_ends_and_a_byte_order_mark_are_taken_off(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_bytes(b"\xef\xbb\xbfa\r\nb\r\n")
    assert read_text(tmp_path / "x.md", tmp_path, []) == "a\nb\n"


def test_text_in_another_encoding_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_bytes("é".encode("latin-1"))
    findings: list[Finding] = []
    assert read_text(tmp_path / "x.md", tmp_path, findings) is None
    assert [finding.code for finding in findings] == ["not-utf-8"]
