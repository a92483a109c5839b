"""What a site gives away beside its pages: calendars, feeds, JSON, linked data, redirects."""

from generator.publish.library import Publication, publication
from generator.publish.site import Output, Site

__all__ = ["Output", "Publication", "Site", "publication"]
