"""Last month's recipe on this month's file: applied as one step, and what differs said over the page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ...core.progress import Progress
from ...core.text import Text
from ...workspace import kept
from ...workspace.again import Again, again
from ...workspace.drift import Drift
from ...workspace.states import Station
from . import opening, words
from .said import Noticed, Said

if TYPE_CHECKING:
    from . import Bridge

# A banner holds so many sentences; the rest is seen where it matters, in Columns.
SENTENCES = 2


def apply(bridge: Bridge, path: Path) -> None:
    """Apply a recipe to the open file, as one undo step, then say what differs."""
    here = bridge.workspace
    if here is None:
        bridge.say(words.OPEN_FIRST)
        return
    def work(progress: Progress) -> Again:
        made = again(bridge.belt, here, path, progress)
        if made.peek is not None:
            opening.keep_peek(kept.folder_for(bridge.paths.works, here.path), made.peek)
        return made
    def then(made: Again) -> None:
        bridge.peek = made.peek or bridge.peek
        bridge.do(made.edit, "recipe", said=Said(words.RECIPE_APPLIED.with_(name=path.name), undo=True))
        if (notice := notice_of(bridge, made.drift)) is not None:
            bridge.noticed.emit(notice)
    bridge.jobs.do("open", work, bridge.settled(here, then), failed=bridge.fail, stopped=lambda: None)


def notice_of(bridge: Bridge, drift: Drift | None) -> Noticed | None:
    """Return the banner that says what differs; None where nothing does."""
    said = drift.said if drift is not None else ()
    if not said:
        return None
    return Noticed(joined(said[:SENTENCES]), words.REVIEW, lambda: bridge.visit(Station.COLUMNS))


def joined(said: tuple[Text, ...]) -> Text:
    """Return sentences one after another."""
    return Text(" ".join(text.to("en") for text in said), " ".join(text.to("fr") for text in said))
