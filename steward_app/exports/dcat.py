"""`metadata/dcat.jsonld`: the dataset as DCAT harvesters read it (federation.md §3, the least that all of them take)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import polars as pl

from ..core.package import Package
from ..core.progress import Progress
from ..core.text import LANGUAGES, Text
from .ckan import languages
from .files import write_json
from .resources import DataFile, data_files, identity

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#", "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#", "gsp": "http://www.opengis.net/ont/geosparql#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}
EU = "http://publications.europa.eu/resource/authority"
SPOKEN = {"en": "ENG", "fr": "FRA"}
CATALOGUE = Text("Datasets of {name}", "Jeux de données\u00a0: {name}")
Node = dict[str, Any]


def write(package: Package, folder: Path, progress: Progress) -> tuple[Path, ...]:
    """Write the JSON-LD; addresses are relative to the file until the package has one of its own."""
    return (write_json(folder / "metadata" / "dcat.jsonld", catalogue(package, data_files(folder, progress))),)


def catalogue(package: Package, files: tuple[DataFile, ...]) -> Node:
    """Return a catalogue of one dataset."""
    name = package.metadata.publisher_name or Text(package.metadata.publisher, package.metadata.publisher)
    called = CATALOGUE.with_(name=name)
    return {"@context": CONTEXT, "@type": "dcat:Catalog", "@id": f"urn:uuid:{identity(package, 'catalogue')}",
            "dct:title": spoken(called), "dct:description": spoken(called), "dct:publisher": publisher(package),
            "dcat:dataset": [dataset(package, files)]}


def dataset(package: Package, files: tuple[DataFile, ...]) -> Node:
    """Return the dataset."""
    meta = package.metadata
    keywords = [{"@language": lang, "@value": word} for lang, words in meta.words("keywords").items() for word in words]
    said = {
        "@type": "dcat:Dataset", "@id": f"urn:uuid:{identity(package)}", "dct:identifier": identity(package),
        "dct:title": tagged(meta.given("title")) or spoken(package.schema.title),
        "dct:description": tagged(meta.given("description")) or spoken(package.schema.description),
        "dct:publisher": publisher(package), "dcat:contactPoint": contact(package), "dcat:keyword": keywords,
        "dcat:theme": [{"@value": theme} for theme in meta.many("subject")],
        "dct:issued": dated(meta.word("date_published")), "dct:modified": dated(meta.word("date_modified")),
        "dct:accrualPeriodicity": frequency(package), "dct:language": language(package),
        "dct:license": licence(package), "dct:spatial": spatial(package), "dct:conformsTo": conforms(package),
        "dcat:distribution": [distribution(item, package) for item in files],
    }
    return filled(said)


def distribution(item: DataFile, package: Package) -> Node:
    """Return one data file."""
    where = {"@id": f"../{item.path}"}
    return filled({
        "@type": "dcat:Distribution", "@id": f"urn:uuid:{identity(package, item.path)}",
        "dct:title": spoken(item.kind.title), "dcat:accessURL": where, "dcat:downloadURL": where,
        "dct:format": item.kind.format, "dcat:mediaType": {
            "@id": f"https://www.iana.org/assignments/media-types/{item.kind.media}"},
        "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": str(item.bytes)},
        "dct:license": licence(package), "dct:language": language(package),
        "dct:issued": dated(package.metadata.word("date_published")),
        "dct:modified": dated(package.metadata.word("date_modified")),
        "dct:conformsTo": conforms(package) if item.kind.format == "CSV" else None,
        "spdx:checksum": {"@type": "spdx:Checksum", "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
                          "spdx:checksumValue": {"@type": "xsd:hexBinary", "@value": item.sha256}},
    })


def spoken(text: Text) -> list[Node]:
    """Return a phrase in both languages."""
    return tagged({language: text.to(language) for language in LANGUAGES})


def tagged(said: Mapping[str, str]) -> list[Node]:
    """Return a phrase in the languages it is in."""
    return [{"@language": language, "@value": text} for language, text in said.items()]


def filled(node: Node) -> Node:
    """Return a node without what says nothing."""
    return {key: value for key, value in node.items() if value not in (None, [], "")}


def dated(text: str) -> Node | None:
    """Return a date."""
    return {"@type": "xsd:date", "@value": text} if text else None


def publisher(package: Package) -> Node:
    """Return who publishes."""
    meta = package.metadata
    name = meta.publisher_name or Text(meta.publisher, meta.publisher)
    return {"@type": ["foaf:Agent", "foaf:Organization"], "@id": f"urn:uuid:{identity(package, 'publisher')}",
            "dct:identifier": meta.publisher, "foaf:name": spoken(name), "skos:prefLabel": spoken(name)}


def contact(package: Package) -> Node | None:
    """Return who answers."""
    email, name = package.metadata.word("contact.email"), package.metadata.publisher_name
    if not email:
        return None
    return {"@type": "vcard:Organization", "vcard:fn": name.to("en") if name else email,
            "vcard:hasEmail": {"@id": f"mailto:{email}"}}


def frequency(package: Package) -> Node | None:
    """Return how often it is updated, by the name European profiles use."""
    url = package.metadata.entry("frequency").get("url")
    return {"@id": url} if url else None


def language(package: Package) -> list[Node]:
    """Return the languages of the data."""
    return [{"@id": f"{EU}/language/{SPOKEN[code]}"} for code in languages(package) if code in SPOKEN]


def licence(package: Package) -> Node | None:
    """Return the licence's address; its name where it has none."""
    url, name = package.metadata.entry("licence").get("url"), package.metadata.licence
    if url or not name:
        return {"@id": url} if url else None
    return {"@type": "dct:LicenseDocument", "dct:identifier": name, "dct:title": spoken(package.metadata.label("licence"))}


def conforms(package: Package) -> Node:
    """Return the standard that the data follow."""
    return {"@type": "dct:Standard", "@id": "schema.json", "dct:title": spoken(package.schema.title),
            "dct:identifier": package.schema.id}


def spatial(package: Package) -> Node | None:
    """Return the place: the publisher's geographic code, and the box around the points."""
    code, box = package.metadata.word("publisher.sgc"), bounding_box(package)
    said = {"@type": "dct:Location", "dct:identifier": code,
            "dcat:bbox": {"@type": "gsp:wktLiteral", "@value": box} if box else None}
    return filled(said) if code or box else None


def bounding_box(package: Package) -> str | None:
    """Return the box around the points that are degrees, as WKT; None without points."""
    if package.points is None:
        return None
    degrees = package.frame.select(pl.col(package.points).cast(pl.Float64, strict=False))
    degrees = degrees.filter(pl.nth(0).abs() <= 90, pl.nth(1).abs() <= 180)
    ends = (*degrees.min().row(0), *degrees.max().row(0))
    if None in ends:
        return None
    south, west, north, east = ends
    return f"POLYGON(({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}))"
