"""The hall: the way from seeds to pages, through every wing.

seed file -> `Article` -> `Findings` -> `Brief` -> `Page` -> merge with the writer's page -> docs/
"""

from generator.build.briefs import Corrected, articles, corrected, extract, facts
from generator.build.library import Library
from generator.build.outputs import publication
from generator.build.regeneration import Regeneration, check, generate, indexes, regeneration

__all__ = [
    "Corrected",
    "Library",
    "Regeneration",
    "articles",
    "check",
    "corrected",
    "extract",
    "facts",
    "generate",
    "indexes",
    "publication",
    "regeneration",
]
