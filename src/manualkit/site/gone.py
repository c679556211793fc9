"""Languages that went out with an edition once: sheets in them lead to those that it still has."""

from collections.abc import Iterable, Iterator

from manualkit.catalogue import Catalogue
from manualkit.model.language import is_english, language, language_of
from manualkit.model.manifest import Manifest
from manualkit.site.places import page_url
from manualkit.site.plan import SitePlan
from manualkit.site.short_page import Elsewhere
from manualkit.site.texts import Texts

_ENGLISH = "en"


def gone_renditions(manifest: Manifest) -> list[str]:
    """Return the renditions of an edition that went out and that the site has no longer."""
    once = dict[str, None]()
    for release in manifest.releases:
        codes = [*([_ENGLISH] if release.texts else []), *release.translated_texts]
        then = manifest.edition.model_copy(update={"languages": codes})
        once |= dict.fromkeys(then.renditions)
    return [name for name in once if name not in manifest.edition.renditions]


def told_in(plan: SitePlan, manifest: Manifest, rendition: str, needed: str) -> str:
    """Return the language for whoever holds a sheet: English if theirs is gone with its texts.

    They are there if the one that is `needed` most is.
    """
    code = language_of(rendition)
    if rendition in manifest.edition.renditions:
        return code
    return code if Catalogue.of(plan.root, manifest.edition, code).translate(needed) else _ENGLISH


def offered_in(plan: SitePlan, manifest: Manifest) -> list[tuple[str, Texts]]:
    """Return the languages of an edition, and what each says."""
    edition = manifest.edition
    catalogues = [Catalogue.of(plan.root, edition, code) for code in edition.languages]
    return [
        (each.language, Texts({}, each.translate, english=is_english(each.language)))
        for each in catalogues
    ]


def elsewhere(
    manifest: Manifest, offered: Iterable[tuple[str, Texts]], path: str
) -> Iterator[Elsewhere]:
    """Yield a page in each language that it is `offered` in, as a short page leads to it."""
    edition = manifest.edition
    page = next((page for page in manifest.pages if page.path == path), None)
    for code, texts in offered:
        href = f"../../{edition.id}/{code}/{page_url(path) if page else ''}"
        yield Elsewhere(language(code), texts.of(page.title if page else edition.title), href)
