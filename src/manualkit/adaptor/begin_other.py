"""The beginning of a change of a picture, a story, a term, a contact or a fact."""

import dataclasses as dc

from manualkit.adaptor.begin import (
    Begun,
    contact_lines,
    fact_lines,
    picture_head,
    retold,
    story_file,
    story_head,
    term_lines,
)
from manualkit.adaptor.desk import UNTOLD, Desk, Refused, Wish, refused, unknown
from manualkit.model.change import PictureChange
from manualkit.model.core_text import picture_text, telling_text
from manualkit.model.manual import Contact, Fact
from manualkit.model.project import Placed


def begin_picture(desk: Desk, wish: Wish) -> Begun | Refused:
    """Return a change file for another picture, or why there can be none."""
    placed = desk.texts.pictures.get(wish.name)
    if placed is None:
        return unknown("picture", wish.name, desk.texts.pictures)
    picture = placed.picture
    if taken := desk.taken({"action": "picture", "picture": wish.name}):
        return taken
    own = picture.model_dump(include={"alt", "creator", "licence", "origin"})
    record = {"action": "picture", "picture": picture.id, "file": f"images/{picture.file}", **own}
    change = PictureChange.model_validate({"id": desk.start.id, **UNTOLD, **record})
    entries = (*desk.context.pictures, Placed(change, desk.source))
    faults = desk.faults(dc.replace(desk.context, pictures=entries))
    if faults:
        return refused(faults)
    return desk.start.file(picture_head(picture), picture_text(picture, placed.location))


def begin_case_study(desk: Desk, wish: Wish) -> Begun | Refused:
    """Return a change file and the core's telling to begin from, or why there can be none."""
    page = desk.texts.telling(wish.name, wish.variant)
    if page is None:
        names = [p.head.case_study for p in desk.texts.pages.values() if p.head.case_study]
        return unknown("case study", wish.name, names)
    wanted = {"action": "case-study", "case_study": wish.name, "variant": wish.variant}
    if taken := desk.taken(wanted):
        return taken
    file = desk.start.folder / story_file(wish.name, wish.variant)
    if file.exists():
        name = file.relative_to(desk.root).as_posix()
        return Refused((f"There is a file {name} already; it stays as it is.",))
    begun = desk.start.file(story_head(wish.name, wish.variant), telling_text(page))
    source = (desk.root / page.location.file).read_text("utf-8-sig")
    text = retold(source, page.head.variant or "", wish.variant)
    return dc.replace(begun, files={**begun.files, file: text.encode()})


def begin_term(desk: Desk, wish: Wish) -> Begun | Refused:
    """Return an entry of `terms.yml`, or why there can be none."""
    placed = desk.core.terms.get(wish.name)
    if placed is None:
        return unknown("term", wish.name, desk.core.terms)
    taken = desk.taken_entry("terms.yml", "term", wish.name)
    return taken or desk.start.entry("terms.yml", "terms", term_lines(placed.value))


def begin_contact(desk: Desk, wish: Wish) -> Begun | Refused:
    """Return an entry of `contacts.yml`, or why there can be none."""
    placed = desk.core.contacts.get(wish.name)
    if placed is None and not wish.own:
        return unknown("contact", wish.name, desk.core.contacts, own=True)
    contact = placed.value if placed else Contact(id=wish.name, label="none", purpose="FIXME")
    taken = desk.taken_entry("contacts.yml", "contact", wish.name)
    first, last = [f"contact: {wish.name}"], contact_lines(contact)
    return taken or desk.start.entry("contacts.yml", "contacts", first, last)


def begin_fact(desk: Desk, wish: Wish) -> Begun | Refused:
    """Return an entry of `contacts.yml`, or why there can be none."""
    placed = desk.core.facts.get(wish.name)
    if placed is None and not wish.own:
        return unknown("fact", wish.name, desk.core.facts, own=True)
    fact = placed.value if placed else Fact(id=wish.name, kind="text", value="nothing")
    taken = desk.taken_entry("contacts.yml", "fact", wish.name)
    first, last = [f"fact: {wish.name}"], fact_lines(fact)
    return taken or desk.start.entry("contacts.yml", "facts", first, last)
