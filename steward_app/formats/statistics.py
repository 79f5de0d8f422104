"""Files of statistics programs: SAS, Stata, SPSS; labels in place of codes where the file has them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl

from ..core.grid import Grid
from ..core.progress import Progress
from ..core.reading import Asked, Reading
from ..core.text import Text
from .typed import of_frame, reading
from .words import fault

READING = Text("Reading the columns", "Lecture des colonnes")
LABELLED = ("stata", "spss", "spss-portable")  # these keep labels for codes; SAS keeps them in another file
OWN_ENCODING = ("spss-portable",)  # always the same, and never asked
SECOND = "WINDOWS-1252"  # what programs in Canada wrote before UTF-8, where the file does not say


def read(path: Path, kind: str, asked: Asked, progress: Progress) -> tuple[Grid, Reading]:
    """Read a SAS, Stata or SPSS file as text. Raises Problem F01 if it is damaged."""
    progress(READING)
    import pyreadstat

    broken = (pyreadstat.ReadstatError, pyreadstat.PyreadstatError, UnicodeDecodeError, OSError, ValueError, KeyError)
    try:
        frame, said = columns(path, kind, asked.encoding)
    except broken:
        try:
            frame, said = columns(path, kind, SECOND)
        except broken:
            raise fault("damaged", path) from None
    if not frame.width:
        raise fault("nothing", path)
    return of_frame(frame), reading(path, kind, asked, encoding=getattr(said, "file_encoding", None))


def columns(path: Path, kind: str, encoding: str | None) -> tuple[pl.DataFrame, Any]:
    """Return the typed columns and what the file says of itself. Raises what pyreadstat raises on a damaged one."""
    import pyreadstat

    readers: dict[str, Callable[..., Any]] = {
        "sas7bdat": pyreadstat.read_sas7bdat, "xport": pyreadstat.read_xport, "stata": pyreadstat.read_dta,
        "spss": pyreadstat.read_sav, "spss-portable": pyreadstat.read_por}
    more: dict[str, Any] = {} if kind in OWN_ENCODING else {"encoding": encoding}
    if kind in LABELLED:
        more |= {"apply_value_formats": True, "formats_as_category": False}
    frame, said = readers[kind](str(path), output_format="polars", **more)
    return frame, said
