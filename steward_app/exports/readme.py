"""`docs/README.md` and `docs/LISEZMOI.md`: what the package is, what is in it, and how it was made."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from ..core.metadata import is_date
from ..core.package import Package
from ..core.progress import Progress
from ..core.text import LANGUAGES, Text, date
from .datapackage import titled
from .files import write_text

NAMES = {"en": "README.md", "fr": "LISEZMOI.md"}
COLON = {"en": ":", "fr": "\u00a0:"}
DRAFT = Text("This is a draft: {n} cells must still be fixed. Do not publish it.",
             "Ceci est une ébauche\u00a0: il reste {n} cellules à corriger. Ne la publiez pas.",
             "This is a draft: {n} cell must still be fixed. Do not publish it.",
             "Ceci est une ébauche\u00a0: il reste {n} cellule à corriger. Ne la publiez pas.")
READY_DRAFT = Text("This is a draft, not for publication.", "Ceci est une ébauche, à ne pas publier.")
FACTS = (
    ("publisher", Text("Publisher", "Organisme diffuseur")), ("contact", Text("Contact", "Contact")),
    ("licence", Text("Licence", "Licence")), ("frequency", Text("Updated", "Fréquence de mise à jour")),
    ("date", Text("Date of this version", "Date de la présente version")),
    ("standard", Text("Standard", "Norme")), ("records", Text("Records", "Enregistrements")),
)
CONTENT = Text("What is in the package", "Contenu du paquet")
LIMITS = Text("What the standard is not for", "Ce à quoi la norme ne convient pas")
COLUMNS = Text("Columns", "Colonnes")
FILES = (
    ("data/", Text("the data: UTF-8 CSV, empty cells mean unknown", "les données\u00a0: CSV en UTF-8; une cellule vide signifie inconnu")),
    ("metadata/", Text("the description for portals (CKAN, DCAT) and the Table Schema",
                       "la description pour les portails (CKAN, DCAT) et le schéma de la table")),
    ("docs/", Text("the dictionary of columns and the report of what was checked, in both languages",
                   "le dictionnaire des colonnes et le rapport de vérification, dans les deux langues")),
    ("provenance/", Text("the source file’s fingerprint, the matching of columns, every changed cell, the recipe",
                         "l’empreinte du fichier source, l’association des colonnes, chaque cellule modifiée, la recette")),
    ("datapackage.json", Text("the descriptor for Data Package readers", "le descripteur pour les lecteurs de Data Package")),
    ("SHA256SUMS", Text("fingerprints: `sha256sum -c SHA256SUMS`", "les empreintes\u00a0: `sha256sum -c SHA256SUMS`")),
)


def write(package: Package, folder: Path, progress: Progress) -> tuple[Path, ...]:
    """Write both pages."""
    return tuple(write_text(folder / "docs" / NAMES[language], page(package, language)) for language in LANGUAGES)


def page(package: Package, language: str) -> str:
    """Return one page in Markdown."""
    description = package.metadata.text("description") or package.schema.description
    parts = [f"# {titled(package).to(language)}", description.to(language)]
    if package.draft:
        left = package.findings.counts["must"]
        parts.insert(1, f"**{(DRAFT.with_(n=left) if left else READY_DRAFT).to(language)}**")
    parts.append("\n".join(facts(package, language)))
    parts.append(f"## {CONTENT.to(language)}")
    parts.append("\n".join(f"- `{name}`{COLON[language]} {says.to(language)}" for name, says in FILES))
    parts.append(f"## {COLUMNS.to(language)}")
    parts.append("\n".join(f"- `{column.name}`{COLON[language]} {column.title.to(language)}" for column in package.columns))
    if package.schema.not_for.en:
        parts += [f"## {LIMITS.to(language)}", package.schema.not_for.to(language)]
    return "\n\n".join(parts) + "\n"


def facts(package: Package, language: str) -> list[str]:
    """Return who publishes it, under which licence, how often, by which standard."""
    meta, schema = package.metadata, package.schema
    said = {
        "publisher": meta.publisher_name.to(language) if meta.publisher_name else "",
        "contact": meta.word("contact.email"), "licence": licence(package, language),
        "frequency": meta.label("frequency").to(language), "date": dated(meta.word("date_modified"), language),
        "standard": f"{schema.title.to(language)} {schema.version} (`{schema.name}`)",
        "records": Text("{n}", "{n}").with_(n=package.height).to(language),
    }
    return [f"- {title.to(language)}{COLON[language]} {said[key]}" for key, title in FACTS if said[key]]


def licence(package: Package, language: str) -> str:
    """Return the licence's name with its address."""
    row = package.metadata.entry("licence")
    url = (row.get("url_fr") if language == "fr" else "") or row.get("url", "")
    name = package.metadata.label("licence").to(language)
    return f"[{name}]({url})" if url else name


def dated(text: str, language: str) -> str:
    """Return a date in prose."""
    return date(dt.date.fromisoformat(text), language) if is_date(text) else text
