"""The last touches to a page's HTML, behind the theme's templates."""

import json
import re
from collections.abc import Mapping
from typing import Any

from manualkit.model.language import Language
from manualkit.site.assets import SEARCH
from manualkit.site.places import Spot

_CONFIG = re.compile(r'(<script id="__config" type="application/json">)(.*?)(</script>)', re.DOTALL)
_ASSET = re.compile(r'\b(href|src)="(?:\.{1,2}/)*assets/')
_ROOT = re.compile(r'<html lang="[^"]*"')
_AS_WRITTEN = re.compile(r"(<(pre|textarea)\b.*?</\2>)|\s*\n\s*", re.DOTALL)
_UNUSED_WORDS = ("clipboard.copied", "clipboard.copy", "select.version")
"""Texts of Material for what is switched off."""
_NAMED_FORM = '<form class="md-search__form" name="search">'


def finish_page(
    html: str, spot: Spot, language: Language, own_words: Mapping[str, str] | None
) -> str:
    """Return the page with shared assets, the search of its own rendition, and its language.

    `own_words` are what our search says, by the names of Material's texts; None for plain Material.
    """
    assets = f"{spot.top}/assets/"
    html = _ASSET.sub(lambda found: f'{found[1]}="{assets}', html)
    html = _CONFIG.sub(
        lambda found: found[1] + _config(found[2], spot, own_words) + found[3], html, count=1
    )
    if own_words is not None:
        # Material fetches its index where a form has this name.
        html = html.replace(_NAMED_FORM, _NAMED_FORM.replace(' name="search"', ""), 1)
    root = f'<html lang="{language.code}" dir="{language.direction}"'
    return _without_indents(_ROOT.sub(root, html, count=1)).strip() + "\n"


def _without_indents(html: str) -> str:
    """Return the page without what templates indent by: a phone pays for it on every page."""
    return _AS_WRITTEN.sub(lambda found: found[1] or "\n", html)


def _config(text: str, spot: Spot, own_words: Mapping[str, str] | None) -> str:
    """Return what Material's script reads: search results and index stand below the rendition."""
    config: dict[str, Any] = json.loads(text)
    if own_words is None:
        inner = config["search"].partition("assets/")[2]
        config["search"] = f"{spot.top}/assets/{inner}"
    else:
        config["base"] = spot.base
        config["search"] = f"{spot.top}/assets/manual/{SEARCH}"
        config.setdefault("translations", {}).update(own_words)
    for name in _UNUSED_WORDS:
        config.get("translations", {}).pop(name, None)
    written = json.dumps(config, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return written.replace("<", "\\u003c")
