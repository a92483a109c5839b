"""What the bundled pipeline is: `python -m generator.language.about` prints version, licence, data and figures."""

from __future__ import annotations

import sys

from generator.language.packing import Card, read_card
from generator.language.pipelines import BUNDLED_FOLDER


def describe(card: Card) -> str:
    """The card in lines to read."""
    lines = [f"{card.name} {card.version}, weights under {card.licence}", f"sha256 {card.sha256}", "", "Trained on"]
    lines += [f"  {source}: {licence}" for source, licence in card.sources.items()]
    lines += ["", "Figures, in percent, sentences predicted, punctuation left out of trees"]
    for test, scores in card.figures.items():
        lines.append(f"  {test}: " + ", ".join(f"{name} {value:.1f}" for name, value in scores.items()))
    return "\n".join(lines)


def main() -> None:
    """Print the card of the bundled pipeline."""
    sys.stdout.write(describe(read_card(BUNDLED_FOLDER)) + "\n")


if __name__ == "__main__":
    main()
