"""A page of an old version: its text as it went out, and around it what protects a reader today."""

import dataclasses as dc
import posixpath
from collections.abc import Iterable, Iterator
from itertools import chain

from markupsafe import Markup

from manualkit.catalogue import Catalogue
from manualkit.markdown.text_version import text_version
from manualkit.model.language import language_of
from manualkit.model.manifest import Manifest
from manualkit.model.news import Recall, Release, recalls_for
from manualkit.site.numbers import changed_since
from manualkit.site.places import HOME, page_url
from manualkit.site.plan import SitePlan
from manualkit.site.recalled import spoken
from manualkit.site.renewed import care_bar, with_care, without_sheets
from manualkit.site.texts import Text, Texts
from manualkit.site.versions import OldVersion

_BEFORE = ('<aside class="notices">', '<aside class="care"')
"""What the banner stands before: the first of these that a page has."""
_BANNER = Markup('<aside class="notices old-version"><ul>{}</ul></aside>\n')
_ALARM = Markup('<li class="recalled">{}</li>')
_LINK = Markup('<a href="{}">{}</a>')
_ROW = Markup("<li>{}</li>")
_LTR = Markup('<bdi dir="ltr">{}</bdi>')
_CONTACTS = "contacts"


@dc.dataclass(frozen=True, slots=True)
class OldPages:
    """The pages of one old version."""

    plan: SitePlan
    manifest: Manifest
    version: OldVersion
    strings: dict[str, str]

    def depends_on(self) -> Iterator[str]:
        """Yield what is put on its pages, besides the strings and our code."""
        manifest = self.manifest
        yield self.version.newest
        yield manifest.edition.model_dump_json()
        yield from (each.model_dump_json() for each in (*manifest.recalls, *manifest.contacts))
        yield from (f"{name} {fact.value}" for name, fact in sorted(manifest.facts.items()))
        for name in self.version.listed.renditions:
            code = language_of(name)
            yield self._catalogue(code).digest
            yield str(sorted(self._release.versions(code).items()))
            yield from (text_version(manifest, [path], code) for path in sorted(self._paths))

    @property
    def _paths(self) -> set[str]:
        return {page.path for page in self.manifest.pages}

    @property
    def _release(self) -> Release:
        number = self.version.listed.version
        return next(each for each in self.manifest.releases if each.version == number)

    def _catalogue(self, code: str) -> Catalogue:
        return Catalogue.of(self.plan.root, self.manifest.edition, code)

    def page(self, name: str, content: bytes) -> bytes:
        """Return a page as it is shown; `name` begins at the version. No word of its text changes.

        Raises:
            ValueError: it has no place for what must stand on it.
        """
        text, code = content.decode(), language_of(name.partition("/")[0])
        texts = Texts(self.strings, self._catalogue(code).translate, english=code == "en")
        contacts = self._newest(name, _CONTACTS) if _CONTACTS in self._paths else ""
        care = care_bar(self.plan.root, self.manifest, texts, contacts)
        text = with_care(text, care, name)
        if self._stale(name.partition("/")[0]):
            text = without_sheets(text, self._newest(name), texts["version.newest"])
        before = next((mark for mark in _BEFORE if mark in text), None)
        if before is None:  # an old page that does not say so would be taken for the newest
            raise ValueError(f"{name}: no place for the line that says that it is old")
        return text.replace(before, str(self._banner(name, texts)) + before, 1).encode()

    def _banner(self, name: str, texts: Texts) -> Markup:
        rendition, path = name.partition("/")[0], _path(name)
        rows = [_ALARM.format(_joined(said)) for said in self._recalled(texts, rendition, path)]
        if self._changed(name):
            there = _LINK.format(self._newest(name, _CONTACTS), texts["version.numbers"])
            rows.append(_ALARM.format(there))
        said = [
            texts["version.old"],
            texts.named(
                "version.which",
                old=_LTR.format(self.version.listed.version),
                newest=_LTR.format(self.version.newest),
            ),
            texts["version.newest"],
        ]
        rows.append(_ROW.format(_LINK.format(self._newest(name), _joined(said))))
        return _BANNER.format(Markup("").join(rows))

    def _newest(self, name: str, path: str = "") -> str:
        """Return the way from a page to a page in the newest version, or to its home page.

        That is the same page if no other is named.
        """
        edition, rendition = self.manifest.edition, name.partition("/")[0]
        wishes = (rendition, language_of(rendition), *edition.languages)
        there = next(each for each in wishes if each in edition.renditions)
        path = path or _path(name)
        page = page_url(path) if path in self._paths else ""
        start = f"/{self.version.folder}/{posixpath.dirname(name)}"
        return posixpath.relpath(f"/{edition.id}/{there}/{page}", start) + "/"

    def _changed(self, name: str) -> bool:
        """Whether a number has changed that the page names, or that stood one tap away from it."""
        listed = self.version.listed
        named = {*listed.help, *listed.named.get(name, ())}
        return bool(named & changed_since(listed.numbers, self.manifest))

    def _stale(self, rendition: str) -> bool:
        """Whether sheets of a rendition may not be used: any one, for the whole manual holds all.

        Nobody can tell which other sheets were put together of a page that is recalled.
        """
        listed, pages = self.version.listed, {recall.page for recall in self.manifest.recalls}
        named = (names for name, names in listed.named.items() if name.startswith(f"{rendition}/"))
        if changed_since(listed.numbers, self.manifest) & {*listed.help, *chain(*named)}:
            return True
        there = [
            page
            for page in pages
            if posixpath.join(rendition, page_url(page), "index.html") in listed.files
        ]
        return any(self._recalls(rendition, page) for page in there)

    def _recalled(self, texts: Texts, rendition: str, path: str) -> Iterator[list[Text]]:
        """Yield what is said of each recall that this old text is concerned by."""
        for recall in self._recalls(rendition, path):
            yield [texts["recall.page"], texts.of(recall.what), texts.of(recall.do)]

    def _recalls(self, rendition: str, path: str) -> list[Recall]:
        """Return the recalls that concern an old text, in a language that its readers see."""
        codes = spoken(rendition)
        return [
            recall
            for recall in recalls_for(self.manifest.recalls, codes, path)
            if any(
                self._concerned(recall, each)
                for each in codes
                if not recall.languages or each in recall.languages
            )
        ]

    def _concerned(self, recall: Recall, code: str) -> bool:
        """Whether a recall is about an old text; where nobody knows that text, it is."""
        old = self._release.versions(code).get(recall.page, "")
        if not old or recall.texts:
            return not old or old in recall.texts
        if recall.page not in self._paths:
            return True
        return old != text_version(self.manifest, [recall.page], code)


def _path(name: str) -> str:
    """Return the path of a page by its file in the version."""
    return posixpath.dirname(name.partition("/")[2]) or HOME


def _joined(texts: Iterable[Text]) -> Markup:
    return Markup(" ").join(texts)
