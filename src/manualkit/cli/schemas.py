"""`manualkit schemas`: JSON Schemas of the YAML files, for editors."""

import json
from pathlib import Path
from typing import Any

import click
from pydantic import TypeAdapter

from manualkit.model.adaptation import AdaptationFile
from manualkit.model.approval import ApprovalsFile
from manualkit.model.change import Change, ContactChangesFile, TermChangesFile
from manualkit.model.checklist import Checklist, ItemBank
from manualkit.model.competency import CompetencyCheck
from manualkit.model.course import CoursePlan
from manualkit.model.glossary import GlossaryFile
from manualkit.model.kits import KitsFile
from manualkit.model.manual import ContactsFile, ManualFile, PicturesFile, TermsFile
from manualkit.model.news import RecallsFile, ReleasesFile
from manualkit.model.page import PageHead
from manualkit.model.rights import DisclaimersFile, InstrumentsFile
from manualkit.model.wayfinding import DifficultiesFile, ExplainedWordsFile
from manualkit.store import write_if_changed

_SCHEMAS: dict[str, TypeAdapter[Any]] = {
    "adaptation": TypeAdapter(AdaptationFile),
    "adaptation-contacts": TypeAdapter(ContactChangesFile),
    "adaptation-terms": TypeAdapter(TermChangesFile),
    "approvals": TypeAdapter(ApprovalsFile),
    "change": TypeAdapter(Change),
    "checklist": TypeAdapter(Checklist),
    "competency": TypeAdapter(CompetencyCheck),
    "contacts": TypeAdapter(ContactsFile),
    "course-plan": TypeAdapter(CoursePlan),
    "difficulties": TypeAdapter(DifficultiesFile),
    "explained-words": TypeAdapter(ExplainedWordsFile),
    "glossary": TypeAdapter(GlossaryFile),
    "instruments": TypeAdapter(InstrumentsFile),
    "items": TypeAdapter(ItemBank),
    "kits": TypeAdapter(KitsFile),
    "manual": TypeAdapter(ManualFile),
    "page": TypeAdapter(PageHead),
    "pictures": TypeAdapter(PicturesFile),
    "recalls": TypeAdapter(RecallsFile),
    "releases": TypeAdapter(ReleasesFile),
    "rights": TypeAdapter(DisclaimersFile),
    "terms": TypeAdapter(TermsFile),
}


@click.command()
@click.option(
    "--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path()
)
def schemas(root: Path) -> None:
    """Write the JSON Schemas into schemas/, for editors that complete and check YAML."""
    changed = 0
    for name, adapter in _SCHEMAS.items():
        schema = adapter.json_schema()
        text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        changed += write_if_changed(root / "schemas" / f"{name}.json", text.encode())
    click.echo(f"{len(_SCHEMAS)} schemas in schemas/, {changed} changed.")
