"""What writers did to pages and facts, kept through every regeneration."""

from generator.writers.applying import alone, apply, finish, take_up
from generator.writers.correcting import correct
from generator.writers.files import read_text
from generator.writers.finishing import finish_brief
from generator.writers.history import continued, history_changes, read_history, told
from generator.writers.naming import STORY
from generator.writers.outcomes import Change
from generator.writers.places import Origin, Places, find_places
from generator.writers.planning import changes

__all__ = [
    "STORY",
    "Change",
    "Origin",
    "Places",
    "alone",
    "apply",
    "changes",
    "continued",
    "correct",
    "find_places",
    "finish",
    "finish_brief",
    "history_changes",
    "read_history",
    "read_text",
    "take_up",
    "told",
]
