"""What a workbook carries along unseen: comments, hidden parts, links, author, pivot data, macros, formulas."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

from ..core.reading import Note, SheetInfo
from ..core.text import Text
from .seen import GENERIC, Seen

HOLDS = Text("This workbook also holds {things}.", "Ce classeur contient aussi {things}.")
STAYS = Text("None of it goes into an export; look at it before you publish the workbook itself.",
             "Rien de cela ne passe dans une exportation; vérifiez-le avant de publier le classeur lui-même.")
UNKEPT = Text("{n} formulas were saved without their result, so their cells are empty here.",
              "{n} formules ont été enregistrées sans leur résultat; leurs cellules sont donc vides ici.",
              "{n} formula was saved without its result, so its cell is empty here.",
              "{n} formule a été enregistrée sans son résultat; sa cellule est donc vide ici.")
SAVE_AGAIN = Text("Open the workbook in Excel or LibreOffice, save it there, and open it here again.",
                  "Ouvrez le classeur dans Excel ou LibreOffice, enregistrez-le, puis ouvrez-le de nouveau ici.")
THINGS: dict[str, Text] = {
    "sheets": Text("{n} hidden sheets", "{n} feuilles masquées", "{n} hidden sheet", "{n} feuille masquée"),
    "rows": Text("{n} hidden rows", "{n} lignes masquées", "{n} hidden row", "{n} ligne masquée"),
    "columns": Text("{n} hidden columns", "{n} colonnes masquées", "{n} hidden column", "{n} colonne masquée"),
    "comments": Text("comments", "des commentaires"),
    "links": Text("links to other files", "des liens vers d’autres fichiers"),
    "author": Text("its author’s name", "le nom de son auteur"),
    "pivot": Text("data behind a pivot table", "les données d’un tableau croisé"),
    "macros": Text("macros", "des macros"),
    "formulas": Text("{n} formulas", "{n} formules", "{n} formula", "{n} formule"),
}
SAYS = {**dict.fromkeys(("xlsx", "xlsm", "xlsb"), "docProps/core.xml"), "ods": "meta.xml"}
_AUTHOR = re.compile(rb"<(?:\w+:)?(?:creator|lastModifiedBy|initial-creator)\b[^>]*>\s*[^<\s][^<]*<")


def note(path: Path, kind: str, infos: Sequence[SheetInfo], read: Sequence[tuple[SheetInfo, Seen]]) -> tuple[Note, ...]:
    """Return the note that lists them, and one on formulas without a result; `read` are the sheets that the table was read from."""
    counts = {"sheets": sum(info.hidden for info in infos),
              "rows": sum(len(seen.hidden_rows(info.rows)) for info, seen in read),
              "columns": sum(seen.hidden_columns(info.columns) for info, seen in read),
              "formulas": sum(seen.formulas for _, seen in read)}
    things = [THINGS[name].with_(n=count) for name, count in counts.items() if count]
    carried = {name for _, seen in read for name in seen.things} | set(packed(path, kind))
    things += [THINGS[name] for name in THINGS if name in carried]
    empty = sum(seen.empty for _, seen in read)
    unkept = (Note("F12", UNKEPT.with_(n=empty), SAVE_AGAIN),) if empty else ()
    return (*((Note("F10", HOLDS.with_(things=together(things)), STAYS),) if things else ()), *unkept)


def packed(path: Path, kind: str) -> list[str]:
    """Return what the parts of a workbook tell that comes as a zip."""
    if kind not in SAYS:
        return []
    with zipfile.ZipFile(path) as book:
        names = book.namelist()
        said = book.read(SAYS[kind])[:100_000] if SAYS[kind] in names else b""
    authors = [text for text in _AUTHOR.findall(said) if not any(name.encode() in text for name in GENERIC)]
    signs = {"comments": ("omments",), "links": ("xl/externalLinks/",), "pivot": ("pivotCache",), "macros": ("vbaProject",)}
    found = [what for what, marks in signs.items() if any(mark in name for name in names for mark in marks)]
    return [*found, "author"] if authors else found


def together(things: Sequence[Text]) -> Text:
    """Join things in both languages."""
    from ..core.text import listed

    return Text(listed(list(things), "en"), listed(list(things), "fr"))
