"""A demand as one sentence: by its firmness, and by how the words that were asked for go on behind the verb."""

from __future__ import annotations

from generator.model.facts import Firmness

NOMINAL = {
    *("a", "an", "the", "this", "these", "those", "its", "their", "his", "her", "our", "more", "less", "fewer"),
    *("no", "any", "all", "some", "such", "further", "additional"),
}
"""What begins a noun phrase (the determiners of English, and adjectives that stand there in demands)."""
BINDING = {"must", "should", "shall", "ought"}
"""Verbs that make a whole clause of what begins like a noun phrase."""


def asked(firmness: Firmness, by: str, of: str, what: str, *, several: bool) -> str:
    """A demand in words: `what` is in quotation marks, `of` is empty where nobody is addressed."""
    words = what.strip("“").lower().split()
    first = words[0] if words else ""
    clause = first == "that"
    nominal = first in NOMINAL and BINDING.isdisjoint(words)
    if firmness == "ultimatum":
        gives = "give" if several else "gives"
        return f"{by} {gives} {of} an ultimatum: {what}" if of else f"{by} {gives} an ultimatum: {what}"
    if firmness == "demand":
        demands = "demand" if several else "demands"
        if clause or (nominal and not of):
            return f"{by} {demands} {what}"
        if not of:
            return f"{by} {demands}: {what}"
        return f"{by} {demands} of {of}{'' if nominal else ':'} {what}"
    if firmness == "call":
        call = "call" if several else "calls"
        if not of:
            return f"{by} {call} for {what}" if nominal else f"{by} {call}: {what}"
        link = " for" if nominal else "" if first == "to" else ":"
        return f"{by} {call} on {of}{link} {what}"
    ask = "ask" if several else "asks"
    whom = f" {of}" if of else ""
    if clause or first == "to":
        return f"{by} {ask}{'' if clause else whom} {what}"
    return f"{by} {ask}{whom}{' for' if nominal else ':'} {what}"
