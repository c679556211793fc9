"""The pages that QR codes on sheets lead to: which text is the newest, and where it stands."""

from collections.abc import Iterator, Sequence

from manualkit.catalogue import Catalogue, load_strings
from manualkit.markdown.text_version import text_version
from manualkit.model.language import is_english, language, language_of
from manualkit.model.manifest import Manifest
from manualkit.model.news import recalls_for
from manualkit.model.short_address import short_code
from manualkit.site.care import landing_care
from manualkit.site.gone import elsewhere, gone_renditions, offered_in, told_in
from manualkit.site.landing import landing_templates
from manualkit.site.links import PdfLink
from manualkit.site.places import page_url
from manualkit.site.plan import SitePlan
from manualkit.site.recalled import ALL_OLDER, recalled_now, recalled_texts, spoken
from manualkit.site.renewed import care_bar
from manualkit.site.short_page import SheetRecall, ShortPage
from manualkit.site.texts import Text, Texts

_PARTS = frozenset({"title", "foot", "same", "other", "print", "read"})
_STATES = ("same", "other", "recalled", "gone", "no-language")
"""How a printed sheet may stand to the newest text."""
_NO_LANGUAGE = "sheet.no-language"
_RECALLS = ("page", "copies", "more")


def short_pages(plan: SitePlan, address: str) -> dict[str, bytes]:
    """Return the pages by their file below the folder of short addresses; none without a site.

    Every page of every rendition has one, and so has what went out once: whoever holds a sheet that
    is printed no more, or in a language that is gone, is told so and does not meet an address that
    leads nowhere.

    Raises:
        ValueError: two pages have the same code.
    """
    if not address:
        return {}
    template = landing_templates(plan.root).get_template("sheet.html.j2")
    strings, found = load_strings(plan.root / "templates"), dict[str, bytes]()
    settings = landing_care(plan.editions, strings)
    for manifest, rendition in _with_gone(plan):
        code = told_in(plan, manifest, rendition, strings[_NO_LANGUAGE])
        translate = Catalogue.of(plan.root, manifest.edition, code).translate
        texts = Texts(strings, translate, english=is_english(code))
        care = care_bar(plan.root, manifest, texts, _contacts(manifest, rendition))
        words = _words(texts)
        for page in _pages(plan, (manifest, rendition), texts):
            file = f"{short_code(manifest.edition.id, rendition, page.page)}/index.html"
            if file in found:
                raise ValueError(f"{file} is the code of two pages; {page.page} is one of them")
            text = texts.named("pdf.text", digest=page.digest)
            values = {"page": page, "words": words, "text": text, "bar": care, "care": settings}
            values["spoken"] = language(code)
            found[file] = template.render(values, home="../../").encode()
    return found


def _with_gone(plan: SitePlan) -> Iterator[tuple[Manifest, str]]:
    """Yield all renditions of the site, and those that it had when a version went out."""
    yield from plan.renditions
    for manifest in plan.editions:
        yield from ((manifest, name) for name in gone_renditions(manifest))


def _contacts(manifest: Manifest, rendition: str) -> str:
    """Return the way to the page of contacts, in the first language if theirs is gone."""
    edition = manifest.edition
    there = rendition if rendition in edition.renditions else edition.languages[0]
    has = any(page.path == "contacts" for page in manifest.pages)
    return f"../../{edition.id}/{there}/contacts/" if has else ""


def _words(texts: Texts) -> dict[str, Text]:
    words = {name: texts[f"site.sheet.{name}"] for name in _PARTS}
    words |= {f"is-{name}": texts[f"sheet.{name}"] for name in _STATES}
    return words | {f"recall-{name}": texts[f"recall.{name}"] for name in _RECALLS}


def _pages(plan: SitePlan, of: tuple[Manifest, str], texts: Texts) -> Iterator[ShortPage]:
    """Yield a page for each page that a rendition has or had, and for the whole manual."""
    manifest, rendition = of
    edition, code = manifest.edition, language_of(rendition)
    titles = {page.path: page.title for page in manifest.pages}
    sheets = _first_of_each_page(plan.pdfs.get((edition.id, rendition), ()))
    now = {"", *titles} if rendition in edition.renditions else set()
    others = [] if now else offered_in(plan, manifest)
    top = f"../../{edition.id}/{rendition}/"
    once = {path for release in manifest.releases for path in release.versions(code)}
    for path in sorted({"", *now, *once}):
        there = path in now
        yield ShortPage(
            rendition=rendition,
            language=language(code),
            title=texts.of(titles.get(path, edition.title)).plain,
            edition=texts.of(edition.title).plain,
            page=path,
            digest=text_version(manifest, [path] if path else [], code) if there else "",
            recalls=tuple(_recalls(of, path, texts)),
            released=tuple(_released(manifest, code, path, texts)),
            read=f"{top}{page_url(path)}" if path in titles else top,
            print=f"{top}pdf/{sheets[path]}" if path in sheets and there else "",
            elsewhere=tuple(elsewhere(manifest, others, path)),
        )


def _recalls(of: tuple[Manifest, str], path: str, texts: Texts) -> Iterator[SheetRecall]:
    """Yield the recalls of a page; of all pages for the whole manual, which holds them."""
    manifest, rendition = of
    codes = spoken(rendition)
    for recall in recalls_for(manifest.recalls, codes, path):
        newest = recalled_now(manifest, recall, codes)
        yield SheetRecall(
            what=texts.of(recall.what),
            do=texts.of(recall.do),
            texts=recalled_texts(manifest, recall, codes) if path else ALL_OLDER,
            newest=newest,
            title="" if path else texts.of(_title(manifest, recall.page)).plain,
        )


def _title(manifest: Manifest, path: str) -> str:
    return next((page.title for page in manifest.pages if page.path == path), path)


def _released(manifest: Manifest, code: str, page: str, texts: Texts) -> Iterator[tuple[str, Text]]:
    """Yield the text versions of a page that went out, the newest first, and what names them."""
    seen: set[str] = set()
    for release in reversed(manifest.releases):
        text = release.versions(code).get(page, "")
        if text and text not in seen:
            seen.add(text)
            yield text, texts.named("version.sheet", version=release.version)


def _first_of_each_page(links: Sequence[PdfLink]) -> dict[str, str]:
    """Return the first sheet of each page; of those for every page, that of the whole manual."""
    first: dict[str, str] = {}
    for link in links:
        if link.page or link.kind == "manual":
            first.setdefault(link.page, link.file)
    return first
