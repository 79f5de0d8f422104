"""The openness rating that open.canada.ca will show: one to five stars by format, exactly as the portal counts."""

from __future__ import annotations

from collections.abc import Iterable

from ..core.package import Evidence, Package
from ..core.text import Text

ID = "openness"
TITLE = Text("Openness rating on open.canada.ca", "Cote de degré d’ouverture sur ouvert.canada.ca")
STARS = Text("{n} stars of 5.", "{n} étoiles sur 5.", "{n} star of 5.", "{n} étoile sur 5.")
ADD_CSV = Text("{n} stars of 5: add a CSV to reach 3.", "{n} étoiles sur 5\u00a0: ajoutez un CSV pour en obtenir 3.",
               "{n} star of 5: add a CSV to reach 3.", "{n} étoile sur 5\u00a0: ajoutez un CSV pour en obtenir 3.")
# ckanext-canada, `openness_score` of resource formats. XLSX, GEOJSON, SHP, GeoParquet and JSONLD carry none.
SCORES = {
    **dict.fromkeys(("XLS", "ODS"), 2), **dict.fromkeys(("RDF", "RDFA"), 4),
    **dict.fromkeys(("BAM", "CSV", "FGDB/GDB", "FITS", "GML", "GPKG", "JSON", "JSONL", "KML", "KMZ", "NETCDF", "SAM",
                     "TSV", "WFS", "WMS", "XML"), 3),
}
GOOD = 3


def stars(resources: Iterable[tuple[str, bool, bool]]) -> int:
    """Return the rating of (format, includes URIs, includes links) of each resource. (helpers.openness_score)"""
    score = 1
    for name, uris, links in resources:
        score = max(score, SCORES.get(name.upper(), 1))
        if uris:
            score = max(score, 5 if links else 4)
    return score


def openness(package: Package) -> Evidence:
    """Return the rating of a package's data files."""
    count = stars((name, False, False) for name in package.data_formats)
    good = count >= GOOD
    return Evidence(ID, 3, "ready" if good else "better", TITLE, (STARS if good else ADD_CSV).with_(n=count))
