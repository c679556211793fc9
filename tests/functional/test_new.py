"""`manualkit new`: an adaptation that builds as it is."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from manualkit.cli import main
from manualkit.pipeline import prepare

Project = Callable[[str], Path]
REPOSITORY = Path(__file__).parents[2]
TEMPLATE = "adaptations/_template"


def run(root: Path, *command: str, answer: str | None = None) -> Result:
    options = [*command, "--root", str(root), "--today", "2026-03-01"]
    return CliRunner().invoke(main, options, input=answer)


@pytest.fixture
def minimal(project: Project) -> Path:
    """The smallest project, with the real template."""
    root = project("good-minimal")
    shutil.copytree(REPOSITORY / TEMPLATE, root / TEMPLATE)
    return root


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """This repository's own manual and its adaptations."""
    for name in ("docs", "adaptations"):
        shutil.copytree(REPOSITORY / name, tmp_path / name)
    (tmp_path / "templates").symlink_to(REPOSITORY / "templates")
    return tmp_path


@pytest.mark.parametrize("extends", ["", "prosper-liverpool"])
def test_new_adaptation_of_the_real_manual_has_nothing_but_fixmes(
    real: Path, today: date, extends: str
) -> None:
    options = ["--extends", extends] if extends else []
    before = set(prepare(real, today).findings)
    result = run(real, "new", "my-town", "--yes", *options)
    assert result.exit_code == 0
    prepared = prepare(real, today)
    new = [finding for finding in prepared.findings if finding not in before]
    assert {finding.code for finding in new} == {"fixme-left"}
    assert {finding.location.file.rpartition("/")[0] for finding in new} == {"adaptations/my-town"}
    assert "my-town" in [manifest.edition.id for manifest in prepared.manifests]
    assert run(real, "check", "my-town").exit_code == 0


def test_answers_stand_in_the_files(minimal: Path) -> None:
    answers = 'The "new" town\\\\\nHere\nAdults of 18 and older\nen,fr\ntwn\nTWN\n'
    result = run(minimal, "new", "my-town", answer=answers)
    assert result.exit_code == 0, result.output
    assert "The prefix is 2 to 6 capital letters" in result.output
    text = (minimal / "adaptations/my-town/adaptation.yml").read_text("utf-8")
    for line in ("id: my-town", "prefix: TWN", "languages: [en, fr]", 'where: "Here"'):
        assert f"\n{line}\n" in text
    contacts = (minimal / "adaptations/my-town/contacts.yml").read_text("utf-8")
    assert "- id: TWN-050" in contacts
    assert 'phone: "0000 000 222"' in contacts
    assert "XYZ" not in contacts
    (found,) = [
        m for m in prepare(minimal, date(2026, 3, 1)).manifests if m.edition.id == "my-town"
    ]
    assert found.edition.title == 'The "new" town\\\\'


def test_one_that_extends_another_says_so_and_inherits_its_contacts(minimal: Path) -> None:
    assert run(minimal, "new", "my-town", "--yes", "--extends", "demo").exit_code == 0
    folder = minimal / "adaptations/my-town"
    assert "\nextends: demo\n" in (folder / "adaptation.yml").read_text("utf-8")
    assert "contacts: []" in (folder / "contacts.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("command", "named"),
    [
        (["new", "demo", "--yes"], "stays as it is"),
        (["new", "core", "--yes"], "may not be core"),
        (["new", "My Town", "--yes"], "small letters"),
        (["new", "../town", "--yes"], "small letters"),
        (["new", "my-town", "--yes", "--languages", "en,xx"], "codes such as"),
        (["new", "my-town", "--yes", "--prefix", "DEM"], "is the prefix of demo"),
        (["new", "my-town", "--yes", "--extends", "demmo"], 'Did you mean "demo"?'),
    ],
)
def test_nothing_is_made_where_something_is_wrong(
    minimal: Path, command: list[str], named: str
) -> None:
    before = sorted(minimal.rglob("*"))
    result = run(minimal, *command)
    assert result.exit_code == 2
    assert named in " ".join(result.output.replace("│", " ").split())
    assert sorted(minimal.rglob("*")) == before


def test_proposed_prefix_is_one_that_nobody_has(minimal: Path) -> None:
    assert run(minimal, "new", "old-demo", "--yes").exit_code == 0
    text = (minimal / "adaptations/old-demo/adaptation.yml").read_text("utf-8")
    assert "\nprefix: DEO\n" in text
