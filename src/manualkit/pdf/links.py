"""Links on paper: to a place in the same document, to an address that is printed, or none."""

import posixpath
from collections.abc import Collection
from typing import Protocol
from urllib.parse import urlsplit

from lxml import html

from manualkit.pdf.foreign import HtmlElement

SEE_PAGE = "see-page"
"""Class of what is filled in with the number of a page."""
# A list of places in a page stands below the page's name.
_LINE_ABOVE = "string(ancestor::li[1]/parent::*/preceding-sibling::*[1][self::p])"
_LOCKED = (
    "ancestor-or-self::*[contains(concat(' ', @class, ' '), ' core ')"
    " or contains(concat(' ', @class, ' '), ' safety ')]"
    # Loose text belongs to the step above it.
    " | ancestor::*/preceding-sibling::*[@id][1][self::h2 or self::h3 or self::h4]"
    "[contains(concat(' ', @class, ' '), ' core ')"
    " or contains(concat(' ', @class, ' '), ' safety ')]"
)
_DIALLED = ("tel:", "sms:", "mailto:")


class Title(Protocol):
    """Names a page."""

    def __call__(self, path: str, *, english: bool) -> str:
        """Return its title, in English or in the reader's language."""


def untitled(path: str, *, english: bool) -> str:  # noqa: ARG001  (as a `Title` is called)
    """Name no page."""
    return ""


def anchor(page: str, name: str = "") -> str:
    """Return the anchor of a page, or of an id on it. Two pages may show the same block."""
    slug = page.replace("/", "-")
    return f"{slug}--{name}" if name else slug


def set_anchors(tree: HtmlElement, page: str) -> None:
    """Give every id in `tree` the name of its page."""
    for element in tree.xpath("//*[@id]"):
        element.set("id", anchor(page, element.get("id")))


def resolve_links(tree: HtmlElement, page: str, pages: Collection[str], title: Title) -> None:
    """Point the links at anchors of the document; take off those that lead out of it.

    Behind a link to another page stands the number of its page, or, where that is not in the
    document, its title, in the language of the link.

    Must run behind `set_anchors`.
    """
    known = set(tree.xpath("//@id"))
    for address in tree.xpath("//bdi[contains(., '://')]"):
        # Half a column is narrower than many an address. Numbers never break.
        address.classes.add("address")
        # An element inside a link takes its annotation out of its tag (see `_unwrap_island`).
        if not address.xpath("ancestor::a"):
            _hold_scheme(address)
    for link in tree.xpath("//a"):
        target = link.get("href", "")
        inner = _inner(target, page)
        if urlsplit(target).scheme in {"http", "https"}:
            _print_address(link, target)
        elif target.startswith(_DIALLED):
            _unwrap_island(link)
        elif inner is None or inner[0] not in pages or _lost(inner, page, known):
            elsewhere = inner[0] if inner and inner[0] != page else ""
            _name_title(link, title(elsewhere, english=_english(link)) if elsewhere else "")
            link.drop_tag()
        else:
            link.set("href", f"#{anchor(*inner)}")
            _unwrap_island(link)
            if inner[0] != page and _says_something(link):
                _name_page(link, anchor(*inner))


def _inner(target: str, page: str) -> tuple[str, str] | None:
    """Return the page and the id that a link within the manual points at."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return None
    if not parts.path:
        return page, parts.fragment
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), parts.path))
    return (path.removesuffix(".md"), parts.fragment) if path.endswith(".md") else None


def _lost(inner: tuple[str, str], page: str, known: Collection[str]) -> bool:
    """Whether a link points at an id of its own page that is not there."""
    return inner[0] == page and bool(inner[1]) and anchor(*inner) not in known


def _english(link: HtmlElement) -> bool:
    """Whether a link stands in English words beside or among those of another language."""
    return bool(link.xpath("ancestor-or-self::*[@lang][1][@lang='en']"))


def _says_something(link: HtmlElement) -> bool:
    """Whether a link is more than the number of a step, as in the cells of a checklist."""
    return any(map(str.isalpha, link.text_content()))


def _name_page(link: HtmlElement, target: str) -> None:
    """Let the number of the page follow, which the style sheet fills in."""
    if link.tag != "a":
        return
    mark = html.Element("span", {"class": SEE_PAGE, "data-to": f"#{target}"})
    mark.tail, link.tail = link.tail, " "
    link.addnext(mark)


def _name_title(link: HtmlElement, title: str) -> None:
    """Let the title of the page follow, unless the words say it; locked text stays as it is."""
    if not title or not _says_something(link) or link.xpath(_LOCKED):
        return
    said, words = _compared(title), _compared(link.text_content())
    if said in words or words in said or _compared(link.xpath(_LINE_ABOVE)).startswith(said):
        return
    mark = html.Element("span", {"class": "see-title"})
    mark.text = f" ({title})"
    link.append(mark)


def _compared(words: str) -> str:
    """Return words without capitals, with plain blanks: French has narrow ones before colons."""
    return " ".join(words.casefold().split())


def _print_address(link: HtmlElement, address: str) -> None:
    """Print the address behind a link's words, for paper cannot be tapped."""
    _unwrap_island(link)
    if urlsplit(address).netloc in link.text_content():
        return
    printed = html.Element("bdi", {"class": "address", "dir": "ltr"})
    printed.text = f"({address})"
    printed.tail, link.tail = link.tail, " "
    link.addnext(printed)
    _hold_scheme(printed)


def _hold_scheme(address: HtmlElement) -> None:
    """Let no line end behind "https://", which would leave it alone there."""
    scheme, slashes, rest = (address.text or "").partition("://")
    if slashes and rest:
        held = html.Element("span", {"class": "held"})
        held.text, held.tail = f"{scheme}{slashes}{rest[0]}", rest[1:]
        address.text = None
        address.insert(0, held)


def _unwrap_island(link: HtmlElement) -> None:
    """Move a direction that stands in a link to the link itself.

    WeasyPrint 70.0 puts the annotation of a link with a <bdi> inside beside its tag, so that the
    page is no PDF/UA any more.
    """
    islands = link.xpath(".//bdi")
    if not islands:
        return
    if link.text_content() == islands[0].text_content():
        link.set("dir", islands[0].get("dir", "auto"))
        link.set("class", " ".join(filter(None, (link.get("class"), islands[0].get("class")))))
        for island in islands:
            island.drop_tag()
    else:
        link.drop_tag()
