"""Words behind `# state:` that nobody knows."""

from collections.abc import Iterable, Iterator

from manualkit.catalogue.entries import Entry
from manualkit.model.finding import Finding, Location, did_you_mean
from manualkit.model.message_state import TYPED, is_known


def state_findings(entries: Iterable[Entry], file: str) -> Iterator[Finding]:
    """Yield a finding for each state that is no word of ours; it counts as a machine's draft."""
    for entry in entries:
        if entry.translation and not is_known(entry.said):
            message = f'"{entry.said}" is no state of a translation. '
            message += "Until it is mended, the text counts as drafted by a machine."
            words = [state.value for state in TYPED]
            hint = did_you_mean(entry.said, words, f"Write one of these: {', '.join(words)}.")
            yield Finding("translation-state", Location(file, entry.line), message, hint)
