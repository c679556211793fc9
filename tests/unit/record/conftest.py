"""The record of good-minimal's adaptation, and of whatever a test makes of it."""

import shutil
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from manualkit.pipeline import Prepared, prepare
from manualkit.record import Compared, Pictures, Sheet
from manualkit.submission import pictures_of, record_sheets

TESTS = Path(__file__).parents[2]
MINIMAL = TESTS / "projects" / "good-minimal"
TODAY = date(2026, 3, 1)

Demo = Callable[[Mapping[str, str]], Prepared]


@cache
def _minimal() -> Prepared:
    with TemporaryDirectory() as folder:
        return prepare(_copy(Path(folder) / "project"), TODAY)


def _copy(top: Path) -> Path:
    shutil.copytree(MINIMAL, top)
    (top / "templates").symlink_to(TESTS.parent / "templates")
    return top


def _pictures(root: Path, prepared: Prepared) -> Pictures:
    core, edition = prepared.compositions
    return pictures_of(root, "demo", core.images, edition.images)


@pytest.fixture(scope="session")
def demo() -> Compared:
    """The edition of good-minimal beside its core."""
    return _minimal().compared["demo"]


@pytest.fixture(scope="session")
def demo_pictures() -> Pictures:
    """The pictures of good-minimal."""
    return _pictures(MINIMAL, _minimal())


@pytest.fixture(scope="session")
def demo_sheets(demo: Compared, demo_pictures: Pictures) -> list[Sheet]:
    """All sheets of good-minimal's record."""
    return record_sheets(MINIMAL, demo, demo_pictures)


@pytest.fixture
def minimal_project(tmp_path: Path) -> Path:
    """A copy of good-minimal that a test may change."""
    return _copy(tmp_path / "project")
