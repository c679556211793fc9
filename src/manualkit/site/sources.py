"""The pages of a rendition as MkDocs wants them: one folder for the language, pictures and all."""

from collections.abc import Sequence
from pathlib import Path

from manualkit.markdown.local_texts import texts_for, with_local_texts
from manualkit.model.manifest import ManifestLocalText
from manualkit.store import remove_others, write_if_changed


def lay_out(composed: Path, target: Path, texts: Sequence[ManifestLocalText] = ()) -> None:
    """Copy pages and pictures of a composed edition to `target`, a folder named as its language.

    Of `texts`, those of the language are put in.

    Files that are the same keep their time stamps: `mkdocs serve` would build for ever otherwise.
    """
    wanted = {}
    for source, folder in ((composed / "pages", target), (composed / "images", target / "images")):
        for path in source.rglob("*"):
            if path.is_file():
                wanted[folder / path.relative_to(source)] = path
    local = {text.page for text in texts if text.language == target.name}
    for path, original in wanted.items():
        page = path.relative_to(target).with_suffix("").as_posix()
        content = original.read_bytes()
        if page in local and path.suffix == ".md":
            own = texts_for(texts, page, target.name)
            content = with_local_texts(content.decode(), own).encode()
        write_if_changed(path, content)
    remove_others(target, wanted)
