"""A steward's own standards at station 2: brought from a file, drafted from the table, edited in a form."""

from __future__ import annotations

from typing import Any

from ...core.schema import Schema
from ...core.text import Text
from ...workspace import own
from ...workspace.own_form import StandardForm
from ...workspace.upgrade import newer, upgraded
from ..bridge import Bridge, Said
from .version import VersionCard

KEPT = Text("“{title}” is kept as version {version}.", "La norme « {title} » est enregistrée, version {version}.")
NOW = Text("Your work follows version {version} of “{title}”.", "Votre travail suit la version {version} de « {title} ».")


class OwnStandards:
    """Asks for what it needs; the bridge keeps what was made."""

    def __init__(self, page: Any, bridge: Bridge) -> None:
        self._page, self._bridge = page, bridge
        self.pinned = ""  # the version that the steward chose to keep, as id@version

    def version_card(self) -> VersionCard | None:
        """Return the question about a newer version, None where there is none or it was answered."""
        here = self._bridge.workspace
        there = newer(here.document, self._bridge.catalogue) if here is not None else None
        if there is None or self.pinned == here.document.schema.id:
            return None
        return VersionCard(here.document.schema, there, self._bridge.language, lambda: self._upgrade(there), self._pin)

    def _pin(self) -> None:
        self.pinned = self._bridge.workspace.document.schema.id
        self._page.redraw()

    def _upgrade(self, there: Schema) -> None:
        bridge, document = self._bridge, self._bridge.workspace.document
        known = bridge.memory.columns(there.name)

        def then(edit: Any) -> None:
            bridge.do(edit, "standard", said=Said(NOW.with_(title=there.title, version=there.version), undo=True))

        bridge.ask("upgrade", lambda _: upgraded(document, there, known), then, quiet=False)

    def bring(self) -> None:
        """Ask for a file and use the standard in it."""
        path = self._bridge.dialogs.open_standard(self._page.window())
        if path is not None:
            self._bridge.bring_standard(path)

    def draft(self) -> None:
        """Draft a standard from the open table, show it in the form, and use what is saved."""
        here = self._bridge.workspace
        document, name = here.document, here.path.stem
        lists = self._bridge.catalogue.code_lists
        self._bridge.ask("draft", lambda _: own.drafted(document, name, lists), self._drafted, quiet=False)

    def _drafted(self, raw: dict[str, Any]) -> None:
        edited = self._asked(raw)
        if edited is not None:
            self._bridge.keep_standard(edited, fresh=True)

    def edit(self, schema: Schema) -> None:
        """Show a standard of the steward's own in the form, and keep what is changed."""
        raw, text = own.as_kept(schema.name, self._bridge.paths.own_schemas)
        edited = self._asked(raw)
        if edited is None or edited == raw:
            return
        self._bridge.keep_standard(edited, text, then=self._edited)

    def _edited(self, schema: Schema) -> None:
        self._page.shelf_changed(schema.name)
        there = newer(self._bridge.workspace.document, self._bridge.catalogue)
        if there is not None and there.name == schema.name:
            self._upgrade(there)  # the work at hand follows it, with all that was matched
        else:
            self._bridge.say(KEPT.with_(title=schema.title, version=schema.version))

    def _asked(self, raw: dict[str, Any]) -> dict[str, Any] | None:
        form = StandardForm.of(raw, self._bridge.catalogue.code_lists)
        return self._bridge.dialogs.standard_form(self._page.window(), form)
