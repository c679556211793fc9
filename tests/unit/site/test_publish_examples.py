from pathlib import Path

import pytest

from manualkit.site.care import POLICY

EXAMPLES = Path(__file__).parents[3] / "examples" / "publish"


@pytest.mark.parametrize("name", ["nginx.conf", "apache.htaccess"])
def test_a_host_that_sets_headers_sets_the_policy_of_the_pages(name: str) -> None:
    text = (EXAMPLES / name).read_text("utf-8")
    assert f"{POLICY}; object-src 'self'; frame-ancestors 'none'" in text


def test_the_table_names_every_example() -> None:
    table = (EXAMPLES / "README.md").read_text("utf-8")
    names = {path.name for path in EXAMPLES.iterdir()} - {"README.md"}
    assert {name for name in names if f"`{name}`" in table} == names
