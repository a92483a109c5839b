"""From findings to a brief: stable ids, salience, order, "In brief"; pure functions on records."""

from generator.assemble.briefs import assemble
from generator.assemble.stories import stories

__all__ = ["assemble", "stories"]
