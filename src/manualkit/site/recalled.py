"""Pages and sheets that must not be used any more: notices, and the list that copies ask for."""

import json
from collections.abc import Iterable, Iterator, Sequence

from manualkit.markdown.text_version import text_version
from manualkit.model.language import is_bilingual, language_of
from manualkit.model.manifest import Manifest
from manualkit.model.news import Recall, recalls_for
from manualkit.site.care import help_lines
from manualkit.site.rendition import Rendition
from manualkit.site.texts import Text

FILE = "recalls.json"
ALL_OLDER = "*"
"""Stands for every text version but the newest."""


def spoken(rendition: str) -> tuple[str, ...]:
    """Return the languages that the readers of a rendition see, by its name."""
    code = language_of(rendition)
    return (code, "en") if is_bilingual(rendition) else (code,)


def recalled_now(manifest: Manifest, recall: Recall, codes: Iterable[str]) -> bool:
    """Whether even the newest text of a page is recalled, in one of these languages."""
    there = any(page.path == recall.page for page in manifest.pages)
    return there and any(
        text_version(manifest, [recall.page], code) in recall.texts for code in codes
    )


def recalled_texts(manifest: Manifest, recall: Recall, codes: Sequence[str]) -> str:
    """Return the text versions that a recall concerns, with spaces between them.

    A page in two languages names the version of one of them alone: nobody can tell from it whether
    the other one was recalled, so that every older page in two languages is.
    """
    texts = list(recall.texts) or [ALL_OLDER]
    if len(codes) > 1:
        texts.append(ALL_OLDER)
        if recalled_now(manifest, recall, codes):
            texts.append(text_version(manifest, [recall.page], codes[0]))
    return " ".join(dict.fromkeys(texts))


def recall_lines(rendition: Rendition, path: str) -> Iterator[tuple[list[Text], str]]:
    """Yield for each recall of a page what is said above it, and its id in the news."""
    texts, manifest, codes = rendition.texts, rendition.manifest, spoken(rendition.name)
    for recall in recalls_for(manifest.recalls, codes, path):
        name = "recall.page" if recalled_now(manifest, recall, codes) else "recall.copies"
        said = [texts[name], texts.of(recall.what), texts.of(recall.do)]
        yield said, f"recall-{recall.id}"


def recalls_file(rendition: Rendition) -> bytes:
    """Return what a copy asks for when it sees the site again: recalls, and help as it is today."""
    texts, code, codes = rendition.texts, rendition.language.code, spoken(rendition.name)
    manifest = rendition.manifest
    rows = [
        {
            "id": recall.id,
            "page": recall.page,
            "newest": text_version(manifest, [recall.page], code)
            if rendition.has(recall.page)
            else "",
            "date": recall.date.isoformat(),
            "texts": recalled_texts(manifest, recall, codes).split(),
            "what": texts.of(recall.what).plain,
            "do": texts.of(recall.do).plain,
        }
        for recall in recalls_for(manifest.recalls, codes)
    ]
    help_now = [
        {"label": line.label.plain, "kind": kind, "number": number}
        for line in help_lines(manifest, texts)
        for kind, number in (("tel", line.phone), ("sms", line.message))
        if number
    ]
    return json.dumps({"recalls": rows, "help": help_now}, ensure_ascii=False, indent=1).encode()
