"""The pages that QR codes on sheets lead to: which text is the newest, and where it stands."""

import dataclasses as dc
from collections.abc import Iterator, Sequence

from manualkit.catalogue import Catalogue, load_strings
from manualkit.markdown.text_version import text_version
from manualkit.model.language import Language, language, language_of
from manualkit.model.manifest import Manifest
from manualkit.model.news import recalls_for
from manualkit.model.short_address import short_code
from manualkit.site.care import landing_care
from manualkit.site.landing import landing_templates
from manualkit.site.links import PdfLink
from manualkit.site.plan import SitePlan
from manualkit.site.recalled import ALL_OLDER

_PARTS = frozenset({"title", "foot", "same", "other", "print", "read"})
_STATES = ("same", "other", "recalled")
"""How a printed sheet may stand to the newest text."""


@dc.dataclass(frozen=True, slots=True)
class ShortPage:
    """What the page behind a QR code tells."""

    rendition: str
    language: Language
    title: str
    edition: str
    page: str
    """Path of the page that was printed; empty for the whole manual."""
    digest: str
    """Its text version now."""
    recalled: str
    """Text versions that are recalled, with spaces between them; `*` for all older ones."""
    recalls: tuple[tuple[str, str], ...]
    """What is wrong with them, and what to do."""
    released: tuple[tuple[str, str], ...]
    """Text versions that went out before, and the sentence that names their release."""
    read: str
    """Where it stands, seen from here."""
    print: str


def short_pages(plan: SitePlan, address: str) -> dict[str, bytes]:
    """Return the pages by their file below the folder of short addresses; none without a site.

    Raises:
        ValueError: two pages have the same code.
    """
    if not address:
        return {}
    template = landing_templates(plan.root).get_template("sheet.html.j2")
    strings = load_strings(plan.root / "templates")
    care = landing_care(plan.editions, strings)
    found: dict[str, bytes] = {}
    for manifest, rendition in plan.renditions:
        catalogue = Catalogue.of(plan.root, manifest.edition, language_of(rendition))
        words = {
            name: catalogue.translate(strings[f"site.sheet.{name}"])
            or strings[f"site.sheet.{name}"]
            for name in _PARTS
        }
        words |= {
            f"is-{name}": catalogue.translate(strings[f"sheet.{name}"]) or strings[f"sheet.{name}"]
            for name in _STATES
        }
        words["more"] = catalogue.translate(strings["recall.more"]) or strings["recall.more"]
        said = catalogue.translate(strings["pdf.text"]) or strings["pdf.text"]
        version = catalogue.translate(strings["version.sheet"]) or strings["version.sheet"]
        for page in _pages(plan, (manifest, rendition), catalogue, version):
            file = f"{short_code(manifest.edition.id, rendition, page.page)}/index.html"
            if file in found:
                raise ValueError(f"{file} is the code of two pages; {page.page} is one of them")
            text = said.replace("{digest}", page.digest)
            found[file] = template.render(
                page=page, words=words, text=text, care=care, strings=strings, home="../../"
            ).encode()
    return found


def _pages(
    plan: SitePlan, of: tuple[Manifest, str], catalogue: Catalogue, version: str
) -> Iterator[ShortPage]:
    """Yield a page for each page of a rendition that has a sheet; `version` names a release."""
    manifest, rendition = of
    edition, code = manifest.edition, language_of(rendition)
    titles = {page.path: page.title for page in manifest.pages}
    top = f"../../{edition.id}/{rendition}/"
    for link in _first_of_each_page(plan.pdfs.get((edition.id, rendition), ()), titles):
        title = titles.get(link.page, edition.title)
        recalls = recalls_for(manifest.recalls, (code,), link.page) if link.page else []
        yield ShortPage(
            rendition=rendition,
            language=language(code),
            title=catalogue.translate(title) or title,
            edition=catalogue.translate(edition.title) or edition.title,
            page=link.page,
            digest=text_version(manifest, [link.page] if link.page else [], code),
            recalled=" ".join(t for r in recalls for t in (r.texts or [ALL_OLDER])),
            recalls=tuple(
                (catalogue.translate(r.what) or r.what, catalogue.translate(r.do) or r.do)
                for r in recalls
            ),
            released=tuple(_released(manifest, code, link.page, version)),
            read=f"{top}{link.page}/" if link.page else top,
            print=f"{top}pdf/{link.file}",
        )


def _released(manifest: Manifest, code: str, page: str, version: str) -> Iterator[tuple[str, str]]:
    """Yield the text versions of a page that went out, the newest first, and what names them."""
    seen: set[str] = set()
    for release in reversed(manifest.releases):
        text = release.versions(code).get(page, "")
        if text and text not in seen:
            seen.add(text)
            yield text, version.replace("{version}", release.version)


def _first_of_each_page(links: Sequence[PdfLink], pages: dict[str, str]) -> list[PdfLink]:
    """Return one sheet for each page, and the whole manual; not what is put together of several."""
    first: dict[str, PdfLink] = {}
    for link in links:
        if link.page in pages or (not link.page and link.kind == "manual"):
            first.setdefault(link.page, link)
    return list(first.values())
