"""How a file was read, and which of its rows are not records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from .sheets import Parts
from .text import Text

# Why a row of the source is not a record; `inspect --json` lists all of these. Order is order of display.
LEFT_OUT = ("above", "blank", "total", "note", "repeated_header", "section", "units", "other_table", "by_hand")
# How the text of a file was mended before it was cut into rows; applied unless refused.
WRAPPED, DRAWN, REJOINED = "wrapped", "drawn", "rejoined"
MENDED = (WRAPPED, DRAWN, REJOINED)


@dataclass(frozen=True)
class Asked:
    """What the steward (or a recipe) decided about the reading; None and empty mean *judge it*.

    `header_rows` are rows as a spreadsheet shows them, from 1; `()` says there is no header. `refused` names kinds
    of LEFT_OUT whose rows are records after all, or what of MENDED is not wanted, `kept`/`dropped` single rows taken
    back or left out by hand.
    `accepted` names proposals that are not applied by themselves (fill_down, fill_merged, mojibake…). `dates` holds
    the date order (dmy, mdy) of columns that do not prove theirs, by column key.
    """

    encoding: str | None = None
    delimiter: str | None = None
    decimal: str | None = None
    sheet: str | None = None
    header_rows: tuple[int, ...] | None = None
    refused: frozenset[str] = frozenset()
    accepted: frozenset[str] = frozenset()
    kept: frozenset[int] = frozenset()
    dropped: frozenset[int] = frozenset()
    dates: tuple[tuple[str, str], ...] = ()

    def but(self, **changes: Any) -> Asked:
        """Return the same decisions with some changed."""
        return replace(self, **changes)

    def as_json(self) -> dict[str, Any]:
        """Return the recipe's `reading`; keys beyond the contract appear only where they say something."""
        said: dict[str, Any] = {
            "encoding": self.encoding, "delimiter": self.delimiter, "sheet": self.sheet,
            "header_rows": list(self.header_rows) if self.header_rows is not None else None,
            "refused": sorted(self.refused),
        }
        more = {"decimal": self.decimal, "accepted": sorted(self.accepted),
                "kept": sorted(self.kept), "dropped": sorted(self.dropped), "dates": dict(self.dates)}
        return said | {key: value for key, value in more.items() if value}

    @classmethod
    def of_json(cls, said: dict[str, Any]) -> Asked:
        """Read a recipe's `reading`. Unknown keys are the caller's to refuse."""
        rows = said.get("header_rows")
        return cls(
            encoding=said.get("encoding"), delimiter=said.get("delimiter"), decimal=said.get("decimal"),
            sheet=said.get("sheet"), header_rows=tuple(rows) if rows is not None else None,
            refused=frozenset(said.get("refused") or ()), accepted=frozenset(said.get("accepted") or ()),
            kept=frozenset(said.get("kept") or ()), dropped=frozenset(said.get("dropped") or ()),
            dates=tuple(sorted((said.get("dates") or {}).items())),
        )


@dataclass(frozen=True)
class Proposal:
    """One thing noticed about the rows: its kind, the rows it speaks of, the reason, and whether it is applied."""

    kind: str
    rows: tuple[int, ...]
    reason: Text
    applied: bool = True


@dataclass(frozen=True)
class SheetInfo:
    """One sheet of a workbook."""

    name: str
    rows: int
    columns: int
    hidden: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `inspect --json`."""
        return {"name": self.name, "rows": self.rows, "columns": self.columns, "hidden": self.hidden}


@dataclass(frozen=True)
class Note:
    """A remark with a code of schema-format.md §4 (F03, F05…, C03…); never counted."""

    code: str
    says: Text
    do: Text = Text("", "")
    severity: str = "note"
    field: str | None = None
    column: str | None = None

    def as_json(self) -> dict[str, str]:
        """Return the shape of `inspect --json`, next step included."""
        return {"code": self.code,
                "en": f"{self.says.to('en')} {self.do.to('en')}".strip(),
                "fr": f"{self.says.to('fr')} {self.do.to('fr')}".strip()}


@dataclass(frozen=True)
class Choice:
    """One way a doubtful thing can be read, with the sample that proves it (encoding, separator, sheet, header)."""

    value: str
    sample: tuple[str, ...] = ()
    score: float = 0.0


@dataclass(frozen=True)
class Reading:
    """What reading found: how the text was read, and each row that is not a record, with its reason.

    `parts` names the sheets or files that were read as one table.
    """

    name: str
    format: str
    bytes: int
    fingerprint: str | Callable[[], str]
    encoding: str | None = None
    delimiter: str | None = None
    decimal: str | None = None
    sheet: str | None = None
    header_rows: tuple[int, ...] = ()
    first_data_row: int = 1
    proposals: tuple[Proposal, ...] = ()
    sheets: tuple[SheetInfo, ...] = ()
    notes: tuple[Note, ...] = ()
    choices: dict[str, tuple[Choice, ...]] = field(default_factory=dict, hash=False)
    asked: Asked = Asked()
    parts: Parts = ()

    @property
    def sha256(self) -> str:
        """The SHA-256 of the file, worked out when first asked for. Raises Problem F01 if the file has changed since."""
        return self.fingerprint if isinstance(self.fingerprint, str) else self.fingerprint()

    def left_out(self) -> dict[str, int]:
        """Return how many rows were left out, for each kind; every kind is named."""
        counts = dict.fromkeys(LEFT_OUT, 0)
        for proposal in self.proposals:
            if proposal.applied and proposal.kind in counts:
                counts[proposal.kind] += len(proposal.rows)
        return counts

    def as_json(self) -> dict[str, Any]:
        """Return `reading` of `inspect --json`."""
        return {"encoding": self.encoding, "delimiter": self.delimiter, "decimal": self.decimal,
                "sheet": self.sheet, "header_rows": list(self.header_rows), "first_data_row": self.first_data_row}


@dataclass(frozen=True)
class Peek:
    """The raw rows a person sees first and last: (row number, cells), for the header band of station 1."""

    first: tuple[tuple[int, tuple[str, ...]], ...] = ()
    last: tuple[tuple[int, tuple[str, ...]], ...] = ()
