"""What a change of the core may have left behind: stale changes, and those without effect."""

from collections.abc import Iterator

from manualkit.model.core_text import CoreTexts, based_changes
from manualkit.model.digest import normalised
from manualkit.model.finding import Finding, Severity
from manualkit.model.project import Context, Core


def core_changes(core: Core, context: Context) -> Iterator[Finding]:
    """Yield a warning for everything that was written against another core than today's."""
    texts = CoreTexts.of(core)
    yield from _stale(texts, context)
    yield from _without_effect(texts, context)
    yield from _version(core, context)


def _stale(texts: CoreTexts, context: Context) -> Iterator[Finding]:
    edition = context.adaptation.value.id
    for change in based_changes(context):
        now, base = texts.under(change.value), change.value.base
        if now is not None and base is not None and not now.fits(base):
            record = change.value
            message = f"The core's {now.name} has changed since {record.id} was written."
            hint = (
                f"Run `manualkit diff {edition} {record.id}` to see what changed; mend your text "
                f"if it no longer fits, then run `manualkit accept {edition} {record.id}`."
            )
            yield Finding("stale-change", change.at("base"), message, hint, Severity.WARNING)


def _without_effect(texts: CoreTexts, context: Context) -> Iterator[Finding]:
    for change in context.texts:
        block = texts.blocks.get(change.record.block)
        if block is None or change.record.action != "replace":
            continue
        # To take back what an extended adaptation says is no change without effect.
        same = normalised(block.text) == normalised(change.text)
        if same and change.record.supersedes is None:
            message = f'{change.record.id} says the same as the core\'s block "{block.id}".'
            hint = "Write your own text below the head, or delete the file."
            where = change.location
            yield Finding("same-as-core", where, message, hint, Severity.WARNING)


def _version(core: Core, context: Context) -> Iterator[Finding]:
    adaptation, now = context.adaptation, core.manual.value.version
    stands_on = adaptation.value.core_version
    if stands_on != now:
        message = f"This adaptation stands on version {stands_on} of the core; the core is {now}."
        hint = "Run `manualkit core-update`; it tells what no longer fits."
        where = adaptation.at("core_version")
        yield Finding("core-version", where, message, hint, Severity.WARNING)
