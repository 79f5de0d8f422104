"""Grids and readings on their way from the reading process: Arrow files for the rows, JSON for the rest."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import polars as pl

from ..core.grid import Grid, Merged
from ..core.problem import Problem
from ..core.reading import Asked, Choice, Note, Proposal, Reading, SheetInfo
from ..core.table import ROW
from ..core.text import Text

ROWS, WIDTHS = "\0rows", "\0widths"
CELLS = 2_000_000  # cells a file: it and what is read of it stand in memory at once


def pack(grid: Grid, reading: Reading, to: Path) -> dict[str, Any]:
    """Write the rows to Arrow files, some columns each, beside the name given, and return the rest as JSON."""
    frame = grid.frame.with_columns(grid.rows.alias(ROWS))
    if grid.widths is not None:
        frame = frame.with_columns(grid.widths.alias(WIDTHS))
    some = max(1, CELLS // max(1, frame.height))
    parts = [to.with_suffix(f".{at}.arrow") for at in range(0, frame.width, some)]
    for at, part in enumerate(parts):
        frame[:, at * some:(at + 1) * some].write_ipc(part, compression="uncompressed")
    return {
        "parts": [part.name for part in parts],
        "grid": {"spill": [grid.spill["index"].to_list(), grid.spill["text"].to_list()], "named": grid.named,
                 "merged": [[m.top, m.left, m.bottom, m.right] for m in grid.merged], "hidden": sorted(grid.hidden),
                 "again": grid.again, "parts": grid.parts,
                 "last_row": grid.last_row},
        "reading": {
            "name": reading.name, "format": reading.format, "bytes": reading.bytes, "sha256": reading.sha256,
            "encoding": reading.encoding, "delimiter": reading.delimiter, "sheet": reading.sheet,
            "sheets": [[s.name, s.rows, s.columns, s.hidden] for s in reading.sheets],
            "notes": [[n.code, words(n.says), words(n.do), n.severity, n.field, n.column] for n in reading.notes],
            "proposals": [[p.kind, list(p.rows), words(p.reason), p.applied] for p in reading.proposals],
            "choices": {key: [[c.value, list(c.sample), c.score] for c in found]
                        for key, found in reading.choices.items()},
            "asked": reading.asked.as_json(),
        },
    }


def unpack(said: Mapping[str, Any], source: Path) -> tuple[Grid, Reading]:
    """Return what `pack` was given, and remove its files one by one."""
    frame = pl.concat([taken(source.with_name(name)) for name in said["parts"]], how="horizontal")
    rows = frame[ROWS].alias("row")
    widths = frame[WIDTHS] if WIDTHS in frame.columns else None
    g, r = said["grid"], said["reading"]
    index, text = g["spill"]
    grid = Grid(
        frame.drop([name for name in (ROWS, WIDTHS) if name in frame.columns]), rows, widths,
        pl.DataFrame({"index": index, "text": text}, schema={"index": ROW, "text": pl.String}),
        tuple(g["named"]) if g["named"] is not None else None,
        tuple(Merged(*item) for item in g["merged"]), frozenset(g["hidden"]), tuple(g["again"]), g["last_row"],
        tuple((name, before) for name, before in g["parts"]))
    reading = Reading(
        name=r["name"], format=r["format"], bytes=r["bytes"], fingerprint=r["sha256"], encoding=r["encoding"],
        delimiter=r["delimiter"], sheet=r["sheet"], sheets=tuple(SheetInfo(*item) for item in r["sheets"]),
        notes=tuple(Note(code, text_of(says), text_of(do), severity, field, column)
                    for code, says, do, severity, field, column in r["notes"]),
        proposals=tuple(Proposal(kind, tuple(rows), text_of(reason), applied) for kind, rows, reason, applied in r["proposals"]),
        choices={key: tuple(Choice(value, tuple(sample), score) for value, sample, score in found)
                 for key, found in r["choices"].items()},
        asked=Asked.of_json(r["asked"]))
    return grid, reading


def taken(part: Path) -> pl.DataFrame:
    """Read an Arrow file and remove it."""
    with part.open("rb") as file:  # a handle and not a name: it stays mapped no longer than it is read
        frame = pl.read_ipc(file)
    part.unlink()
    return frame


def words(text: Text) -> list[str]:
    """Return a phrase with its holes filled, in both languages."""
    return [text.to("en"), text.to("fr")]


def text_of(said: list[str]) -> Text:
    """Return a phrase from both languages; braces that came with facts stay as they are."""
    return Text(said[0], said[1])


def problem(fault: Problem) -> dict[str, Any]:
    """Return a Problem as JSON."""
    return {"code": fault.code, "says": words(fault.says), "do": words(fault.do)}


def raised(said: Mapping[str, Any]) -> Problem:
    """Return the Problem that `problem` was given."""
    return Problem(said["code"], text_of(said["says"]), text_of(said["do"]))
