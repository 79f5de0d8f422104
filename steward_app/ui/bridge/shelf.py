"""The shelf of standards as the window changes and shows it: the steward's own ones kept, guides read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...catalogue import Catalogue
from ...core.schema import Schema
from ...workspace import standard
from . import words

if TYPE_CHECKING:
    from . import Bridge


def keep(bridge: Bridge, made: Callable[[], Schema], then: Callable[[Schema], object] | None = None) -> None:
    """Keep a standard beside the window and read the shelf anew; it is used, unless something else is to follow."""
    def kept_it(schema: Schema) -> None:
        bridge.catalogue = Catalogue(bridge.paths.schemas, bridge.paths.own_schemas)
        bridge.belt.catalogue = bridge.catalogue
        if bridge.workspace is not None:
            bridge.workspace.catalogue = bridge.catalogue
        if then is not None:
            then(schema)
            return
        bridge.say(words.ADDED.with_(title=schema.title))
        bridge.choose_standard(schema.name)

    bridge.jobs.do("standard", lambda _: made(), kept_it, failed=bridge.fail)


def show_guide(bridge: Bridge, schema: Schema, parent: Any, field: str) -> None:
    """Show the guide of a standard, at one of its fields, and save it as a web page if that is asked."""
    title = words.GUIDE.with_(title=schema.title).to(bridge.language)
    at = standard.guide_place(field, bridge.language) if field else ""
    if bridge.dialogs.guide(parent, title, standard.guide_text(schema, bridge.language), at) != "save":
        return
    path = bridge.dialogs.save_file(parent, title, Path(bridge.folder()) / f"{schema.name}.html", "HTML (*.html)")
    if path is not None:
        bridge.do_beside("guide", lambda _: standard.write_guide(schema, path, bridge.language),
                         lambda _: bridge.say(words.GUIDE_SAVED.with_(name=path.name)))
