"""A piece goes out and comes back, on copies of the real catalogues."""

import io
import json
import shutil
from itertools import cycle
from pathlib import Path

import openpyxl
import polib
import pytest
from click.testing import CliRunner, Result
from lxml import etree

from manualkit.catalogue.exchange.monitoring import TITLES
from manualkit.cli.app import main

ROOT = Path(__file__).parents[2]
LANGUAGES = sorted(path.name for path in (ROOT / "locale").iterdir() if path.is_dir())
FORMS = {"xliff": ".xlf", "monitoring": ".xlsx"}
NS = {"x": "urn:oasis:names:tc:xliff:document:1.2"}
_SOURCES = ("docs", "adaptations", "locale", "templates", "mkdocs.yml")


@pytest.fixture
def manual(tmp_path: Path) -> Path:
    """A copy of the repository's manual."""
    for name in _SOURCES:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy2
        copy(source, tmp_path / name)
    return tmp_path


def run(root: Path, *words: str) -> Result:
    arguments = ["translate", *words, "--root", str(root), "--today", "2026-03-01"]
    return CliRunner().invoke(main, arguments)


def export(root: Path, *words: str) -> Path:
    file = root / "piece"
    result = run(root, "export", *words, "--out", str(file), "--format", "json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.output)["messages"] > 0
    return file


def catalogues(root: Path) -> dict[str, bytes]:
    return {str(p.relative_to(root)): p.read_bytes() for p in (root / "locale").rglob("*.po")}


@pytest.mark.parametrize(
    ("code", "form"),
    # Each language once, each form in a language of three scripts.
    list(zip(LANGUAGES, cycle(FORMS), strict=False)),
)
def test_what_goes_out_comes_back_byte_for_byte(manual: Path, code: str, form: str) -> None:
    before = catalogues(manual)
    file = export(manual, code, "--as", form, "--edition", "prosper-liverpool")
    result = run(manual, "import", str(file.rename(file.with_suffix(FORMS[form]))))
    assert result.exit_code == 0, result.output
    assert catalogues(manual) == before


def test_a_translator_changes_one_handout(manual: Path) -> None:
    before = catalogues(manual)
    file = export(manual, "fr", "--only", "handouts")
    tree = etree.parse(str(file))
    target = tree.find(".//x:trans-unit[@approved='no']/x:target", NS)
    assert target is not None
    old = target.text
    target.text = "Une fiche pour un seul problème, pas à pas."
    tree.write(str(file), encoding="utf-8")
    told = run(manual, "import", str(file), "--dry-run")
    assert told.exit_code == 0, told.output
    assert catalogues(manual) == before
    assert run(manual, "import", str(file)).exit_code == 0
    after = catalogues(manual)
    assert [name for name in before if before[name] != after[name]] == ["locale/fr/core.po"]
    lines = [set(some["locale/fr/core.po"].decode().split("\n")) for some in (before, after)]
    assert lines[0] - lines[1] == {f'msgstr "{old}"'}
    assert lines[1] - lines[0] == {f'msgstr "{target.text}"', "# state: draft"}
    # The same file once more: what it was exported from is no longer there.
    again = run(manual, "import", str(file))
    assert again.exit_code == 0
    assert catalogues(manual) == after


def test_a_reviewer_fills_in_a_sheet(manual: Path) -> None:
    file = export(manual, "ur", "--as", "monitoring", "--only", "sessions").rename(
        manual / "back.xlsx"
    )
    book = openpyxl.load_workbook(file)
    page = book["Monitoring"]
    filled = {
        2: ("ok", "ok", "ok", "ok", "translator AB", "2026-02-01"),
        3: ("ok", "problem", "ok", "ok", "translator AB", "2026-02-01"),
        4: ("ok", "ok", "ok", "ok", "", "2026-02-01"),
    }
    at = [TITLES.index(name) + 1 for name in (*TITLES[6:10], "Reviewer", "Date")]
    for row, values in filled.items():
        for column, value in zip(at, values, strict=True):
            page.cell(row, column, value)
    book.save(file)
    english = [str(page.cell(row, TITLES.index("English") + 1).value) for row in filled]
    result = run(manual, "import", str(file))
    assert result.exit_code == 1
    assert "back.xlsx:4" in result.output
    entries = {e.msgid: e for e in polib.pofile(str(manual / "locale/ur/core.po"))}
    assert entries[english[0]].tcomment.split("\n")[:2] == [
        "state: reviewed",
        "monitoring: ok ok ok ok · translator AB · 2026-02-01",
    ]
    assert entries[english[1]].tcomment.startswith("state: machine-drafted, not reviewed\n")
    assert "monitoring" not in entries[english[2]].tcomment


def test_safety_text_goes_out_only_by_name_and_comes_back_as_a_draft(manual: Path) -> None:
    everything = export(manual, "tr").read_text("utf-8")
    assert "locale/tr/safety.po" not in everything
    file = export(manual, "tr", "--only", "safety")
    assert "locale/tr/core.po" not in file.read_text("utf-8")
    tree = etree.parse(str(file))
    target = tree.find(".//x:target", NS)
    assert target is not None
    target.text, target.attrib["state"] = "Bu sayfayı kullanmadan önce", "final"
    tree.write(str(file), encoding="utf-8")
    assert run(manual, "import", str(file)).exit_code == 0
    taken = [e for e in polib.pofile(str(manual / "locale/tr/safety.po")) if e.msgstr]
    assert [(e.msgstr, e.tcomment) for e in taken] == [(target.text, "state: draft")]


def test_a_piece_can_be_asked_for_by_state(manual: Path) -> None:
    file = export(manual, "fr", "--state", "machine-drafted")
    units = etree.parse(str(file)).findall(".//x:target", NS)
    assert {unit.get("state-qualifier") for unit in units} == {"leveraged-mt"}
    none = run(manual, "export", "fr", "--state", "reviewed", "--out", str(file))
    assert "0 messages" in none.output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("xx",), '"xx" is not known'),
        (("en",), '"en" is not known'),
        (("fr", "--edition", "prosper"), "prosper-liverpool"),
        (("fr", "--only", "recipes"), "handouts"),
    ],
)
def test_what_nobody_knows_is_told(manual: Path, words: tuple[str, ...], told: str) -> None:
    result = run(manual, "export", *words)
    assert result.exit_code == 2
    assert told in result.output


def test_xliff_keeps_the_rules_of_its_standard(manual: Path) -> None:
    root = etree.parse(str(export(manual, "fa", "--edition", "prosper-liverpool"))).getroot()
    after_target = {"note", "context-group"}
    for file in root:
        assert {"original", "source-language", "target-language", "datatype"} <= set(file.attrib)
        assert [etree.QName(part).localname for part in file] == ["header", "body"]
        ids = [unit.get("id") for unit in file[1]]
        assert len(set(ids)) == len(ids)
        for unit in file[1]:
            names = [etree.QName(part).localname for part in unit]
            assert names[:2] == ["source", "target"]
            assert set(names[2:]) <= after_target
            for part in list(unit)[:2]:
                numbers = [code.get("id") for code in part]
                assert numbers == [str(n + 1) for n in range(len(numbers))]


def test_a_file_with_nothing_in_it_is_told_so(manual: Path) -> None:
    book = openpyxl.Workbook()
    made = io.BytesIO()
    book.save(made)
    (manual / "other.xlsx").write_bytes(made.getvalue())
    (manual / "empty.xlf").write_text(
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"/>', "utf-8"
    )
    for name, code in (("other.xlsx", "monitoring-broken"), ("empty.xlf", "exchange-empty")):
        result = run(manual, "import", str(manual / name))
        assert result.exit_code == 1
        assert code in result.output
