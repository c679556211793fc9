"""Files for the host and for search engines: headers, robots, the sitemap with its languages."""

from collections.abc import Sequence

from manualkit.model.manifest import Manifest
from manualkit.site.care import POLICY
from manualkit.site.places import page_url
from manualkit.site.rendition import Rendition

_HEADERS = """\
# For hosts that read this file (Netlify, Cloudflare Pages). Others: examples/publish/ has the same
# for nginx and Apache. Without it the site works too: each page carries its policy itself.
/*
  Content-Security-Policy: {policy}; object-src 'self'; frame-ancestors 'none'
  Referrer-Policy: no-referrer
  X-Content-Type-Options: nosniff
  Permissions-Policy: camera=(), geolocation=(), microphone=(), interest-cohort=()
{robots}
# Old versions stay readable; search engines are to find the newest (the pages say so themselves).
/:edition/v/*
  X-Robots-Tag: noindex

# A copy on a memory stick asks this file whether a page was recalled.
/:edition/:language/recalls.json
  Access-Control-Allow-Origin: *
"""
_UNLISTED = "  X-Robots-Tag: noindex\n"
_ROBOTS = """\
# This file counts only at the top of a domain.
User-agent: *
Allow: /
"""
_NOBODY = """\
# Every page asks search engines to leave it out (noindex). They can see that only if they may read
# the page, so that nothing is forbidden here. This file counts only at the top of a domain.
User-agent: *
Allow: /
"""


def hosting_files(editions: Sequence[Manifest], address: str) -> dict[str, bytes]:
    """Return the files at the top of the site by name; `address` is where it is published."""
    unlisted = editions[0].edition.site.noindex
    robots, files = (_NOBODY if unlisted else _ROBOTS), {}
    headers = _HEADERS.format(policy=POLICY, robots=_UNLISTED if unlisted else "")
    if address and not unlisted:
        root = address.rstrip("/")
        files["sitemap.xml"] = _sitemaps(editions, root)
        robots += f"Sitemap: {root}/sitemap.xml\n"
    files |= {"robots.txt": robots, "_headers": headers}
    return {name: text.encode() for name, text in files.items()}


def _sitemaps(editions: Sequence[Manifest], root: str) -> str:
    """Return the list of the sitemaps, one for each language of each edition."""
    rows = [
        f"  <sitemap><loc>{root}/{manifest.edition.id}/{code}/sitemap.xml</loc></sitemap>\n"
        for manifest in editions
        if not manifest.edition.site.noindex
        for code in manifest.edition.languages
    ]
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    body = f'<sitemapindex xmlns="{space}">\n{"".join(rows)}</sitemapindex>\n'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}'


def listed(rendition: Rendition) -> bool:
    """Whether search engines may list its pages: those in two languages stand in each alone."""
    return not (rendition.bilingual or rendition.manifest.edition.site.noindex)


def alternates(rendition: Rendition, address: str, path: str) -> list[tuple[str, str]]:
    """Return a page's addresses by language, in full, those alone that have it in translation.

    `address` is that of the rendition. The last is for readers of any other language.
    """
    edition = rendition.manifest.edition
    sister = rendition.places.sister(edition.id)
    root = address.rstrip("/").removesuffix(f"/{edition.id}/{rendition.name}")
    codes = [code for code in edition.languages if (code, path) not in sister.untranslated]
    found = [
        (code, f"{root}/{rendition.places.folder(edition.id, code)}{page_url(path)}")
        for code in codes
    ]
    usual = next((link for code, link in found if code == "en"), found[0][1] if found else "")
    return [*found, *([("x-default", usual)] if usual else [])]
