"""Old versions on the site: laid out from what was kept, and linked from the newest."""

import hashlib
from collections.abc import Iterable, Iterator

from manualkit.catalogue import load_strings
from manualkit.model.language import language_of
from manualkit.site.key import Stamp, data_key, tool_digest
from manualkit.site.old_page import OldPages
from manualkit.site.plan import Counts, SitePlan
from manualkit.site.rendition import OlderLink
from manualkit.site.versions import FOLDER, LIST, OldVersion
from manualkit.store import remove_others, write_if_changed


def older_links(old: Iterable[OldVersion], edition: str, rendition: str) -> Iterator[OlderLink]:
    """Yield the old versions of an edition as a rendition's home page names them."""
    for version in old:
        listed = version.listed
        if listed.edition == edition:
            names = (rendition, language_of(rendition), *listed.renditions)
            name = next(each for each in names if each in listed.renditions)
            yield OlderLink(listed.version, listed.date, f"{FOLDER}/{listed.version}/{name}")


def publish_old(plan: SitePlan) -> Counts:
    """Write the old versions to `site/`, each page with its banner."""
    counts, strings = Counts(), load_strings(plan.root / "templates")
    tool = tool_digest(plan.root) if plan.old else ""
    for version in plan.old:
        manifest = next(m for m in plan.editions if m.edition.id == version.listed.edition)
        pages = OldPages(plan, manifest, version, strings)
        folder = plan.root / "site" / version.folder
        stamp = Stamp(plan.root / "build" / "keys" / "site" / f"{version.folder}.json")
        content = hashlib.sha256(version.file.read_bytes()).hexdigest()
        key = data_key([content, tool, *pages.depends_on()])
        known = stamp.holds(key, folder)
        if known is not None:
            counts += Counts(unchanged=len(known))
            continue
        stamp.forget()
        names = []
        for name, kept in version.contents():
            shown = pages.page(name, kept) if name.endswith(".html") else kept
            written = write_if_changed(folder / name, shown)
            counts += Counts(int(written), int(not written))
            names.append(name)
        counts += Counts(int(write_if_changed(folder / LIST, version.raw)))
        names.append(LIST)
        counts += Counts(removed=remove_others(folder, [folder / name for name in names]))
        stamp.write(key, names)
    return counts
