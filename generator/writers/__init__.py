"""What writers did to pages, kept through every regeneration."""

from generator.writers.changes import Change, apply, changes
from generator.writers.files import read_text

__all__ = ["Change", "apply", "changes", "read_text"]
