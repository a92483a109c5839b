"""What writers did to pages and facts, kept through every regeneration."""

from generator.writers.accepting import Standing, accepted, page_named, standings
from generator.writers.applying import alone, apply, finish, take_up
from generator.writers.correcting import correct
from generator.writers.edits import only_shown
from generator.writers.files import is_there, not_text, read_text
from generator.writers.finishing import finish_brief
from generator.writers.history import continued, fact_lines, history_changes, read_history, told
from generator.writers.ledger import Line, read_ledger
from generator.writers.naming import STORY
from generator.writers.notices import conflict_faults
from generator.writers.outcomes import Change, Outcome, PageRoom
from generator.writers.places import Origin, Places, find_places
from generator.writers.planning import changes
from generator.writers.regenerating import regenerate
from generator.writers.undoing import undo

__all__ = [
    "STORY",
    "Change",
    "Line",
    "Origin",
    "Outcome",
    "PageRoom",
    "Places",
    "Standing",
    "accepted",
    "alone",
    "apply",
    "changes",
    "conflict_faults",
    "continued",
    "correct",
    "fact_lines",
    "find_places",
    "finish",
    "finish_brief",
    "history_changes",
    "is_there",
    "not_text",
    "only_shown",
    "page_named",
    "read_history",
    "read_ledger",
    "read_text",
    "regenerate",
    "standings",
    "take_up",
    "told",
    "undo",
]
