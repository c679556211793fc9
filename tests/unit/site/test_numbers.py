"""Telephone numbers that a version went out with."""

from collections.abc import Callable

import pytest

from manualkit.model.manifest import Manifest, ManifestContact, ManifestFact
from manualkit.site.numbers import (
    changed_since,
    help_numbers,
    named_in,
    numbers_of,
    without_numbers,
)
from manualkit.site.rendition import Rendition


@pytest.fixture
def manifest(rendition: Callable[[str], Rendition]) -> Manifest:
    facts = {
        "danger": ManifestFact(kind="phone", value="999"),
        "line": ManifestFact(kind="phone", value="116 123"),
        "line_sms": ManifestFact(kind="sms", value="85 258"),
        "fare": ManifestFact(kind="price", value="2.50"),
    }
    contacts = [
        ManifestContact(id=name, label=name, checked_on="never", emergency=name == "line")
        for name in ("danger", "line")
    ]
    return rendition("en").manifest.model_copy(update={"facts": facts, "contacts": contacts})


def test_numbers_are_those_that_somebody_may_dial(manifest: Manifest) -> None:
    assert numbers_of(manifest) == {"danger": "999", "line": "116 123", "line_sms": "85 258"}
    assert help_numbers(manifest) == ["line", "line_sms"]


def test_a_number_is_named_where_it_stands_whole(manifest: Manifest) -> None:
    numbers = numbers_of(manifest)
    assert list(named_in("Call 116 123 or 9990.", numbers)) == ["line"]
    assert list(named_in("Call 999.", numbers)) == ["danger"]


@pytest.mark.parametrize(
    ("then", "changed"),
    [
        ({"danger": "999", "line": "116123"}, set()),
        ({"danger": "112", "line": "116 123"}, {"danger"}),
        ({"gone": "116 123"}, {"gone"}),
        ({"danger": "116 123", "line": "999"}, {"danger", "line"}),
    ],
)
def test_a_number_has_changed_if_it_is_another_or_gone_and_not_if_it_is_spaced_otherwise(
    manifest: Manifest, then: dict[str, str], changed: set[str]
) -> None:
    assert changed_since(then, manifest) == changed


def test_search_of_a_kept_version_shows_no_number_and_keeps_all_else(manifest: Manifest) -> None:
    index = 'manualIndex({"texts":["Call 116 123, not 9990"],"at":[999,{"999":"999"}]});\n'
    assert without_numbers(index, numbers_of(manifest)) == (
        'manualIndex({"texts":["Call …, not 9990"],"at":[999,{"999":"…"}]});\n'
    )
    assert without_numbers("no index", numbers_of(manifest)) == "no index"
