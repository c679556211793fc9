"""The last touches to a page's HTML, behind the theme's templates."""

import json
import re
from collections.abc import Mapping
from typing import Any

from manualkit.model.language import Language
from manualkit.site.assets import SEARCH
from manualkit.site.bound import bound
from manualkit.site.frame import CONFIG, FRAME, WORDS
from manualkit.site.places import Spot

_ASSET = re.compile(r'\b(href|src)="(?:\.{1,2}/)*assets/')
_ROOT = re.compile(r'<html lang="[^"]*"')
_AS_WRITTEN = re.compile(r"(<(pre|textarea)\b.*?</\2>)|\s*\n\s*", re.DOTALL)
_BLOCKS = (
    "article|aside|body|dd|details|div|dl|dt|figure|footer|form|h[1-6]|head|header|html|"
    "li|link|main|meta|nav|ol|p|script|section|summary|table|tbody|td|th|thead|title|tr|ul"
)
_BETWEEN_BLOCKS = re.compile(
    rf"(<(pre|textarea)\b.*?</\2>)|((?:</(?:{_BLOCKS})|<(?:{_BLOCKS})\b[^>]*)>)\n(?=</?(?:{_BLOCKS})\b)",
    re.DOTALL,
)
_EMPTY = '<div data-md-component="announce"></div>'
"""A place of Material's that we never use."""
_UNUSED_WORDS = ("clipboard.copied", "clipboard.copy", "select.version")
"""Texts of Material for what is switched off."""
_STEP = re.compile(
    r'(<h[2-4] class="step\b[^>]*>)(?!<span class="pair">)(.*?)(</h[2-4]>)', re.DOTALL
)
_NAMED_FORM = '<form class="md-search__form" name="search">'


def finish_page(
    html: str,
    spot: Spot,
    language: Language,
    own_words: Mapping[str, str] | None,
    *,
    framed: bool = False,
) -> str:
    """Return the page with shared assets, the search of its own rendition, and its language.

    `own_words` are what our search says, by the names of Material's texts; None for plain Material.
    Of a page that is `framed`, a script brings what all pages have around their text.
    """
    assets = f"{spot.top}/assets/"
    html = _ASSET.sub(lambda found: f'{found[1]}="{assets}', html)
    html = CONFIG.sub(lambda found: _read(found, spot, own_words, framed=framed), html, count=1)
    if own_words is not None:
        # Material fetches its index where a form has this name.
        html = html.replace(_NAMED_FORM, _NAMED_FORM.replace(' name="search"', ""), 1)
    html = _STEP.sub(_in_one_piece, html)
    html = bound(_ROOT.sub(_root(language), html, count=1), language)
    return _without_indents(html).strip() + "\n"


def _root(language: Language) -> str:
    digits = "" if language.counter == "decimal" else f' data-digits="{language.counter}"'
    return f'<html lang="{language.code}" dir="{language.direction}"{digits}'


def _in_one_piece(step: re.Match[str]) -> str:
    """Return the heading of a step; parts of its name would be laid out each by itself."""
    return f"{step[1]}<span>{step[2]}</span>{step[3]}" if "<" in step[2] else step[0]


def _without_indents(html: str) -> str:
    """Return the page without what templates indent by: a phone pays for it on every page."""
    html = _AS_WRITTEN.sub(lambda found: found[1] or "\n", html)
    # A blank between two blocks is never seen.
    html = _BETWEEN_BLOCKS.sub(lambda found: found[1] or found[3], html)
    return html.replace(_EMPTY, "", 1)


def _read(
    found: re.Match[str], spot: Spot, own_words: Mapping[str, str] | None, *, framed: bool
) -> str:
    """Return the element that Material's script reads."""
    config = _config(found[2], spot, own_words)
    if not framed:
        return found[1] + _json(config) + found[3]
    config[WORDS] = {}
    script = f'<script src="{spot.base}/{FRAME}"></script>'
    return f"{found[1]}{_json(config)}{found[3]}\n{script}"


def _config(text: str, spot: Spot, own_words: Mapping[str, str] | None) -> dict[str, Any]:
    """Return what Material's script reads: search results and index stand below the rendition."""
    config: dict[str, Any] = json.loads(text)
    if own_words is None:
        inner = config["search"].partition("assets/")[2]
        config["search"] = f"{spot.top}/assets/{inner}"
    else:
        config["base"] = spot.base
        config["search"] = f"{spot.top}/assets/manual/{SEARCH}"
        config.setdefault(WORDS, {}).update(own_words)
    for name in _UNUSED_WORDS:
        config.get(WORDS, {}).pop(name, None)
    return config


def _json(config: Mapping[str, Any]) -> str:
    written = json.dumps(config, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return written.replace("<", "\\u003c")
