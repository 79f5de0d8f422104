"""What Steward is held against beside polars: frictionless on the rules it can say, and the workbook it is read from."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

import polars as pl

from steward_app.core.schema import Schema

SAID = ("required", "pattern", "minimum", "maximum", "minLength", "maxLength")


def frictionless_rate(path: Path, schema: Schema, rows: int) -> tuple[float, float]:
    """Return how many rows frictionless checks in a second of wall time, and of CPU.

    It is asked what Table Schema can say of these columns: types, constraints, code lists and the key.
    """
    from frictionless import Checklist, Resource, Schema as Theirs

    columns = pl.read_csv(path, n_rows=0).columns
    described = {"fields": [described_field(schema, name) for name in columns], "primaryKey": ["permit_number"],
                 "missingValues": ["", "N/A"]}
    resource = Resource(path=str(path.name), basepath=str(path.parent), schema=Theirs.from_descriptor(described))
    began, used = time.perf_counter(), time.process_time()
    report = resource.validate(Checklist(), limit_errors=10**7)
    spent, worked = time.perf_counter() - began, time.process_time() - used
    if not report.tasks or report.tasks[0].stats.get("rows") != rows:
        raise SystemExit(f"frictionless did not read {path.name} whole")
    return rows / spent, rows / worked


def described_field(schema: Schema, name: str) -> dict[str, Any]:
    """Say a field of the standard as Table Schema does."""
    item = schema.by_name[name]
    rules = {word: item.constraints[word] for word in SAID if word in item.constraints}
    codes = schema.codes(name)
    if codes is not None:
        rules["enum"] = list(codes.values)
    return {"name": name, "type": item.type, "constraints": rules}


def workbook_of(path: Path) -> Path:
    """Return the table as a workbook, with dates and numbers as such, made when first asked for."""
    book = path.with_suffix(".xlsx")
    if not book.is_file():
        import xlsxwriter

        table = pl.read_csv(path, infer_schema=False)
        with xlsxwriter.Workbook(str(book), {"constant_memory": True, "strings_to_numbers": True}) as made:
            sheet = made.add_worksheet("Permits")
            for place, row in enumerate([tuple(table.columns), *table.iter_rows()]):
                sheet.write_row(place, 0, row)
    return book


def converted(book: Path, kind: str) -> Path | None:
    """Return a workbook in another format, made by LibreOffice when first asked for; None where that is not installed."""
    made = book.with_suffix(f".{kind}")
    office = shutil.which("soffice")
    if not made.is_file() and office is not None:
        with tempfile.TemporaryDirectory() as home:
            subprocess.run([office, f"-env:UserInstallation={Path(home).as_uri()}", "--headless", "--convert-to", kind,
                            "--outdir", str(book.parent), str(book)], check=True, capture_output=True)
    return made if made.is_file() else None
