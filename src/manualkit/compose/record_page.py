"""The adaptation record as a page of the manual: for reviewers, in English whatever the language.

Texts of the changes stand there as people read them, without the marks of Markdown. Whatever is
left of these is written as a character reference, so that neither Markdown nor a browser reads it.
"""

import dataclasses as dc
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from manualkit.compose.facts import used_facts
from manualkit.compose.pages import ComposedPage, PageComposer, literal
from manualkit.compose.readable import Reading, readings
from manualkit.model.difference import Piece, word_difference
from manualkit.model.edition import Edition
from manualkit.model.language import language
from manualkit.model.manifest import ManifestChange
from manualkit.model.manual import NavSection

PATH = "record"
TITLE = "Adaptation record"
_GROUPS: Mapping[str, tuple[str, ...]] = {
    "Pages and sessions": (),
    "Texts": ("replace", "add-before", "add-after", "remove"),
    "Stories": ("case-study",),
    "Pictures": ("picture",),
    "Words": ("term",),
    "Contacts and facts": ("contact", "fact"),
    "Not in the text": (),
}
"""The groups that a reader meets, with their actions; every other action changes pages."""
_TAGS = {"gone": "del", "new": "ins"}


def with_record_page(edition: Edition) -> Edition:
    """Return the edition with its record in the contents, behind what it says about itself."""
    if not edition.changes:
        return edition
    nav = [section.model_copy(update={"pages": _listed(section)}) for section in edition.nav]
    if not any(PATH in section.pages for section in nav):
        nav.append(NavSection(title=TITLE, pages=[PATH]))
    return dc.replace(edition, nav=tuple(nav))


def _listed(section: NavSection) -> list[str]:
    return [
        path for page in section.pages for path in ((page, PATH) if page == "about" else (page,))
    ]


def grouped(changes: Sequence[ManifestChange]) -> dict[str, list[ManifestChange]]:
    """Return the changes by the groups that a reader meets, those without a change left out."""
    found: dict[str, list[ManifestChange]] = {name: [] for name in _GROUPS}
    for change in changes:
        found[_group(change)].append(change)
    return {name: entries for name, entries in found.items() if entries}


def _group(change: ManifestChange) -> str:
    if not change.applied:
        return "Not in the text"
    known = (name for name, actions in _GROUPS.items() if change.action in actions)
    return next(known, "Pages and sessions")


@dc.dataclass(frozen=True, slots=True)
class Entry:
    """A change as the template shows it."""

    change: ManifestChange
    before: str
    """HTML of what stood there."""
    after: str
    marks: str
    """One line of FRAME: nature, plan, relation to the core, who decided."""
    places: tuple[tuple[str, str], ...]
    """Titles and addresses of the places that show it."""

    @property
    def anchor(self) -> str:
        """The id of its heading."""
        return f"record-{self.change.id.lower()}"


def record_page(
    edition: Edition, pages: Mapping[str, ComposedPage], composer: PageComposer
) -> Iterator[ComposedPage]:
    """Yield the page of the record, if there is one."""
    if not edition.changes:
        return
    groups = grouped(edition.changes)
    sides = readings(edition)
    values = {
        "title": TITLE,
        "total": len(edition.changes),
        "figures": _figures(edition.changes),
        "groups": {
            name: [_entry(change, pages, sides) for change in changes]
            for name, changes in groups.items()
        },
    }
    yield ComposedPage(PATH, "record", TITLE, composer.render("record", PATH, values))


def _figures(changes: Sequence[ManifestChange]) -> dict[str, str]:
    """Return the counts that reviewers ask for first."""
    tallies = {
        "What was done": Counter(change.action for change in changes),
        "Nature of the change": Counter(value for change in changes for value in change.nature),
        "Planned or not": Counter(str(change.head.get("planned", "")) for change in changes),
        "Relation to the core": Counter(str(c.head.get("core_impact", "")) for c in changes),
        "Who decided": Counter(r for c in changes for r in c.head.get("decided_by", [])),
    }
    return {
        name: ", ".join(f"{value} {number}" for value, number in tally.most_common())
        for name, tally in tallies.items()
    }


def _entry(
    change: ManifestChange, pages: Mapping[str, ComposedPage], sides: tuple[Reading, Reading]
) -> Entry:
    then, now = sides
    before, after = word_difference(then.shown(change.before), now.shown(change.after))
    said = [
        change.action,
        ", ".join(change.nature),
        *(str(change.head.get(key, "")) for key in ("planned", "core_impact")),
        f"decided by {', '.join(change.head.get('decided_by', []))}",
    ]
    return Entry(
        change=change,
        before=_html(before),
        after=_html(after, str(change.head.get("language", ""))),
        marks=" · ".join(part for part in said if part),
        places=tuple(_places(change, pages)),
    )


def _html(pieces: Sequence[Piece], code: str = "") -> str:
    """Return a text as paragraphs, with marks at what is gone or new, in its own direction."""
    words = "".join(_piece(piece) for piece in pieces)
    if not words:
        return "<p>–</p>"
    spoken = language(code) if code else None
    said = f' lang="{spoken.code}" dir="{spoken.direction}"' if spoken else ""
    paragraphs = re.split(r"\n{2,}", words)
    return "".join(f"<p{said}>{part.replace(chr(10), '<br>')}</p>" for part in paragraphs)


def _piece(piece: Piece) -> str:
    tag = _TAGS.get(piece.side)
    if tag is None or not piece.text.strip():
        return literal(piece.text)
    lines = piece.text.split("\n")
    # A mark ends with its line: a paragraph may end there, too.
    return "\n".join(f"<{tag}>{literal(line)}</{tag}>" if line else "" for line in lines)


def _places(change: ManifestChange, pages: Mapping[str, ComposedPage]) -> Iterator[tuple[str, str]]:
    """Yield title and address of each page that shows a change, at the block if there is one."""
    if change.action == "contact" and "contacts" in pages:
        yield pages["contacts"].title, "contacts.md"
    for page in pages.values():
        if change.action == "fact" and change.target in used_facts(page.markdown):
            yield page.title, f"{page.path}.md"
        block = next((block for block in page.blocks if block.change == change.id), None)
        if block is not None:
            yield page.title, f"{page.path}.md#{block.id}"
        elif page.path in change.pages or (page.page and page.page.change == change.id):
            yield page.title, f"{page.path}.md"
