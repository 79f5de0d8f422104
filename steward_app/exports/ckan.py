"""`metadata/ckan.json`: the dataset as CKAN's `package_create` takes it, with the federal portal's bilingual keys."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from ..core.package import Package
from ..core.progress import Progress
from ..core.text import Text
from .datapackage import titled
from .files import translated, write_json
from .resources import DataFile, data_files, identity, slug

DICTIONARIES = (("en", "English", Text("Data dictionary (English)", "Dictionnaire de données (anglais)")),
                ("fr", "French", Text("Data dictionary (French)", "Dictionnaire de données (français)")))
SCHEMA = Text("Table Schema", "Schéma de la table (Table Schema)")
# A keyword the federal portal takes has 2 to 140 characters and no double spaces. (federation.md §2.1)
WORD_LEAST, WORD_MOST = 2, 140
# A tag that any CKAN takes has 2 to 100 letters, digits, spaces, hyphens, underscores or dots. (CKAN, `tag_name_validator`)
TAG_MOST = 100
NOT_IN_A_TAG = re.compile(r"[^\w .-]+")


def write(package: Package, folder: Path, progress: Progress) -> tuple[Path, ...]:
    """Write the CKAN record; the data files must be there."""
    return (write_json(folder / "metadata" / "ckan.json", record(package, data_files(folder, progress))),)


def record(package: Package, files: tuple[DataFile, ...]) -> dict[str, Any]:
    """Return the dataset (ckanext-canada's keys beside CKAN's own). Approval is left to a person.

    It has no `id`: CKAN lets only its administrators choose one, and refuses the record of anyone else. Its `name`
    is the same for every release.
    """
    meta = package.metadata
    title, notes = titled(package), meta.text("description")
    words = {language: keywords(found) for language, found in meta.words("keywords").items()}
    said = {
        "name": slug(f"{package.schema.name}-{meta.publisher}"), "type": "dataset",
        "title": title.to("en"), "title_translated": meta.given("title") or translated(title),
        "notes": notes.to("en") if notes else "", "notes_translated": meta.given("description"),
        "owner_org": slug(meta.publisher), "org_title_at_publication": translated(meta.publisher_name),
        "keywords": {language: found for language, found in words.items() if found},
        "tags": [{"name": word} for word in tags(words["en"] or words["fr"])],
        "subject": list(meta.many("subject")), "frequency": meta.word("frequency"),
        "license_id": meta.entry("licence").get("open_canada") or meta.licence,
        "license_title": meta.label("licence").to("en"), "license_url": meta.entry("licence").get("url", ""),
        "date_published": meta.word("date_published"), "date_modified": meta.word("date_modified"),
        "jurisdiction": meta.entry("publisher.level").get("open_canada", ""), "collection": "federated", "restrictions": "unrestricted",
        "imso_approval": "false", "ready_to_publish": "false", "maintainer_email": meta.word("contact.email"),
        "private": package.draft,
        "resources": [*(data_resource(item, package) for item in files), *papers(package)],
    }
    return {key: value for key, value in said.items() if value not in ("", [], {}, None)}


def keywords(words: tuple[str, ...]) -> list[str]:
    """Return keywords as the federal portal takes them."""
    plain = dict.fromkeys(" ".join(word.split()) for word in words)
    return [word for word in plain if WORD_LEAST <= len(word) <= WORD_MOST]


def tags(words: list[str]) -> list[str]:
    """Return keywords as tags of any CKAN: what it does not take in a tag becomes a space."""
    plain = dict.fromkeys(" ".join(NOT_IN_A_TAG.sub(" ", word).split()) for word in words)
    return [word for word in plain if WORD_LEAST <= len(word) <= TAG_MOST]


def data_resource(item: DataFile, package: Package) -> dict[str, Any]:
    """Return one data file as a resource; `url` is its path in the package until it is uploaded."""
    return {
        **common(package, item.path, item.kind.title, item.kind.format, "dataset", list(languages(package))),
        "mimetype": item.kind.media, "size": item.bytes, "hash": item.sha256,
        "hash_algorithm": "http://spdx.org/rdf/terms#checksumAlgorithm_sha256",
        "character_set": "UTF-8", "date_published": package.metadata.word("date_published"),
    }


def papers(package: Package) -> list[dict[str, Any]]:
    """Return the dictionaries and the schema as resources."""
    found = [common(package, f"docs/dictionary_{code}.csv", title, "CSV", "data_dictionary", [code])
             for code, _, title in DICTIONARIES]
    return [*found, common(package, "metadata/schema.json", SCHEMA, "JSON", "schema", ["en", "fr"])]


def common(package: Package, path: str, title: Text, kind: str, role: str, spoken: list[str]) -> dict[str, Any]:
    """Return what every resource says."""
    return {"id": identity(package, path), "name": title.to("en"), "name_translated": translated(title), "url": path,
            "format": kind, "resource_type": role, "language": spoken}


def languages(package: Package) -> tuple[str, ...]:
    """Return the languages of the data; both where nothing is said."""
    return package.metadata.many("languages") or ("en", "fr")
