"""Files of statistics programs: SAS, Stata, SPSS; labels in place of codes where the file has them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..core.grid import Grid
from ..core.progress import Progress
from ..core.reading import Asked, Reading
from ..core.text import Text
from .typed import of_frame, reading
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
        frame, said = readers[kind](str(path), output_format="polars", apply_value_formats=True,
                                    formats_as_category=False)
    except (pyreadstat.ReadstatError, pyreadstat.PyreadstatError, UnicodeDecodeError, OSError, TypeError,
            ValueError, KeyError):
        raise fault("damaged", path) from None
    if not frame.width:
        raise fault("nothing", path)
    return of_frame(frame), reading(path, kind, asked, encoding=getattr(said, "file_encoding", None))


