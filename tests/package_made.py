"""A small package for tests: five fields, three records, everything a portal asks for."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import polars as pl

from steward_app.core.document import Document
from steward_app.core.findings import Findings
from steward_app.core.mapping import Feed, Mapping, ReadAs
from steward_app.core.metadata import Metadata
from steward_app.core.package import Package
from steward_app.core.reading import Reading
from steward_app.core.schema import Code, CodeList, Schema
from steward_app.core.standard import prepared, standard_of
from steward_app.core.table import Table
from steward_app.core.text import Text
from steward_app.core.view import View

FIELDS = json.loads((Path(__file__).parents[1] / "schemas" / "metadata.json").read_text("utf-8"))["fields"]
VOCABULARIES = {
    "licences": ({"id": "cc-by-4.0", "en": "CC BY 4.0", "fr": "CC BY 4.0", "open": "true", "open_canada": "",
                  "url": "https://creativecommons.org/licenses/by/4.0/"},
                 {"id": "closed", "en": "Closed", "fr": "Fermée", "open": "false", "url": "", "open_canada": ""}),
    "frequencies": ({"id": "P1M", "en": "Monthly", "fr": "Mensuelle",
                     "url": "http://publications.europa.eu/resource/authority/frequency/MONTHLY"},),
    "levels": ({"id": "municipal", "en": "Municipal", "fr": "Municipal", "open_canada": "municipal"},),
    "languages": ({"id": "en", "en": "English", "fr": "Anglais"}, {"id": "fr", "en": "French", "fr": "Français"}),
    "subjects": ({"id": "law", "en": "Law", "fr": "Droit"},),
}
SAID: dict[str, Any] = {
    "title": {"en": "Permits", "fr": "Permis"},
    "description": {"en": "Every building permit issued by Val-des-Aulnes since January 2020.",
                    "fr": "Tous les permis de construction délivrés à Val-des-Aulnes depuis janvier 2020."},
    "keywords": {"en": ["permits", "building", "housing"], "fr": ["permis", "bâtiment", "logement"]},
    "publisher": {"id": "val-des-aulnes", "name": {"en": "City of Val-des-Aulnes", "fr": "Ville de Val-des-Aulnes"},
                  "sgc": "2463048", "level": "municipal"},
    "contact": {"email": "donnees@example.org"}, "licence": "cc-by-4.0", "subject": ["law"], "frequency": "P1M",
    "languages": ["en", "fr"], "date_published": "2026-11-01", "date_modified": "2026-11-24",
}


def field(name: str, type: str = "string", **more: Any) -> dict[str, Any]:
    """Return one field of a standard."""
    return {"name": name, "type": type, "title": name.title(), "title_fr": f"{name.title()} (fr)",
            "description": f"What {name} is.", "description_fr": f"Ce qu’est {name}.", **more}


RAW = {
    "name": "tiny-permits", "version": "1.0.0", "title": "Tiny permits", "title_fr": "Petits permis",
    "description": "Permits.", "description_fr": "Permis.", "primaryKey": ["number", "revision"],
    "missingValues": ["", "NA"], "notFor": "Not for totals.", "notFor_fr": "Pas pour les totaux.",
    "fields": [
        field("jurisdiction_id", kind="sgc", level="recommended"),
        field("number", kind="identifier", level="required", constraints={"required": True}),
        field("revision"), field("issued", "date", example="2024-05-07"),
        field("status", codeList="tiny_status", example="open"),
        field("covered", "boolean", trueValues=["true", "Yes", "Oui"], falseValues=["false", "No", "Non"], example="Yes"),
        field("latitude", "number", kind="latitude"), field("longitude", "number", kind="longitude"),
    ],
    "rules": [],
}
STATUS = CodeList("tiny_status", (Code("open", Text("Open", "Ouvert")), Code("closed", Text("Closed", "Fermé"))))
SOURCE = {
    "No": ["007", "008", "009"], "Date": ["07/05/2024", "2024-06-01", None], "Statut": ["open", "closed", "open"],
    "Garage": ["Oui", "Non", None], "Lat": ["45.5", "46", None], "Long": ["-73.6", "-74", None],
    "Note": ['dit « "oui" », puis\nnon', "a,b", None], "Interne": ["x", "y", "z"],
}


def schema(raw: dict[str, Any] = RAW) -> Schema:
    """Return the standard."""
    return Schema.of_json(raw, {"tiny_status": STATUS})


def mapping() -> Mapping:
    """Return which column feeds which field; `Note` is kept as an extra, `Interne` feeds nothing."""
    feeds = {"number": Feed(("No",)), "issued": Feed(("Date",), read=ReadAs(dates="dmy")),
             "status": Feed(("Statut",)), "covered": Feed(("Garage",)), "latitude": Feed(("Lat",)),
             "longitude": Feed(("Long",))}
    return Mapping(feeds, {"Note": "note"})


def metadata(**changes: Any) -> Metadata:
    """Return whole metadata, with some keys changed; None takes a key away."""
    found = Metadata.of_json(SAID, FIELDS, VOCABULARIES)
    for key, value in changes.items():
        found = found.put(key.replace("__", "."), value)
    return found


def package(**more: Any) -> Package:
    """Return the package of the three records."""
    source = more.pop("source", SOURCE)
    table = Table.of(pl.DataFrame(source, schema=dict.fromkeys(source, pl.String)), list(source))
    reading = Reading("permis_2026.csv", "csv", 1234, "0" * 64, "windows-1252", ";")
    norm = schema(more.pop("raw", RAW))
    view = prepared(View(norm, mapping(), dt.date(2026, 11, 24), {"placeholders": frozenset({"n/d"})}), table)
    standard, view = standard_of(view, table)
    about = more.pop("metadata", metadata())
    findings = more.pop("findings", Findings({}, table.height))
    document = Document(reading, table, norm, view.mapping)
    return Package.of(document, standard.frame, findings, about,
                      **{"view": view, "recipe": {"recipe": 1}, "app": "1.0.0", "rules": "2026.11", **more})
