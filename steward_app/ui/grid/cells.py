"""Copy, paste, fill and empty: blocks of cells as text, and as one Edit each."""

from __future__ import annotations

from ...core.changes import many_cells
from ...core.edits import Edit, Several
from ...core.text import Text
from .model import GridModel
from .texts import of_clipboard, spread, to_clipboard

PASTED = Text("paste {n} cells", "coller {n} cellules", "paste {n} cell", "coller {n} cellule")
EMPTIED = Text("empty {n} cells", "vider {n} cellules", "empty {n} cell", "vider {n} cellule")
FILLED = Text("fill {n} cells down", "recopier {n} cellules vers le bas", "fill {n} cell down",
              "recopier {n} cellule vers le bas")
Rows, Columns = list[int], list[int]


def copied(model: GridModel, rows: Rows, columns: Columns) -> str:
    """Return a block as the clipboard takes it."""
    return to_clipboard([[model.text(row, column) for column in columns] for row in rows])


def pasted(model: GridModel, rows: Rows, columns: Columns, text: str) -> tuple[Edit | None, int]:
    """Return the edit that pastes, in the order shown, and how many cells found no place."""
    block = spread(of_clipboard(text), len(rows), len(columns))
    if not block:
        return None, 0
    height, width = len(block), len(block[0])
    same = (height, width) == (len(rows), len(columns))
    down = rows if same else list(range(rows[0], min(rows[0] + height, model.rowCount())))
    across = columns if same else list(range(columns[0], min(columns[0] + width, model.columnCount())))
    texts = [[block[r][c] for r in range(len(down))] for c in range(len(across))]
    lost = height * width - len(down) * len(across)
    return written(model, down, across, texts, PASTED), lost


def emptied(model: GridModel, rows: Rows, columns: Columns) -> Edit | None:
    """Return the edit that empties a block."""
    return written(model, rows, columns, [[""] * len(rows) for _ in columns], EMPTIED)


def filled_down(model: GridModel, rows: Rows, columns: Columns) -> Edit | None:
    """Return the edit that writes the first row of a block into its others."""
    texts = [[model.text(rows[0], column) or ""] * (len(rows) - 1) for column in columns]
    return written(model, rows[1:], columns, texts, FILLED)


def written(model: GridModel, rows: Rows, columns: Columns, texts: list[list[str]], named: Text) -> Edit | None:
    """Return one edit that writes texts (by column, then row); cells that hold them already are left out."""
    assert model.state is not None
    names = model.state.document.table.columns
    changes = []
    for column, wanted in zip(columns, texts, strict=True):
        cells = [(model.record(row), text) for row, text in zip(rows, wanted, strict=True)
                 if (model.text(row, column) or "") != text]
        if cells:
            changes.append((names[column], [record for record, _ in cells], [text for _, text in cells]))
    count = sum(len(records) for _, records, _ in changes)
    said = named.with_(n=count)
    edits = [many_cells(column, records, wanted, said) for column, records, wanted in changes]
    return edits[0] if len(edits) == 1 else Several(tuple(edits), said) if edits else None
