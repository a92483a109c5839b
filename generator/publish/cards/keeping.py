"""Cards kept from build to build by what they say, so that a thousand of them cost nothing twice."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import PIL

from generator.publish.cards.card import DESIGN, Card

LABEL = 32
"""Characters of a file's name: 128 bits of a hash."""


def kept(cards: Mapping[str, Card], folder: Path) -> dict[str, bytes]:
    """The PNGs of cards by the same names; drawn where `folder` does not hold them. Others in it are removed."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {name: folder / f"{_label(card)}.png" for name, card in cards.items()}
    made = {name: _kept(card, files[name]) for name, card in cards.items()}
    _forget(folder.glob("*.png"), {file.name for file in files.values()})
    return made


def _kept(card: Card, file: Path) -> bytes:
    if file.is_file():
        return file.read_bytes()
    drawn = card.drawn()
    new = file.with_suffix(f".{os.getpid()}")
    new.write_bytes(drawn)
    new.replace(file)
    return drawn


def _forget(files: Iterable[Path], named: set[str]) -> None:
    for file in files:
        if file.name not in named:
            file.unlink(missing_ok=True)


def _label(card: Card) -> str:
    said = "\x1f".join([DESIGN, PIL.__version__, card.site, card.title, *card.detail])
    return hashlib.sha256(said.encode()).hexdigest()[:LABEL]
