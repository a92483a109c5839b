"""What a site gives away beside its pages: calendars, feeds, JSON, linked data, redirects."""

from generator.publish.library import Publication, publication
from generator.publish.site import Output, Site
from generator.publish.verify import verify

__all__ = ["Output", "Publication", "Site", "publication", "verify"]
