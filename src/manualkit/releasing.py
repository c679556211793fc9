"""A release: what was built is kept, and `releases.yml` learns how each page read."""

from datetime import date
from pathlib import Path

from manualkit.approving import being_written, no_version, stamped, write_notes
from manualkit.model.finding import InvalidProject
from manualkit.pipeline import Options, prepare_sound, with_page_texts
from manualkit.site import KEPT, keep_version, older_than_text
from manualkit.store import write_if_changed


def release_edition(root: Path, today: date, edition: str, kept: Path | None = None) -> Path:
    """Keep the version of an edition that goes out now, as it was built, and note its texts.

    Raises:
        InvalidProject: it is not fit to be released, no version waits, or the site is older.
    """
    options = Options(release=True, editions=frozenset({edition}))
    prepared = with_page_texts(prepare_sound(root, today, options))
    (desk,), (manifest,) = prepared.desks, prepared.manifests
    waiting = being_written(desk)
    faults = [*older_than_text(root, manifest)] if waiting else [no_version(desk)]
    if faults:
        raise InvalidProject(faults)
    release = waiting[-1].value
    made = keep_version(root, manifest, release.version, release.date.isoformat())
    noted = stamped(desk, made.digest)
    file = (kept or root / KEPT) / made.name
    write_if_changed(file, made.content)
    write_notes(desk, noted)
    return file
