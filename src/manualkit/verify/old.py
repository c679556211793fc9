"""Old versions: their text was proved when they went out; here, that nothing was changed since.

`releases.yml` holds the hash of the list of files, and the list holds the hash of each file. A page
may have one thing more than it had: the line that says that it is old.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

from manualkit.model.finding import Finding, Location
from manualkit.verify.context import read_yaml
from manualkit.verify.one import Verified

_LIST = "release.json"
_BANNER = re.compile(
    rb'<aside class="notices old-version"><ul>'
    rb'(?:<li(?: class="recalled")?>(?:[^<]|</?(?:a|bdi|span)\b[^<>]*>)*</li>)+'
    rb"</ul></aside>\n"
)
_HINT = "Build anew with the file that was kept. If the alarm stays, do not publish it."


def verify_old(root: Path, site: Path) -> Verified:
    """Look at every old version on a site, against what the project's files say went out."""
    found: list[Finding] = []
    count = 0
    for listed in sorted(site.glob(f"*/v/*/{_LIST}")):
        found += _alarms(root, site, listed.parent)
        count += 1
    for folder in sorted(site.glob("*/v/*/")):
        if not (folder / _LIST).is_file():
            found.append(_alarm(site, folder, f"It has no {_LIST}, so nobody can check it."))
    return Verified(tuple(found), old=count)


def _alarms(root: Path, site: Path, folder: Path) -> Iterator[Finding]:
    raw = (folder / _LIST).read_bytes()
    edition, version = folder.parent.parent.name, folder.name
    if _recorded(root, edition, version) != hashlib.sha256(raw).hexdigest():
        yield _alarm(site, folder, f"releases.yml does not name this {_LIST} behind `kept`.")
        return
    files: dict[str, str] = json.loads(raw)["files"]
    there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.*")}
    for name in sorted(set(there) - set(files) - {_LIST}):
        yield _alarm(site, there[name], "It did not go out with this version.")
    for name, digest in files.items():
        if name not in there:
            yield _alarm(site, folder / name, "It went out and is not there.")
        elif hashlib.sha256(_as_it_was(there[name])).hexdigest() != digest:
            yield _alarm(site, there[name], "It is not as it went out.")
        elif name.endswith(".html") and not _BANNER.search(there[name].read_bytes()):
            yield _alarm(site, there[name], "It does not say that it is old.")


def _as_it_was(file: Path) -> bytes:
    content = file.read_bytes()
    return _BANNER.sub(b"", content, count=1) if file.suffix == ".html" else content


def _recorded(root: Path, edition: str, version: str) -> str:
    """Return the hash that a version went out with; empty if nobody wrote it down."""
    folder = root / "docs" if edition == "core" else root / "adaptations" / edition
    file = folder / "releases.yml"
    rows = read_yaml(file).get("releases", []) if file.is_file() else []
    return next((str(row.get("kept", "")) for row in rows if row.get("version") == version), "")


def _alarm(site: Path, path: Path, message: str) -> Finding:
    where = Location(f"{site.name}/{path.relative_to(site).as_posix()}")
    return Finding("verify-old-version", where, message, _HINT)
