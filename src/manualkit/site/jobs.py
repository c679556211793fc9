"""From a plan to jobs: one for each rendition, with its key."""

import dataclasses as dc
from collections.abc import Mapping
from pathlib import Path

from pydantic.main import IncEx

from manualkit.catalogue import Catalogue, load_strings
from manualkit.model.language import is_bilingual, language, language_of
from manualkit.model.manifest import Manifest
from manualkit.model.numerals import with_numerals
from manualkit.site.key import Stamp, data_key, files_digest, folder_digest, tool_digest
from manualkit.site.places import Places, Sister
from manualkit.site.plan import SitePlan
from manualkit.site.rendition import Rendition
from manualkit.site.superseded import older_links

_STAMPS: IncEx = {"__all__": {"texts", "translated_texts", "kept"}}
_NOT_SHOWN: IncEx = {"states": True, "releases": _STAMPS}
"""What no page of a rendition tells, or tells by its language alone."""


@dc.dataclass(frozen=True, slots=True)
class Job:
    """A rendition, where it is built and published, and the key of all that it depends on."""

    root: Path
    rendition: Rendition
    key: str
    made_on: str = ""
    """The day of this build; what was made on another day and has not changed keeps its own."""

    @property
    def edition(self) -> str:
        """Id of the edition."""
        return self.rendition.manifest.edition.id

    @property
    def name(self) -> str:
        """Name of the rendition: `ur` or `ur+en`."""
        return self.rendition.name

    @property
    def language(self) -> str:
        """Code of the language."""
        return self.rendition.language.code

    @property
    def workshop(self) -> Path:
        """Folder in which MkDocs works."""
        return self.root / "build" / "shards" / self.edition / self.name

    @property
    def published(self) -> Path:
        """Folder of the rendition on the site."""
        return self.root / "site" / self.edition / self.name

    @property
    def stamp(self) -> Stamp:
        """What is kept of the last build."""
        return Stamp(self.root / "build" / "keys" / "site" / self.edition / f"{self.name}.json")


def plan_jobs(plan: SitePlan, address: str = "") -> list[Job]:
    """Return a job for each rendition that is asked for; pages name the site's address."""
    strings = load_strings(plan.root / "templates")
    places = Places([Sister.of(manifest) for manifest in plan.editions])
    common = data_key(
        [
            address,
            tool_digest(plan.root),
            folder_digest(plan.root / "templates" / "fonts"),
            [dc.asdict(sister) for sister in places.sisters],
        ]
    )
    texts = {m.edition.id: _text_key(plan.root, m) for m in plan.editions}
    jobs = []
    for manifest, name in plan.renditions:
        pair, code = (manifest.edition.id, name), language_of(name)
        if plan.only and pair not in plan.only:
            continue
        catalogue = Catalogue.of(plan.root, manifest.edition, code)
        rendition = rendition_of(plan.root, manifest, catalogue, strings, places)
        rendition = dc.replace(
            rendition,
            pdfs=tuple(plan.pdfs.get(pair, ())),
            bilingual=is_bilingual(name),
            older=tuple(older_links(plan.old, *pair)),
        )
        states = manifest.states.get(code)
        depends_on = [common, texts[pair[0]], catalogue.digest]
        depends_on += [states.model_dump_json() if states else ""]
        depends_on += [str(rendition.older)]
        sheets = [plan.root / "dist" / pair[0] / name / link.file for link in rendition.pdfs]
        links = [dc.asdict(link) for link in rendition.pdfs]
        key = data_key([*depends_on, name, links, files_digest(sheets)])
        jobs.append(Job(plan.root, rendition, key, plan.made_on))
    return jobs


def rendition_of(
    root: Path,
    manifest: Manifest,
    catalogue: Catalogue,
    strings: Mapping[str, str],
    places: Places,
) -> Rendition:
    """Return a rendition with what its language says."""
    return Rendition(
        folder=edition_folder(root, manifest),
        manifest=manifest,
        language=with_numerals(language(catalogue.language), manifest.edition.numerals),
        translate=catalogue.translate,
        translate_safety=catalogue.translate_safety,
        strings=strings,
        places=places,
    )


def edition_folder(root: Path, manifest: Manifest) -> Path:
    """Return the folder of a composed edition."""
    return root / "build" / "editions" / manifest.edition.id


def _text_key(root: Path, manifest: Manifest) -> str:
    """Return a key of the composed edition, the same for all languages: without their states."""
    folder = edition_folder(root, manifest)
    parts = [folder_digest(folder / name) for name in ("pages", "images")]
    return data_key([*parts, manifest.model_dump_json(exclude=_NOT_SHOWN)])
