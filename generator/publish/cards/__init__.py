"""Cards: the pictures that stand for a page where it is shared, drawn offline and kept by what they say."""

from generator.publish.cards.card import Card
from generator.publish.cards.keeping import kept

__all__ = ["Card", "kept"]
