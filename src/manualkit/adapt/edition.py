"""The order in which an adaptation meets the core."""

import dataclasses as dc

from manualkit.adapt.case_studies import add_case_studies
from manualkit.adapt.extends import chain_of, own_findings
from manualkit.adapt.local_texts import add_local_texts
from manualkit.adapt.pictures import swap_pictures
from manualkit.adapt.record import check_records, record_the_others
from manualkit.adapt.stale import core_changes
from manualkit.adapt.structure import change_structure
from manualkit.adapt.texts import change_later_texts, change_texts
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
    change_structure,
    change_later_texts,
    add_local_texts,
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
        difficulties=core.difficulties,
        explained=core.explained,
        kits=core.kits,
        approvals=core.approvals,
        releases=core.releases,
        recalls=core.recalls,
        competency=core.competency,
    )


def core_in_words(core: Core, edition: Edition) -> Edition:
    """Return the core in the words, numbers and pictures of an edition, and else as it is.

    What differs between this and the edition is no matter of words: each such difference must stand
    in the adaptation record.
    """
    return dc.replace(
        core_edition(core),
        id=edition.id,
        adaptation=edition.adaptation,
        terms=edition.terms,
        contacts=edition.contacts,
        facts=edition.facts,
        pictures=edition.pictures,
    )


def adapt(core: Core, context: Context) -> tuple[Edition, list[Finding]]:
    """Return the edition of `context`, and a finding for every change that cannot be made.

    Each step takes the changes of the adaptations that `context` extends first, then its own, as if
    one adaptation held them all. Faults of the others' own files are reported with their editions.
    """
    chain = chain_of(context)
    adaptation = context.adaptation.value
    edition = dc.replace(
        core_edition(core),
        id=adaptation.id,
        adaptation=adaptation,
        sources=(
            *(member.adaptation for member in reversed((*context.parents, context))),
            core.manual,
        ),
        approvals=context.approvals,
        releases=context.releases,
        recalls=context.recalls,
    )
    findings = list(chain.findings)
    for step in _STEPS:
        for member in chain.members:
            edition, faults = step(edition, member)
            findings += faults
    for member in (*context.parents, context):
        edition = record_the_others(edition, member, chain.superseded)
    findings += core_changes(core, chain.members[-1])
    if context.parents:
        _, known = adapt(core, context.parents[-1])
        findings = own_findings(findings, known, context)
    return edition, findings
