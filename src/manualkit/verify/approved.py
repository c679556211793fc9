"""Write down what protected text has to be, from the sources and the catalogues."""

import posixpath
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from babel import Locale

from manualkit.verify.catalogue import Catalogue
from manualkit.verify.context import Edition, editions, read_yaml
from manualkit.verify.protected import Block, Piece, Protection, Rendition, Wording
from manualkit.verify.source import SourceBlock, read_core
from manualkit.verify.words import CALL, LINK, call, digits, with_terms, with_values, wording

_LABEL = "kind."


def write_down(root: Path) -> Protection:
    """Return the protected text of every edition in every language."""
    core = read_core(root / "docs")
    strings: dict[str, str] = {}
    for path in sorted((root / "templates" / "strings").glob("*.yml")):
        strings |= {key: " ".join(text.split()) for key, text in read_yaml(path).items()}
    return Protection(
        tuple(
            _Writer(root, edition, language, strings).rendition(core)
            for edition in editions(root)
            for language in edition.languages
        )
    )


class _Writer:
    """Writes down one rendition."""

    def __init__(
        self, root: Path, edition: Edition, language: str, strings: dict[str, str]
    ) -> None:
        folder = root / "locale" / language
        files = [folder / f"{name}.po" for name in edition.line]
        self._edition = edition
        self._language = language
        self._english = language.partition("-")[0] == "en"
        self._strings = strings
        self._catalogue = Catalogue([] if self._english else files, edition.forms[language])
        self._safety = Catalogue([] if self._english else [folder / "safety.po"])

    def rendition(self, core: Sequence[SourceBlock]) -> Rendition:
        """Return all that has to stand in it."""
        locale = Locale.parse(self._language, sep="-")
        labels = {name: self._say(name) for name in self._strings if name.startswith(_LABEL)}
        name = locale.get_display_name() or self._language
        calls = [value for kind, value in self._edition.facts.values() if kind in {"phone", "sms"}]
        return Rendition(
            edition=self._edition.id,
            language=self._language,
            rtl=locale.text_direction == "rtl",
            blocks=tuple(
                self._block(block, following)
                for block, following in pairwise([*core, None])
                if block and block.lock and block.kind != "story"
            ),
            core_ids=tuple(block.id for block in core),
            labels={key.removeprefix(_LABEL): words for key, words in labels.items()},
            minutes=self._say("minutes"),
            notice=tuple(each.replace("{language}", name) for each in self._say("safety.english")),
            see_page=self._say("pdf.see-page"),
            numbers=tuple(sorted({digits(value) for value in calls})),
        )

    def _say(self, name: str) -> tuple[str, ...]:
        return self._catalogue.words(self._strings[name])

    def _block(self, block: SourceBlock, following: SourceBlock | None) -> Block:
        raws = [(form, with_terms(raw, self._edition.terms)) for form, raw in block.pieces()]
        safety = block.lock == "safety"
        stays = safety and self._language not in self._edition.safety_approved
        next_to = safety and following and following.lock == "safety"
        return Block(
            id=block.id,
            kind=block.kind,
            lock=block.lock,
            page=block.page,
            pieces=tuple(self._piece(form, raw, block, stays=stays) for form, raw in raws),
            picture=block.picture,
            next=following.id if following and next_to and following.page == block.page else "",
        )

    def _piece(self, form: str, raw: str, block: SourceBlock, *, stays: bool) -> Piece:
        facts = self._edition.facts
        links = [_target(with_values(to, facts), block.page) for _, to in LINK.findall(raw)]
        wordings = self._wordings(raw, block, stays=stays)
        return Piece(form, wordings, tuple(link for link in links if link))

    def _wordings(self, raw: str, block: SourceBlock, *, stays: bool) -> tuple[Wording, ...]:
        safety = block.lock == "safety"
        found, sure = (self._safety if safety else self._catalogue).candidates(raw)
        facts = self._edition.facts
        published = [] if stays else found
        translated = [wording(text, facts, self._language, english=False) for text in published]
        # A safety text that changed since its approval stands in English again, with its notice.
        if sure and not safety:
            return tuple(translated)
        return (*translated, wording(raw, facts, "en", english=not self._english))


def _target(address: str, page: str) -> str:
    """Return the page, and perhaps the place on it, that a link in the core leads to."""
    if CALL.match(address):
        return call(address)
    if ":" in address:
        return address
    place, mark, step = address.partition("#")
    folder = posixpath.dirname(page)
    target = posixpath.normpath(posixpath.join(folder, place.removesuffix(".md")))
    return (target if place else page) + mark + step
