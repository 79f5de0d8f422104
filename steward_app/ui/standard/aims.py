"""What the steward intends to meet of a standard: recommended fields that the file lacks, ticked or left quiet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QCheckBox

from ...core.schema import Field, Schema
from ...workspace import standard
from .. import look
from ..bridge import Bridge

ROOM = 246


class Aims:
    """Knows which fields each standard would lack, and which of them were left quiet; asks beside the window."""

    def __init__(self, bridge: Bridge, changed: Callable[[], object]) -> None:
        self._bridge, self._changed = bridge, changed
        self._lacking: dict[str, tuple[str, ...]] = {}
        self._quiet: dict[str, frozenset[str]] = {}
        self._asking = False

    def forget(self) -> None:
        """Another file, or another reading of it: everything is asked anew."""
        self._lacking, self._quiet = {}, {}

    def _used(self, schema: Schema) -> bool:
        here = self._bridge.workspace
        return here is not None and here.document.schema is not None and here.document.schema.name == schema.name

    def lacking(self, schema: Schema) -> tuple[Field, ...]:
        """Return the recommended fields that nothing in the file may feed; none until that is known."""
        here = self._bridge.workspace
        if here is None:
            return ()
        if self._used(schema):
            names = standard.unfed(schema, here.document.mapping)
        elif schema.name in self._lacking:
            names = self._lacking[schema.name]
        else:
            document, indexes = here.document, self._bridge.indexes
            self._asking = True
            self._bridge.ask("aims", lambda _: standard.lacking(document, schema, indexes),
                             lambda found: self._found(schema.name, found))
            self._asking = False
            names = self._lacking.get(schema.name, ())
        return tuple(schema[name] for name in names if name in schema.by_name)

    def _found(self, name: str, lacking: tuple[str, ...]) -> None:
        self._lacking[name] = lacking
        if not self._asking:  # whoever asks for an answer that is there at once shows it itself
            self._changed()

    def quiet(self, schema: Schema) -> frozenset[str]:
        """Return the fields of a standard that the steward does not intend to meet."""
        if self._used(schema):
            return standard.quiet(self._bridge.workspace.document)
        return self._quiet.get(schema.name, frozenset())

    def aim(self, schema: Schema, name: str, on: bool) -> None:
        """Note that a field is intended, or not; a step of the work where the standard is already in use."""
        if self._used(schema):
            document = self._bridge.workspace.document
            self._bridge.do(standard.aimed(document, name, on, self._bridge.language), "aims")
        else:
            left = self._quiet.get(schema.name, frozenset())
            self._quiet[schema.name] = left - {name} if on else left | {name}

    def boxes(self, schema: Schema) -> list[Any]:
        """Return a tick box for each field, whole names in their tooltips."""
        quiet = self.quiet(schema)
        return [self._box(schema, field, field.name not in quiet) for field in self.lacking(schema)]

    def _box(self, schema: Schema, field: Field, on: bool) -> QCheckBox:
        title = self._bridge.text(field.title)
        made = QCheckBox()
        shown = QFontMetrics(look.font("body")).elidedText(title, Qt.TextElideMode.ElideRight, look.px(ROOM))
        made.setText(shown.replace("&", "&&"))
        made.setAccessibleName(title)
        made.setToolTip(f"{title}\n{self._bridge.text(field.description)}".strip())
        made.setChecked(on)
        made.toggled.connect(lambda ticked: self.aim(schema, field.name, ticked))
        return made
