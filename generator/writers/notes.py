"""Footnotes that a writer's text still cites, though the generated page has dropped them."""

from __future__ import annotations

import re

DEFINED = re.compile(r"^\[\^([^\]\n]+)\]:", re.MULTILINE)
CITED = re.compile(r"\[\^([^\]\n]+)\](?!:)")


def with_cited(text: str, mine: str) -> str:
    """A merged text with the passages of the writer's page that it cites and does not have, at its end.

    A sentence that the writer keeps goes on citing the passage on which it rests, also where the source no longer
    holds it.
    """
    missing = set(CITED.findall(text)) - set(DEFINED.findall(text))
    kept = [line for line in mine.split("\n") if (found := DEFINED.match(line)) and found[1] in missing]
    if not kept:
        return text
    body = text.rstrip("\n")
    parted = "\n" if DEFINED.match(body.rsplit("\n", 1)[-1]) else "\n\n"
    return body + parted + "\n".join(kept) + text[len(body) :]
