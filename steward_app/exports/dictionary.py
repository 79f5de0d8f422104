"""`docs/dictionary_en.csv` and `docs/dictionary_fr.csv`: what each column means, for people and portals."""

from __future__ import annotations

from pathlib import Path

from ..core.package import Column, Package
from ..core.progress import Progress
from ..core.text import LANGUAGES, Text
from .files import write_rows

HEADERS = {
    "en": ("column", "title", "description", "type", "level", "codes", "example", "source_column"),
    "fr": ("colonne", "titre", "description", "type", "niveau", "codes", "exemple", "colonne_source"),
}
TYPES = {
    "string": Text("text", "texte"), "number": Text("number", "nombre"),
    "integer": Text("whole number", "nombre entier"), "boolean": Text("true or false", "true (oui) ou false (non)"),
    "date": Text("date (YYYY-MM-DD)", "date (AAAA-MM-JJ)"), "datetime": Text("date and time", "date et heure"),
    "time": Text("time", "heure"), "year": Text("year", "année"), "yearmonth": Text("year and month", "année et mois"),
}
LEVELS = {"required": Text("required", "obligatoire"), "recommended": Text("recommended", "recommandé"),
          "optional": Text("optional", "facultatif")}
EXTRA = Text("Column kept from the source file; it is not part of the standard.",
             "Colonne conservée du fichier source; elle ne fait pas partie de la norme.")
# A longer list is named, not printed: it lies in the schema, where programs look for it.
CODES_AT_MOST = 100


def write(package: Package, folder: Path, progress: Progress) -> tuple[Path, ...]:
    """Write both dictionaries, one line a column."""
    return tuple(
        write_rows(folder / "docs" / f"dictionary_{language}.csv", HEADERS[language],
                   [line(column, package, language) for column in package.columns])
        for language in LANGUAGES)


def line(column: Column, package: Package, language: str) -> tuple[str, ...]:
    """Return one line of a dictionary."""
    item = column.field
    kind, level = TYPES[item.type if item else "string"], LEVELS[item.level if item else "optional"]
    text = item.description if item else EXTRA
    example = item.example.to(language) if item and item.example else ""
    return (column.name, column.title.to(language), text.to(language), kind.to(language), level.to(language),
            codes(column, package, language), example, " + ".join(column.sources))


def codes(column: Column, package: Package, language: str) -> str:
    """Return the codes of a column with their labels, or the name of a long list."""
    known = package.schema.codes(column.name) if column.field else None
    if known is None:
        return ""
    if len(known.codes) > CODES_AT_MOST:
        return known.called.to(language)
    return " | ".join(code.code if code.label.to(language) == code.code else f"{code.code} = {code.label.to(language)}"
                      for code in known.codes)
