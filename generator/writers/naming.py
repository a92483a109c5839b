"""What the front matter of a page says of where it comes from."""

from __future__ import annotations

import json
import re

from generator.writers.lines import Style
from generator.writers.parsing import FRONT

STORY = "story:"
"""What begins the id of a story, where ids of articles stand beside those of stories."""
NAMING = re.compile(r"^(article|story):[ \t]*(\S.*?)[ \t]*$", re.MULTILINE)
OWN = re.compile(r"^generated:[ \t]*(?:false|no|off)[ \t]*(?:#.*)?$", re.MULTILINE | re.IGNORECASE)


def identity_of(text: str) -> str:
    """The id of the article or story that a page's front matter names; empty without one."""
    front = FRONT.match(Style.of(text).plain)
    match = NAMING.search(front["fields"]) if front else None
    if match is None:
        return ""
    value = match[2]
    if value.startswith('"'):
        try:
            value = str(json.loads(value))
        except ValueError:
            return ""
    value = value.strip("'")
    return f"{STORY}{value}" if match[1] == "story" else value


def is_own(text: str) -> bool:
    """Whether a writer took a page over: `generated: false` in its front matter."""
    front = FRONT.match(Style.of(text).plain)
    return bool(front and OWN.search(front["fields"]))
