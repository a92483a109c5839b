"""Briefs and stories as pages of Markdown; text of sources shows letter by letter on them."""

from generator.pages.checking import check_page
from generator.pages.renderer import Renderer

__all__ = ["Renderer", "check_page"]
