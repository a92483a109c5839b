"""Briefs and stories as pages of Markdown; text of sources shows letter by letter on them."""

from generator.pages.checking import check_page
from generator.pages.left_out import left_out
from generator.pages.renderer import Renderer
from generator.pages.templates import built_in

__all__ = ["Renderer", "built_in", "check_page", "left_out"]
