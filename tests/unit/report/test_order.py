"""The order in which a person sees findings."""

from manualkit.model.finding import Finding, Location, Severity
from manualkit.report.order import adaptations_first, for_edition, next_step


def found(file: str, code: str = "some-fault", severity: Severity = Severity.ERROR) -> Finding:
    return Finding(code, Location(file, 3), "What is wrong.", "What to do.", severity)


CORE = found("docs/group/session-1.md")
TEMPLATE = found("templates/pages/session.md.j2")
DEMO = found("adaptations/demo/terms.yml")
DEMO_CATALOGUE = found("locale/fr/demo.po")
REGION = found("adaptations/region/terms.yml")
OTHER = found("adaptations/demo-two/terms.yml")
OTHER_CATALOGUE = found("locale/fr/demo-two.po")
CORE_CATALOGUE = found("locale/fr/core.po")
ALL = (CORE, TEMPLATE, OTHER_CATALOGUE, OTHER, REGION, CORE_CATALOGUE, DEMO_CATALOGUE, DEMO)


def test_own_files_come_first_then_what_the_edition_stands_on() -> None:
    assert for_edition(ALL, "demo", ["region"]) == (
        DEMO_CATALOGUE,
        DEMO,
        REGION,
        CORE,
        CORE_CATALOGUE,
        TEMPLATE,
    )


def test_core_is_an_edition_of_its_own() -> None:
    assert for_edition(ALL, "core") == (CORE, CORE_CATALOGUE, TEMPLATE)


def test_without_an_edition_nothing_is_left_out() -> None:
    ordered = adaptations_first(ALL)
    assert ordered[:3] == (OTHER, REGION, DEMO)
    assert ordered[3] == CORE
    assert set(ordered) == set(ALL)


def test_next_step_is_the_first_error_then_what_is_stale_then_a_warning() -> None:
    stale = found("adaptations/demo/changes/DEM-020.md", "stale-change", Severity.WARNING)
    warning = found("docs/contacts.yml", severity=Severity.WARNING)
    assert "docs/group/session-1.md, line 3" in next_step([warning, stale, CORE])
    assert "`manualkit diff demo`" in next_step([warning, stale])
    assert "docs/contacts.yml, line 3" in next_step([warning])
    assert "manualkit serve --edition demo" in next_step([], "demo")
