"""Reads schemas/: standards, code lists, vocabularies, reference lists, and the user's own standards."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from .core.canada import Canada
from .core.chart import Outline, outlines
from .core.municipalities import Municipalities
from .core.problem import Problem
from .core.schema import Code, CodeList, Schema
from .core.schema_shape import wrong_key
from .core.text import Text

NO_STANDARD = Text("There is no standard called “{name}”.", "Aucune norme ne s’appelle « {name} ».")
LIST_THEM = Text("Known standards: {known}.", "Normes connues\u00a0: {known}.")
NOT_A_SCHEMA = Text("“{name}” is not a Table Schema: {reason}.", "« {name} » n’est pas un schéma Table Schema\u00a0: {reason}.")
ASK_AUTHOR = Text("Ask whoever made it for a corrected file.", "Demandez un fichier corrigé à la personne qui l’a créé.")
NOT_JSON = Text("it is not readable JSON", "ce n’est pas du JSON lisible")
MISWRITTEN = Text("“{key}” is not written as the format asks", "« {key} » n’est pas écrit comme le format le demande")
NO_FIELDS = Text("it lists no usable fields", "il ne contient aucun champ utilisable")


@dataclass(frozen=True, eq=False)
class Catalogue:
    """What lies in a `schemas/` folder, read when first asked for; `own` is the folder of the user's standards."""

    folder: Path
    own: Path | None = None

    @cached_property
    def code_lists(self) -> Mapping[str, CodeList]:
        """Every code list by name."""
        titles = {row["id"]: Text(row["en"], row["fr"]) for row in self.vocabulary("code_lists")}
        paths = sorted((self.folder / "codelists").glob("*.csv"))
        return {path.stem: replace(read_code_list(path), title=titles.get(path.stem)) for path in paths}

    @cached_property
    def standards(self) -> tuple[Schema, ...]:
        """The current version of each standard, by name; the user's own follow, those of them that can be read."""
        return (*(self.read(path) for path in current(self.folder / "standards")), *self._owned[0])

    @property
    def refused(self) -> tuple[Problem, ...]:
        """What keeps a file of the user's own from being a standard, one Problem a file."""
        return self._owned[1]

    @cached_property
    def _owned(self) -> tuple[tuple[Schema, ...], tuple[Problem, ...]]:
        found: list[Schema] = []
        refused: list[Problem] = []
        for path in current(self.own) if self.own else ():
            try:
                found.append(self.read(path))
            except Problem as problem:
                refused.append(problem)
        return tuple(found), tuple(refused)

    def find(self, name: str) -> Schema:
        """Return a standard by `id`, `id@version`, or the path of a Table Schema file. Raises Problem S02, S03."""
        wanted, _, version = name.partition("@")
        for schema in self.standards:
            if schema.name == wanted and version in ("", schema.version):
                return schema
        for folder in self._folders():
            older = folder / f"{name}.json"
            if version and older.is_file():
                return self.read(older)
        if name.endswith(".json") and Path(name).is_file():
            return self.read(Path(name))
        known = ", ".join(schema.name for schema in self.standards)
        raise Problem("S02", NO_STANDARD, LIST_THEM, {"name": name, "known": known})

    def read(self, path: Path) -> Schema:
        """Read one Table Schema file. Raises Problem S03 where it cannot be used."""
        try:
            raw = json.loads(path.read_text(encoding="utf-8-sig"))
            key = wrong_key(raw) if isinstance(raw, dict) and raw.get("fields") else None
            if key:
                raise Problem("S03", NOT_A_SCHEMA, ASK_AUTHOR, {"name": path.name, "reason": MISWRITTEN.with_(key=key)})
            return Schema.of_json({"name": path.stem} | raw, self.code_lists)
        except (json.JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
            raise Problem("S03", NOT_A_SCHEMA, ASK_AUTHOR, {"name": path.name, "reason": NOT_JSON}) from error
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise Problem("S03", NOT_A_SCHEMA, ASK_AUTHOR, {"name": path.name, "reason": NO_FIELDS}) from error

    def vocabulary(self, name: str) -> tuple[dict[str, str], ...]:
        """Return a vocabulary's rows (licences, frequencies, subjects…)."""
        return tuple(read_rows(self.folder / "vocabularies" / f"{name}.csv"))

    @cached_property
    def vocabularies(self) -> Mapping[str, tuple[dict[str, str], ...]]:
        """Every vocabulary by name."""
        return {path.stem: tuple(read_rows(path)) for path in sorted((self.folder / "vocabularies").glob("*.csv"))}

    def reference(self, name: str) -> Any:
        """Return a reference file: rows of a CSV, or the content of a JSON.

        One of the same name under `reference` in the user's own folder goes before: a newer vintage of a list.
        """
        newer = self.own / "reference" / name if self.own else None
        path = newer if newer and newer.is_file() else self.folder / "reference" / name
        if path.suffix in (".json", ".geojson"):
            return json.loads(path.read_text(encoding="utf-8"))
        return tuple(read_rows(path))

    @cached_property
    def for_checks(self) -> Mapping[str, Any]:
        """What checks may know beyond a standard: placeholder words, hints of personal information, provinces."""
        words = frozenset(row["id"] for row in self.vocabulary("placeholders"))
        return {"placeholders": words, "pii": self.reference("pii_patterns.json"),
                "provinces": self.reference("provinces.csv"), "canada": self.canada, "lookup": self.lookup}

    def lookup(self, table: str, column: str) -> frozenset[str] | None:
        """Return the values of one column of a reference list or code list; None where there is no such list.

        `sgc` is the whole classification: provinces and territories, census divisions, census subdivisions.
        """
        if table == "sgc":
            return self.sgc_codes
        paths = [self.folder / "reference" / f"{table}.csv", self.folder / "codelists" / f"{table}.csv"]
        rows = next((read_rows(path) for path in paths if path.is_file()), [])
        return frozenset(row[column] for row in rows) if rows and column in rows[0] else None

    @cached_property
    def sgc_codes(self) -> frozenset[str]:
        """Every code of the Standard Geographical Classification."""
        lists = ("sgc/census_divisions.csv", "sgc/census_subdivisions.csv")
        codes = {row["code"] for name in lists for row in self.reference(name)}
        return frozenset(codes | {row["sgc"] for row in self.reference("provinces.csv")})

    @cached_property
    def canada(self) -> Canada:
        """Where Canada is, from real boundaries."""
        return Canada.of_rows(self.reference("canada.csv"))

    @cached_property
    def outlines(self) -> tuple[Outline, ...]:
        """The outlines of provinces and territories, for maps."""
        return outlines(self.reference("provinces.geojson"))

    @cached_property
    def metadata_fields(self) -> tuple[dict[str, Any], ...]:
        """The fields of the metadata form, in order."""
        return tuple(json.loads((self.folder / "metadata.json").read_text(encoding="utf-8"))["fields"])

    @cached_property
    def charter(self) -> tuple[dict[str, str], ...]:
        """The charter rules that a program can decide, in order."""
        return tuple(read_rows(self.folder / "charter.csv"))

    @cached_property
    def municipalities(self) -> Municipalities:
        """The places of the Standard Geographical Classification: provinces, divisions, subdivisions."""
        return Municipalities.of_rows(self.reference("provinces.csv"), self.reference("sgc/census_divisions.csv"),
                                      self.reference("sgc/census_subdivisions.csv"))

    def sample(self, name: str, kind: str, language: str) -> Path | None:
        """Return the path of a standard's `valid` or `invalid` sample, or None."""
        path = self.folder / "samples" / name / f"{kind}_{language}.csv"
        return path if path.is_file() else None

    def _folders(self) -> list[Path]:
        folders = [self.folder / "standards", self.own]
        return [folder for folder in folders if folder and folder.is_dir()]


def current(folder: Path) -> list[Path]:
    """Return the files of a folder that hold the current version of a standard, by name."""
    return [path for path in sorted(folder.glob("*.json")) if "@" not in path.stem] if folder.is_dir() else []


def read_rows(path: Path) -> list[dict[str, str]]:
    """Read a small CSV table of ours as dictionaries."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def read_code_list(path: Path) -> CodeList:
    """Read a code list. (schema-format.md §1)"""
    rows = read_rows(path)
    codes = tuple(
        Code(row["code"], Text(row["en"], row["fr"]), tuple(filter(None, row["aliases"].split("|"))),
             row.get("valid_from") or "", row.get("valid_to") or "", tuple(filter(None, (row.get("near") or "").split("|"))))
        for row in rows
    )
    first = rows[0] if rows else {}
    return CodeList(path.stem, codes, first.get("source") or "", first.get("licence") or "")
