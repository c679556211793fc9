"""Old versions on the site: every page says that it is old, and leads to the newest."""

import dataclasses as dc
import hashlib
import posixpath
from collections.abc import Iterable, Iterator

from markupsafe import Markup

from manualkit.catalogue import Catalogue, load_strings
from manualkit.markdown.text_version import text_version
from manualkit.model.language import language_of
from manualkit.model.manifest import Manifest
from manualkit.model.news import Recall, Release, recalls_for
from manualkit.site.key import Stamp, data_key, tool_digest
from manualkit.site.places import HOME, page_url
from manualkit.site.plan import Counts, SitePlan
from manualkit.site.rendition import OlderLink
from manualkit.site.texts import Text, Texts
from manualkit.site.versions import FOLDER, LIST, OldVersion
from manualkit.store import remove_others, write_if_changed

_BEFORE = ('<aside class="notices">', '<div class="care">')
"""What the banner stands before: the first of these that a page has."""
_BANNER = Markup('<aside class="notices old-version"><ul>{}</ul></aside>\n')
_RECALLED = Markup('<li class="recalled">{}</li>')
_LEADING = Markup('<li><a href="{}">{}</a></li>')
_LTR = Markup('<bdi dir="ltr">{}</bdi>')


def older_links(old: Iterable[OldVersion], edition: str, rendition: str) -> Iterator[OlderLink]:
    """Yield the old versions of an edition as a rendition's home page names them."""
    for version in old:
        listed = version.listed
        if listed.edition == edition:
            names = (rendition, language_of(rendition), *listed.renditions)
            name = next(each for each in names if each in listed.renditions)
            yield OlderLink(listed.version, listed.date, f"{FOLDER}/{listed.version}/{name}")


def publish_old(plan: SitePlan) -> Counts:
    """Write the old versions to `site/`, each page with its banner."""
    counts, strings = Counts(), load_strings(plan.root / "templates")
    tool = tool_digest(plan.root) if plan.old else ""
    for version in plan.old:
        manifest = next(m for m in plan.editions if m.edition.id == version.listed.edition)
        banners = _Banners(plan, manifest, version, strings)
        folder = plan.root / "site" / version.folder
        stamp = Stamp(plan.root / "build" / "keys" / "site" / f"{version.folder}.json")
        content = hashlib.sha256(version.file.read_bytes()).hexdigest()
        key = data_key([content, tool, *banners.depends_on()])
        known = stamp.holds(key, folder)
        if known is not None:
            counts += Counts(unchanged=len(known))
            continue
        stamp.forget()
        names = []
        for name, kept in version.contents():
            shown = banners.page(name, kept) if name.endswith(".html") else kept
            written = write_if_changed(folder / name, shown)
            counts += Counts(int(written), int(not written))
            names.append(name)
        counts += Counts(int(write_if_changed(folder / LIST, version.raw)))
        names.append(LIST)
        counts += Counts(removed=remove_others(folder, [folder / name for name in names]))
        stamp.write(key, names)
    return counts


@dc.dataclass(frozen=True, slots=True)
class _Banners:
    """The banners of one old version."""

    plan: SitePlan
    manifest: Manifest
    version: OldVersion
    strings: dict[str, str]

    def depends_on(self) -> Iterator[str]:
        """Yield what the banners depend on besides the strings and our code."""
        yield self.version.newest
        yield from (recall.model_dump_json() for recall in self.manifest.recalls)
        for name in self.version.listed.renditions:
            code = language_of(name)
            yield self._catalogue(code).digest
            yield str(sorted(self._release.versions(code).items()))
            yield from (text_version(self.manifest, [path], code) for path in sorted(self._paths))

    @property
    def _paths(self) -> set[str]:
        return {page.path for page in self.manifest.pages}

    def _catalogue(self, code: str) -> Catalogue:
        return Catalogue.of(self.plan.root, self.manifest.edition, code)

    def page(self, name: str, content: bytes) -> bytes:
        """Return a page with its banner; `name` begins at the version. No other word changes."""
        text = content.decode()
        before = next((mark for mark in _BEFORE if mark in text), "<body")
        return text.replace(before, str(self._banner(name)) + before, 1).encode()

    def _banner(self, name: str) -> Markup:
        rendition, _, inner = name.partition("/")
        path = posixpath.dirname(inner) or HOME
        code = language_of(rendition)
        texts = Texts(self.strings, self._catalogue(code).translate, english=code == "en")
        rows = [_RECALLED.format(_joined(said)) for said in self._recalled(texts, code, path)]
        said = [
            texts["version.old"],
            texts.named(
                "version.which",
                old=_LTR.format(self.version.listed.version),
                newest=_LTR.format(self.version.newest),
            ),
            texts["version.newest"],
        ]
        rows.append(_LEADING.format(self._newest(name, path), _joined(said)))
        return _BANNER.format(Markup("").join(rows))

    def _newest(self, name: str, path: str) -> str:
        """Return the way to the same page in the newest version, or to its home page."""
        edition, rendition = self.manifest.edition, name.partition("/")[0]
        wishes = (rendition, language_of(rendition), *edition.languages)
        there = next(each for each in wishes if each in edition.renditions)
        page = page_url(path) if path in self._paths else ""
        start = f"/{self.version.folder}/{posixpath.dirname(name)}"
        return posixpath.relpath(f"/{edition.id}/{there}/{page}", start) + "/"

    def _recalled(self, texts: Texts, code: str, path: str) -> Iterator[list[Text]]:
        """Yield what is said of each recall that this old text is concerned by."""
        old = self._release.versions(code).get(path, "")
        for recall in recalls_for(self.manifest.recalls, (code,), path):
            if self._concerned(recall, old, code):
                yield [texts["recall.page"], texts.of(recall.what), texts.of(recall.do)]

    def _concerned(self, recall: Recall, old: str, code: str) -> bool:
        """Whether a recall is about an old text; where nobody knows that text, it is."""
        if not old or recall.texts:
            return not old or old in recall.texts
        if recall.page not in self._paths:
            return True
        return old != text_version(self.manifest, [recall.page], code)

    @property
    def _release(self) -> Release:
        number = self.version.listed.version
        return next(each for each in self.manifest.releases if each.version == number)


def _joined(texts: Iterable[Text]) -> Markup:
    return Markup(" ").join(texts)
