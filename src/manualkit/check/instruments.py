"""Instruments of others are named, and not copied."""

from collections.abc import Iterator

from manualkit.model.block import Kind
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, Location, did_you_mean
from manualkit.model.project import Placed
from manualkit.model.rights import Instrument


def instrument_findings(edition: Edition) -> Iterator[Finding]:
    """Yield a finding for each instrument that is copied against its terms, or is nowhere."""
    for placed in edition.instruments:
        yield from _pages(placed, edition)
        if placed.value.copy_allowed != "yes":
            yield from _copied(placed, edition)


def _pages(placed: Placed[Instrument], edition: Edition) -> Iterator[Finding]:
    pages = [(("used_at", index), path) for index, path in enumerate(placed.value.used_at)]
    if placed.value.page:
        pages.append((("page",), placed.value.page))  # type: ignore[arg-type]
    for key, path in pages:
        # An edition may lack a session of the core; the core itself may not.
        if path not in edition.pages and edition.adaptation is None:
            hint = did_you_mean(path, edition.pages, "Remove the line.")
            message = f'There is no page "{path}".'
            yield Finding("unknown-page", placed.at(*key), message, hint)


def _copied(placed: Placed[Instrument], edition: Edition) -> Iterator[Finding]:
    instrument = placed.value
    if instrument.page:
        yield _finding(placed.at("page"), instrument, f'the page "{instrument.page}"')
    name = instrument.name.casefold()
    for page in edition.pages.values():
        if page.path == instrument.page:
            continue
        if name in page.head.title.casefold():
            yield _finding(page.location, instrument, f'the page "{page.path}"')
        for block in page.blocks:
            if block.kind is Kind.FORM and name in f"{block.title}\n{block.text}".casefold():
                yield _finding(block.location, instrument, f'the form "{block.id}"')


def _finding(where: Location, instrument: Instrument, what: str) -> Finding:
    known = instrument.copy_allowed == "no"
    why = "its terms forbid that" if known else "nobody has read in its terms that it may"
    message = f'The instrument "{instrument.name}" is printed by {what}, but {why}.'
    hint = "Take it out and say only where to get it. If its terms allow copies, "
    hint += "write `copy_allowed: yes` in docs/instruments.yml."
    return Finding("rights-instrument-copied", where, message, hint)
