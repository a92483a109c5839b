"""What writers did to pages, kept through every regeneration."""

from generator.writers.changes import Change, apply, changes

__all__ = ["Change", "apply", "changes"]
