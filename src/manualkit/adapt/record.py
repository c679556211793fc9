"""Lines of the adaptation record."""

import dataclasses as dc

from manualkit.model.change import Record
from manualkit.model.edition import Edition
from manualkit.model.finding import Location
from manualkit.model.manifest import ManifestChange


def with_record(
    edition: Edition, record: Record, action: str, target: str, where: Location
) -> Edition:
    """Return the edition with one more line in its adaptation record."""
    line = ManifestChange(
        id=record.id,
        action=action,
        target=target,
        summary=record.summary,
        reason=record.reason,
        nature=list(record.nature),
        file=where.file,
        line=where.line,
    )
    return dc.replace(edition, changes=(*edition.changes, line))
