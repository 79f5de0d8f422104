"""Small frozen records of one change; each gives back its own inverse and names itself for the undo menu."""

from __future__ import annotations

import io
from collections.abc import Mapping as MappingABC
from dataclasses import dataclass, replace
from typing import Any, Protocol

import polars as pl

from .document import Decision, Document
from .mapping import Mapping
from .packed import Packed, taken_out
from .reading import Reading
from .schema import Schema
from .table import ROW, Table, no_ragged
from .text import Text

TYPED = Text("edit a cell", "modifier une cellule")


class Edit(Protocol):
    """One change of the document: `apply` returns the new document and the edit that takes it back."""

    @property
    def named(self) -> Text:
        """What the undo menu says."""
        ...

    def apply(self, document: Document) -> tuple[Document, Edit]:
        """Return the new document and the inverse."""
        ...

    def to_json(self) -> dict[str, Any]:
        """Return what a journal line says; big columns go to `to_bytes`."""
        ...

    def to_bytes(self) -> bytes:
        """Return the cells as an Arrow file, or nothing."""
        ...


@dataclass(frozen=True, eq=False)
class SetCells:
    """Write new text into some cells of one column. `fix` names the fix that proposed it, if one did."""

    column: str
    records: pl.Series
    text: pl.Series
    named: Text = TYPED
    fix: str | None = None

    def apply(self, document: Document) -> tuple[Document, Edit]:
        """Return the new document and the edit that takes it back (old values only)."""
        old = document.table.cells(self.column, self.records)
        table = document.table.put(self.column, self.records, self.text)
        return document.but(table=table), replace(self, text=old)

    def to_json(self) -> dict[str, Any]:
        """Name the column and the fix; the cells are in the bytes."""
        return {"edit": "cells", "column": self.column, "fix": self.fix, "named": self.named.as_json()}

    def to_bytes(self) -> bytes:
        """Return `record` and `text` as an Arrow file."""
        return packed(pl.DataFrame({"record": self.records.cast(ROW), "text": self.text.cast(pl.String)}))


@dataclass(frozen=True, eq=False)
class SetColumn:
    """Replace the text of a whole column; the inverse is the old column, shared and so free."""

    column: str
    text: pl.Series
    named: Text
    fix: str | None = None

    def apply(self, document: Document) -> tuple[Document, Edit]:
        """Return the new document and the old column."""
        old = document.table.frame[self.column]
        return document.but(table=document.table.with_column(self.column, self.text)), replace(self, text=old)

    def to_json(self) -> dict[str, Any]:
        """Name the column and the fix; the text is in the bytes."""
        return {"edit": "column", "column": self.column, "fix": self.fix, "named": self.named.as_json()}

    def to_bytes(self) -> bytes:
        """Return the column as an Arrow file."""
        return packed(self.text.cast(pl.String).alias("text").to_frame())


@dataclass(frozen=True, eq=False)
class RemoveRows:
    """Take records out of the table."""

    records: pl.Series
    named: Text
    fix: str | None = None

    def apply(self, document: Document) -> tuple[Document, Edit]:
        """Return the document without the records, and the edit that puts the old table back."""
        table = document.table.without(self.records)
        return document.but(table=table), SetTable(document.table, self.named)

    def to_json(self) -> dict[str, Any]:
        """Name the fix; the records are in the bytes."""
        return {"edit": "remove_rows", "fix": self.fix, "named": self.named.as_json()}

    def to_bytes(self) -> bytes:
        """Return `record` as an Arrow file."""
        return packed(self.records.cast(ROW).alias("record").to_frame())


@dataclass(frozen=True, eq=False)
class SetTable:
    """Put another table in place: the inverse of RemoveRows."""

    table: Table
    named: Text

    def apply(self, document: Document) -> tuple[Document, Edit]:
        """Return the document with the table, and the edit that puts the present one back."""
        return document.but(table=replace(self.table, parts=document.table.parts)), replace(self, table=document.table)

    def to_json(self) -> dict[str, Any]:
        """Keep the headings; the table is in the bytes."""
        return {"edit": "table", "headings": list(self.table.headings), "named": self.named.as_json()}

    def to_bytes(self) -> bytes:
        """Return the frame and its row numbers as an Arrow file."""
        return packed(self.table.frame.with_columns(self.table.rows.alias("\0row")))


@dataclass(frozen=True, eq=False)
class SetReading:
    """Read the file another way: a new table, its reading, and the mapping made for it, in one step.

    `anew` tells whether the table comes from the file as it is (else only what was asked changed, the table stands).
    Where the table that it replaces was packed beforehand, `before` is what the inverse holds of it.
    """

    reading: Reading
    table: Table | Packed
    mapping: Mapping
    named: Text
    anew: bool = True
    before: Packed | None = None

    def apply(self, document: Document) -> tuple[Document, Edit]:
        """Return the document read anew; the inverse holds the old table (shared columns)."""
        back = SetReading(document.reading, self.before or document.table, document.mapping, self.named, anew=self.anew)
        table = replace(taken_out(self.table), parts=self.reading.parts)
        return document.but(reading=self.reading, table=table, mapping=self.mapping), back

    def to_json(self) -> dict[str, Any]:
        """Say how the file was asked to be read; replaying reads it again."""
        return {"edit": "reading", "asked": self.reading.asked.as_json(), "mapping": self.mapping.as_json(full=True),
                "headings": list(self.table.headings), "anew": self.anew, "named": self.named.as_json()}

    def to_bytes(self) -> bytes:
        """Return the table as an Arrow file, so that it reopens when the source is gone."""
        table = taken_out(self.table)
        return packed(table.frame.with_columns(table.rows.alias("\0row")))


@dataclass(frozen=True, eq=False)
class SetStandard:
    """Choose a standard, with the mapping proposed for it."""

    schema: Schema | None
    mapping: Mapping
    named: Text = Text("choose a standard", "choisir une norme")

    def apply(self, document: Document) -> tuple[Document, Edit]:
        """Return the document under the standard, and the edit that puts the old one back."""
        back = replace(self, schema=document.schema, mapping=document.mapping)
        return document.but(schema=self.schema, mapping=self.mapping), back

    def to_json(self) -> dict[str, Any]:
        """Name the standard and its version."""
        return {"edit": "standard", "standard": self.schema.id if self.schema else None,
                "mapping": self.mapping.as_json(full=True), "named": self.named.as_json()}

    def to_bytes(self) -> bytes:
        """Return nothing."""
        return b""


@dataclass(frozen=True, eq=False)
class SetMapping:
    """Say which column feeds which field, and how it is read. `fix` names the fix that proposed a reading."""

    mapping: Mapping
    named: Text = Text("match columns", "associer les colonnes")
    fix: str | None = None

    def apply(self, document: Document) -> tuple[Document, Edit]:
        """Return the document with the mapping, and the old mapping."""
        return document.but(mapping=self.mapping), replace(self, mapping=document.mapping)

    def to_json(self) -> dict[str, Any]:
        """Return the mapping with states."""
        return {"edit": "mapping", "mapping": self.mapping.as_json(full=True), "fix": self.fix,
                "named": self.named.as_json()}

    def to_bytes(self) -> bytes:
        """Return nothing."""
        return b""


@dataclass(frozen=True, eq=False)
class SetMetadata:
    """Say what the dataset is called, who publishes it, under which licence."""

    metadata: MappingABC[str, Any]
    named: Text = Text("describe the dataset", "décrire le jeu de données")

    def apply(self, document: Document) -> tuple[Document, Edit]:
        """Return the document with the metadata, and the old metadata."""
        return document.but(metadata=self.metadata), replace(self, metadata=document.metadata)

    def to_json(self) -> dict[str, Any]:
        """Return the metadata."""
        return {"edit": "metadata", "metadata": dict(self.metadata), "named": self.named.as_json()}

    def to_bytes(self) -> bytes:
        """Return nothing."""
        return b""


@dataclass(frozen=True, eq=False)
class SetDecisions:
    """Mark findings as right, each with its reason, or take such a mark back."""

    decisions: tuple[Decision, ...]
    named: Text = Text("confirm as correct", "confirmer que c’est exact")

    def apply(self, document: Document) -> tuple[Document, Edit]:
        """Return the document with the decisions, and the old ones."""
        return document.but(decisions=self.decisions), replace(self, decisions=document.decisions)

    def to_json(self) -> dict[str, Any]:
        """Return the decisions."""
        return {"edit": "decisions", "decisions": [item.as_json() for item in self.decisions],
                "named": self.named.as_json()}

    def to_bytes(self) -> bytes:
        """Return nothing."""
        return b""


@dataclass(frozen=True, eq=False)
class Several:
    """Some edits as one step."""

    edits: tuple[Edit, ...]
    named: Text

    def apply(self, document: Document) -> tuple[Document, Edit]:
        """Apply them in order; the inverse takes them back from the last to the first."""
        backs: list[Edit] = []
        for edit in self.edits:
            document, back = edit.apply(document)
            backs.insert(0, back)
        return document, Several(tuple(backs), self.named)

    def to_json(self) -> dict[str, Any]:
        """Return the edits' own lines; their bytes follow one another in the same order."""
        return kept(self)[0]

    def to_bytes(self) -> bytes:
        """Return the edits' bytes, one after the other."""
        return kept(self)[1]


def kept(edit: Edit) -> tuple[dict[str, Any], bytes]:
    """Return what a journal line says of an edit, and its cells: `to_json` and `to_bytes` for the work of one."""
    if not isinstance(edit, Several):
        return edit.to_json(), edit.to_bytes()
    parts = [kept(part) for part in edit.edits]
    said = {"edit": "several", "edits": [line | {"bytes": len(cells)} for line, cells in parts], "named": edit.named.as_json()}
    return said, b"".join(cells for _, cells in parts)


def flat(edit: Edit) -> tuple[Edit, ...]:
    """Return the single edits of a step, in order."""
    return tuple(part for whole in edit.edits for part in flat(whole)) if isinstance(edit, Several) else (edit,)


def packed(frame: pl.DataFrame) -> bytes:
    """Write a frame as a compressed Arrow file in memory."""
    frame.write_ipc(out := io.BytesIO(), compression="zstd")
    return out.getvalue()


def unpacked(data: bytes) -> pl.DataFrame:
    """Read what `packed` wrote."""
    return pl.read_ipc(io.BytesIO(data))


def unpacked_table(headings: list[str], data: bytes) -> Table:
    """Read the table of a SetTable or SetReading line."""
    frame = unpacked(data)
    return Table(frame.drop("\0row"), tuple(headings), frame["\0row"].rename("row"), no_ragged())
