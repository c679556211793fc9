from collections.abc import Callable
from pathlib import Path

import pytest

from manualkit.verify.context import Edition, editions

Write = Callable[[dict[str, str]], Path]

CORE = {
    "docs/manual.yml": "id: core\nlanguages: [en, ur]\n",
    "docs/terms.yml": "terms:\n  - id: helper\n    forms: {singular: helper, plural: helpers}\n",
    "docs/contacts.yml": """
contacts:
  - id: line
    phone: "0311"
    sms: "0312"
    expires: 2026-03-31
    checked_on: never
facts:
  - {id: fare, kind: price, value: "30.00"}
""",
    "adaptations/region/adaptation.yml": "id: region\nlanguages: [en]\n",
    "adaptations/region/terms.yml": """
terms:
  - {id: REG-001, term: helper, forms: {singular: peer, plural: peers}}
""",
    "adaptations/town/adaptation.yml": "id: town\nlanguages: [en, fr]\nextends: region\n",
    "adaptations/town/contacts.yml": """
contacts:
  - {id: TOW-001, contact: line, url: "https://example.org"}
  - {id: TOW-002, contact: line, phone: "999", status: proposed}
facts:
  - {id: TOW-003, fact: fare, kind: price, value: "2.00"}
  - {id: TOW-004, fact: line, kind: code, value: "not a number"}
""",
    "adaptations/_template/adaptation.yml": "id: FIXME\n",
}


def found(root: Path) -> dict[str, Edition]:
    return {edition.id: edition for edition in editions(root)}


def test_every_folder_is_an_edition_but_templates(write_tree: Write) -> None:
    here = found(write_tree(CORE))
    assert {name: each.languages for name, each in here.items()} == {
        "core": ("en", "ur"),
        "region": ("en",),
        "town": ("en", "fr"),
    }


def test_what_is_extended_comes_in_between(write_tree: Write) -> None:
    town = found(write_tree(CORE))["town"]
    assert town.line == ("town", "region", "core")
    assert town.terms["helper"]["plural"] == "peers"


def test_numbers_stay_text_and_a_contact_keeps_its_number(write_tree: Write) -> None:
    here = found(write_tree(CORE))
    assert here["core"].facts == {
        "fare": ("price", "30.00"),
        "line": ("phone", "0311"),
        "line_sms": ("sms", "0312"),
        "line_expires": ("date", "2026-03-31"),
    }
    # Neither a change that is only proposed nor a fact of the same name takes its place.
    assert here["town"].facts == {
        "fare": ("price", "2.00"),
        "line": ("phone", "0311"),
        "line_url": ("url", "https://example.org"),
    }


APPROVED = '- {scope: safety, language: ur, decision: approved, hash: "a", role: clinician}\n'
SECOND = '- {scope: safety, language: ur, decision: approved, hash: "a", role: translator}\n'


@pytest.mark.parametrize(
    ("rows", "languages"),
    [
        (APPROVED, set()),
        (APPROVED + APPROVED, set()),
        (APPROVED + SECOND, {"ur"}),
        (SECOND + SECOND.replace("translator", "plt"), set()),
        (APPROVED + SECOND.replace('"a"', '"b"'), set()),
        (APPROVED + SECOND + APPROVED.replace("approved", "withdrawn"), set()),
        (APPROVED + SECOND.replace("safety", "translation"), set()),
    ],
)
def test_safety_text_needs_two_roles_for_one_text(
    rows: str, languages: set[str], write_tree: Write
) -> None:
    root = write_tree({**CORE, "docs/approvals.yml": f"approvals:\n{rows}"})
    assert found(root)["core"].safety_approved == languages


@pytest.mark.parametrize(
    ("forms", "contexts"),
    [
        ("", ("",)),
        ("forms: {helper: f}", ("helper=f", "")),
        ("forms: {helper: f, client: m}", ("helper=f client=m", "helper=f", "client=m", "")),
        ("forms: {helper: f, languages: {fr: {client: m}}}", ("client=m", "")),
        ("forms: {helper: f, languages: {fr: {}}}", ("",)),
        ("forms: {languages: {ur: {helper: f}}}", ("",)),
    ],
)
def test_an_edition_says_which_forms_its_readers_see(
    forms: str, contexts: tuple[str, ...], write_tree: Write
) -> None:
    head = f"id: town\nlanguages: [en, fr]\nextends: region\n{forms}\n"
    root = write_tree(CORE | {"adaptations/town/adaptation.yml": head})
    town = next(edition for edition in editions(root) if edition.id == "town")
    assert town.forms["fr"] == contexts
