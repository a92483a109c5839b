"""Redirects from where pages stood to where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote
from xml.sax.saxutils import quoteattr

from generator.publish.site import Output, Site, from_page

LIST = "_redirects"


def redirects(moved: Mapping[str, str], site: Site) -> tuple[Output, ...]:
    """A small page at each old address, and all of them as `_redirects`; `moved` are paths of pages under docs/."""
    if not moved:
        return ()
    pages = [Output(path=site.file(old), content=_page(old, new, site)) for old, new in sorted(moved.items())]
    rules = [
        f"{site.base}{quote(site.address(old))} {site.base}{quote(site.address(new))} 301\n"
        for old, new in sorted(moved.items())
    ]
    return (*pages, Output(path=LIST, content="".join(rules).encode()))


def _page(old: str, new: str, site: Site) -> bytes:
    here, there = site.address(old), site.address(new)
    link = from_page(there, here)
    canonical = site.link(there) if site.url else link
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>This page has moved</title>\n'
        f'<link rel="canonical" href={quoteattr(canonical)}>\n<meta name="robots" content="noindex">\n'
        f'<meta http-equiv="refresh" content={quoteattr(f"0; url={link}")}>\n</head>\n<body>\n'
        f"<p>This page has moved: <a href={quoteattr(link)}>go there</a>.</p>\n</body>\n</html>\n"
    ).encode()
