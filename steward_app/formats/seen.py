"""What a sheet holds beside its values: error cells, zeros that a format shows, merged and hidden parts, formulas."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..core.grid import Merged

# Error values as binary workbooks keep them ([MS-XLS] 2.5.10, [MS-XLSB] 2.5.97.2).
ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
          0x2B: "#GETTING_DATA"}
# What programs write where a person's name stands.
GENERIC = frozenset(("openpyxl", "xlsxwriter", "Apache POI", "Microsoft Office User", "xlwt", "pyexcelerator"))


@dataclass
class Seen:
    """What one sheet holds beside its values, by row and column from 0; `columns` are hidden ranges, both ends included.

    `empty` counts formulas whose result was never kept; `lengths` says that some cells are lengths of time.
    `things` are names of what else it carries, as `insides.THINGS` has them.
    """

    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    zeros: dict[tuple[int, int], int] = field(default_factory=dict)
    merged: list[Merged] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    columns: list[tuple[int, int]] = field(default_factory=list)
    formulas: int = 0
    empty: int = 0
    lengths: bool = False
    things: set[str] = field(default_factory=set)

    def hidden_rows(self, height: int) -> list[int]:
        """Return the hidden rows among the first `height`."""
        return sorted({row for row in self.rows if row < height})

    def hidden_columns(self, width: int) -> int:
        """Count the hidden columns among the first `width`: a sheet may hide all those after its last one."""
        return sum(max(0, min(last, width - 1) - first + 1) for first, last in self.columns)
