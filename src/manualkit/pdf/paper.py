"""HTML of a page → HTML for paper: pictures, links, boxes to tick, the plan of a session."""

import posixpath
import re
from collections.abc import Collection

from lxml import html

from manualkit.markdown.steps import in_digits
from manualkit.model.language import Language
from manualkit.pdf.cards import lay_out_cards
from manualkit.pdf.fields import lay_out_fields
from manualkit.pdf.foreign import HtmlElement
from manualkit.pdf.links import Title, anchor, resolve_links, set_anchors, untitled
from manualkit.pdf.sidebyside import tabulate_changes

_LEFT_TO_RIGHT = "\u200e"
_STEP_NUMBER = re.compile(r'(<span class="step-number" dir="ltr">)([0-9]+)(?=</span>)')


def for_paper(
    body: str,
    page: str,
    pages: Collection[str] | None,
    *,
    fillable: bool = False,
    title: Title = untitled,
) -> str:
    """Return the HTML of a page as it is printed in a document that holds `pages`.

    Without them it stands for itself, whatever else is in the document.
    `title` names any page, in the reader's language or in English.
    """
    tree = html.fragment_fromstring(body, create_parent="article")
    tree.set("class", "page")
    set_anchors(tree, page)
    tree.set("id", anchor(page))
    for pair in tree.xpath("//div[@class='pair'] | //span[@class='pair']"):
        pair.insert(0, pair[1])  # columns stand in the order of the text
        pair[0].tail, pair[1].tail = pair[1].tail, None
    for link in tree.xpath("//a[span[@class='pair']]"):
        _link_one_side(link)
    together = [page] if pages is None else pages
    resolve_links(tree, page, together, title)
    for picture in tree.xpath("//img"):
        picture.set("src", f"images/{posixpath.basename(picture.get('src', ''))}")
    for notice in tree.xpath("//p[contains(@class, 'safety-notice')]"):
        _drop_repeated(notice)
    _number_steps(tree)
    for island in tree.xpath("//h1//bdi[@dir='ltr']"):
        _mark_end(island)
    for bar in tree.xpath("//ol[contains(@class, 'minute-bar')]"):
        _add_session_plan(bar, tree)
    tabulate_changes(tree)
    for table in tree.xpath("//table"):
        _tidy_table(table)
    lay_out_fields(tree, fillable=fillable)
    lay_out_cards(tree, cut_out=len(together) == 1)
    return str(html.tostring(tree, encoding="unicode"))


def numbered_in(body: str, language: Language) -> str:
    """Return a page on paper whose steps are numbered as readers of the language count."""
    return _STEP_NUMBER.sub(lambda found: found[1] + in_digits(int(found[2]), language), body)


def _link_one_side(link: HtmlElement) -> None:
    """Let a link of a session's plan hold the reader's language alone; take others off.

    WeasyPrint 70.0 puts the annotation of a link with elements inside beside its tag.
    """
    if not link.xpath("ancestor::ol[contains(@class, 'minute-bar')]"):
        link.drop_tag()
        return
    pair = link[0]
    pair[1].drop_tree()
    pair[0].tail = None
    for name in ("lang", "dir"):
        link.set(name, pair[0].get(name))
    pair[0].drop_tag()
    pair.drop_tag()


def _drop_repeated(notice: HtmlElement) -> None:
    """Take off a notice that stands again in the block below it."""
    following = notice.getnext()
    if following is not None and following.xpath("./p[contains(@class, 'safety-notice')]"):
        notice.drop_tree()


def _mark_end(island: HtmlElement) -> None:
    """Let a sign at the end stay there in the running head too, which holds no elements: PM+."""
    if not island.text_content()[-1:].isalnum():
        island.tail = f"{_LEFT_TO_RIGHT}{island.tail or ''}"


def _number_steps(tree: HtmlElement) -> None:
    """Give each step the number that it has in the bar and in the checklists."""
    for number, step in enumerate(tree.xpath("//h2[@data-minutes]"), 1):
        mark = html.Element("span", {"class": "step-number", "dir": "ltr"})
        mark.text = step.get("data-step", str(number))
        mark.tail, step.text = f" {step.text or ''}", None
        step.insert(0, mark)


def _add_session_plan(bar: HtmlElement, tree: HtmlElement) -> None:
    """Put the steps as a list below the bar, whose parts are too narrow for words."""
    labels = tree.xpath("//*[@data-minutes-label]/@data-minutes-label")
    plan = html.Element("ol", {"class": "session-plan"})
    for step, label in zip(bar.xpath("./li"), labels, strict=False):
        entry = html.Element("li", {"data-minutes": label})
        entry.text = step.text
        entry.extend(step)
        plan.append(entry)
    bar.tag = "div"
    marks = tree.xpath("//h2[@data-minutes]/span[@class='step-number']/text()")
    for number, step in enumerate(bar):
        step.tag = "span"
        step.text = marks[number] if number < len(marks) else str(number + 1)
    bar.addnext(plan)


def _tidy_table(table: HtmlElement) -> None:
    """Take off a head without words, and mark cells that are filled in by pen."""
    for head in table.xpath("./thead[not(normalize-space())]"):
        head.drop_tree()
    for cell in table.xpath(".//td[not(normalize-space()) and not(.//img)]"):
        for child in list(cell):
            child.drop_tree()
        cell.text = None
        cell.set("class", f"{cell.get('class', '')} empty".strip())
