"""The banners that the bridge asks for: a file that moved, work open elsewhere, a newer standard, matched columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...workspace.states import Station
from ...workspace.upgrade import newer
from . import recipes, words
from .said import Noticed

if TYPE_CHECKING:
    from . import Bridge
    from .opening import Found


def notice_of(bridge: Bridge, found: Found) -> Noticed | None:
    """Return what must be said of a work just opened, or None."""
    path = found.work.workspace.path
    if found.work.read_only:
        return Noticed(words.ELSEWHERE, words.TRY_AGAIN, lambda: bridge.open(path))
    if found.moved:
        return Noticed(words.MOVED, words.CHOOSE_FILE, lambda: bridge.please("open"))
    if (there := newer(found.work.workspace.document, bridge.catalogue)) is not None:
        said = words.NEWER.with_(title=there.title, version=there.version)
        return Noticed(said, words.SEE_CHANGES, lambda: bridge.visit(Station.STANDARD))
    return recipes.notice_of(bridge, found.drift)


def matched_by_name(bridge: Bridge) -> Noticed:
    """Return the summary of a station that was passed over. (interaction.md §2)"""
    work = bridge.workspace
    fed = len(work.document.mapping.fed_fields) if work else 0
    return Noticed(words.BY_NAMES.with_(n=fed), words.REVIEW, lambda: bridge.visit(Station.COLUMNS))
