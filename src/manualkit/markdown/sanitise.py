"""The allow-list for HTML. It runs on every page, for catalogues and adaptations are input too."""

import re
from typing import Final

import nh3

_TAGS: Final = {
    "a", "abbr", "b", "bdi", "blockquote", "br", "caption", "code", "col", "colgroup", "dd", "del",
    "details", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6",
    "hr", "i", "img", "input", "ins", "kbd", "label", "li", "mark", "ol", "p", "path", "pre", "q",
    "s", "section", "small", "span", "strong", "sub", "summary", "sup", "svg", "table", "tbody",
    "td", "tfoot", "th", "thead", "time", "tr", "ul", "wbr",
}  # fmt: skip
_DROPPED_WHOLE: Final = {
    "embed", "form", "iframe", "math", "noscript", "object", "script", "style", "template",
    "textarea", "title",
}  # fmt: skip
_ATTRIBUTES: Final = {
    "*": {"class", "dir", "id", "lang", "role", "title", "translate"},
    "a": {"href", "hreflang"},
    "col": {"span"},
    "details": {"open"},
    "img": {"alt", "height", "loading", "src", "width"},
    "input": {"checked", "disabled", "name", "type"},
    "label": {"for"},
    "li": {"value"},
    "ol": {"reversed", "start", "type"},
    "path": {"d", "fill", "fill-rule"},
    "svg": {"fill", "height", "viewBox", "width", "xmlns"},
    "td": {"align", "colspan", "rowspan", "style"},
    "th": {"align", "colspan", "rowspan", "scope", "style"},
    "time": {"datetime"},
}
_SCHEMES: Final = {"http", "https", "mailto", "sms", "tel"}

# Material's own elements are found by these names; its content markup uses only the second ones.
_MATERIAL_ID = re.compile(r"__(?!tabbed_|codelineno-|span-)", re.IGNORECASE)
_MATERIAL_CLASS = re.compile(r"md-(?!button(?:--primary)?$|icon$)", re.IGNORECASE)
_LEAVES_THE_SITE = re.compile(r"[\s\x00-\x1f]*(?:[\\/]{2}|[a-z][a-z0-9+.-]*:)", re.IGNORECASE)
_NO_HOST = re.compile(r"[\s\x00-\x1f]*[\\/]\s*[\\/]")


def sanitise(html: str) -> str:
    """Return `html` with nothing in it that runs, loads from elsewhere or poses as the site."""
    return nh3.clean(
        html,
        tags=_TAGS,
        clean_content_tags=_DROPPED_WHOLE,
        attributes=_ATTRIBUTES,
        attribute_filter=_allowed,
        generic_attribute_prefixes={"aria-", "data-"},
        filter_style_properties={"text-align"},
        url_schemes=_SCHEMES,
        link_rel=None,
        strip_comments=True,
    )


def _allowed(tag: str, attribute: str, value: str) -> str | None:
    """Return the value that an attribute may keep, or None."""
    if attribute == "class":
        return " ".join(word for word in value.split() if not _MATERIAL_CLASS.match(word)) or None
    return None if _refused(tag, attribute, value) else value


def _refused(tag: str, attribute: str, value: str) -> bool:
    if attribute in {"id", "name", "for"}:
        return _MATERIAL_ID.match(value) is not None
    if attribute == "src":
        return _LEAVES_THE_SITE.match(value) is not None
    if attribute == "href":
        return _NO_HOST.match(value) is not None
    if tag == "input" and attribute == "type":
        return value not in {"checkbox", "radio"}
    return attribute.startswith("data-md-")
