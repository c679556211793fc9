"""What stands above all editions: the landing page and the page for a wrong address."""

import dataclasses as dc
from pathlib import Path
from urllib.parse import urlsplit

import jinja2

from manualkit.catalogue import Catalogue, load_strings
from manualkit.model.language import Language, language
from manualkit.model.manifest import Manifest
from manualkit.site.care import landing_care
from manualkit.site.links import size_text
from manualkit.site.plan import SitePlan


@dc.dataclass(frozen=True, slots=True)
class RenditionLink:
    """A rendition on the landing page, with the PDF of the whole manual if there is one."""

    language: Language
    href: str
    pdf: str = ""
    pdf_size: str = ""
    state: str = ""
    """How far it has come, where that is not said of the edition as a whole."""


def landing_pages(plan: SitePlan, address: str) -> dict[str, bytes]:
    """Return the pages at the top of the site by file name; `address` is where it is published."""
    environment = landing_templates(plan.root)
    strings = load_strings(plan.root / "templates")
    editions = [(m.edition, _links(plan, m), m.state("en")) for m in plan.editions]
    values = {
        "editions": editions,
        "title": plan.editions[0].edition.core_title,
        "translations": _not_found(plan, strings["site.not-found"]),
        "strings": strings,
        "care": landing_care(plan.editions, strings),
    }
    # A wrong address may be anywhere, so that page names the top of the site in full.
    homes = {"index.html": "", "404.html": f"{urlsplit(address).path.rstrip('/')}/"}
    return {
        name: environment.get_template(f"{name}.j2")
        .render(values, home=home, unlisted=name == "404.html")
        .encode()
        for name, home in homes.items()
    }


def landing_templates(root: Path) -> jinja2.Environment:
    """Return the templates of the pages that belong to no rendition."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(root / "templates" / "site" / "landing"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )


def _links(plan: SitePlan, manifest: Manifest) -> list[RenditionLink]:
    edition = manifest.edition
    links = []
    for code in edition.languages:
        folder = f"{edition.id}/{code}/"
        pdfs = plan.pdfs.get((edition.id, code), ())
        whole = next((pdf for pdf in pdfs if pdf.kind == "manual"), None)
        state = manifest.state(code)
        shown = "" if state is manifest.state("en") else state
        link = RenditionLink(language(code), folder, state=shown)
        if whole is not None:
            pdf = f"{folder}pdf/{whole.file}"
            link = dc.replace(link, pdf=pdf, pdf_size=size_text(whole.bytes))
        links.append(link)
    return links


def _not_found(plan: SitePlan, text: str) -> list[tuple[Language, str]]:
    """Return what stands on the page for a wrong address, in each language that has it."""
    core = plan.editions[0].edition
    said = [
        (code, Catalogue.open(plan.root / "locale", core.id, code).translate(text))
        for code in core.languages
    ]
    return [(language(code), translation) for code, translation in said if translation]
