"""The contents of pages, set aside on disk from their reading to their writing.

MkDocs reads all pages before it writes the first, and would hold the contents of a whole archive in memory meanwhile.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryFile


class Aside:
    """Texts by name in a file without a name, in the folder `room`; raises `OSError` where there is no place for it."""

    def __init__(self, room: Path) -> None:
        self.file = TemporaryFile(dir=room)  # noqa: SIM115  (lives as long as the build, and closes with it)
        self.places: dict[str, tuple[int, int]] = {}

    def put(self, name: str, text: str) -> None:
        """Sets a text aside; raises `OSError`."""
        content = text.encode(errors="surrogatepass")
        self.places[name] = self.file.seek(0, 2), len(content)
        self.file.write(content)

    def take(self, name: str) -> str | None:
        """A text that was set aside, once; None where there is none."""
        place = self.places.pop(name, None)
        if place is None:
            return None
        self.file.seek(place[0])
        return self.file.read(place[1]).decode(errors="surrogatepass")
