"""Our own blocks: `::: kind {#id .mark option="…"}` … `:::`.

The text inside is parsed as Markdown, so that its lists, tables and paragraphs stand in the tree
like any other text and are translated like any other text.
"""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor

from manualkit.markdown.conversion import Conversion
from manualkit.markdown.local_texts import LOCAL
from manualkit.markdown.pictures import add_number
from manualkit.markdown.ways import LINKS, fill_links
from manualkit.model.attributes import Attributes, parse_attributes
from manualkit.model.language import language

_OPEN = re.compile(r"^:::[ \t]+([a-z][a-z-]*)[ \t]*(\{.*\})?[ \t]*$", re.MULTILINE)
_CLOSE = re.compile(r"^:::[ \t]*$", re.MULTILINE)

_ENGLISH = {"translate": "no", "lang": "en", "dir": "ltr"}
"""What the mark `.english` makes of a fence: a text for reviewers, which no translator sees."""


class FenceProcessor(BlockProcessor):
    """Makes `<div class="block say core" id="…">` of a fence."""

    def __init__(self, parser: BlockParser, conversion: Conversion) -> None:
        super().__init__(parser)
        self._conversion = conversion

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002  (Python-Markdown's form)
        """Whether a fence opens in this block of lines."""
        return _OPEN.search(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> bool:
        """Take the fence out of `blocks`; False (nothing taken) if it never closes."""
        opening = _OPEN.search(blocks[0])
        if opening is None:
            return False
        inside = _inside(blocks, opening.end())
        if inside is None:
            return False
        content, after, taken = inside
        before = blocks[0][: opening.start()]
        del blocks[:taken]
        if after.strip():
            blocks.insert(0, after)
        if before.strip():
            self.parser.parseBlocks(parent, [before.rstrip("\n")])
        self._build(parent, opening[1], parse_attributes(opening[2] or ""), content)
        return True

    def _build(
        self, parent: Element, kind: str, attributes: Attributes, content: list[str]
    ) -> None:
        if kind == "minutes":
            SubElement(parent, "ol", _named({"class": "minute-bar"}, attributes.id))
            return
        if kind == LINKS:
            links = SubElement(parent, "div", _named({"class": "block links"}, attributes.id))
            fill_links(links, "\n".join(content))
            return
        local = attributes.options.get(LOCAL, "")
        if kind == LOCAL:
            self._parse(parent, content, local)
            return
        classes = " ".join(("block", kind, *attributes.marks))
        spoken = _ENGLISH if "english" in attributes.marks else {}
        block = SubElement(parent, "div", _named({"class": classes, **spoken}, attributes.id))
        label = self._conversion.context.strings.get(f"kind.{kind}")
        if label:
            SubElement(block, "p", {"class": "block-label"}).text = label
        if picture := attributes.options.get("picture"):
            figure = SubElement(block, "figure", {"class": "picture"})
            source = _picture_path(self._conversion.context.page, picture)
            SubElement(figure, "img", {"src": source, "alt": attributes.options.get("alt", "")})
            add_number(figure, attributes.options.get("number", ""))
        self._parse(block, content, local)

    def _parse(self, parent: Element, content: list[str], local: str) -> None:
        """Parse what is inside; a text of one language says so, and is not translated again."""
        before = len(parent)
        self.parser.parseBlocks(parent, content)
        for element in parent[before:] if local else ():
            for name, value in (("lang", local), ("dir", language(local).direction)):
                element.set(name, value)
            element.set("translate", "no")


def _inside(blocks: list[str], start: int) -> tuple[list[str], str, int] | None:
    """Return what is inside the fence, what follows in its last block, how many blocks it took."""
    content: list[str] = []
    for index, block in enumerate(blocks):
        text = block[start:] if index == 0 else block
        closing = _CLOSE.search(text)
        if closing is not None:
            content.append(text[: closing.start()])
            content = [part.strip("\n") for part in content if part.strip()]
            return content, text[closing.end() :].lstrip("\n"), index + 1
        content.append(text)
    return None


def _named(attributes: dict[str, str], block_id: str) -> dict[str, str]:
    return {**attributes, "id": block_id} if block_id else attributes


def _picture_path(page: str, file: str) -> str:
    """Return the address of a picture as seen from the page's Markdown file."""
    return "../" * page.count("/") + f"images/{file}"
