"""Translations that nobody can approve: missing, to be looked at, faulty, or a machine's draft."""

import dataclasses as dc
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from manualkit.approving.desk import Desk
from manualkit.catalogue import DRAFTED
from manualkit.model.finding import Finding, Location
from manualkit.model.language import language
from manualkit.model.message_state import MessageState
from manualkit.model.page import TELL_OF_THE_EDITION
from manualkit.model.rendition import Message

_WORDS = {
    MessageState.MISSING: "not translated",
    MessageState.STALE: "changed and not looked at since",
    MessageState.FAULTY: "faulty",
    DRAFTED: "machine-drafted",
}
_FRONT = "the title and the names of the sections"


@dc.dataclass(frozen=True, slots=True)
class Gap:
    """The texts of one page that nobody can approve."""

    page: str
    """Empty for what belongs to no page."""
    counts: Mapping[MessageState, int]
    first: Location

    @property
    def told(self) -> str:
        """Tell how many texts are in which state."""
        return ", ".join(f"{count} {_WORDS[state]}" for state, count in self.counts.items())


def gap_findings(desk: Desk, code: str, pages: Collection[str] = ()) -> Iterator[Finding]:
    """Yield a finding for each page (or each of `pages`) whose translation is not fit."""
    name = language(code).english_name
    for gap in gaps(desk, code, _texts_of(desk, code, pages)):
        where = f'The page "{gap.page}"' if gap.page else f"{_FRONT[0].upper()}{_FRONT[1:]}"
        message = f"{where} cannot be approved in {name}: {gap.told}."
        hint = "A speaker of the language reads each text and takes the machine's mark away; "
        hint += "the first one stands here."
        yield Finding("approve-translation", gap.first, message, hint)


def safety_gap_findings(desk: Desk, code: str) -> Iterator[Finding]:
    """Yield a finding if safety text of a language is not translated by people."""
    catalogue = desk.catalogue(code)
    texts = dict.fromkeys(message.text for message in desk.messages if message.safety)
    missing = [text for text in texts if catalogue.translate_safety(text) is None]
    if missing:
        file = f"locale/{code}/safety.po"
        message = f"{len(missing)} of {len(texts)} safety texts have no translation by people, "
        message += f'the first is "{missing[0]}".'
        hint = "Run `manualkit translate update`; two people fill the file in, one a clinician."
        yield Finding("approve-safety", Location(file), message, hint)


def drafts_finding(desk: Desk, code: str) -> Iterator[Finding]:
    """Yield one finding if a machine drafted any text that readers of a language see."""
    texts = [(message.page, message.text) for message in desk.asked(code) if not message.safety]
    found = [gap for gap in gaps(desk, code, texts) if DRAFTED in gap.counts]
    if found:
        count = sum(gap.counts[DRAFTED] for gap in found)
        pages = [gap.page or "the words around the pages" for gap in found]
        told = f"{', '.join(pages[:5])}{' …' if len(pages) > 5 else ''}"  # noqa: PLR2004
        name = language(code).english_name
        message = f'{count} texts of "{desk.id}" in {name} are machine-drafted ({told}).'
        hint = "A speaker of the language reads each and takes the mark away."
        yield Finding("release-machine-drafted", found[0].first, message, hint)


def gaps(desk: Desk, code: str, texts: Iterable[tuple[str, str]]) -> list[Gap]:
    """Return what is not fit among texts (each with its page), page by page."""
    catalogue = desk.catalogue(code)
    found: dict[str, dict[str, MessageState]] = {}
    for page, text in texts:
        if not catalogue.stands_up(text):
            found.setdefault(page, {}).setdefault(text, catalogue.state(text))
    return [
        Gap(page, Counter(each.values()), _first(desk, code, each)) for page, each in found.items()
    ]


def _first(desk: Desk, code: str, texts: Iterable[str]) -> Location:
    entries = desk.catalogue(code).entries
    known = next((entries[text] for text in texts if text in entries), None)
    if known is None:
        return Location(f"locale/{code}/{desk.id}.po")
    return Location(f"locale/{known.file}", known.line)


def _texts_of(desk: Desk, code: str, pages: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the texts that an approval of pages covers; without pages, of the whole."""
    manifest = desk.composition.manifest
    wanted = [page for page in manifest.pages if page.kind not in TELL_OF_THE_EDITION]
    wanted = [page for page in wanted if not pages or page.path in pages]
    if not pages:
        yield from (("", text) for text in desk.front_texts)
    yield from ((page.path, page.title) for page in wanted)
    paths = {page.path for page in wanted}
    yield from ((m.page, m.text) for m in desk.asked(code) if m.page in paths and _counts(m))


def _counts(message: Message) -> bool:
    return not message.safety and message.kind != "string"
