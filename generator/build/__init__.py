"""The hall: the way from seeds to pages, through every wing.

seed file -> `Article` -> `Findings` -> `Brief` -> `Page` -> merge with the writer's page -> docs/
"""

from generator.build.briefs import Corrected, corrected, extract, facts, plain
from generator.build.library import Library
from generator.build.outputs import publication
from generator.build.regeneration import Regeneration, check, generate, indexes, regeneration

__all__ = [
    "Corrected",
    "Library",
    "Regeneration",
    "check",
    "corrected",
    "extract",
    "facts",
    "generate",
    "indexes",
    "plain",
    "publication",
    "regeneration",
]
