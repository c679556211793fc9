"""A block with its words → Markdown."""

import dataclasses as dc

from manualkit.compose.facts import unknown_facts
from manualkit.compose.words import Words
from manualkit.model.attributes import Attributes
from manualkit.model.block import Block, Kind, Lock
from manualkit.model.edition import Edition
from manualkit.model.finding import Finding, Location, did_you_mean
from manualkit.model.manifest import ManifestFact


@dc.dataclass(slots=True)
class BlockWriter:
    """Writes the blocks of one edition as Markdown."""

    edition: Edition
    words: Words
    facts: dict[str, ManifestFact]
    findings: list[Finding] = dc.field(default_factory=list)

    def filled(self, block: Block) -> Block:
        """Return the block with the words of the context in title and text."""
        safety = block.lock is Lock.SAFETY
        return dc.replace(
            block,
            text=self.text(block.text, block.text_location, safety=safety),
            title=self.text(block.title, block.location, safety=safety),
        )

    def text(self, text: str, where: Location, *, safety: bool = False) -> str:
        """Return a text with the words of the context; names of facts are looked up."""
        self.findings += unknown_facts(text, self.facts, where)
        return self.words.fill(text, where, safety=safety)

    def markdown(self, block: Block, step: int | None = None) -> str:
        """Return a filled block as Markdown; `step` is the number of a step on its page."""
        marks = (block.lock.value,) if block.locked else ()
        if block.kind is Kind.STEP:
            options = {"minutes": str(block.minutes)} if block.minutes else {}
            if step is not None:
                options["step"] = str(step)
            braces = Attributes(block.id, marks, options)
            head = f"{'#' * block.level} {block.title} {braces}"
            return f"{head}\n\n{block.text}".rstrip()
        if "form" in block.options:
            marks = (*marks, block.options["form"])
        braces = Attributes(block.id, marks, self._picture(block))
        return f"::: {block.kind} {braces}\n{block.text}\n:::".replace("\n\n:::", "\n:::")

    def _picture(self, block: Block) -> dict[str, str]:
        name = block.options.get("picture")
        if name is None:
            return {}
        placed = self.edition.pictures.get(name)
        if placed is None:
            hint = did_you_mean(name, self.edition.pictures, "See docs/images/pictures.yml.")
            message = f'There is no picture "{name}".'
            self.findings.append(Finding("unknown-picture", block.location, message, hint))
            return {}
        number = {name: value for name, value in block.options.items() if name == "number"}
        return {"picture": placed.picture.file, "alt": placed.picture.alt, **number}
