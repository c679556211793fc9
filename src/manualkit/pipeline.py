"""The order of the steps, and nothing else."""

import dataclasses as dc
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from manualkit.adapt import adapt, core_edition
from manualkit.check import check_edition, picture_findings
from manualkit.compose import Composition, compose, write_composition
from manualkit.load import load_project
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, InvalidProject, errors
from manualkit.model.project import Project
from manualkit.validate import validate_project


@dc.dataclass(frozen=True, slots=True)
class Prepared:
    """All editions, composed, and everything that somebody should look at."""

    compositions: tuple[Composition, ...]
    findings: tuple[Finding, ...]


def prepare(root: Path, today: date) -> Prepared:
    """Run the steps from the files to the composed editions, in memory. No fault stops the others."""
    raw, findings = load_project(root)
    project, faults = validate_project(raw)
    findings += faults
    compositions = []
    for edition, faults in _editions(project):
        composition, words = compose(edition, root / "templates" / "pages")
        findings += [*faults, *check_edition(edition, today), *words]
        findings += picture_findings(composition.images, root)
        compositions.append(composition)
    return Prepared(tuple(compositions), _once(findings))


def compose_all(root: Path, today: date) -> Prepared:
    """Run the steps and write `build/editions/`.

    Raises:
        InvalidProject: a finding is an error; nothing is written.
    """
    prepared = prepare(root, today)
    if errors(prepared.findings):
        raise InvalidProject(prepared.findings)
    for composition in prepared.compositions:
        write_composition(root, composition)
    return prepared


def _editions(project: Project | None) -> Iterator[tuple[Edition, list[Finding]]]:
    if project is not None:
        yield core_edition(project.core), []
        for context in project.contexts:
            yield adapt(project.core, context)


def _once(findings: list[Finding]) -> tuple[Finding, ...]:
    """Return each finding once, in the order of files and lines: editions share the core's faults."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda f: (f.severity, f.location, f.code)))
