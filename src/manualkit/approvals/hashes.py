"""What is approved, as hashes: the text alone. No state, no date, no commit is in them."""

import dataclasses as dc
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from manualkit.model.approval import whole_hash
from manualkit.model.digest import data_digest, normalised
from manualkit.model.manifest import Manifest, ManifestPage
from manualkit.model.page import TELL_OF_THE_EDITION
from manualkit.model.rendition import Message


@dc.dataclass(frozen=True, slots=True)
class Hashes:
    """The hashes of a text as it stands now."""

    pages: Mapping[str, str]
    """By page path; empty for a page that cannot be approved."""
    front: str = ""
    """What belongs to no page: the title, the order of the pages."""

    @property
    def whole(self) -> str:
        """The hash of everything."""
        return whole_hash(self.front, self.pages)


@dc.dataclass(frozen=True, slots=True)
class Answers:
    """What a language says: pure look-ups, so that no catalogue is needed here."""

    translate: Callable[[str], str | None]
    fit: Callable[[str], bool] = lambda _: True
    """Whether a person has stood up for the translation: it is no machine's draft."""
    own: Mapping[str, Sequence[str]] = dc.field(default_factory=dict)
    """By page: texts that were written directly in the language."""
    forms: Callable[[str], Sequence[tuple[str, str]]] = lambda _: ()
    """The gendered forms of a text: a print may show any of them, so each is approved with it."""


def edition_hashes(
    manifest: Manifest, pages: Mapping[str, str], pictures: Mapping[str, str]
) -> Hashes:
    """Return the hashes of an edition's English text.

    `pages` is the composed Markdown by path; `pictures` the hash of each picture file's bytes.
    """
    found = {
        page.path: _page_hash(page, manifest, pages[page.path], pictures)
        for page in manifest.pages
        if page.kind not in TELL_OF_THE_EDITION
    }
    front = data_digest([_front(manifest), [s.model_dump() for s in manifest.nav], [*found]])
    return Hashes(found, front)


def _page_hash(
    page: ManifestPage, manifest: Manifest, markdown: str, pictures: Mapping[str, str]
) -> str:
    facts = {name: manifest.facts[name] for name in page.facts if name in manifest.facts}
    return data_digest(
        {
            "title": normalised(page.title),
            "summary": normalised(page.summary),
            "text": normalised(markdown),
            "facts": {name: fact.model_dump() for name, fact in facts.items()},
            "pictures": {name: pictures.get(name, "") for name in page.pictures},
        }
    )


def _front(manifest: Manifest) -> list[str]:
    """Return what an edition says of itself above its pages."""
    edition = manifest.edition
    said = (edition.title, edition.note, edition.for_whom, edition.where, edition.core_title)
    return [normalised(text) for text in said if text]


def text_hashes(manifest: Manifest, messages: Iterable[Message], answers: Answers) -> Hashes:
    """Return the hashes of a translation: what each page asks for, and what it is answered.

    A page with an answer that is missing or that a machine drafted has no hash.
    """
    asked: dict[str, list[str]] = defaultdict(list)
    for message in messages:
        if message.page and not message.safety and message.kind != "string":
            asked[message.page].append(message.text)
    pages = {
        page.path: _answers_hash(
            [page.title, *asked[page.path]], answers, answers.own.get(page.path, ())
        )
        for page in manifest.pages
        if page.kind not in TELL_OF_THE_EDITION
    }
    return Hashes(pages, _answers_hash(front_texts(manifest), answers))


def front_texts(manifest: Manifest) -> list[str]:
    """Return what stands above all pages, as messages of a catalogue."""
    return [*_front(manifest), *(normalised(section.title) for section in manifest.nav)]


def safety_hashes(messages: Iterable[Message], answers: Answers) -> Hashes:
    """Return the hash of a language's safety text, as a front without pages."""
    texts = [message.text for message in messages if message.safety]
    return Hashes({}, _answers_hash(texts, answers))


def _answers_hash(texts: Sequence[str], answers: Answers, own: Sequence[str] = ()) -> str:
    pairs = [(text, answers.translate(text), *answers.forms(text)) for text in texts]
    if not all(answers.translate(text) and answers.fit(text) for text in texts):
        return ""
    return data_digest([pairs, [normalised(text) for text in own]])
