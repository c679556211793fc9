"""`extends:` → each context with the adaptations that it stands on."""

import dataclasses as dc
from collections.abc import Iterable, Mapping

from manualkit.model.finding import Finding, Severity, did_you_mean
from manualkit.model.project import Context


@dc.dataclass(slots=True)
class ExtendsReader:
    """Finds the chain of each context and gathers the findings."""

    contexts: Mapping[str, Context]
    """By the name of the folder."""
    folders: Iterable[str]
    """All folders, those that cannot be used among them."""
    faulty: frozenset[str]
    """Folders with an error: what stands on them is not looked at before that is mended."""
    findings: list[Finding] = dc.field(default_factory=list)

    def read(self) -> tuple[Context, ...]:
        """Return the contexts whose chain is whole, each with its parents."""
        found = (self._with_parents(name) for name in self.contexts)
        return tuple(context for context in found if context is not None)

    def _with_parents(self, name: str) -> Context | None:
        chain: list[Context] = [self.contexts[name]]
        names = [name]
        while (wanted := chain[-1].adaptation.value.extends) is not None:
            fault = self._fault(chain[-1], wanted, names)
            if fault is not None:
                self.findings += [fault] if self._is_told(fault, names, wanted) else []
                return None
            chain.append(self.contexts[wanted])
            names.append(wanted)
        twice = self._shared_prefix(chain)
        self.findings += twice
        return None if twice else dc.replace(chain[0], parents=self._parents(chain[1:]))

    def _is_told(self, fault: Finding, names: list[str], wanted: str) -> bool:
        """Whether a fault is to be told here: each once, where its own line stands."""
        circle = fault.code == "extends-circle"
        return names[0] == wanted == min(names) if circle else len(names) == 1

    def _parents(self, chain: list[Context]) -> tuple[Context, ...]:
        """Return the parents, the farthest first, each with its own."""
        parents: tuple[Context, ...] = ()
        for context in reversed(chain):
            parents = (*parents, dc.replace(context, parents=parents))
        return parents

    def _fault(self, context: Context, wanted: str, names: list[str]) -> Finding | None:
        where = context.adaptation.at("extends")
        folders = list(self.folders)
        if wanted == "core":
            message = "Every adaptation stands on the core manual; it extends none by that."
            return Finding("extends-core", where, message, "Take this line out.")
        if wanted not in folders:
            others = [name for name in folders if name not in names]
            hint = did_you_mean(wanted, others, "Write the name of a folder in adaptations/.")
            message = f'There is no adaptation "{wanted}" that this one could extend.'
            return Finding("extends-unknown", where, message, hint)
        if wanted == names[-1]:
            message, hint = "This adaptation extends itself.", "Take this line out."
            return Finding("extends-circle", where, message, hint)
        if wanted in names:
            circle = " → ".join((*names[names.index(wanted) :], wanted))
            message = f"These adaptations extend each other in a circle: {circle}."
            hint = "Take the line `extends:` out of one of them."
            return Finding("extends-circle", where, message, hint)
        if wanted in self.faulty:
            message = f'"{wanted}", which this adaptation extends, has faults of its own.'
            hint = "Mend them first; what stands on it is looked at then."
            return Finding("extends-faulty", where, message, hint)
        return None

    def _shared_prefix(self, chain: list[Context]) -> list[Finding]:
        own = chain[0].adaptation
        return [
            Finding(
                "prefix-shared",
                own.at("prefix"),
                f'"{parent.adaptation.value.id}", which this adaptation extends, has the prefix '
                f"{own.value.prefix} too.",
                "Choose another prefix, so that each change has an id of its own.",
            )
            for parent in chain[1:]
            if parent.adaptation.value.prefix == own.value.prefix
        ]


def read_extends(
    contexts: Iterable[Context], folders: Iterable[str], findings: Iterable[Finding]
) -> tuple[tuple[Context, ...], list[Finding]]:
    """Return the contexts with their parents; `findings` are those of all files so far."""
    names = [folder.rpartition("/")[2] for folder in folders]
    wrong = {f.location.file for f in findings if f.severity is Severity.ERROR}
    faulty = {name for name in names if any(f.startswith(f"adaptations/{name}/") for f in wrong)}
    by_name = {context.folder.rpartition("/")[2]: context for context in contexts}
    reader = ExtendsReader(by_name, names, frozenset(faulty))
    return reader.read(), reader.findings
