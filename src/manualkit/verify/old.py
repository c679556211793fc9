"""Old versions: their text was proved when they went out; here, that nothing was changed since.

`releases.yml` holds the hash of the list of files, and the list holds the hash of each file. On a
page stands what protects a reader today: the line that says that it is old, and help at once, whose
numbers must be those of the newest contacts. Links to sheets that may be wrong have given way to
the newest page.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from manualkit.model.finding import Finding, Location
from manualkit.verify.context import Edition, editions, help_numbers, read_yaml
from manualkit.verify.old_page import Today, as_it_was, digits, page_faults
from manualkit.verify.one import Verified

_LIST = "release.json"
_DIALLED = frozenset({"phone", "sms"})
_HINT = "Build anew with the file that was kept. If the alarm stays, do not publish it."


def verify_old(root: Path, site: Path) -> Verified:
    """Look at every old version on a site, against what the project's files say went out."""
    found: list[Finding] = []
    count, known = 0, {edition.id: edition for edition in editions(root)}
    for listed in sorted(site.glob(f"*/v/*/{_LIST}")):
        edition = known.get(listed.parents[2].name)
        found += _alarms(root, site, listed.parent, _today(root, edition))
        count += 1
    for folder in sorted(site.glob("*/v/*/")):
        if not (folder / _LIST).is_file():
            found.append(_alarm(site, folder, f"It has no {_LIST}, so nobody can check it."))
    return Verified(tuple(found), old=count)


def _today(root: Path, edition: Edition | None) -> Today:
    """Return the numbers of an edition as its files have them now; none if it is gone."""
    if edition is None:
        return Today({}, frozenset())
    numbers = {
        name: digits(said) for name, (kind, said) in edition.facts.items() if kind in _DIALLED
    }
    return Today(numbers, frozenset(map(digits, help_numbers(root, edition))))


def _alarms(root: Path, site: Path, folder: Path, today: Today) -> Iterator[Finding]:
    raw = (folder / _LIST).read_bytes()
    edition, version = folder.parent.parent.name, folder.name
    if _recorded(root, edition, version) != hashlib.sha256(raw).hexdigest():
        yield _alarm(site, folder, f"releases.yml does not name this {_LIST} behind `kept`.")
        return
    data = json.loads(raw)
    files: dict[str, str] = data["files"]
    changed = {
        name for name, said in data["numbers"].items() if digits(said) != today.numbers.get(name)
    }
    there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.*")}
    for name in sorted(set(there) - set(files) - {_LIST}):
        yield _alarm(site, there[name], "It did not go out with this version.")
    for name, digest in files.items():
        if name not in there:
            yield _alarm(site, folder / name, "It went out and is not there.")
            continue
        content, page = there[name].read_bytes(), name.endswith(".html")
        if hashlib.sha256(as_it_was(content) if page else content).hexdigest() != digest:
            yield _alarm(site, there[name], "It is not as it went out.")
        elif page:
            other = not changed.isdisjoint({*data["help"], *data["named"].get(name, ())})
            for fault in page_faults(there[name], content, today, changed=other):
                yield _alarm(site, there[name], fault)


def _recorded(root: Path, edition: str, version: str) -> str:
    """Return the hash that a version went out with; empty if nobody wrote it down."""
    folder = root / "docs" if edition == "core" else root / "adaptations" / edition
    file = folder / "releases.yml"
    rows = read_yaml(file).get("releases", []) if file.is_file() else []
    return next((str(row.get("kept", "")) for row in rows if row.get("version") == version), "")


def _alarm(site: Path, path: Path, message: str) -> Finding:
    where = Location(f"{site.name}/{path.relative_to(site).as_posix()}")
    return Finding("verify-old-version", where, message, _HINT)
