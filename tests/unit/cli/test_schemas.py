import json
from pathlib import Path

from click.testing import CliRunner

from manualkit.cli.schemas import schemas

ROOT = Path(__file__).parents[3]


def test_schemas_in_the_repository_are_those_of_the_models(tmp_path: Path) -> None:
    result = CliRunner().invoke(schemas, ["--root", str(tmp_path)])
    assert result.exit_code == 0
    names = sorted(path.name for path in (tmp_path / "schemas").iterdir())
    assert names == sorted(path.name for path in (ROOT / "schemas").glob("*.json"))
    for name in names:
        mine = json.loads((tmp_path / "schemas" / name).read_text("utf-8"))
        assert mine == json.loads((ROOT / "schemas" / name).read_text("utf-8")), name


def test_second_run_changes_nothing(tmp_path: Path) -> None:
    CliRunner().invoke(schemas, ["--root", str(tmp_path)])
    assert ", 0 changed" in CliRunner().invoke(schemas, ["--root", str(tmp_path)]).output
