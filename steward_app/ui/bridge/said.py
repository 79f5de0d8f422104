"""The typed objects that the bridge's signals carry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ...core.text import Text
from ...workspace.states import Station


@dataclass(frozen=True)
class Said:
    """A sentence for the toast and the status line. `undo` offers Ctrl+Z; `button` and `run` another way on."""

    text: Text
    more: Text | None = None
    undo: bool = False
    button: Text | None = None
    run: Callable[[], object] | None = None
    toast: bool = True


@dataclass(frozen=True)
class Visit:
    """A wish to be at a station; `problem` is the key of a problem to choose, `field` a field, there."""

    station: Station | None
    problem: tuple[str, str | None] | None = None
    field: str | None = None


@dataclass(frozen=True, eq=False)
class ProblemLine:
    """A problem as the palette lists it."""

    key: tuple[str, str | None]
    severity: str
    says: Text
    where: Text


@dataclass(frozen=True)
class Blocked:
    """Why a station cannot be opened yet, and the station that unblocks it."""

    station: Station
    why: Text


@dataclass(frozen=True)
class Noticed:
    """A banner over the page in front: its sentence, one button, and the severity (or ok) that it is drawn as."""

    text: Text
    button: Text | None = None
    run: Callable[[], object] | None = None
    tone: str = "better"


@dataclass(frozen=True)
class Pleased:
    """What a page wants of the window: open the palette, the file dialog, the settings… by its action's name."""

    action: str
