"""Releases and recalls: whether they speak of pages and languages that there are."""

from collections.abc import Collection, Iterator

from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, Severity, did_you_mean
from manualkit.model.news import Recall
from manualkit.model.project import Placed


def news_findings(edition: Edition) -> Iterator[Finding]:
    """Yield a finding for each recall that nobody would see, and each sentence about no page."""
    paths = ["index", *(path for section in edition.nav for path in section.pages)]
    languages = (edition.adaptation or edition.manual).languages
    seen: set[str] = set()
    for placed in edition.recalls:
        if placed.value.id in seen:
            message = f'The id "{placed.value.id}" is used twice.'
            yield Finding("id-twice", placed.at("id"), message, "Give one of them another id.")
        seen.add(placed.value.id)
        yield from _recall(placed, paths, languages)
    yield from _order(edition)
    for release in edition.releases:
        for number, novelty in enumerate(release.value.changes):
            for place, path in enumerate(novelty.pages):
                if path not in paths:
                    where = release.at("changes", number, "pages", place)
                    message = f'There is no page "{path}".'
                    hint = did_you_mean(path, paths, "Delete the line if the page is gone.")
                    yield Finding("news-page", where, message, hint, Severity.WARNING)


def _order(edition: Edition) -> Iterator[Finding]:
    """Yield a finding for each version that is not newer than the one above it."""
    numbers = [tuple(map(int, each.value.version.split("."))) for each in edition.releases]
    for placed, number, before in zip(edition.releases[1:], numbers[1:], numbers, strict=False):
        if number <= before:
            message = f'Version "{placed.value.version}" is not newer than the one above it.'
            hint = "The oldest version stands first, and each has a number of its own."
            yield Finding("release-order", placed.at("version"), message, hint)


def _recall(
    placed: Placed[Recall], paths: Collection[str], languages: Collection[str]
) -> Iterator[Finding]:
    recall = placed.value
    if recall.page not in paths:
        message = f'There is no page "{recall.page}", so nobody would see the recall.'
        hint = did_you_mean(recall.page, paths, f"Pages: {', '.join(paths)}.")
        yield Finding("recall-page", placed.at("page"), message, hint)
    for number, code in enumerate(recall.languages):
        if code not in languages:
            message = f'"{code}" is not a language of this edition.'
            hint = did_you_mean(code, languages, f"Languages: {', '.join(languages)}.")
            yield Finding("recall-language", placed.at("languages", number), message, hint)
