"""What a workbook carries along unseen: comments, hidden parts, links, author, pivot data, macros, formulas."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

from ..core.reading import Note, SheetInfo
from ..core.text import Text
from .sheetxml import Seen

HOLDS = Text("This workbook also holds {things}.", "Ce classeur contient aussi {things}.")
STAYS = Text("None of it goes into an export; look at it before you publish the workbook itself.",
             "Rien de cela ne passe dans une exportation; vérifiez-le avant de publier le classeur lui-même.")
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
_AUTHOR = re.compile(rb"<(?:\w+:)?(?:creator|lastModifiedBy)\b[^>]*>\s*[^<\s][^<]*<")
GENERIC = (b"openpyxl", b"xlsxwriter", b"Apache POI", b"Microsoft Office User")


def note(path: Path, kind: str, infos: Sequence[SheetInfo], seen: Seen) -> tuple[Note, ...]:
    """Return the one note that lists them, none where there is nothing."""
    things = [THINGS["sheets"].with_(n=sum(info.hidden for info in infos))] if any(i.hidden for i in infos) else []
    counts = {"rows": len(seen.hidden_rows), "columns": seen.hidden_columns, "formulas": seen.formulas}
    things += [THINGS[name].with_(n=count) for name, count in counts.items() if count]
    if kind in ("xlsx", "xlsm", "xlsb"):
        things += [THINGS[name] for name in packed(path)]
    return (Note("F10", HOLDS.with_(things=together(things)), STAYS),) if things else ()


def packed(path: Path) -> list[str]:
    """Return what the parts of the workbook tell."""
    with zipfile.ZipFile(path) as book:
        names = book.namelist()
        said = book.read("docProps/core.xml")[:100_000] if "docProps/core.xml" in names else b""
    authors = [text for text in _AUTHOR.findall(said) if not any(name in text for name in GENERIC)]
    signs = {"comments": ("omments",), "links": ("xl/externalLinks/",), "pivot": ("pivotCache",), "macros": ("vbaProject",)}
    found = [what for what, marks in signs.items() if any(mark in name for name in names for mark in marks)]
    return [*found, "author"] if authors else found


def together(things: Sequence[Text]) -> Text:
    """Join things in both languages."""
    from ..core.text import listed

    return Text(listed(list(things), "en"), listed(list(things), "fr"))
