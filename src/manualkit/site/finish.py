"""The last touches to a page's HTML, behind the theme's templates."""

import json
import re
from typing import Any

from manualkit.model.language import Language
from manualkit.site.places import Spot

SEARCH_WORKER = "assets/manual/search-worker.js"
_CONFIG = re.compile(r'(<script id="__config" type="application/json">)(.*?)(</script>)', re.DOTALL)
_ASSET = re.compile(r'\b(href|src)="(?:\.{1,2}/)*assets/')
_ROOT = re.compile(r'<html lang="[^"]*"')


def finish_page(html: str, spot: Spot, language: Language) -> str:
    """Return the page with shared assets, the search of its own rendition, and its language."""
    assets = f"{spot.top}/assets/"
    html = _ASSET.sub(lambda found: f'{found[1]}="{assets}', html)
    html = _CONFIG.sub(lambda found: found[1] + _config(found[2], spot) + found[3], html, count=1)
    root = f'<html lang="{language.code}" dir="{language.direction}"'
    return _ROOT.sub(root, html, count=1).strip() + "\n"


def _config(text: str, spot: Spot) -> str:
    """Return what Material's script reads: search results and index stand below the rendition."""
    config: dict[str, Any] = json.loads(text)
    inner = config["search"].rpartition("/")[2]
    config["base"] = spot.base
    config["search"] = f"{spot.top}/{SEARCH_WORKER}?{inner}"
    written = json.dumps(config, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return written.replace("<", "\\u003c")
