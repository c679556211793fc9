import pytest

from manualkit.model.links import link_from, outward, resolved


@pytest.mark.parametrize(
    ("page", "path", "anchor", "target"),
    [
        ("group/session-2", "group/session-2", "g2-plan", "#g2-plan"),
        ("group/session-2", "group/session-2", "", "session-2.md"),
        ("group/session-2", "group/session-3", "g3-plan", "session-3.md#g3-plan"),
        ("group/session-2", "safety/safety", "", "../safety/safety.md"),
        ("calls/first/talk", "contacts", "", "../../contacts.md"),
        ("index", "group/session-2", "g2-plan", "group/session-2.md#g2-plan"),
    ],
)
def test_a_link_leads_back_to_where_it_was_made_for(
    page: str, path: str, anchor: str, target: str
) -> None:
    assert link_from(page, path, anchor) == target
    assert resolved(target, page) == (path, anchor)


@pytest.mark.parametrize(
    ("target", "leads_out"),
    [("https://example.org", True), ("tel:{line}", True), ("{line_url}", True), ("a.md", False)],
)
def test_links_that_lead_out_of_the_manual(target: str, *, leads_out: bool) -> None:
    assert outward(target) is leads_out
