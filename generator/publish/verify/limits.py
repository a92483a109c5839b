"""What static hosts take, as their documentation said in 2026."""

from __future__ import annotations

from collections.abc import Iterator

from generator.publish.moved import LIST
from generator.publish.verify.faults import Built, Fault, fault

MIB = 1024 * 1024
LARGEST_FILE = 25 * MIB
"""Cloudflare Pages, "Limits": file size. GitHub takes 100 MiB."""
MOST_FILES = 20_000
"""Cloudflare Pages, "Limits": files, free plan."""
LARGEST_SITE = 1024 * MIB
"""GitHub Pages, "Usage limits": published sites."""
MOST_REDIRECTS = 2_000
"""Cloudflare Pages, "Redirects": static ones."""


def limit_faults(site: Built) -> Iterator[Fault]:
    """What is too large, or too many, for one of the hosts."""
    whole = 0
    for path in sorted(site.files):
        size = (site.folder / path).stat().st_size
        whole += size
        if size > LARGEST_FILE:
            what = f"has {size / MIB:.0f} MiB, more than the {LARGEST_FILE // MIB} MiB that Cloudflare Pages takes"
            yield fault(path, "too-large", f"{what}; make it smaller, or host it elsewhere")
    if len(site.files) > MOST_FILES:
        what = f"the site has {len(site.files)} files, more than the {MOST_FILES} of a free plan of Cloudflare Pages"
        yield fault(".", "too-many", f"{what}; choose another plan or host", severity="warning")
    if whole > LARGEST_SITE:
        what = f"the site has {whole / MIB:.0f} MiB, more than the 1024 MiB that GitHub Pages publishes"
        yield fault(".", "too-large", f"{what}; choose another host", severity="warning")
    if LIST in site.files:
        rules = sum(1 for _rule in (site.folder / LIST).open(encoding="utf-8"))
        if rules > MOST_REDIRECTS:
            what = f"holds {rules} rules, more than the {MOST_REDIRECTS} that Cloudflare Pages reads"
            yield fault(LIST, "too-many", f"{what}; remove the oldest", severity="warning")
