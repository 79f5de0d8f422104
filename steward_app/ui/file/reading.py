"""The words of station 1: where the headings are, what was left out, and the choices of each card with their proof."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from ...core.document import Document
from ...core.reading import Peek, Reading
from ...core.text import NBSP, Text, date
from ...workspace.questions import Looked, Marked, answers_of
from .accents import NAMES, in_doubt
from .cards import CHECK, CHOSEN, DETECTED, NEEDLESS, Choosable

ROW_HOLDS = Text("Row {row} holds the headings", "La ligne {row} sert d’en-tête")
ROWS_HOLD = Text("Rows {first} to {row} hold the headings", "Les lignes {first} à {row} servent d’en-tête")
NO_HEADER = Text("No row holds headings", "Aucune ligne ne sert d’en-tête")
OWN_HEADINGS = Text("The file names its own columns", "Le fichier nomme lui-même ses colonnes")
RECORDS_BEGIN = Text("{n} headings. The records begin on row {row}.",
                     "{n} en-têtes. Les enregistrements commencent à la ligne {row}.",
                     "{n} heading. The records begin on row {row}.",
                     "{n} en-tête. Les enregistrements commencent à la ligne {row}.")
NAMED_COLUMNS = Text("{n} columns. There is no heading row to choose.",
                     "{n} colonnes. Il n’y a pas de ligne d’en-tête à choisir.",
                     "{n} column. There is no heading row to choose.",
                     "{n} colonne. Il n’y a pas de ligne d’en-tête à choisir.")
BOTH = Text("{first} {second}", "{first} {second}")
NOTHING = Text("", "")

LEFT = {
    "blank": Text("{n} empty rows", "{n} lignes vides", "{n} empty row", "{n} ligne vide"),
    "total": Text("{n} total rows", "{n} lignes de total", "{n} total row", "{n} ligne de total"),
    "above": Text("{n} rows above the headings", "{n} lignes au-dessus des en-têtes", "{n} row above the headings",
                  "{n} ligne au-dessus des en-têtes"),
    "note": Text("{n} note rows", "{n} lignes de note", "{n} note row", "{n} ligne de note"),
    "repeated_header": Text("{n} repeated headings", "{n} en-têtes répétés", "{n} repeated heading", "{n} en-tête répété"),
    "section": Text("{n} section rows", "{n} lignes de section", "{n} section row", "{n} ligne de section"),
    "units": Text("{n} units row", "{n} ligne d’unités"),
    "other_table": Text("{n} rows of another table", "{n} lignes d’un autre tableau", "{n} row of another table",
                        "{n} ligne d’un autre tableau"),
    "by_hand": Text("{n} rows left out by you", "{n} lignes omises par vous", "{n} row left out by you",
                    "{n} ligne omise par vous"),
}
PLACED = Text("{what} ({rows})", "{what} ({rows})")
ROWS = Text("{n} rows", "{n} lignes", "{n} row", "{n} ligne")
COLUMNS = Text("{n} columns", "{n} colonnes", "{n} column", "{n} colonne")
ENCODINGS = (("UTF-8", "utf-8"), ("Windows-1252", "cp1252"), ("ISO-8859-1", "iso-8859-1"), ("ISO-8859-15", "iso-8859-15"),
             ("Mac Roman", "mac_roman"), ("CP850", "cp850"), ("CP863", "cp863"), ("UTF-16", "utf-16"))
DELIMITERS = {",": Text("Comma  ,", "Virgule  ,"), ";": Text("Semicolon  ;", "Point-virgule  ;"),
              "\t": Text("Tab", "Tabulation"), "|": Text("Bar  |", "Barre  |")}
DECIMALS = {".": Text("Point  1,234.56", f"Point  1{NBSP}234.56"), ",": Text("Comma  1 234,56", f"Virgule  1{NBSP}234,56")}
BY_COLUMN = Text("Column by column", "Selon la colonne")
ORDERS = {"dmy": Text("Day / month / year", "Jour / mois / année"), "mdy": Text("Month / day / year", "Mois / jour / année"),
          "ymd": Text("Year / month / day", "Année / mois / jour"), "words": Text("Month in words", "Mois en lettres")}
NO_CHOICE = Text("Nothing to choose", "Rien à choisir")
CARD = {"encoding": Text("Encoding", "Encodage"), "delimiter": Text("Separator", "Séparateur"),
        "decimal": Text("Decimal mark", "Signe décimal"), "dates": Text("Date order", "Format de date")}
SO_MANY = Text("{n} columns in every row", "{n} colonnes dans chaque ligne", "{n} column in every row",
               "{n} colonne dans chaque ligne")
BUT_SOME = Text("{columns} columns; {n} rows have more or fewer", "{columns} colonnes; {n} lignes en ont plus ou moins",
                "{columns} columns; {n} row has more or fewer", "{columns} colonnes; {n} ligne en a plus ou moins")
NO_ACCENT = Text("No accent in this file", "Aucun accent dans ce fichier")
NO_NUMBER = Text("No decimal number in this file", "Aucun nombre à décimales dans ce fichier")
TO_CONFIRM = Text("To confirm for {n} columns", "À confirmer pour {n} colonnes", "To confirm for {n} column",
                  "À confirmer pour {n} colonne")
NO_DATE = Text("No date that needs an order", "Aucune date dont le format serait à préciser")
MADE = Text("{before} → {after}", "{before} → {after}")
UNREADABLE = Text("{before} cannot be read", "{before} ne se lit pas")
QUOTED = Text("“{text}”", "« {text} »")
SHOWN, ROWS_NAMED, LINES = 30, 3, 30


def names_itself(reading: Reading, peek: Peek) -> bool:
    """Tell whether the format names its columns, so that no row holds the headings."""
    return reading.header_rows == (1,) and bool(peek.first) and peek.first[0][0] > 1


def header_words(document: Document, peek: Peek) -> tuple[Text, Text]:
    """Return the title and the reason of the header banner."""
    reading, width = document.reading, document.table.width
    reason = next((p.reason for p in reading.proposals if p.kind == "header"), NOTHING)
    rows = reading.header_rows
    if names_itself(reading, peek):
        return OWN_HEADINGS, NAMED_COLUMNS.with_(n=width)
    if not rows:
        return NO_HEADER, reason
    begin = RECORDS_BEGIN.with_(n=width, row=reading.first_data_row)
    if reading.asked.header_rows is not None:
        reason = BOTH.with_(first=reason, second=begin)
    elif rows == (1,):
        reason = begin
    if len(rows) == 1:
        return ROW_HOLDS.with_(row=rows[0]), reason
    return ROWS_HOLD.with_(first=rows[0], row=rows[-1]), reason


def facts(document: Document, language: str) -> str:
    """Return rows, columns and what was left out, as one line; a few rows are named."""
    reading = document.reading
    parts = [ROWS.with_(n=document.table.height), COLUMNS.with_(n=document.table.width)]
    for kind, count in reading.left_out().items():
        if count and kind in LEFT and kind != "above":
            words = LEFT[kind].with_(n=count)
            rows = sorted(row for p in reading.proposals if p.kind == kind and p.applied for row in p.rows)
            near = len(rows) <= ROWS_NAMED and not reading.parts
            parts.append(PLACED.with_(what=words, rows=rows_named(rows)) if near else words)
    return " · ".join(part.to(language) for part in parts)


def rows_named(rows: list[int]) -> str:
    """Name a few rows as their line numbers stand beside them: 12, 15; three or more in a row as 260–267."""
    if len(rows) > 2 and rows[-1] - rows[0] == len(rows) - 1:
        return f"{rows[0]}–{rows[-1]}"
    return ", ".join(map(str, rows))


def choosables(document: Document, found: Looked, unanswered: int, peek: Peek, language: str) -> list[Choosable]:
    """Return the cards that mean something for this format."""
    reading = document.reading
    cards = []
    if reading.encoding:
        cards.append(_encoding(document, found, language))
    if reading.delimiter:
        cards.append(_delimiter(document, found, peek, language))
    return [*cards, _decimal(document, found, language), _dates(document, found, unanswered, language)]


def _encoding(document: Document, found: Looked, language: str) -> Choosable:
    reading, name = document.reading, CARD["encoding"].to(language)
    now = (reading.encoding or "").lower().replace("_", "-")
    known = [code for _, code in ENCODINGS]
    same = next((code for code in known if _same(code, now)), reading.encoding or "")
    listed = ENCODINGS if same in known else ((NAMES.get(now, reading.encoding or ""), same), *ENCODINGS)
    if not found.accent:
        choices = tuple((words, code, "") for words, code in listed)
        return Choosable("encoding", name, choices, same, NO_ACCENT.to(language), NEEDLESS)
    piece = excerpt(found.accent)
    choices = tuple((words, code, reread(piece, same, code)) for words, code in listed)
    state = CHECK if in_doubt(reading) else CHOSEN if reading.asked.encoding else DETECTED
    return Choosable("encoding", name, choices, same, QUOTED.with_(text=piece).to(language), state)


def _same(code: str, now: str) -> bool:
    plain = {"utf-8-sig": "utf-8", "windows-1252": "cp1252", "mac-roman": "mac_roman", "macroman": "mac_roman",
             "latin-1": "iso-8859-1", "utf-16-le": "utf-16", "utf-16-be": "utf-16", "iso8859-15": "iso-8859-15"}
    return plain.get(now, now) == code


def excerpt(text: str) -> str:
    """Return the words around the first letter beyond the plain ones, shortened with … at either end."""
    text = " ".join(text.split())
    if len(text) <= SHOWN:
        return text
    at = next((i for i, letter in enumerate(text) if ord(letter) > 127), 0)
    start = text.rfind(" ", 0, at) + 1 if at > SHOWN // 2 else 0
    piece = text[start:start + SHOWN]
    end = piece.rfind(" ") if start + SHOWN < len(text) and piece.rfind(" ") > at - start else len(piece)
    return ("…" if start else "") + piece[:end].rstrip(" ,;") + ("…" if start + end < len(text) else "")


def reread(text: str, now: str, other: str) -> str:
    """Return a text as it would read in another encoding; what cannot be printed shows as a box."""
    try:
        again = text.strip("…").encode(now, "replace").decode(other, "replace")
    except LookupError:
        return ""
    return "".join(letter if letter.isprintable() else "\u25a1" for letter in again)


def _delimiter(document: Document, found: Looked, peek: Peek, language: str) -> Choosable:
    reading, table = document.reading, document.table
    now = reading.delimiter or ","
    choices = tuple((DELIMITERS[mark].to(language) if mark in DELIMITERS else mark, mark,
                     COLUMNS.with_(n=table.width if mark == now else cut_by(peek, now, mark)).to(language))
                    for mark in dict.fromkeys([now, *DELIMITERS]))
    proof = BUT_SOME.with_(columns=table.width, n=found.odd) if found.odd else SO_MANY.with_(n=table.width)
    state = CHECK if table.width == 1 else CHOSEN if reading.asked.delimiter else DETECTED
    return Choosable("delimiter", CARD["delimiter"].to(language), choices, now, proof.to(language), state)


def cut_by(peek: Peek, now: str, mark: str) -> int:
    """Return into how many columns most of the first lines would fall with another separator."""
    counts = Counter(now.join(cells).count(mark) + 1 for _, cells in peek.first[:LINES])
    return counts.most_common(1)[0][0] if counts else 1


def _decimal(document: Document, found: Looked, language: str) -> Choosable:
    name, asked = CARD["decimal"].to(language), document.reading.asked.decimal
    if not found.marks:
        return Choosable("decimal", name, ((NO_CHOICE.to(language), "", ""),), "", NO_NUMBER.to(language), NEEDLESS)
    marks = {item.mark for item in found.marks if item.mark} or {"."}
    value = asked or (next(iter(marks)) if len(marks) == 1 else "")
    shown = telling(found.marks, value)
    choices = [(words.to(language), mark, number_made(shown, mark, language)) for mark, words in DECIMALS.items()]
    if not value:
        choices.insert(0, (BY_COLUMN.to(language), "", ""))
    proof = number_made(shown, value, language) if value else " · ".join(
        [number_made(telling(found.marks, ","), ",", language), telling(found.marks, ".").text])
    return Choosable("decimal", name, tuple(choices), value, proof, CHOSEN if asked else DETECTED)


def telling(marks: tuple[Marked, ...], mark: str) -> Marked:
    """Return the number that tells most about a mark: an amount or a grouped one before a coordinate."""
    def worth(item: Marked) -> tuple[bool, bool, int]:
        plain = (item.comma if mark == "," else item.point) or ""
        return bool(mark) and item.mark != mark, plain == item.text, len(item.text)
    return min(marks, key=worth)


def number_made(item: Marked, mark: str, language: str) -> str:
    """Write a number and what it is with a decimal mark."""
    after = item.comma if mark == "," else item.point
    return MADE.with_(before=item.text, after=after).to(language) if after else UNREADABLE.with_(before=item.text).to(language)


def _dates(document: Document, found: Looked, unanswered: int, language: str) -> Choosable:
    name, answers = CARD["dates"].to(language), answers_of(document)
    if found.two_ways:
        mine = [answers[item.column] for item in found.two_ways if item.column in answers]
        text, *ways = found.two_ways[0].samples[0]
        samples = {"dmy": day_made(text, ways[0], language), "mdy": day_made(text, ways[1], language)}
        choices = tuple((ORDERS[key].to(language), key, sample) for key, sample in samples.items())
        value = mine[0] if mine else "dmy"
        proof = TO_CONFIRM.with_(n=unanswered).to(language) if unanswered else samples.get(value, samples["dmy"])
        return Choosable("dates", name, choices, value, proof, CHECK if unanswered else CHOSEN)
    if not found.dates:
        return Choosable("dates", name, ((NO_CHOICE.to(language), "", ""),), "", NO_DATE.to(language), NEEDLESS)
    first = found.dates[0]
    words = ORDERS[first.order] if len({item.order for item in found.dates}) == 1 else BY_COLUMN
    return Choosable("dates", name, ((words.to(language), "", ""),), "", day_made(first.text, first.day, language))


def day_made(text: str, iso: str, language: str) -> str:
    """Write a date of the file and the day it is."""
    text = " ".join(text.split())
    before = text if len(text) <= 20 else text[:10].rstrip() + "…"
    return MADE.with_(before=before, after=date(dt.date.fromisoformat(iso), language)).to(language)
