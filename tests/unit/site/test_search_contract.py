"""Our search stands in for Material's worker, so it needs Material to speak as it does today."""

import re

import pytest

from manualkit.site.search_contract import (
    PROMISES,
    broken_promises,
    material_bundle,
    own_search,
    without_search_plugin,
)


def test_the_material_that_is_installed_speaks_as_our_search_expects() -> None:
    assert broken_promises(material_bundle()) == []
    assert own_search()


@pytest.mark.parametrize("promise", PROMISES)
def test_a_promise_that_is_broken_is_named(promise: str) -> None:
    changed = re.sub(PROMISES[promise], "", material_bundle())
    assert promise in broken_promises(changed)


def test_nobody_writes_an_index_that_nobody_fetches() -> None:
    plugins: list[object] = [{"search": {"lang": "en"}}, "search", {"i18n": {}}, "manualkit"]
    assert without_search_plugin(plugins) == [{"i18n": {}}, "manualkit"]
