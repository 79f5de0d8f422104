"""The words of station 1: where the headings are, what was left out, and the choices of each card."""

from __future__ import annotations

from ...core.document import Document
from ...core.reading import Reading
from ...core.text import NBSP, Text
from ...workspace.questions import TwoWays, answers_of
from .accents import in_doubt
from .cards import Choosable

ROW_HOLDS = Text("Row {row} holds the headings", "La ligne {row} sert d’en-tête")
ROWS_HOLD = Text("Rows {first} to {row} hold the headings", "Les lignes {first} à {row} servent d’en-tête")
NO_HEADER = Text("No row holds headings", "Aucune ligne ne sert d’en-tête")
OWN_HEADINGS = Text("The file names its own columns", "Le fichier nomme lui-même ses colonnes")
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
ROWS = Text("{n} rows", "{n} lignes", "{n} row", "{n} ligne")
COLUMNS = Text("{n} columns", "{n} colonnes", "{n} column", "{n} colonne")
ENCODINGS = (("UTF-8", "utf-8"), ("Windows-1252", "cp1252"), ("ISO-8859-1", "iso-8859-1"), ("ISO-8859-15", "iso-8859-15"),
             ("Mac Roman", "mac_roman"), ("CP850", "cp850"), ("CP863", "cp863"), ("UTF-16", "utf-16"))
DELIMITERS = {",": Text("Comma  ,", "Virgule  ,"), ";": Text("Semicolon  ;", "Point-virgule  ;"),
              "\t": Text("Tab", "Tabulation"), "|": Text("Bar  |", "Barre  |")}
DECIMALS = {".": Text("Point  1,234.56", f"Point  1{NBSP}234.56"), ",": Text("Comma  1 234,56", f"Virgule  1{NBSP}234,56")}
ORDERS = {"": Text("No doubt", "Aucun doute"), "dmy": Text("Day / month / year", "Jour / mois / année"),
          "mdy": Text("Month / day / year", "Mois / jour / année")}
CARD = {"encoding": Text("Encoding", "Encodage"), "delimiter": Text("Separator", "Séparateur"),
        "decimal": Text("Decimal mark", "Signe décimal"), "dates": Text("Date order", "Format de date")}
SO_MANY = Text("{n} columns in every row", "{n} colonnes dans chaque ligne")
NO_ACCENT = Text("No accent in this file", "Aucun accent dans ce fichier")
NO_NUMBER = Text("No decimal number found", "Aucun nombre à décimales")
TO_CONFIRM = Text("To confirm for {n} columns", "À confirmer pour {n} colonnes", "To confirm for {n} column",
                  "À confirmer pour {n} colonne")
NO_DOUBT = Text("No date reads two ways", "Aucune date ne se lit de deux façons")
CONFIRMED = Text("Confirmed by you", "Confirmé par vous")


def header_words(reading: Reading) -> tuple[Text, Text]:
    """Return the title and the reason of the header banner."""
    reason = next((p.reason for p in reading.proposals if p.kind == "header"), NOTHING)
    rows = reading.header_rows
    if len(rows) == 1 and reason.en.startswith(ROW_HOLDS.with_(row=str(rows[0])).to("en")):
        reason = NOTHING
    if not rows:
        return (NO_HEADER if reading.format in ("csv", "tsv", "xlsx", "xls", "ods", "xlsb") else OWN_HEADINGS), reason
    if len(rows) == 1:
        return ROW_HOLDS.with_(row=str(rows[0])), reason
    return ROWS_HOLD.with_(first=str(rows[0]), row=str(rows[-1])), reason


def facts(document: Document) -> Text:
    """Return rows, columns and what was left out, as one line."""
    counts = document.reading.left_out()
    parts = [ROWS.with_(n=document.table.height), COLUMNS.with_(n=document.table.width)]
    parts += [LEFT[kind].with_(n=n) for kind, n in counts.items() if n and kind in LEFT and kind != "above"]
    return Text(" · ".join(p.to("en") for p in parts), " · ".join(p.to("fr") for p in parts))


def notes_words(reading: Reading) -> tuple[Text, Text]:
    """Return all remarks as one sentence each, in both languages."""
    said = {code: "\n".join(f"{note.says.to(code)} {note.do.to(code)}".strip() for note in reading.notes)
            for code in ("en", "fr")}
    return Text("What was noticed in the file", "Ce qui a été remarqué dans le fichier"), Text(said["en"], said["fr"])


def choosables(document: Document, found: tuple[TwoWays, ...], unanswered: int, language: str) -> list[Choosable]:
    """Return the cards that mean something for this format."""
    reading = document.reading
    cards = []
    if reading.encoding:
        cards.append(_encoding(document, language))
    if reading.delimiter:
        cards.append(_delimiter(document, language))
    return [*cards, _decimal(document, language), _dates(document, found, unanswered, language)]


def _encoding(document: Document, language: str) -> Choosable:
    reading = document.reading
    now = (reading.encoding or "").lower().replace("_", "-")
    known = [code for _, code in ENCODINGS]
    same = next((code for code in known if _same(code, now)), reading.encoding or "")
    choices = list(ENCODINGS) if same in known else [(reading.encoding or "", same), *ENCODINGS]
    doubtful = in_doubt(reading)
    accented = sample_with(document, lambda text: any(ord(c) > 127 for c in text))
    proof = (f"“{accented}”" if language == "en" else f"«{NBSP}{accented}{NBSP}»") if accented else NO_ACCENT.to(language)
    return Choosable("encoding", CARD["encoding"].to(language), tuple(choices), same, proof, not doubtful)


def _same(code: str, now: str) -> bool:
    plain = {"utf-8-sig": "utf-8", "windows-1252": "cp1252", "mac-roman": "mac_roman", "macroman": "mac_roman",
             "latin-1": "iso-8859-1", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}
    return plain.get(now, now) == code


def _delimiter(document: Document, language: str) -> Choosable:
    reading = document.reading
    marks = dict.fromkeys([reading.delimiter or ",", *DELIMITERS])
    choices = tuple((DELIMITERS[m].to(language) if m in DELIMITERS else m, m) for m in marks)
    sure = not any(note.code == "F04" for note in reading.notes)
    proof = SO_MANY.with_(n=document.table.width).to(language)
    return Choosable("delimiter", CARD["delimiter"].to(language), choices, reading.delimiter or ",", proof, sure)


def _decimal(document: Document, language: str) -> Choosable:
    mark = document.reading.decimal or "."
    choices = tuple((words.to(language), key) for key, words in DECIMALS.items())
    shown = sample_with(document, lambda text: mark in text and sum(c.isdigit() for c in text) > len(text) / 2
                        and len(text) < 16 and text.count("-") < 2)
    proof = f"{shown} → {plain_number(shown, mark)}" if shown else NO_NUMBER.to(language)
    return Choosable("decimal", CARD["decimal"].to(language), choices, mark, proof)


def plain_number(text: str, mark: str) -> str:
    """Return a sample number as the standard writes it."""
    kept = "".join(c for c in text if c.isdigit() or c in (mark, "-"))
    return kept.replace(mark, ".")


def _dates(document: Document, found: tuple[TwoWays, ...], unanswered: int, language: str) -> Choosable:
    answers = answers_of(document)
    mine = [answers[item.column] for item in found if item.column in answers]
    name = CARD["dates"].to(language)
    if not found:
        return Choosable("dates", name, ((ORDERS[""].to(language), ""),), "", NO_DOUBT.to(language))
    choices = tuple((ORDERS[key].to(language), key) for key in ("dmy", "mdy"))
    proof = TO_CONFIRM.with_(n=unanswered).to(language) if unanswered else CONFIRMED.to(language)
    return Choosable("dates", name, choices, mine[0] if mine else "dmy", proof, not unanswered)


def sample_with(document: Document, fits: object) -> str:
    """Return the first text of the first records that fits, at most 40 letters of it."""
    for row in document.table.page(0, 200):
        for text in row:
            if text and fits(text):  # type: ignore[operator]
                return text[:40].replace("\n", " ")
    return ""
