"""Files in, `Article`s out: found, decoded, parted into paragraphs, dated, boilerplate marked."""

from generator.sources.correction_fields import schema
from generator.sources.corrections import read_corrections
from generator.sources.finding import find
from generator.sources.reading import read, read_all
from generator.sources.slugs import slug

__all__ = ["find", "read", "read_all", "read_corrections", "schema", "slug"]
