"""Files of statistics programs: SAS, Stata, SPSS; labels in place of codes where the file has them."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..core.grid import Grid
from ..core.progress import Progress
from ..core.reading import Asked, Reading
from ..core.text import Text
from .typed import grid, reading
from .words import fault

READING = Text("Reading the columns", "Lecture des colonnes")


def read(path: Path, kind: str, asked: Asked, progress: Progress) -> tuple[Grid, Reading]:
    """Read a SAS, Stata or SPSS file as text. Raises Problem F01 if it is damaged."""
    progress(READING)
    import pyreadstat

    readers: dict[str, Callable[..., Any]] = {
        "sas7bdat": pyreadstat.read_sas7bdat, "xport": pyreadstat.read_xport, "stata": pyreadstat.read_dta,
        "spss": pyreadstat.read_sav}
    try:
        values, said = readers[kind](str(path), output_format="dict", apply_value_formats=True)
    except (pyreadstat.ReadstatError, pyreadstat.PyreadstatError, UnicodeDecodeError, OSError, ValueError, KeyError):
        raise fault("damaged", path) from None
    made: dict[str, list[Any]] = {name: [None if isinstance(value, float) and math.isnan(value) else value for value in cells]
                                  for name, cells in values.items()}
    if not made:
        raise fault("nothing", path)
    return grid(made), reading(path, kind, asked, encoding=getattr(said, "file_encoding", None))


