"""What stands twice must say the same."""

import re
from pathlib import Path

from mkdocs.utils.yaml import yaml_load

from manualkit.catalogue import load_strings
from manualkit.markdown import EXTENSION_CONFIGS, EXTENSIONS


def test_mkdocs_has_the_extensions_of_the_sheets(root: Path) -> None:
    with (root / "mkdocs.yml").open(encoding="utf-8") as stream:
        listed = yaml_load(stream)["markdown_extensions"]
    names = [item if isinstance(item, str) else next(iter(item)) for item in listed]
    settings = {name: item[name] for item in listed if isinstance(item, dict) for name in item}
    assert names == EXTENSIONS
    assert settings == EXTENSION_CONFIGS


def test_templates_use_only_texts_that_exist(root: Path) -> None:
    strings = load_strings(root / "templates")
    sources = [
        *(root / "templates/site").rglob("*.html"),
        *(root / "src/manualkit/site").glob("*.py"),
    ]
    used = {
        name
        for path in sources
        for name in re.findall(r'"(site\.[a-z.-]*[a-z])"', path.read_text("utf-8"))
    }
    assert used
    assert used <= strings.keys()


def test_style_sheets_know_start_and_end_not_left_and_right(root: Path) -> None:
    physical = re.compile(
        r"(?:margin|padding|border)-(?:left|right)|(?:^|[\s;])(?:left|right):|float:"
    )
    for path in (root / "templates/site/theme/assets/manual").glob("*.css"):
        assert not physical.search(path.read_text("utf-8")), path.name
