"""The version of the text that a sheet shows: sheets carry it, and the site tells the newest."""

from collections.abc import Sequence

from manualkit.markdown.local_texts import texts_for
from manualkit.model.digest import data_digest
from manualkit.model.manifest import Manifest


def text_version(manifest: Manifest, paths: Sequence[str], language: str) -> str:
    """Return the version of some pages: it changes with them, and not with every page.

    Without pages it is that of the whole edition. In translation it changes with the words that
    readers see, too: two sheets that read differently never carry the same version.
    """
    state = manifest.states.get(language)
    words = state.words if state else {}
    if not paths:
        whole = manifest.edition.digest
        return data_digest([whole, words]) if words else whole
    known = {page.path: page for page in manifest.pages}
    pages = [known[path] for path in paths]
    names = sorted({name for page in pages for name in page.facts})
    facts = [manifest.facts[name].value for name in names]
    own = [
        text.text for page in pages for text in texts_for(manifest.local_texts, page.path, language)
    ]
    said = [words[path] for path in paths if path in words]
    return data_digest([[page.digest for page in pages], facts, *own, *said])
