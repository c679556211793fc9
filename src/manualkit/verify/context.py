"""What an edition says differently: its words, its facts, its languages, its approvals."""

import dataclasses as dc
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from manualkit.verify.words import Facts, Terms

_OF_A_CONTACT = {"phone": "", "sms": "_sms", "url": "_url", "email": "_email"}
_DATES = {"expires": "_expires", "checked_on": "_checked_on"}
_MADE = ("implemented", "approved")
"""Status of a change that reaches the text; without one it does."""
_TRUE = frozenset({"true", "yes", "on"})
_TWO, _CLINICIAN = 2, "clinician"


@dc.dataclass(frozen=True, slots=True)
class Edition:
    """An edition, as far as protected text depends on it."""

    id: str
    languages: tuple[str, ...]
    line: tuple[str, ...]
    """Its id, those of the adaptations that it extends, and `core`."""
    terms: Terms
    facts: Facts
    safety_approved: frozenset[str]
    """Languages whose safety text two people have approved."""
    forms: Mapping[str, tuple[str, ...]] = dc.field(default_factory=dict)
    """By language: the contexts of entries that its readers may see, the most exact first."""


def editions(root: Path) -> Iterator[Edition]:
    """Yield the core and every adaptation."""
    yield _edition(root, "core")
    folders = sorted(path for path in (root / "adaptations").glob("*/") if path.is_dir())
    for folder in folders:
        if not folder.name.startswith(("_", ".")):
            yield _edition(root, folder.name)


def read_yaml(path: Path) -> Any:  # noqa: ANN401  (whatever a person typed)
    """Return a YAML file in which every value is text; nothing if there is none."""
    if not path.is_file():
        return {}
    return yaml.load(path.read_text("utf-8-sig"), yaml.BaseLoader) or {}  # noqa: S506  (texts only)


def _edition(root: Path, name: str) -> Edition:
    line = tuple(_line(root, name))
    terms: dict[str, Mapping[str, str]] = {}
    contacts = _contacts(root, line)
    others: dict[str, Mapping[str, str]] = {}
    for each in reversed(line):
        folder = _folder(root, each)
        for entry in _rows(read_yaml(folder / "terms.yml"), "terms"):
            key = entry.get("term") or entry["id"]
            terms[key] = {**terms.get(key, {}), **entry["forms"]}
        for entry in _rows(read_yaml(folder / "contacts.yml"), "facts"):
            others[entry.get("fact") or entry["id"]] = entry
    head = read_yaml(_folder(root, name) / ("manual.yml" if name == "core" else "adaptation.yml"))
    languages = tuple(head.get("languages") or ("en",))
    return Edition(
        id=name,
        languages=languages,
        line=line,
        terms=terms,
        facts={key: (row["kind"], row["value"]) for key, row in others.items()}
        | _facts_of(contacts),
        safety_approved=_approved(_folder(root, name)),
        forms={language: _contexts(head.get("forms") or {}, language) for language in languages},
    )


def _contacts(root: Path, line: Sequence[str]) -> Mapping[str, Mapping[str, str]]:
    contacts: dict[str, Mapping[str, str]] = {}
    for each in reversed(line):
        for entry in _rows(read_yaml(_folder(root, each) / "contacts.yml"), "contacts"):
            key = entry.get("contact") or entry["id"]
            phone = contacts.get(key, {}).get("phone")
            contacts[key] = {"phone": phone, **entry} if phone else entry
    return contacts


def help_numbers(root: Path, edition: Edition) -> Iterator[str]:
    """Yield the numbers that an edition names for an emergency, as typed."""
    for name, contact in _contacts(root, edition.line).items():
        if contact.get("emergency", "").lower() in _TRUE:
            for ending in ("", "_sms"):
                if name + ending in edition.facts:
                    yield edition.facts[name + ending][1]


def _folder(root: Path, name: str) -> Path:
    return root / "docs" if name == "core" else root / "adaptations" / name


def _line(root: Path, name: str) -> Iterator[str]:
    """Yield an edition and those that it stands on."""
    met: set[str] = set()
    while name and name != "core" and name not in met:
        met.add(name)
        yield name
        name = read_yaml(_folder(root, name) / "adaptation.yml").get("extends", "")
    yield "core"


def _rows(data: Any, key: str) -> Sequence[Mapping[str, Any]]:  # noqa: ANN401
    """Return the entries of a list; of changes, those that are made."""
    rows = data.get(key) if isinstance(data, dict) else data
    rows = rows if isinstance(rows, list) else []
    return [row for row in rows if row.get("status", _MADE[0]) in _MADE]


def _facts_of(contacts: Mapping[str, Mapping[str, str]]) -> dict[str, tuple[str, str]]:
    facts = {}
    for name, contact in contacts.items():
        for field, ending in _OF_A_CONTACT.items():
            if contact.get(field):
                facts[name + ending] = (field, contact[field])
        for field, ending in _DATES.items():
            if contact.get(field) not in {None, "", "never"}:
                facts[name + ending] = ("date", contact[field])
    return facts


def _contexts(forms: Mapping[str, Any], language: str) -> tuple[str, ...]:
    """Return the contexts of the forms that an edition chose for a language; the neutral last."""
    own = (forms.get("languages") or {}).get(language)
    choice = forms if own is None else own
    said = [(who, choice.get(who)) for who in ("helper", "client")]
    alone = [f"{who}={gender}" for who, gender in said if gender in {"f", "m"}]
    return (*([" ".join(alone)] if alone[1:] else []), *alone, "")


def _approved(folder: Path) -> frozenset[str]:
    """Return the languages whose safety text two roles approved, one of them a clinician.

    Whether the text is still the one that they read is told by a hash that is not ours to make. So
    English with its notice, as it stands without approval, is never an alarm.
    """
    standing: dict[str, list[Mapping[str, str]]] = {}
    for row in _rows(read_yaml(folder / "approvals.yml"), "approvals"):
        if row.get("scope") == "safety":
            before = standing.setdefault(row.get("language", ""), [])
            if row.get("decision") == "withdrawn" or (before and before[-1]["hash"] != row["hash"]):
                before.clear()
            if row.get("decision") != "withdrawn":
                before.append(row)
    roles = {
        language: {row["role"] for row in rows if row["decision"] == "approved"}
        for language, rows in standing.items()
    }
    return frozenset(
        language for language, found in roles.items() if len(found) >= _TWO and _CLINICIAN in found
    )
