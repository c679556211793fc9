import os
import stat
from pathlib import Path

import pytest

from manualkit.store import remove_others, write_if_changed


def test_file_is_written_once(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "x.txt"
    assert write_if_changed(path, b"a")
    before = path.stat().st_mtime_ns
    assert not write_if_changed(path, b"a")
    assert path.stat().st_mtime_ns == before
    assert write_if_changed(path, b"b")
    assert path.read_bytes() == b"b"


def test_no_temporary_file_is_left(tmp_path: Path) -> None:
    write_if_changed(tmp_path / "x.txt", b"a")
    assert [path.name for path in tmp_path.iterdir()] == ["x.txt"]


def test_file_is_readable_as_any_other(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        write_if_changed(tmp_path / "x.txt", b"a")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "x.txt").stat().st_mode) == 0o644


def test_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.txt"
    write_if_changed(path, b"old")

    def fail(*_: object) -> None:
        raise OSError("full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="full"):
        write_if_changed(path, b"new")
    assert path.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["x.txt"]


def test_other_files_and_empty_folders_go_away(tmp_path: Path) -> None:
    for name in ("a/keep.txt", "a/old.txt", "b/c/old.txt"):
        write_if_changed(tmp_path / name, b"x")
    assert remove_others(tmp_path, [tmp_path / "a/keep.txt"]) == 2
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "keep.txt"]
