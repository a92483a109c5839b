"""What went wrong without stopping the work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.errors import shown

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One remark about one source; `line` counts from 1 in the file, `message` says what and what to do."""

    severity: Severity
    code: str
    message: str
    line: int = 1

    def at(self, path: object) -> str:
        """The remark as one line of a terminal: `path:line: severity: message`."""
        return f"{shown(path)}:{self.line}: {self.severity}: {self.message}"
