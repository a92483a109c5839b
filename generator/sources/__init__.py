"""Files in, `Article`s out: found, decoded, parted into paragraphs, dated, boilerplate marked."""

from generator.sources.finding import find
from generator.sources.reading import read
from generator.sources.slugs import slug

__all__ = ["find", "read", "slug"]
