"""From findings to a brief: stable ids, salience, order, "In brief"; pure functions on records."""

from generator.assemble.briefs import assemble, complete
from generator.assemble.identity import identified
from generator.assemble.stories import Chapter, outlines, stories

__all__ = ["Chapter", "assemble", "complete", "identified", "outlines", "stories"]
