"""The goals that are measured: open, check, edit, fix, write, remember; each a figure beside what it is held against."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from unittest import mock

import bench_hand
import numpy as np
import polars as pl
from bench_data import Truth, on_disk
from bench_rivals import converted, frictionless_rate, workbook_of
from bench_time import Goal, Timed, interleaved, more, ratio
from dev_setup import ROOT

from steward_app.catalogue import Catalogue
from steward_app.core.changes import one_cell
from steward_app.core.edits import SetStandard
from steward_app.core.findings import Findings
from steward_app.core.schema import Schema
from steward_app.matching import Indexes, propose
from steward_app.workspace import Workspace
from steward_app.workspace.file import ReadingProcess, open_file

TODAY = bench_hand.TODAY
TIMES = 5


@dataclass
class Bench:
    """One run: the folder of the data, how many rows, and which share of them bears each kind of fault."""

    folder: Path
    rows: int
    share: float

    @cached_property
    def data(self) -> tuple[Path, Truth]:
        """The file and its truth."""
        return on_disk(self.folder, self.rows, self.share)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The standards."""
        return Catalogue(ROOT / "schemas")

    @cached_property
    def indexes(self) -> Indexes:
        """The standards' names, cut into words once for all files, as the app keeps them."""
        return Indexes.none()

    @cached_property
    def schema(self) -> Schema:
        """The standard of building permits."""
        return self.catalogue.find("building-permits")

    def mapped(self, path: Path, away: ReadingProcess | None = None) -> Workspace:
        """Open a file (workbooks in the reading process handed in) and map its columns as the matcher proposes."""
        opened = open_file(path, away=away)
        work = Workspace.of(path, opened, self.catalogue, TODAY)
        work.do(SetStandard(self.schema, propose(opened.table, self.schema, indexes=self.indexes).mapping))
        return work

    def checked(self, path: Path, away: ReadingProcess | None = None) -> Workspace:
        """Open, map and check: every finding with its row and column."""
        work = self.mapped(path, away)
        work.accept(work.check())
        for problem in work.findings.problems.values():
            problem.records()
        return work


def faults(findings: Findings, table_rows: pl.Series, truth: Truth, schema: Schema, fed: set[str]) -> list[str]:
    """Compare findings with what was planted, by check, field and row of the file; return what differs."""
    expected = {key: records + 2 for key, records in truth.items()}  # row 1 is the header
    for item in schema.fields:
        if item.level == "recommended" and item.name not in fed:
            expected["C02", item.name] = np.array([], dtype=np.int64)
    found = {problem.key: table_rows.gather(problem.records()).to_numpy() for problem in findings.problems.values()}
    wrong = []
    for key in sorted({*expected, *found}, key=str):
        want, got = expected.get(key), found.get(key)
        if want is None or got is None:
            wrong.append(f"{key}: {'not planted' if want is None else 'not found'}")
        elif not np.array_equal(np.sort(got), np.sort(want)):
            wrong.append(f"{key}: {len(np.setdiff1d(want, got))} missed, {len(np.setdiff1d(got, want))} too many")
    return wrong


def truth_holds(bench: Bench) -> Iterator[Goal]:
    """Find every planted fault with its row and field, and no other."""
    path, truth = bench.data
    work = bench.checked(path)
    wrong = faults(work.findings, work.document.table.rows, truth, bench.schema, set(work.document.mapping.fed_fields))
    planted = sum(len(records) for records in truth.values())
    yield Goal("planted faults found with row and field, and no other", len(wrong), 0, "diff",
               note="; ".join(wrong) or f"{planted:,} of {planted:,} in {bench.rows:,} rows")


def opening(bench: Bench) -> Iterator[Goal]:
    """Read, open, map and check a CSV, against polars reading it as text."""
    path, _ = bench.data
    other, _ = on_disk(bench.folder, bench.rows, bench.share, "cp1252")
    timed = interleaved({
        "read": lambda: pl.read_csv(path, infer_schema=False),
        "open": lambda: open_file(path),
        "open cp1252": lambda: open_file(other),
        "belt": lambda: bench.checked(path),
    }, TIMES)
    size = f"{bench.rows:,} rows"
    yield ratio("open + map + check, to polars reading text", timed["belt"], timed["read"], 3, size)
    yield ratio("open UTF-8, to polars reading text", timed["open"], timed["read"], 1.25, size)
    yield ratio("open Windows-1252, to polars reading UTF-8", timed["open cp1252"], timed["read"], 2, size)
    small = min(bench.rows, 20_000)
    theirs, theirs_cpu = frictionless_rate(on_disk(bench.folder, small, bench.share)[0], bench.schema, small)
    mine = bench.rows / timed["belt"].median
    mine_cpu = bench.rows / timed["belt"].median_cpu
    yield Goal("rows a second, to frictionless on the rules it can say", mine / theirs, 30, cpu=mine_cpu / theirs_cpu,
               at_least=True, note=f"{mine:,.0f} at {bench.rows:,} rows / {theirs:,.0f} at {small:,} rows")


def checking(bench: Bench) -> Iterator[Goal]:
    """Check a table in memory, against the same rules written by hand."""
    path, _ = bench.data
    work, table = bench.mapped(path), pl.read_csv(path, infer_schema=False)
    timed = interleaved({"check": work.check, "hand": lambda: bench_hand.masks(table)}, TIMES)
    yield ratio("check, to hand-written polars", timed["check"], timed["hand"], 1.25)


def filthy(bench: Bench) -> Iterator[Goal]:
    """Check a table with a tenth of its cells wrong, against a clean one."""
    rows = min(bench.rows, 200_000)
    dirty, clean = (bench.mapped(on_disk(bench.folder, rows, share)[0]) for share in (bench.share, 1 / rows))
    table = dirty.document.table
    every_tenth = pl.int_range(table.height, eager=True) % 10 == 0
    for column in table.columns:
        text = table.frame[column].zip_with(~every_tenth, pl.Series([" ?! "]).new_from_index(0, table.height))
        table = table.with_column(column, text)
    dirty.document = dirty.document.but(table=table)
    timed = interleaved({"dirty": dirty.check, "clean": clean.check}, TIMES)
    yield ratio("check with a tenth of all cells wrong, to a clean table", timed["dirty"], timed["clean"], 1.25,
                f"{rows:,} rows")


def workbook(bench: Bench) -> Iterator[Goal]:
    """Open and check a workbook, against calamine turning it into Python values; an old sheet holds 65,536 rows at most."""
    rows = min(bench.rows, 100_000)
    path = workbook_of(on_disk(bench.folder, rows, bench.share)[0])
    warm, cold, calamine = opened_and_read(bench, path)
    said = f"{rows:,} rows"
    yield ratio("workbook: open + map + check, to calamine's to_python", warm, calamine, 1.5, said)
    yield ratio("the same, the reading process started first", cold, calamine, 2, said)
    for kind, most in (("xls", 65_000), ("ods", 100_000)):
        some = min(rows, most)
        book = converted(workbook_of(on_disk(bench.folder, some, bench.share)[0]), kind)
        if book is not None:
            warm, _, calamine = opened_and_read(bench, book)
            yield ratio(f"{kind.upper()}: open + map + check, to calamine's to_python", warm, calamine, 2, f"{some:,} rows")


def opened_and_read(bench: Bench, path: Path) -> tuple[Timed, Timed, Timed]:
    """Time a workbook opened, mapped and checked in a warm reading process, in a cold one, and read by calamine."""
    import python_calamine

    def to_python() -> Any:
        return python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()

    with ReadingProcess() as away:
        away.warm()
        timed = interleaved({"warm": lambda: bench.checked(path, away), "cold": lambda: bench.checked(path),
                             "calamine": to_python}, TIMES)
    return timed["warm"], timed["cold"], timed["calamine"]


def editing(bench: Bench) -> Iterator[Goal]:
    """Type into single cells and take them back; then what depends on the whole table."""
    work = bench.checked(bench.data[0])
    chance = np.random.default_rng(3)
    columns = list(work.document.table.columns)
    changes: list[Any] = []

    def edit() -> None:
        column = columns[int(chance.integers(len(columns)))]
        changes.append(work.do(one_cell(column, int(chance.integers(bench.rows)), chance.choice(["2024-05-01", "x", "12", ""]))))

    one = interleaved({"edit": edit}, 300)["edit"]
    yield Goal("one cell edited, its row's findings right again: median", one.median * 1e3, 5, "ms", one.median_cpu * 1e3)
    yield Goal("one cell edited: p99", one.part(0.99) * 1e3, 16, "ms")
    last = work.do(one_cell("permit_number", 5, "BP-2016-0000001"))
    whole = interleaved({"rest": lambda: work.check(change=last)}, TIMES)["rest"]
    yield Goal("table-wide findings after an edit of the key", whole.median * 1e3, 150, "ms", whole.median_cpu * 1e3)
    now = work.check(change=last)
    anew = work.check()
    columns_seen = {problem.key: problem.records().to_list() for problem in anew.all.problems.values()}
    kept = {problem.key: problem.records().to_list() for problem in now.all.problems.values()}
    differ = [str(key) for key in {*columns_seen, *kept} if columns_seen.get(key) != kept.get(key)]
    yield Goal("findings after all edits that differ from a whole check", len(differ), 0, "diff", note="; ".join(differ))


def bulk(bench: Bench) -> Iterator[Goal]:
    """Rewrite a whole column and check again; take it back."""
    work = bench.checked(bench.data[0])
    table = work.document.table
    from steward_app.core.edits import SetCells

    edit = SetCells("municipality", pl.int_range(table.height, dtype=pl.UInt32, eager=True),
                    table.frame["municipality"].str.to_uppercase())

    def fix() -> None:
        work.accept(work.check(change=work.do(edit)))

    timed = []
    undone = []
    for _ in range(TIMES):
        timed.append(interleaved({"fix": fix}, 1)["fix"].median)
        work.undo()
        undone.append(interleaved({"undo": lambda: (work.redo(), work.undo())}, 1)["undo"].median)
        work.undo()
    yield Goal(f"bulk fix of {table.height:,} cells, with its recheck", sorted(timed)[TIMES // 2], 0.3, "s")
    yield Goal("its undo and redo together", sorted(undone)[TIMES // 2], 0.1, "s")


def writing(bench: Bench) -> Iterator[Goal]:
    """Write packages of a sound table, hashed and read again, against polars writing the CSV."""
    from steward_app.core.progress import SILENT
    from steward_app.exports import folder, geojson, writers
    from steward_app.workspace.publish import package_of, read_metadata

    work = bench.checked(on_disk(bench.folder, bench.rows, 1 / bench.rows)[0])
    metadata = read_metadata(ROOT / "assets" / "practice" / "permits_messy_en.metadata.json", work.catalogue, draft=False)
    package, place = package_of(work, metadata), bench.folder / "packages"

    def written(*, points: bool = False, typed: bool = False, asked: bool = False) -> None:
        shutil.rmtree(place, ignore_errors=True)
        chosen = [write for write in writers(("ckan",), ("parquet",) if typed else ()) if points or write is not geojson.write]
        with nullcontext() if asked else mock.patch.object(folder, "second_opinion", return_value=()):
            folder.write_into(package, place, SILENT, tuple(chosen))

    timed = interleaved({
        "CSV": written, "GeoJSON": lambda: written(points=True), "Parquet": lambda: written(typed=True),
        "asked": lambda: written(asked=True), "facts": lambda: package_of(work, metadata),
        "write": lambda: package.frame.write_csv(bench.folder / "plain.csv")}, TIMES)
    yield ratio("package of a CSV written, hashed, re-read, to write_csv", timed["CSV"], timed["write"], 3)
    yield more("the same with GeoJSON: what it adds", timed["GeoJSON"], timed["CSV"], timed["write"], 6)
    yield more("the same with Parquet: what it adds", timed["Parquet"], timed["CSV"], timed["write"], 2.5)
    yield more("frictionless on its first 10,000 rows: what it adds", timed["asked"], timed["CSV"], timed["write"], 1.5)
    yield ratio("what goes into a package worked out, to write_csv", timed["facts"], timed["write"], 2)


def suggesting(bench: Bench) -> Iterator[Goal]:
    """Propose fields for a hundred columns."""
    names = [heading for item in headings_for(bench.schema) for heading in item][:100]
    table = open_file(bench.data[0]).table
    wide = pl.DataFrame({str(place): table.frame.to_series(place % table.width)
                         for place in range(len(names))})
    from steward_app.core.table import Table

    made = Table.of(wide, names)
    timed = interleaved({"propose": lambda: propose(made, bench.schema, indexes=bench.indexes)}, TIMES)["propose"]
    yield Goal(f"propose fields for {len(names)} columns", timed.median * 1e3, 100, "ms", timed.median_cpu * 1e3)


def headings_for(schema: Schema) -> Iterator[tuple[str, ...]]:
    """Yield headings that a file could have for each field."""
    for item in schema.fields:
        yield (item.name.replace("_", " "), f"{item.name} 2", f"old {item.name}")


GOALS = {"truth": truth_holds, "opening": opening, "checking": checking, "filthy": filthy, "workbook": workbook,
         "editing": editing, "bulk": bulk, "writing": writing, "suggesting": suggesting}
