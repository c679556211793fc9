"""Which of the files in `releases/` are old versions that a site may show."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from manualkit.model.finding import Severity
from manualkit.model.manifest import Manifest
from manualkit.model.news import Release
from manualkit.site.rendition import Rendition
from manualkit.site.versions import LIST, NO_CARE, old_versions

Make = Callable[[str], Rendition]
PAGE = f"<p>Text.</p>{NO_CARE}".encode()


def keep(folder: Path, version: str, page: bytes = PAGE, /, **values: object) -> str:
    """Write a version into a folder, and return the hash of its list."""
    rows: dict[str, object] = {"edition": "core", "version": version, "date": "2026-01-01"}
    files = {"en/index.html": hashlib.sha256(page).hexdigest()}
    listed = json.dumps({**rows, "renditions": ["en"], "files": files, **values}).encode()
    with zipfile.ZipFile(folder / f"core-{version}.zip", "w") as archive:
        archive.writestr("en/index.html", page)
        archive.writestr(LIST, listed)
    return hashlib.sha256(listed).hexdigest()


@pytest.fixture
def released(rendition: Make) -> Callable[..., Manifest]:
    """Return a function that makes an edition whose versions went out with these hashes."""

    def make(**kept: str) -> Manifest:
        day = date(2026, 1, 1)
        releases = [
            Release(version=name.replace("_", ".").strip("v"), date=day, changes=[], kept=digest)
            for name, digest in kept.items()
        ]
        return rendition("en").manifest.model_copy(update={"releases": releases})

    return make


def test_the_newest_is_not_old_and_the_others_come_newest_first(
    tmp_path: Path, released: Callable[..., Manifest]
) -> None:
    names = {"v1_2_0": "1.2.0", "v1_10_0": "1.10.0", "v2_0_0": "2.0.0"}
    made = released(**{name: keep(tmp_path, version) for name, version in names.items()})
    old, faults = old_versions(tmp_path, [made])
    assert [version.listed.version for version in old] == ["1.10.0", "1.2.0"]
    assert {version.newest for version in old} == {"2.0.0"}
    assert faults == []


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"files": {"en/index.html": "0" * 64}}, '"en/index.html" is not as it was'),
        ({"files": {"../../index.html": "0" * 64}}, '"../../index.html" leads out of it'),
        ({"files": {"en/about.html": "0" * 64}}, "en/about.html"),
        ({"version": "0.9.0"}, 'releases.yml of "core" knows no 0.9.0'),
        ({"renditions": "en"}, "its list cannot be read"),
    ],
)
def test_a_file_that_is_not_as_it_was_is_not_shown(
    tmp_path: Path, released: Callable[..., Manifest], values: dict[str, object], said: str
) -> None:
    made = released(v1_0_0=keep(tmp_path, "1.0.0", **values), v1_1_0="")
    old, (fault,) = old_versions(tmp_path, [made])
    assert old == []
    assert (fault.code, fault.location.file) == (
        "kept-version",
        f"{tmp_path.name}/core-1.0.0.zip",
    )
    assert said in fault.message


def test_another_list_than_the_one_that_went_out_is_not_believed(
    tmp_path: Path, released: Callable[..., Manifest]
) -> None:
    keep(tmp_path, "1.0.0")
    old, (fault,) = old_versions(tmp_path, [released(v1_0_0="0" * 64, v1_1_0="")])
    assert (old, "behind `kept`" in fault.message) == ([], True)


def test_a_version_that_is_lost_is_missed_where_versions_are_kept(
    tmp_path: Path, released: Callable[..., Manifest]
) -> None:
    made = released(v1_0_0="0" * 64, v1_1_0="0" * 64)
    old, (fault,) = old_versions(tmp_path, [made])
    assert (old, fault.code) == ([], "kept-missing")
    assert old_versions(tmp_path / "nowhere", [made]) == ([], [])


def test_a_version_of_an_edition_that_is_not_built_now_is_left_alone(
    tmp_path: Path, released: Callable[..., Manifest]
) -> None:
    keep(tmp_path, "1.0.0", edition="elsewhere")
    assert old_versions(tmp_path, [released(v2_0_0="")]) == ([], [])


def test_a_file_that_an_earlier_toolkit_kept_stops_no_build(
    tmp_path: Path, released: Callable[..., Manifest]
) -> None:
    page = b'<p>Text.</p><aside class="care" aria-label="Help now">0311 999</aside>'
    made = released(v1_0_0=keep(tmp_path, "1.0.0", page), v1_1_0="")
    old, (fault,) = old_versions(tmp_path, [made])
    assert (old, fault.code, fault.severity) == ([], "kept-version", Severity.WARNING)
    assert '"en/index.html" has no place for help at once as it is today' in fault.message
    assert fault.hint.startswith("An earlier version of the toolkit made the file.")
