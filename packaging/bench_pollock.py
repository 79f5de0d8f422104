"""Reads each file of the Pollock benchmark as `inspect` would, nothing given, and writes what its scorer reads."""

from __future__ import annotations

import argparse
import csv
import sys
from pathlib import Path

from steward_app.core.problem import Problem
from steward_app.workspace.file import open_file

FAILED = "Application Error\n"


def main(argv: list[str]) -> int:
    """Convert every file of FOLDER/csv into OUT. Returns 0: a file that cannot be opened is an answer too."""
    parser = argparse.ArgumentParser(prog="dev.py bench pollock", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args(argv)
    args.out.mkdir(parents=True, exist_ok=True)
    files = sorted(path for path in (args.folder / "csv").iterdir() if path.is_file())
    for path in files:
        convert(path, args.out / f"{path.name}_converted.csv")
    print(f"{len(files)} files written to {args.out}")
    return 0


def convert(path: Path, out: Path) -> None:
    """Write one file as its header and records: comma, double quotes, UTF-8."""
    try:
        opened = open_file(path, header_only_ok=True)
    except Problem as problem:
        print(f"{path.name}: {problem.code} {problem.says.to('en')}", file=sys.stderr)
        out.write_text(FAILED, encoding="utf-8")
        return
    table = opened.table
    with out.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, quoting=csv.QUOTE_MINIMAL, lineterminator="\n")
        if opened.reading.header_rows:
            writer.writerow(table.headings)
        writer.writerows([cell or "" for cell in row] for row in table.page(0, table.height))
