"""The short address of a page, for those who hold its sheet: it can be typed."""

import hashlib

FOLDER = "p"
"""The folder at the top of the site that holds them."""
LETTERS = "34679acdefhjkmnprtwxy"
"""No letter or digit that could be taken for another one on a bad copy."""
_LENGTH = 7


def short_code(edition: str, rendition: str, page: str) -> str:
    """Return the code of a page in an edition's rendition; an empty page is the whole manual.

    It follows from these three alone, so that a sheet that was printed years ago still leads there.
    """
    digest = hashlib.sha256(f"{edition}\n{rendition}\n{page}".encode()).digest()
    number, code = int.from_bytes(digest), ""
    for _ in range(_LENGTH):
        number, rest = divmod(number, len(LETTERS))
        code += LETTERS[rest]
    return code


def short_address(site: str, edition: str, rendition: str, page: str) -> str:
    """Return the address; empty where the site has none."""
    if not site:
        return ""
    return f"{site.rstrip('/')}/{FOLDER}/{short_code(edition, rendition, page)}/"
