"""What changed since the last release, page by page, and whether a sentence tells of it."""

import dataclasses as dc
from collections.abc import Iterator

from manualkit.approving.desk import Desk, with_states
from manualkit.approving.texts import with_texts
from manualkit.markdown.text_version import text_version
from manualkit.model.finding import Finding, Location
from manualkit.model.language import is_english, language
from manualkit.model.news import Release
from manualkit.model.page import TELL_OF_THE_EDITION
from manualkit.model.project import Placed


@dc.dataclass(frozen=True, slots=True)
class ChangedPage:
    """A page that is not as it went out."""

    path: str
    title: str
    languages: tuple[str, ...]
    """In which it reads differently; English alone stands for all."""
    new: bool = False
    """Whether the last release did not have it."""

    @property
    def told(self) -> str:
        """Tell what happened to it, for those who write the sentence."""
        if self.new:
            return "new"
        names = " and ".join(language(code).english_name for code in self.languages)
        return f"changed in {names}"


def texts_now(desk: Desk) -> dict[str, dict[str, str]]:
    """Return the text version of every page as it is now, by language."""
    manifest = with_texts(with_states(desk.composition, desk.states()), desk).manifest
    paths = [page.path for page in manifest.pages if page.kind not in TELL_OF_THE_EDITION]
    return {
        code: {path: text_version(manifest, [path], code) for path in paths}
        for code in manifest.edition.languages
    }


def last_release(desk: Desk) -> Release | None:
    """Return the newest release whose text versions are written down."""
    found = [placed.value for placed in desk.edition.releases if placed.value.texts]
    return found[-1] if found else None


def being_written(desk: Desk) -> list[Placed[Release]]:
    """Return the releases that did not go out yet: those behind the last one that did."""
    waiting: list[Placed[Release]] = []
    for placed in desk.edition.releases:
        waiting = [] if placed.value.texts else [*waiting, placed]
    return waiting


def changed_pages(desk: Desk) -> list[ChangedPage]:
    """Return the pages that changed since the last release; none if there was none."""
    last = last_release(desk)
    return _changed(desk, last) if last else []


def _changed(desk: Desk, last: Release) -> list[ChangedPage]:
    now = texts_now(desk)
    # What was not translated then has no page that could have changed.
    known = [code for code in now if last.versions(code)]
    found = []
    for page in desk.composition.manifest.pages:
        codes = [code for code in known if _differs(now[code], last.versions(code), page.path)]
        english = [code for code in codes if is_english(code)]
        if codes:
            new = page.path not in last.texts
            found.append(ChangedPage(page.path, page.title, tuple(english or codes), new))
    return found


def _differs(now: dict[str, str], then: dict[str, str], path: str) -> bool:
    return path in now and now[path] != then.get(path)


def gone_pages(desk: Desk) -> list[str]:
    """Return the pages of the last release that are not there any more."""
    last, paths = last_release(desk), {page.path for page in desk.composition.manifest.pages}
    return [path for path in (last.texts if last else ()) if path not in paths]


def untold_pages(desk: Desk) -> list[ChangedPage]:
    """Return the changed pages that no sentence of the coming release is about.

    A sentence about the manual as a whole does not count: it could hide any change.
    """
    told = {
        path
        for placed in being_written(desk)
        for novelty in placed.value.changes
        for path in novelty.pages
    }
    return [page for page in changed_pages(desk) if page.path not in told]


def note_findings(desk: Desk) -> Iterator[Finding]:
    """Yield a finding for each changed page that no sentence tells helpers about."""
    untold, last = untold_pages(desk), last_release(desk)
    if not untold or last is None:
        return
    waiting = being_written(desk)
    where = waiting[-1].at("changes") if waiting else desk.edition.releases[-1].location
    for page in untold:
        verb = "is" if page.new else "has"
        message = f'"{page.title}" ({page.path}) {verb} {page.told} since version {last.version}, '
        message += "and no sentence tells helpers what."
        hint = f"Run `manualkit release-notes {desk.id} --write`, then write the sentence."
        yield Finding("release-note-missing", where, message, hint)


def notes_file(desk: Desk) -> str:
    """Return where its releases are told, from the project's top folder."""
    return "docs/releases.yml" if desk.id == "core" else f"adaptations/{desk.id}/releases.yml"


def no_version(desk: Desk) -> Finding:
    """Return the finding for an edition without a release that could go out."""
    message = f'No version of "{desk.id}" waits to go out.'
    hint = f"Run `manualkit release-notes {desk.id} --write`, then write what changed."
    return Finding("release-version", Location(notes_file(desk)), message, hint)
