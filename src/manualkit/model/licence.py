"""Creative Commons licences: what each one asks for, and which fit together."""

import dataclasses as dc
import re

_CREATIVE_COMMONS = re.compile(r"cc-by(-nc)?(-sa|-nd)?-[1-4]\.\d(?:-igo)?")
_FREE = frozenset(("cc0", "cc0-1.0", "public-domain"))


@dc.dataclass(frozen=True, slots=True)
class Licence:
    """What a licence asks of those who use a work."""

    name: str
    """In small letters, for example `cc-by-nc-sa-3.0-igo`."""
    noncommercial: bool = False
    share_alike: bool = False
    no_derivatives: bool = False

    def fits_in(self, edition: "Licence") -> bool:
        """Whether a part under this licence may stand in an edition under that one."""
        if self.no_derivatives:
            return False  # every edition is translated and adapted
        if self.share_alike:
            return self.name == edition.name
        return edition.noncommercial or not self.noncommercial


def licence_of(name: str) -> Licence | None:
    """Return the licence that a person named (`CC BY-SA 4.0`, `CC-BY-SA-4.0`), if it is known."""
    plain = re.sub(r"[\s_-]+", "-", name.strip().lower())
    if plain in _FREE:
        return Licence(plain)
    found = _CREATIVE_COMMONS.fullmatch(plain)
    if found is None:
        return None
    return Licence(plain, bool(found[1]), found[2] == "-sa", found[2] == "-nd")
