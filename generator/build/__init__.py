"""The hall: the way from seeds to pages, through every wing.

seed file -> `Article` -> `Findings` -> `Brief` -> `Page` -> merge with the writer's page -> docs/
"""

from generator.build.briefs import Corrected, corrected, extract, facts, plain
from generator.build.checking import check
from generator.build.indexes import indexes
from generator.build.library import Library
from generator.build.outputs import publication
from generator.build.regeneration import Regeneration, generate, regeneration
from generator.build.resting import rest, told, watched

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
    "rest",
    "told",
    "watched",
]
