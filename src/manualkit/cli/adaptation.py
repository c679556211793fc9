"""What the commands for adaptors share: the project, and one adaptation by its name."""

from collections.abc import Iterable
from pathlib import Path

import click

from manualkit.adapt import adapt
from manualkit.adaptor.comparison import Comparison
from manualkit.adaptor.survey import survey
from manualkit.model.block import Block
from manualkit.model.finding import Finding, InvalidProject, did_you_mean, errors
from manualkit.model.project import Context, Project
from manualkit.pipeline import read_project


def project_at(root: Path) -> tuple[Project, list[Finding]]:
    """Return the project as far as it can be read, and its findings.

    Raises:
        InvalidProject: the core itself cannot be read.
    """
    project, findings = read_project(root)
    if project is None:
        raise InvalidProject(errors(findings))
    return project, findings


def context_of(project: Project, findings: list[Finding], edition: str) -> Context:
    """Return an adaptation by its id.

    Raises:
        InvalidProject: its `adaptation.yml` cannot be read.
        BadParameter: there is none of this id.
    """
    names = [context.adaptation.value.id for context in project.contexts]
    for context in project.contexts:
        if context.adaptation.value.id == edition:
            return context
    broken = [f for f in findings if f.location.file.startswith(f"adaptations/{edition}/")]
    if broken:
        raise InvalidProject(broken)
    hint = did_you_mean(edition, names, f"Known: {', '.join(names) or 'none yet'}.")
    raise click.BadParameter(f'There is no adaptation "{edition}". {hint}', param_hint="EDITION")


def chosen(
    project: Project, findings: list[Finding], edition: str | None, root: Path
) -> list[Comparison]:
    """Return all changes of one adaptation, or of all of them, beside the core."""
    contexts = [context_of(project, findings, edition)] if edition else project.contexts
    return [found for context in contexts for found in changes_of(project, context, root)]


def changes_of(project: Project, context: Context, root: Path) -> list[Comparison]:
    """Return all changes of an adaptation, beside the core."""
    return survey(project.core, context, root, brought(project, context))


def brought(project: Project, context: Context) -> dict[str, Block]:
    """Return the blocks of an edition that are none of the core: added ones, own pages, copies."""
    edition, _ = adapt(project.core, context)
    found = {block.id: block for _, block in edition.blocks().values()}
    return {name: block for name, block in found.items() if name not in edition.core_blocks}


def faults_of(findings: Iterable[Finding], context: Context) -> list[Finding]:
    """Return the errors in the files of an adaptation; what they spoil is not compared."""
    return [f for f in errors(findings) if f.location.file.startswith(f"{context.folder}/")]


def only(comparisons: list[Comparison], ids: tuple[str, ...]) -> list[Comparison]:
    """Return the changes of these ids, in any writing of capitals; all if none is given.

    Raises:
        BadParameter: there is no change of an id.
    """
    known = {comparison.id.upper() for comparison in comparisons}
    for change in ids:
        if change.upper() not in known:
            hint = did_you_mean(change, known, "See the files in changes/.")
            raise click.BadParameter(f'There is no change "{change}". {hint}', param_hint="ID")
    wanted = {change.upper() for change in ids}
    return [c for c in comparisons if not wanted or c.id.upper() in wanted]
