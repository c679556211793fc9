"""The lists of a record: counts, words, contacts and pictures, old and new."""

import hashlib
from collections.abc import Iterator, Mapping

from manualkit.model.manifest import Manifest, ManifestChange
from manualkit.record.counts import by_action, counts
from manualkit.record.sheet import Column, Sheet
from manualkit.record.source import Compared, Pictures

_WHY = (Column("summary", 40), Column("reason", 45))


def counts_sheet(manifest: Manifest) -> Sheet:
    """Return how often each value of each category of FRAME stands in the record."""
    rows: list[tuple[str | int, ...]] = [
        ("Action", action, number) for action, number in by_action(manifest.changes).items()
    ]
    for count in counts(manifest.changes):
        rows += [(count.title, value, number) for value, number in count.values.items()]
        rows.append((count.title, "(nothing said)", count.unsaid))
    columns = (Column("category", 26), Column("value", 36), Column("changes", 10))
    return Sheet("Counts", columns, tuple(rows))


def terms_sheet(compared: Compared) -> Sheet:
    """Return the term list: the core's word, the context's words, translations, the reason."""
    core = compared.core_edition.terms
    languages = sorted(
        {code for c in _changes(compared, "term") for code in c.head.get("translations", {})}
    )
    columns = (
        Column("change", 10), Column("term", 14), Column("core", 28), Column("context", 34),
        Column("meaning", 34), *(Column(f"in {code}", 28) for code in languages), *_WHY,
    )  # fmt: skip
    rows = []
    for change in _changes(compared, "term"):
        name = str(change.head.get("term", change.target))
        term = core[name].value if name in core else None
        told: Mapping[str, Mapping[str, str]] = change.head.get("translations", {})
        rows.append(
            (
                change.id,
                name,
                _forms(term.forms if term else {}),
                _forms(change.head.get("forms", {})),
                term.meaning if term else "",
                *(_forms(told.get(code, {})) for code in languages),
                change.summary,
                change.reason,
            )
        )
    return Sheet("Terms", columns, tuple(rows))


def contacts_sheet(compared: Compared) -> Sheet:
    """Return the contacts and facts of the context beside the core's."""
    columns = (
        Column("change", 10), Column("kind", 10), Column("name", 20), Column("core", 45),
        Column("context", 45), *_WHY,
    )  # fmt: skip
    rows = tuple(
        (c.id, c.action, c.target, c.before, c.after, c.summary, c.reason)
        for action in ("contact", "fact")
        for c in _changes(compared, action)
    )
    return Sheet("Contacts", columns, rows)


def pictures_sheet(compared: Compared, pictures: Pictures) -> Sheet:
    """Return each picture that was swapped: file, alternative text, SHA-256, rights."""
    sides = [
        Column(f"{side} {what}", width)
        for side in ("old", "new")
        for what, width in (("file", 26), ("alternative text", 40), ("SHA-256", 30))
    ]
    rights = (Column("creator", 24), Column("licence", 14), Column("origin", 20))
    rows = tuple(tuple(row) for row in _swaps(compared, pictures))
    columns = (Column("change", 10), Column("picture", 20), *sides, *rights, *_WHY)
    return Sheet("Pictures", columns, rows)


def _swaps(compared: Compared, pictures: Pictures) -> Iterator[list[str]]:
    core = compared.core_edition.pictures
    for change in _changes(compared, "picture"):
        head = change.head
        name = str(head["picture"])
        old = core[name].picture if name in core else None
        file = str(head["file"])
        yield [
            change.id,
            name,
            old.file if old else "",
            old.alt if old else "",
            digest(pictures.old.get(old.file)) if old else "",
            file,
            str(head["alt"]),
            digest(pictures.new.get(file.removeprefix("images/"))),
            *(str(head[key]) for key in ("creator", "licence", "origin")),
            change.summary,
            change.reason,
        ]


def digest(content: bytes | None) -> str:
    """Return the SHA-256 of a picture, or nothing where it is not at hand."""
    return "" if content is None else hashlib.sha256(content).hexdigest()


def _changes(compared: Compared, action: str) -> list[ManifestChange]:
    changes = compared.edition.manifest.changes
    return [change for change in changes if change.action == action]


def _forms(forms: Mapping[str, str]) -> str:
    return "\n".join(f"{name}: {form}" for name, form in forms.items())
