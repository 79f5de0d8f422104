"""What the app remembers, at station 3: shown, forgotten, saved for colleagues, taken over from them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from ..bridge import Bridge
from ..dialogs import Remembered
from . import words


def show(page: Any, bridge: Bridge) -> None:
    """Show what was confirmed for the standard in use, until the dialog is closed."""
    schema, memory = page.work.document.schema, bridge.memory
    known = memory.columns(schema.name).values()
    shown = tuple(Remembered(entry["heading"], bridge.text(schema[entry["field"]].title), bridge.date(day_of(entry)))
                  for entry in sorted(known, key=lambda entry: entry["heading"].casefold()) if entry["field"] in schema.by_name)
    answer = bridge.dialogs.remembered(page.window(), bridge.text(schema.title), shown,
                                       lambda heading: bridge.remembering(lambda: memory.forget(schema.name, heading)))
    if answer == "share":
        share(page, bridge)
    elif answer == "take":
        take(page, bridge)


def share(page: Any, bridge: Bridge) -> None:
    """Save what is remembered of the standard into a file."""
    name = page.work.document.schema.name
    title = bridge.text(words.SHARE)
    path = bridge.dialogs.save_file(page.window(), title, Path(bridge.folder()) / f"{name}.columns.json", "JSON (*.json)")
    if path is not None:
        bridge.do_beside("remembered", lambda _: bridge.memory.share(name, path),
                         lambda _: bridge.say(words.SHARED.with_(name=path.name)))


def take(page: Any, bridge: Bridge) -> None:
    """Take over what a colleague saved, and look for candidates anew."""
    name = page.work.document.schema.name
    path = bridge.dialogs.open_json(page.window(), bridge.text(words.TAKE))
    if path is None:
        return

    def taken(count: int) -> None:
        page.asking.forget()
        page.redraw_side()
        bridge.say(words.TAKEN.with_(n=count, name=path.name))

    bridge.do_beside("remembered", lambda _: bridge.memory.take(name, path), taken)


def day_of(entry: dict[str, str]) -> dt.date:
    """Return when a heading was confirmed."""
    return dt.date.fromisoformat(entry["date"][:10])
