"""A blank workbook for a standard: headings, dropdowns, notes, and a sheet that explains every field."""

from __future__ import annotations

import datetime as dt
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from ..core.problem import Problem
from ..core.schema import LEVELS, Field, Schema
from ..core.table import letter
from ..core.text import Text

# A workbook says when it was made: always this day, so that the same standard gives the same bytes.
MADE = dt.datetime(2000, 1, 1)
ROWS_WITH_DROPDOWN = 5000
# Excel refuses a dropdown whose written-out list is longer than this.
LONGEST_LIST = 255

DATA, FIELDS, LISTS = Text("Data", "Données"), Text("Fields", "Champs"), Text("Lists", "Listes")
TITLES = (Text("Heading", "En-tête"), Text("Level", "Niveau"), Text("What to write", "Ce qu’il faut inscrire"),
          Text("Example", "Exemple"), Text("Technical name", "Nom technique"))
LEVEL_WORDS = dict(zip(LEVELS, (Text("required", "obligatoire"), Text("recommended", "recommandé"),
                                Text("optional", "facultatif")), strict=True))
CHOOSE_TITLE = Text("Choose from the list", "Choisissez dans la liste")
CHOOSE = Text("Choose one of the codes on the sheet “{sheet}”.", "Choisissez un des codes de la feuille « {sheet} ».")
REFUSED = Text("The template cannot be written to “{file}”.", "Impossible d’écrire le gabarit dans « {file} ».")
CLOSE_IT = Text("Close the file if it is open, or choose another place.",
                "Fermez le fichier s’il est ouvert, ou choisissez un autre endroit.")


def write(schema: Schema, path: Path, language: str) -> Path:
    """Write the blank template of a standard in one language. Raises Problem E02 when the disk refuses."""
    import xlsxwriter.exceptions

    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with xlsxwriter.Workbook(str(beside)) as book:
            book.set_properties({"created": MADE, "title": schema.title.to(language)})
            book.set_size(1600, 1000)
            data = book.add_worksheet(DATA.to(language))
            fields = book.add_worksheet(FIELDS.to(language))
            places = write_lists(book, schema, language)
            write_headings(book, data, schema, language, places)
            explain_fields(book, fields, schema, language)
        os.replace(beside, path)
    except (OSError, xlsxwriter.exceptions.FileCreateError) as error:
        raise Problem("E02", REFUSED, CLOSE_IT, {"file": path.name}) from error
    finally:
        with suppress(OSError):  # it is there only where something stopped the work, Ctrl-C too
            beside.unlink()
    return path


def write_lists(book: Any, schema: Schema, language: str) -> dict[str, str]:
    """Write each code list in two columns (code, label) and return where its codes stand."""
    lists = dict(sorted(schema.code_lists.items()))
    if not lists:
        return {}
    sheet, bold = book.add_worksheet(LISTS.to(language)), book.add_format({"bold": True})
    places = {}
    for index, (name, codes) in enumerate(lists.items()):
        column = 2 * index
        sheet.write_string(0, column, codes.called.to(language), bold)
        for row, code in enumerate(codes.codes, 1):
            sheet.write_string(row, column, code.code)
            sheet.write_string(row, column + 1, code.label.to(language))
        sheet.set_column(column, column + 1, 24)
        letters = letter(column)
        places[name] = f"='{LISTS.to(language)}'!${letters}$2:${letters}${len(codes.codes) + 1}"
    return places


def write_headings(book: Any, sheet: Any, schema: Schema, language: str, places: dict[str, str]) -> None:
    """Write the headings with a note each, text format below, and a dropdown where there is a code list."""
    shades = {"required": "#CDE4DF", "recommended": "#DCECE8", "optional": "#F4F2EC"}
    text = book.add_format({"num_format": "@"})
    for column, item in enumerate(schema.fields):
        head = book.add_format({"bold": True, "bg_color": shades[item.level], "bottom": 1, "text_wrap": True})
        title = item.title.to(language)
        sheet.set_column(column, column, max(12, min(32, len(title) + 4)), text)
        sheet.write_string(0, column, title, head)
        sheet.write_comment(0, column, note(item, language), {"x_scale": 2, "author": ""})
        if item.code_list in places:
            sheet.data_validation(1, column, ROWS_WITH_DROPDOWN, column, {
                "validate": "list", "source": places[item.code_list], "error_title": CHOOSE_TITLE.to(language),
                "error_message": CHOOSE.with_(sheet=LISTS).to(language)[:LONGEST_LIST]})
    sheet.freeze_panes(1, 0)


def note(item: Field, language: str) -> str:
    """Return what the note on a heading says."""
    example = f"\n{TITLES[3].to(language)}: {item.example.to(language)}" if item.example else ""
    if language == "fr":
        example = example.replace(":", "\u00a0:", 1)
    return f"{LEVEL_WORDS[item.level].to(language)}\n{item.description.to(language)}{example}"


def explain_fields(book: Any, sheet: Any, schema: Schema, language: str) -> None:
    """Write one line a field: heading, level, what to write, an example, the technical name."""
    bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    for column, (title, width) in enumerate(zip(TITLES, (30, 14, 70, 26, 26), strict=True)):
        sheet.write_string(0, column, title.to(language), bold)
        sheet.set_column(column, column, width)
    for row, item in enumerate(schema.fields, 1):
        example = item.example.to(language) if item.example else ""
        cells = (item.title.to(language), LEVEL_WORDS[item.level].to(language), item.description.to(language),
                 example, item.name)
        for column, cell in enumerate(cells):
            sheet.write_string(row, column, cell, wrap)
    sheet.freeze_panes(1, 0)

