"""`manualkit check` as a person runs it. Exit codes: 0 clean, 1 findings, 2 wrong use."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from manualkit.cli import main

Project = Callable[[str], Path]


def check(root: Path, *options: str) -> Result:
    return CliRunner().invoke(
        main, ["check", "--root", str(root), "--today", "2026-03-01", *options]
    )


def test_clean_project_ends_with_0(project: Project) -> None:
    result = check(project("good-minimal"))
    assert result.exit_code == 0
    assert result.output.startswith("No findings. Editions: core, demo.\nNext: look at it with ")


def test_errors_end_with_1_and_show_the_line(project: Project) -> None:
    result = check(project("bad-unknown-key"))
    assert result.exit_code == 1
    assert "adaptations/demo/adaptation.yml:5:1  error  unknown-key" in result.output
    assert "5 | for_hwom: Adults in Demo Town" in result.output
    assert 'Did you mean "for_whom"?' in result.output
    assert result.output.endswith(
        "1 error.\nNext: mend adaptations/demo/adaptation.yml, line 5, then run `manualkit check` "
        "again. Errors stop every build.\n"
    )


def test_warnings_end_with_0(project: Project) -> None:
    result = check(project("bad-contact-expired"))
    assert result.exit_code == 0
    assert "1 warning.\nNext: look at adaptations/demo/contacts.yml, line " in result.output


def test_day_decides_what_has_run_out(project: Project) -> None:
    assert "contact-expired" in check(project("good-minimal"), "--today", "2026-07-01").output


def test_json_is_for_machines(project: Project) -> None:
    result = check(project("bad-unknown-key"), "--format", "json")
    (finding,) = json.loads(result.output)
    assert finding["location"] == {
        "file": "adaptations/demo/adaptation.yml",
        "line": 5,
        "column": 1,
    }


def test_clean_project_is_an_empty_list_for_machines(project: Project) -> None:
    assert json.loads(check(project("good-minimal"), "--format", "json").output) == []


def test_one_edition_shows_its_own_files_first_and_none_of_others(project: Project) -> None:
    root = project("bad-unknown-key")
    other = root / "adaptations" / "other"
    shutil.copytree(root / "adaptations" / "demo", other)
    index = root / "docs" / "index.md"
    index.write_text(index.read_text("utf-8") + "\n::: sing {#x}\nla\n:::\n", "utf-8")
    found = [
        f["location"]["file"] for f in json.loads(check(root, "demo", "--format", "json").output)
    ]
    assert found == ["adaptations/demo/adaptation.yml", "docs/index.md"]
    everything = json.loads(check(root, "--format", "json").output)
    assert {f["location"]["file"].split("/")[1] for f in everything} == {
        "demo",
        "other",
        "index.md",
    }
    assert "`manualkit check demo` again" in check(root, "demo").output
    assert {
        f["location"]["file"] for f in json.loads(check(root, "core", "--format", "json").output)
    } == {"docs/index.md"}


def test_edition_that_is_not_there_ends_with_2(project: Project) -> None:
    result = check(project("good-minimal"), "demmo")
    assert result.exit_code == 2
    assert 'Did you mean "demo"?' in result.output


def test_a_stale_change_leads_to_diff(project: Project) -> None:
    assert "`manualkit diff demo`" in check(project("bad-stale-change")).output


def test_quiet_says_nothing_but_findings(project: Project) -> None:
    assert check(project("good-minimal"), "--quiet").output == ""


@pytest.mark.parametrize(
    "options",
    [("--nonsense",), ("--root", "/nowhere/at/all"), ("--today", "soon"), ("--format", "xml")],
)
def test_wrong_use_ends_with_2(options: tuple[str, ...]) -> None:
    assert CliRunner().invoke(main, ["check", *options]).exit_code == 2


def test_json_of_clean_catalogues_is_json_alone(project: Project) -> None:
    command = ["translate", "check", "--root", str(project("good-minimal")), "--format", "json"]
    assert json.loads(CliRunner().invoke(main, command).output) == []


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (["pdf", "--kind", "booklet"], "'handout'"),
        (["pdf", "--kind", "handout", "--edition", "demmo"], "core, demo"),
        (["pdf", "--page", "index"], "group/session-1"),
        (["serve", "--edition", "demmo"], "core, demo"),
        (["serve", "--lang", "zz"], "en"),
    ],
)
def test_wrong_use_ends_with_2_and_names_what_there_is(
    project: Project, options: list[str], named: str
) -> None:
    result = CliRunner().invoke(main, [*options, "--root", str(project("good-minimal"))])
    assert result.exit_code == 2
    assert named in result.output


@pytest.mark.parametrize("end", [b"no PO file\n", b'msgid "a"\nmsgstr "\xe9"\n'])
@pytest.mark.parametrize("command", [["check"], ["build"], ["translate", "update"]])
def test_broken_catalogue_is_a_finding_and_stays_as_it_is(
    project: Project, command: list[str], end: bytes
) -> None:
    root = project("good-minimal")
    file = root / "locale" / "fr" / "core.po"
    file.parent.mkdir(parents=True, exist_ok=True)
    content = b'msgid ""\nmsgstr ""\n\n' + end
    file.write_bytes(content)
    result = CliRunner().invoke(main, [*command, "--root", str(root), "--today", "2026-03-01"])
    assert result.exit_code == 1
    assert "locale/fr/core.po:" in result.output
    assert "catalogue-broken" in result.output
    assert file.read_bytes() == content


def test_status_counts_the_words_of_the_real_catalogues() -> None:
    root = Path(__file__).parents[2]
    result = CliRunner().invoke(
        main, ["translate", "status", "--root", str(root), "--format", "json"]
    )
    figures = json.loads(result.output)
    assert len(figures) == 15
    for figure in figures:
        folders = figure["folders"]
        names = [folder["folder"] for folder in folders]
        assert (names[0], names[-1]) == ("safety", "interface")
        assert sum(folder["translated"] for folder in folders) > 4000
        for folder in folders:
            states = set(folder) - {"folder", "words", "translated"}
            assert sum(folder[state] for state in states) == folder["words"]
