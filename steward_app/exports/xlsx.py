"""`data/<schema>.xlsx`: the same columns in a workbook, every cell as text; written when asked for."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import polars as pl

from ..core.package import Package
from ..core.problem import Problem
from ..core.progress import Progress
from ..core.text import Text

SHEET = "data"
WRITING = Text("Writing the workbook", "Écriture du classeur")
TOO_LONG = Text("A workbook holds {most} rows at most; this table has {n}.",
                "Un classeur contient au plus {most} lignes; ce tableau en compte {n}.")
LONG_CELL = Text("A cell of a workbook holds {most} characters at most; “{name}” has a longer one.",
                 "Une cellule d’un classeur contient au plus {most} caractères; «\u00a0{name}\u00a0» en a une plus longue.")
WITHOUT = Text("Create the package without the workbook.", "Créez le paquet sans le classeur.")
ROWS_AT_MOST, CHARACTERS_AT_MOST = 1_048_575, 32_767
ROWS_AT_ONCE = 5_000
# A workbook says when it was made: always this day, so that the same data give the same bytes.
MADE = dt.datetime(2000, 1, 1)
PLAIN = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write(package: Package, folder: Path, progress: Progress) -> tuple[Path, ...]:
    """Write one sheet, names in the first row. Raises Problem E05 where a sheet cannot hold the table."""
    import xlsxwriter

    frame = package.frame
    fits(frame)
    path = folder / "data" / f"{package.stem}.xlsx"
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(str(path), PLAIN) as book:
        book.set_properties({"created": MADE})
        sheet = book.add_worksheet(SHEET)
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, frame.columns, book.add_format({"bold": True}))
        for start in range(0, frame.height, ROWS_AT_ONCE):
            progress(WRITING, start, frame.height)
            for offset, row in enumerate(frame.slice(start, ROWS_AT_ONCE).iter_rows(), start + 1):
                for column, text in enumerate(row):
                    if text is not None:
                        sheet.write_string(offset, column, text)
    return (path,)


def fits(frame: pl.DataFrame) -> None:
    """Raise Problem E05 where a sheet has no room for every row, or a cell for every character."""
    if frame.height > ROWS_AT_MOST:
        raise Problem("E05", TOO_LONG, WITHOUT, {"n": frame.height, "most": ROWS_AT_MOST})
    for column in frame.get_columns():
        longest = column.str.len_chars().max()
        if isinstance(longest, int) and longest > CHARACTERS_AT_MOST:
            raise Problem("E05", LONG_CELL, WITHOUT, {"name": column.name, "most": CHARACTERS_AT_MOST})
