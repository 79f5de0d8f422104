"""What the window expects of a page; a page is a QWidget that takes a bridge and nothing else."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from .head import Head


class Page(Protocol):
    """One station (or Start) inside the window.

    `head_changed` is a `Signal()`-like `Signal(object)` carrying the new Head. `ACTIONS` names the menu items the page
    answers in `act`; items that no page and not the window answers are not shown.
    """

    ACTIONS: frozenset[str]
    head_changed: Any

    def head(self) -> Head | None:
        """Return the head, or None where the page draws its own (Start)."""

    def hints(self) -> tuple[str, ...]:
        """Return at most four key hints for the status line."""

    def enter(self, visit: Any) -> None:
        """Take the focus where work begins; `visit` may name a problem or a field to choose."""

    def commit(self) -> None:
        """Save an open editor before the steward leaves."""

    def act(self, action: str) -> None:
        """Do a menu item of `ACTIONS`."""

    def panes(self) -> tuple[QWidget, ...]:
        """Return what F6 walks through, left to right."""

    def keep(self) -> dict[str, Any]:
        """Return selection, scroll and filters, for a window made anew in the other language."""

    def restore(self, kept: dict[str, Any]) -> None:
        """Put them back."""
