"""Findings in the order in which a person looks at them, and what to do next."""

from collections.abc import Iterable, Sequence

from manualkit.model.finding import Finding, errors


def is_own(finding: Finding, edition: str) -> bool:
    """Whether a finding stands in the files of an edition: its folder, or its catalogues."""
    file = finding.location.file
    if edition == "core":
        return file.startswith("docs/") or file.endswith("/core.po")
    return file.startswith(f"adaptations/{edition}/") or file.endswith(f"/{edition}.po")


def for_edition(
    findings: Iterable[Finding], edition: str, stands_on: Iterable[str] = ()
) -> tuple[Finding, ...]:
    """Return what concerns one edition: its own files first, then those that it stands on.

    `stands_on` are the adaptations that it extends. What is wrong in others is left out.
    """
    rest = list(findings)
    ordered: list[Finding] = []
    for name in (edition, *stands_on, "core"):
        ordered += [finding for finding in rest if is_own(finding, name)]
        rest = [finding for finding in rest if finding not in ordered]
    shared = [f for f in rest if not f.location.file.startswith(("adaptations/", "locale/"))]
    return (*ordered, *shared)


def adaptations_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return all findings, those of adaptations before those of catalogues and of the core."""
    places = ("adaptations/", "docs/")

    def place(finding: Finding) -> int:
        file = finding.location.file
        return next((n for n, start in enumerate(places) if file.startswith(start)), len(places))

    return tuple(sorted(findings, key=place))


def next_step(findings: Sequence[Finding], edition: str = "") -> str:
    """Return in one plain sentence what to do next."""
    again = f"manualkit check {edition}".strip()
    first = next(iter(errors(findings)), None)
    if first is not None:
        return f"Next: mend {_place(first)}, then run `{again}` again. Errors stop every build."
    stale = next((f for f in findings if f.code == "stale-change"), None)
    if stale is not None:
        name = edition or stale.location.file.split("/")[1]
        return f"Next: run `manualkit diff {name}`: the core has changed. The manual can be built."
    if findings:
        return f"Next: look at {_place(findings[0])}. Warnings stop no build, only a release."
    shown = edition or "<an edition>"
    return f"Next: look at it with `manualkit serve --edition {shown}`."


def _place(finding: Finding) -> str:
    return f"{finding.location.file}, line {finding.location.line}"
