"""The manifest of a composed edition."""

import re
from collections.abc import Mapping, Sequence

from manualkit.compose.facts import used_facts
from manualkit.compose.local_texts import local_texts
from manualkit.compose.pages import ComposedPage
from manualkit.model.block import Block
from manualkit.model.digest import data_digest, text_digest
from manualkit.model.edition import Edition
from manualkit.model.kits import Kit
from manualkit.model.manifest import (
    Manifest,
    ManifestBlock,
    ManifestContact,
    ManifestEdition,
    ManifestFact,
    ManifestLocalText,
    ManifestPage,
    ManifestTerm,
)
from manualkit.model.page import PageKind
from manualkit.model.site_settings import SiteSettings

_PICTURE = re.compile(r'\bpicture="([^"]+)"')


def write_manifest(
    edition: Edition,
    pages: Sequence[ComposedPage],
    facts: Mapping[str, ManifestFact],
    kits: Sequence[Kit] = (),
) -> Manifest:
    """Return the manifest of an edition's pages (already in reading order)."""
    texts = local_texts(edition, pages)
    sections = {path: section.title for section in edition.nav for path in section.pages}
    entries = [_page(page, sections.get(page.path, ""), texts) for page in pages]
    content = [[e.digest for e in entries], {k: f.value for k, f in facts.items()}]
    digest = data_digest([*content, *([t.model_dump(mode="json")] for t in texts)])
    return Manifest(
        edition=_edition(edition, digest),
        nav=list(edition.nav),
        pages=entries,
        blocks=[_block(b, page.path, edition) for page in pages for b in page.blocks],
        facts=dict(facts),
        contacts=_contacts(edition),
        pictures=[placed.picture for placed in edition.pictures.values()],
        changes=list(edition.changes),
        releases=[placed.value for placed in edition.releases],
        recalls=[placed.value for placed in edition.recalls],
        local_texts=texts,
        explained=[placed.value for placed in edition.explained],
        kits=list(kits),
        sheets=[page.sheet for page in pages if page.sheet],
        terms=[
            ManifestTerm.model_validate(
                term.value.model_dump(include={"id", "forms", "translations"})
            )
            for term in edition.terms.values()
        ],
    )


def _contacts(edition: Edition) -> list[ManifestContact]:
    return [
        ManifestContact(
            id=contact.value.id,
            label=contact.value.label,
            purpose=contact.value.purpose,
            hours=contact.value.hours,
            languages=contact.value.languages,
            emergency=contact.value.emergency,
            checked_on=str(contact.value.checked_on),
            expires=str(contact.value.expires or ""),
            example=contact.value.example,
        )
        for contact in edition.contacts.values()
    ]


def _edition(edition: Edition, digest: str) -> ManifestEdition:
    manual, adaptation = edition.manual, edition.adaptation
    return ManifestEdition(
        id=edition.id,
        title=adaptation.title if adaptation else manual.edition_title,
        note=adaptation.note if adaptation else manual.note,
        for_whom=adaptation.for_whom if adaptation else manual.for_whom,
        where=adaptation.where if adaptation else manual.where,
        about=adaptation.about if adaptation else "",
        core_title=manual.title,
        core_version=manual.version,
        languages=list(adaptation.languages if adaptation else manual.languages),
        extends=list(edition.extends),
        forms=adaptation.forms if adaptation else manual.forms,
        paper=adaptation.paper if adaptation else "A4",
        prints=(adaptation or manual).prints,
        numerals={**(adaptation or manual).numerals},
        sample=manual.sample,
        sample_notice=manual.sample_notice,
        rights=adaptation.rights if adaptation else manual.rights,
        site=SiteSettings.of(source.value.site for source in reversed(edition.sources)),
        digest=digest,
    )


def _page(composed: ComposedPage, section: str, texts: Sequence[ManifestLocalText]) -> ManifestPage:
    own = [text.text for text in texts if text.page == composed.path]
    head = composed.page.head if composed.page else None
    return ManifestPage(
        path=composed.path,
        title=composed.title,
        kind=PageKind(composed.kind),
        summary=composed.summary,
        section=section,
        manual=(head and head.manual) or "",
        session=head.session if head else None,
        status=head.status if head else "complete",
        minutes=composed.page.minutes if composed.page else 0,
        digest=text_digest(composed.markdown),
        pictures=sorted(set(_PICTURE.findall(composed.markdown))),
        facts=used_facts("\n".join([composed.markdown, *own])),
        change=composed.page.change if composed.page else "",
        alternatives=list(composed.page.alternatives) if composed.page else [],
        case_study=(head and head.case_study) or "",
        variant=(head and head.variant) or "",
        steps=list(composed.steps),
    )


def _block(block: Block, page: str, edition: Edition) -> ManifestBlock:
    core = edition.core_blocks.get(block.copy_of or block.id)
    return ManifestBlock(
        id=block.id,
        page=page,
        kind=block.kind,
        lock=block.lock,
        file=block.location.file,
        line=block.location.line,
        digest=block.digest,
        core_digest=core.digest if core else "",
        change=block.change,
        text=f"{block.title}\n{block.text}".strip() if block.locked else "",
        copy_of=block.copy_of,
    )
