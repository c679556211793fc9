"""Pages and sheets that must not be used any more: notices, and the list that copies ask for."""

import json
from collections.abc import Iterator

from manualkit.markdown.text_version import text_version
from manualkit.model.news import recalls_for
from manualkit.site.rendition import Rendition
from manualkit.site.texts import Text

FILE = "recalls.json"
ALL_OLDER = "*"
"""Stands for every text version but the newest."""


def spoken_in(rendition: Rendition) -> tuple[str, ...]:
    """Return the languages that a rendition's readers see."""
    code = rendition.language.code
    return (code, "en") if rendition.bilingual else (code,)


def recall_lines(rendition: Rendition, path: str) -> Iterator[tuple[list[Text], str]]:
    """Yield for each recall of a page what is said above it, and its id in the news."""
    texts, manifest = rendition.texts, rendition.manifest
    now = text_version(manifest, [path], rendition.language.code)
    for recall in recalls_for(manifest.recalls, spoken_in(rendition), path):
        name = "recall.page" if now in recall.texts else "recall.copies"
        said = [texts[name], texts.of(recall.what), texts.of(recall.do)]
        yield said, f"recall-{recall.id}"


def recalls_file(rendition: Rendition) -> bytes:
    """Return the list that a copy asks for when it sees the site again."""
    texts, code = rendition.texts, rendition.language.code
    rows = [
        {
            "id": recall.id,
            "page": recall.page,
            "newest": text_version(rendition.manifest, [recall.page], code)
            if rendition.has(recall.page)
            else "",
            "date": recall.date.isoformat(),
            "texts": recall.texts or [ALL_OLDER],
            "what": texts.of(recall.what).plain,
            "do": texts.of(recall.do).plain,
        }
        for recall in recalls_for(rendition.manifest.recalls, spoken_in(rendition))
    ]
    return json.dumps({"recalls": rows}, ensure_ascii=False, indent=1).encode()
