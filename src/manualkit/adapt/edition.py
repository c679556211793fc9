"""The order in which an adaptation meets the core."""

import dataclasses as dc

from manualkit.adapt.case_studies import add_case_studies
from manualkit.adapt.pictures import swap_pictures
from manualkit.adapt.record import applied_only, check_records, record_the_others
from manualkit.adapt.texts import change_texts
from manualkit.adapt.values import change_contacts, change_facts, change_terms
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding
from manualkit.model.project import Context, Core

_STEPS = (
    check_records,
    change_terms,
    change_contacts,
    change_facts,
    swap_pictures,
    add_case_studies,
    change_texts,
)


def core_edition(core: Core) -> Edition:
    """Return the core alone as an edition."""
    return Edition(
        id="core",
        manual=core.manual.value,
        adaptation=None,
        nav=tuple(core.manual.value.nav),
        pages=core.pages,
        terms=core.terms,
        contacts=core.contacts,
        facts=core.facts,
        pictures=core.pictures,
        bank=core.bank,
        checklists=core.checklists,
        course=core.course,
        changes=(),
        core_blocks={block.id: block for page in core.pages.values() for block in page.blocks},
        sources=(core.manual,),
        disclaimers=core.disclaimers,
        instruments=core.instruments,
    )


def adapt(core: Core, context: Context) -> tuple[Edition, list[Finding]]:
    """Return the edition of `context`, and a finding for every change that cannot be made."""
    adaptation = context.adaptation.value
    edition = dc.replace(
        core_edition(core),
        id=adaptation.id,
        adaptation=adaptation,
        sources=(context.adaptation, core.manual),
    )
    findings: list[Finding] = []
    applied = applied_only(context)
    for step in _STEPS:
        edition, faults = step(edition, applied)
        findings += faults
    return record_the_others(edition, context), findings
