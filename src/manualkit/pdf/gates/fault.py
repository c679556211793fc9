"""What a gate finds."""

import dataclasses as dc

from manualkit.model.finding import Finding, Location


@dc.dataclass(frozen=True, slots=True)
class Fault:
    """A thing that must not be printed."""

    code: str
    """Stable short name, for example `pdf-overflow`."""
    message: str
    hint: str

    def finding(self, file: str) -> Finding:
        """Return the fault as a finding about `file`."""
        return Finding(self.code, Location(file), self.message, self.hint)
