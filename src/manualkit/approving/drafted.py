"""Drafts of sentences, and text versions, at the end of `releases.yml`; what stands there stays."""

import dataclasses as dc
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import yaml

from manualkit.adaptor.entries import with_entry
from manualkit.approving.desk import Desk
from manualkit.approving.notes import (
    ChangedPage,
    being_written,
    changed_pages,
    last_release,
    notes_file,
    texts_now,
    untold_pages,
)
from manualkit.load.yaml_text import read_yaml
from manualkit.model.finding import Finding, InvalidProject, Location
from manualkit.model.language import is_english
from manualkit.model.news import Novelty, Release, ReleasesFile
from manualkit.store import write_if_changed
from manualkit.validate.schema import check_model

SENTENCE = "FIXME: what is different, as one helper tells it to another"
_HEAD = """\
# yaml-language-server: $schema={schema}
# What each version changed, in words that helpers understand; the oldest stands first.
# Write the sentences yourself. What `manualkit release` adds (texts, translated_texts, kept) stays.
"""
_FIRST = "This is the first version."
_VERSION = re.compile(r"^( *)- ", re.MULTILINE)
_ROW = re.compile(r"^( +)- (?:what|pages):", re.MULTILINE)


@dc.dataclass(frozen=True, slots=True)
class Draft:
    """What is to be added to the file, and what the file tells then."""

    lines: tuple[str, ...]
    """As they stand in the file."""
    releases: tuple[Release, ...]
    content: bytes
    """The whole file."""


def draft_notes(desk: Desk, version: str, day: date) -> Draft | None:
    """Return a draft of the sentences that are missing; None if each changed page has one.

    Without a `version`, one is proposed. A version that is being written gets what it lacks.
    """
    waiting, text = being_written(desk), _text(desk)
    if waiting and version in ("", waiting[-1].value.version):
        pages = untold_pages(desk)
        return _more_rows(desk, waiting[-1].value, pages, text) if pages else None
    last = last_release(desk)
    pages = changed_pages(desk)
    if last is not None and not pages:
        return None
    rows = [_novelty(page) for page in pages] or [Novelty(what=_FIRST)]
    number = version or _next(last.version if last else "")
    release = Release(version=number, date=day, changes=rows)
    lines = [f"version: {number}", f"date: {day.isoformat()}", "changes:"]
    lines += [f"  {line}" for line in _rows(rows, pages)]
    content = with_entry(text.encode(), "releases", lines)
    releases = (*(placed.value for placed in desk.edition.releases), release)
    return Draft(tuple(lines), releases, _checked(desk, content or b"", releases, lines))


def stamped(desk: Desk, kept: str) -> Draft:
    """Return the file with the text versions of the release that goes out now, at its end.

    Raises:
        InvalidProject: the file is written in a way that nothing can be added to.
    """
    waiting = [placed.value for placed in being_written(desk)]
    texts = texts_now(desk)
    english = next(pages for code, pages in texts.items() if is_english(code))
    others = {code: pages for code, pages in texts.items() if not is_english(code)}
    update = {"texts": english, "translated_texts": others, "kept": kept}
    release = waiting[-1].model_copy(update=update)
    known = [placed.value for placed in desk.edition.releases[:-1]]
    text = _text(desk)
    indent = " " * (_indent(_VERSION, text, 0) + 2)
    lines = [f"{indent}{line}" for line in _stamp_lines(english, others, kept)]
    return _appended(desk, text, lines, (*known, release))


def write_notes(desk: Desk, draft: Draft) -> None:
    """Write a draft into the edition's file, with the ends of lines that it has."""
    path = desk.root / notes_file(desk)
    windows = path.is_file() and b"\r\n" in path.read_bytes()
    content = draft.content.replace(b"\n", b"\r\n") if windows else draft.content
    write_if_changed(path, content)


def _more_rows(desk: Desk, release: Release, pages: Sequence[ChangedPage], text: str) -> Draft:
    rows = [_novelty(page) for page in pages]
    last = text.rfind("version:")
    indent = _indent(_ROW, text[last:], _indent(_VERSION, text, 0) + 4)
    lines = [f"{' ' * indent}{line}" for line in _rows(rows, pages)]
    more = release.model_copy(update={"changes": [*release.changes, *rows]})
    known = [placed.value for placed in desk.edition.releases[:-1]]
    return _appended(desk, text, lines, (*known, more))


def _novelty(page: ChangedPage) -> Novelty:
    return Novelty(what=SENTENCE, pages=[page.path])


def _rows(rows: Iterable[Novelty], pages: Sequence[ChangedPage]) -> Iterator[str]:
    """Yield the rows as YAML, each with its page's title and what happened to it."""
    titles = {page.path: page for page in pages}
    for row in rows:
        for path in row.pages:
            yield f"# {' '.join(titles[path].title.split())}: {titles[path].told}."
        yield f'- what: "{row.what}"'
        if row.pages:
            yield f"  pages: [{', '.join(row.pages)}]"


def _stamp_lines(
    english: dict[str, str], others: dict[str, dict[str, str]], kept: str
) -> Iterator[str]:
    yield "texts:"
    yield from (f'  {path}: "{value}"' for path, value in english.items())
    if others:
        yield "translated_texts:"
    for code, pages in others.items():
        yield f"  {code}:"
        yield from (f'    {path}: "{value}"' for path, value in pages.items())
    if kept:
        yield f'kept: "{kept}"'


def _appended(desk: Desk, text: str, lines: Sequence[str], releases: Sequence[Release]) -> Draft:
    content = ("\n".join([text.rstrip(), *lines]) + "\n").encode()
    return Draft(tuple(lines), tuple(releases), _checked(desk, content, releases, lines))


def _checked(
    desk: Desk, content: bytes, releases: Sequence[Release], lines: Sequence[str]
) -> bytes:
    """Return the content if it says what it should, and nothing of a person's is lost.

    Raises:
        InvalidProject: the file is written in a way that nothing can be added to.
    """
    try:
        document, _ = read_yaml(content.decode(), notes_file(desk))
        value, _ = check_model(document, ReleasesFile)
    except yaml.YAMLError:
        value = None
    if value is None or value.releases != list(releases):
        message = "Nothing can be added to this file as it is written."
        hint = "Write these lines into it yourself:\n" + "\n".join(lines)
        raise InvalidProject(
            [Finding("release-notes-form", Location(notes_file(desk)), message, hint)]
        )
    return content


def _text(desk: Desk) -> str:
    path = desk.root / notes_file(desk)
    if not path.is_file():
        return _HEAD.format(schema="../" * notes_file(desk).count("/") + "schemas/releases.json")
    return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")


def _indent(pattern: re.Pattern[str], text: str, usual: int) -> int:
    found = pattern.search(text)
    return len(found[1]) if found else usual


def _next(version: str) -> str:
    """Return the number of the next version: what was added counts in the middle."""
    if not version:
        return "1.0.0"
    first, second, _ = version.split(".")
    return f"{first}.{int(second) + 1}.0"
