"""Speed, side by side in one run: `python -m benchmarks.run` prints a table and writes RESULTS.md beside this file.

Ratios are what counts; seconds depend on the machine and on what else it does. Each figure is a median.
"""

from __future__ import annotations

import os
import platform
from pathlib import Path

import spacy

from benchmarks import extraction, regeneration, serving, sites
from generator import __version__


def main() -> None:
    """Measures everything and writes the table."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    head = (
        "# Speed\n\nWritten by `make bench`; medians of CPU seconds, all taken in one run.\n\n"
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, "
        f"spaCy {spacy.__version__}, briefs {__version__}; beside {', '.join(sorted(sites.peers()))}\n\n"
        "| what | figure |\n|---|---|\n"
    )
    told = "\n## Sites\n\nWhat `benchmarks/sites.py` says of how they are built.\n\n"
    table = head + "\n".join(extraction.rows()) + "\n" + told + "\n".join(sites.rows()) + "\n"
    table += "\n| what | figure |\n|---|---|\n" + "\n".join([sites.growth(), *serving.rows()]) + "\n"
    table += (
        "\n## Regeneration\n\nWhat a change costs, search index included.\n\n" + "\n".join(regeneration.rows()) + "\n"
    )
    print(table)
    (Path(__file__).parent / "RESULTS.md").write_text(table, encoding="utf-8")


if __name__ == "__main__":
    main()
