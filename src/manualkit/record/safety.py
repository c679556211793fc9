"""Every safety block of the core against the edition: proof that only words and numbers differ."""

import dataclasses as dc
import re
from collections.abc import Iterator, Mapping
from enum import StrEnum

from manualkit.model.block import Lock
from manualkit.model.digest import normalised
from manualkit.model.manifest import Manifest, ManifestBlock
from manualkit.record.sheet import Column, Sheet
from manualkit.record.source import Compared

_FACT = re.compile(r"(?<![{\w])\{([a-z][a-z0-9_]*)\}(?!\})")


class Verdict(StrEnum):
    """How a safety block of the edition stands to the core's."""

    SAME = "the same"
    VALUES = "the same, with this edition's numbers and values"
    TERMS = "the same, with this edition's terms"
    DIFFERENT = "DIFFERENT"
    MISSING = "MISSING"
    NOT_IN_CORE = "NOT IN THE CORE"


_HARMLESS = frozenset({Verdict.SAME, Verdict.VALUES, Verdict.TERMS})


@dc.dataclass(frozen=True, slots=True)
class SafetyBlock:
    """One safety block, compared."""

    id: str
    pages: tuple[str, ...]
    verdict: Verdict
    core: str
    edition: str
    values: tuple[tuple[str, str, str], ...] = ()
    """Facts in it that have another value: name, the core's, the edition's."""

    @property
    def harmless(self) -> bool:
        """Whether nothing but terms, contacts and facts differs."""
        return self.verdict in _HARMLESS


def safety_diff(compared: Compared) -> list[SafetyBlock]:
    """Compare every safety block, those that stand in one of the two only among them."""
    core, edition = _blocks(compared.core.manifest), _blocks(compared.edition.manifest)
    in_words = _blocks(compared.in_words.manifest)
    return [
        _compare(name, core.get(name), in_words.get(name), edition.get(name), compared)
        for name in {**core, **edition}
    ]


def _blocks(manifest: Manifest) -> dict[str, ManifestBlock]:
    return {block.id: block for block in manifest.blocks if block.lock is Lock.SAFETY}


def _compare(
    name: str,
    core: ManifestBlock | None,
    in_words: ManifestBlock | None,
    edition: ManifestBlock | None,
    compared: Compared,
) -> SafetyBlock:
    sides = [block for block in (core, edition) if block is not None]
    pages = tuple(dict.fromkeys(block.page for block in sides))
    old, new = core.text if core else "", edition.text if edition else ""
    if core is None or edition is None:
        original = None if edition is None else _original(edition, compared)
        if edition is not None and original == normalised(new):
            return SafetyBlock(name, pages, Verdict.SAME, new, new)
        verdict = Verdict.MISSING if edition is None else Verdict.NOT_IN_CORE
        return SafetyBlock(name, pages, verdict, old, new)
    facts = (compared.core.manifest.facts, compared.edition.manifest.facts)
    values = tuple(_values(new, {k: f.value for k, f in facts[0].items()},
                           {k: f.value for k, f in facts[1].items()}))  # fmt: skip
    if normalised(old) == normalised(new):
        verdict = Verdict.VALUES if values else Verdict.SAME
    elif in_words is not None and normalised(in_words.text) == normalised(new):
        verdict = Verdict.TERMS
    else:
        verdict = Verdict.DIFFERENT
    return SafetyBlock(name, pages, verdict, old, new, values)


def _original(copy: ManifestBlock, compared: Compared) -> str | None:
    """Return the text that a copy (a repeated step) must have: that of the block in the core."""
    return next(
        (normalised(b.text) for b in compared.in_words.manifest.blocks if b.id == copy.copy_of),
        None,
    )


def _values(
    text: str, old: Mapping[str, str], new: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
    for name in dict.fromkeys(_FACT.findall(text)):
        if old.get(name) != new.get(name):
            yield name, old.get(name, ""), new.get(name, "")


def safety_sheet(compared: Compared) -> Sheet:
    """Return the comparison as a table: one row per safety block."""
    columns = (
        Column("block", 24), Column("pages", 24), Column("result", 30),
        Column("core", 60), Column("edition", 60), Column("other values", 45),
    )  # fmt: skip
    rows = tuple(
        (
            block.id,
            "; ".join(block.pages),
            block.verdict.value,
            block.core,
            block.edition,
            "\n".join(f"{{{name}}}: {old} → {new}" for name, old, new in block.values),
        )
        for block in safety_diff(compared)
    )
    return Sheet("Safety diff", columns, rows)
