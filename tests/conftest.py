"""Fixtures that all tests share."""

import dataclasses as dc
import os
import re
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml
from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]

from manualkit.adapt import adapt
from manualkit.check import check_edition, picture_findings
from manualkit.compose import Composition, compose
from manualkit.load import load_project
from manualkit.load.context import load_context
from manualkit.model.finding import Finding
from manualkit.model.project import Core
from manualkit.model.raw import RawProject
from manualkit.validate import validate_project
from manualkit.validate.context import validate_context
from manualkit.validate.core import validate_core

ROOT = Path(__file__).parents[1]
PROJECTS = Path(__file__).parent / "projects"
TODAY = date(2026, 3, 1)
REAL = "adaptations/prosper-liverpool"
_SLOW = ("site", "pdf", "browser")

Adapted = tuple[list[Finding], Composition | None]
"""All findings of an adaptation, and its composition (None where it could not be read)."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put tests that build, print or open a browser first: no process waits for another's last."""
    items.sort(key=lambda item: not any(item.get_closest_marker(name) for name in _SLOW))


class Rooms(LoadScopeScheduling):  # type: ignore[misc]
    """Gives all tests of a room to one process: what they share, such as a site, is built once.

    A room is a folder such as `tests/unit/pdf`, or a file that stands beside such folders.
    (Groups of pytest-xdist 3.8.0 have no effect with pytest 9.2.0.)
    """

    def _split_scope(self, nodeid: str) -> str:
        return "/".join(nodeid.partition("::")[0].split("/")[:3])


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> Rooms:
    """Return what spreads the tests over the processes."""
    return Rooms(config, log)


@cache
def real_project() -> RawProject:
    """Return this repository's own manual and adaptations, as read."""
    return load_project(ROOT)[0]


@cache
def real_core() -> Core:
    """Return this repository's own core manual."""
    core, findings = validate_core(real_project())
    assert core is not None
    assert findings == []
    return core


def adapted(top: Path) -> Adapted:
    """Run the steps for the adaptation in `top` alone; the real core is read once for all tests."""
    raw, findings = load_context(top / REAL, top)
    alone = dc.replace(real_project(), documents={}, pages=(), contexts=(raw,))
    _, faults = validate_project(alone)
    findings += [fault for fault in faults if fault.location.file.startswith(REAL)]
    context, _ = validate_context(raw)
    if context is None:
        return findings, None
    edition, faults = adapt(real_core(), context)
    composition, words = compose(edition, ROOT / "templates" / "pages")
    findings += [*faults, *words, *check_edition(edition, TODAY)]
    findings += picture_findings(composition.images, top)
    return list(dict.fromkeys(findings)), composition


def lay_over(folder: Path, target: Path) -> None:
    """Copy the files of a project's folder over `target`; `removed.txt` lists what goes away."""
    shutil.copytree(folder, target, dirs_exist_ok=True)
    removed = target / "removed.txt"
    if removed.exists():
        for name in removed.read_text("utf-8").split():
            (target / name).unlink()


@pytest.fixture
def root() -> Path:
    """The top folder of this repository."""
    return ROOT


@pytest.fixture
def today() -> date:
    """The day that the tests are run on."""
    return TODAY


@pytest.fixture
def project(tmp_path: Path) -> Callable[[str], Path]:
    """Return a function that makes a whole project of a folder of `tests/projects/`."""

    def make(name: str) -> Path:
        target = tmp_path / "project"
        lay_over(PROJECTS / "good-minimal", target)
        lay_over(PROJECTS / name, target)
        (target / "templates").symlink_to(ROOT / "templates")
        return target

    return make


@pytest.fixture
def write_tree(tmp_path: Path) -> Callable[[dict[str, str]], Path]:
    """Return a function that writes texts by path into a new folder."""

    def write(files: dict[str, str]) -> Path:
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return tmp_path

    return write


@pytest.fixture
def compare() -> Callable[[str, Path], None]:
    """Return a function that compares a text with a file, or rewrites it (UPDATE_GOLDEN=1)."""

    def check(text: str, file: Path) -> None:
        if os.environ.get("UPDATE_GOLDEN"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        assert text == file.read_text("utf-8")

    return check


@pytest.fixture
def real_adaptation(tmp_path: Path) -> Callable[[Mapping[str, str | None]], Adapted]:
    """Return a function that adapts the real manual with the real adaptation and some other files.

    The names of the files are relative to the adaptation's folder; None takes a file away.
    """

    def make(files: Mapping[str, str | None]) -> Adapted:
        folder = tmp_path / REAL
        if not folder.exists():
            shutil.copytree(ROOT / REAL, folder)
        for name, text in files.items():
            path = folder / name
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
        return adapted(tmp_path)

    return make


@pytest.fixture(scope="session")
def real_edition() -> Adapted:
    """Return the real adaptation as it is."""
    return adapted(ROOT)


class _Literal(str):
    """A text that is written over several lines in a file of cases."""

    __slots__ = ()


yaml.SafeDumper.add_representer(
    _Literal,
    lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style="|"),
)


def _written(value: object) -> object:
    if isinstance(value, dict):
        return {key: _written(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_written(entry) for entry in value]
    lines = isinstance(value, str) and "\n" in value
    return _Literal(value) if lines and _plain(value) else value


def _plain(value: object) -> bool:
    """Whether a person can see all of a text; what is hidden is written with escapes."""
    return str(value).replace("\n", "").isprintable()


def _dumped(document: object, *, plain: bool) -> str:
    written = _written(document)
    return yaml.safe_dump(written, sort_keys=False, allow_unicode=plain, width=1000)


@pytest.fixture
def expect() -> Callable[[Path, str, str, str], None]:
    """Return a function that compares a result with a case of a YAML file (or rewrites it)."""

    def check(file: Path, title: str, key: str, result: str) -> None:
        document = yaml.safe_load(file.read_text("utf-8"))
        case = next(case for case in document["cases"] if case["title"] == title)
        if os.environ.get("UPDATE_GOLDEN") and case.get(key, "") != result:
            case[key] = result
            text = _dumped(document, plain=True)
            text = text if _plain(text) else _dumped(document, plain=False)
            file.write_text(re.sub(r"\n+- title:", "\n\n- title:", text), "utf-8")
        assert result == case.get(key, "")

    return check
