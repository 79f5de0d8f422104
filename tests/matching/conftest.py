"""A small standard of permits, and tables made of columns."""

import polars as pl
import pytest

from steward_app.core.schema import Code, CodeList, Schema
from steward_app.core.table import Table
from steward_app.core.text import Text

STATUS = CodeList("permit_status", (
    Code("permit_issued", Text("Permit issued", "Permis délivré"), ("issued", "émis")),
    Code("permit_finaled", Text("Completed", "Terminé"), ("closed", "final")),
    Code("application_refused", Text("Refused", "Refusé"), ("denied",)),
))


def _field(name, title, title_fr, aliases=(), **more):
    return {"name": name, "title": title, "title_fr": title_fr, "aliases": {"en": list(aliases)}, **more}


FIELDS = [
    _field("permit_number", "Permit number", "Numéro de permis", ["folder"], kind="identifier", level="required",
           constraints={"required": True}),
    _field("issued_date", "Issue date", "Date de délivrance", ["date issued"], type="date", level="recommended"),
    _field("status", "Permit status", "État du permis", ["stage"], codeList="permit_status",
           original="status_original", level="recommended"),
    _field("status_original", "Original status", "État d’origine"),
    _field("estimated_value", "Estimated value", "Valeur estimée", ["construction cost"], type="number"),
    _field("address_full", "Full address", "Adresse complète", ["address", "adresse"]),
    _field("civic_number", "Civic number", "Numéro municipal"),
    _field("street_name", "Street name", "Nom de la voie", ["rue"]),
    _field("postal_code", "Postal code", "Code postal", kind="postal-code"),
    _field("units_created", "Units created", "Logements créés", ["number of new dwelling units"], type="integer"),
    _field("work_en", "Work (English)", "Travaux (anglais)"), _field("work_fr", "Work (French)", "Travaux (français)"),
    _field("latitude", "Latitude", "Latitude", type="number", kind="latitude"),
    _field("longitude", "Longitude", "Longitude", type="number", kind="longitude"),
]


@pytest.fixture
def schema():
    raw = {"name": "building-permits", "title": "Building permits", "title_fr": "Permis de construction",
           "fields": FIELDS}
    return Schema.of_json(raw, {"permit_status": STATUS})


@pytest.fixture
def other():
    fields = [_field("licence_number", "Licence number", "Numéro de licence", level="required",
                     constraints={"required": True}),
              _field("business_name", "Business name", "Nom de l’entreprise", level="recommended"),
              _field("latitude", "Latitude", "Latitude", type="number", kind="latitude")]
    return Schema.of_json({"name": "business-licences", "title": "Business licences", "fields": fields}, {})


@pytest.fixture
def statuses():
    return STATUS


@pytest.fixture
def table():
    def made(**columns):
        return Table.of(pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String)), list(columns))
    return made
