"""What an exporter gets: the columns to be written, what they mean, what was found and changed, who publishes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping as MappingABC
from dataclasses import dataclass, field, replace
from typing import Any

import polars as pl

from .document import Decision, Document
from .findings import Findings, Key
from .mapping import Feed, Mapping
from .metadata import Metadata
from .naming import LONGEST, safe_name
from .reading import Reading
from .schema import Field, Schema
from .table import ROW
from .text import Text
from .types import FAULT
from .view import FAULT as FAULT_COLUMN, RAW, TEXT, View

CHANGES = {"row": ROW, "column": pl.String, "before": pl.String, "after": pl.String,
           "why_en": pl.String, "why_fr": pl.String}
PUBLISHER = "publisher"

# Each stands after a count of cells, one or many.
DATES = {"dmy": Text("read the day first", "lire le jour en premier"),
         "mdy": Text("read the month first", "lire le mois en premier"),
         "ymd": Text("read the year first", "lire l’année en premier")}
NUMBERS = Text("write numbers with digits only", "écrire les nombres avec des chiffres seulement")
CODES = Text("match these values to the list", "associer ces valeurs à la liste")
UNIT = Text("convert to metric units", "convertir en unités métriques")
YES_NO = Text("write yes and no as true and false", "écrire oui et non sous la forme true et false")
EMPTIED = Text("leave placeholders empty", "laisser vides les valeurs fictives")
REWRITTEN = Text("write in the standard’s form", "écrire selon la forme de la norme")


PRINCIPLES = {
    1: Text("Open by default", "Ouvertes par défaut"), 2: Text("Timely and comprehensive", "Rapides et complètes"),
    3: Text("Accessible and usable", "Accessibles et utilisables"),
    4: Text("Comparable and interoperable", "Comparables et interopérables"),
    5: Text("For improved governance and citizen engagement", "Pour une meilleure gouvernance et la participation citoyenne"),
    6: Text("For inclusive development and innovation", "Pour un développement inclusif et l’innovation"),
}


@dataclass(frozen=True)
class Evidence:
    """What one rule of the Charter says of a package. `word`: ready, better, check or must."""

    rule: str
    principle: int
    word: str
    title: Text
    says: Text


@dataclass(frozen=True)
class Column:
    """One column of the written table: a field of the standard, or a column of the source kept as an extra."""

    name: str
    field: Field | None
    sources: tuple[str, ...] = ()

    @property
    def title(self) -> Text:
        """The field's title; an extra is called by its heading."""
        heading = " + ".join(self.sources) or self.name
        return self.field.title if self.field else Text(heading, heading)


@dataclass(frozen=True, eq=False)
class Package:
    """Everything exporters and the Charter's rules may know; exporters write it and change nothing.

    `frame`: text columns, null where empty: fed fields in the standard's order, then extras (schema-format.md §7).
    `rows`: the source row of each record. `changes`: row, column, before, after, why_en, why_fr. `left_out`: the
    columns of the source that feed nothing. `said`: the headline of each finding. `app`, `rules`: versions.
    `formats`: those asked for beside CSV (and GeoJSON, where there are points): parquet, xlsx.
    """

    schema: Schema
    mapping: Mapping
    reading: Reading
    findings: Findings
    metadata: Metadata
    frame: pl.DataFrame
    changes: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=CHANGES))
    recipe: MappingABC[str, Any] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    draft: bool = False
    rows: pl.Series = field(default_factory=lambda: pl.Series("row", [], dtype=ROW))
    left_out: tuple[str, ...] = ()
    view: View | None = None
    said: MappingABC[Key, Text] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    app: str = ""
    rules: str = ""
    formats: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The folder's name: `<schema>_<publisher>_<date>`, `-draft` after it for a draft. (cli.md)"""
        head, tail = self.stem, f"_{self.metadata.date}{'-draft' if self.draft else ''}"
        room = LONGEST - len(head) - len(tail) - 1
        return safe_name(f"{head}_{safe_name(self.metadata.publisher)[:max(1, room)]}{tail}")

    @property
    def stem(self) -> str:
        """The name of the data files, without extension."""
        return safe_name(self.schema.name)[:40]

    @property
    def height(self) -> int:
        """How many records."""
        return self.frame.height

    @property
    def columns(self) -> tuple[Column, ...]:
        """What each written column is, in order."""
        sources = {name: (source,) for source, name in self.mapping.extras.items()}
        found = []
        for name in self.frame.columns:
            item, feed = self.schema.by_name.get(name), self.mapping.feed(name)
            found.append(Column(name, item, feed.columns if item and feed else sources.get(name, ())))
        return tuple(found)

    def of_kind(self, kind: str) -> str | None:
        """Return the name of the written column of a kind (latitude, longitude, …), if there is one."""
        return next((c.name for c in self.columns if c.field and c.field.kind == kind), None)

    @property
    def points(self) -> tuple[str, str] | None:
        """The columns of latitude and longitude, where both are written."""
        latitude, longitude = self.of_kind("latitude"), self.of_kind("longitude")
        return (latitude, longitude) if latitude and longitude else None

    @property
    def data_formats(self) -> tuple[str, ...]:
        """The formats of its data files, as portals call them."""
        return ("CSV", *(("GEOJSON",) if self.points else ()), *(name.upper() for name in self.formats))

    @classmethod
    def of(cls, document: Document, standard: pl.DataFrame, findings: Findings, metadata: Metadata,
           **more: Any) -> Package:
        """Make a package of a checked document (with the prepared view's mapping) and its Standard's frame.

        `more` takes changes (of edits; those of readings are added), recipe, draft, view, said, app, rules, formats.
        """
        schema, table = document.schema, document.table
        assert schema is not None
        mapping = from_publisher(schema, document.mapping, metadata)
        frame = written_frame(standard, schema, mapping, table.frame, draft=bool(more.get("draft")))
        edits = more.pop("changes", None)
        changes = read_changes(standard, frame, schema, document.mapping, table.rows)
        used = mapping.used_columns | set(mapping.extras)
        if edits is not None and edits.height:
            written = edits.select(list(CHANGES)).cast(CHANGES).filter(
                pl.col("column").is_in(list(used)) | pl.col("column").is_null())
            changes = pl.concat([written, changes])
        changes = grouped(withheld(changes, schema, mapping))
        return cls(schema, mapping, document.reading, findings, metadata, frame, changes, rows=table.rows,
                   decisions=document.decisions, left_out=tuple(c for c in table.columns if c not in used), **more)


def from_publisher(schema: Schema, mapping: Mapping, metadata: Metadata) -> Mapping:
    """Return the mapping with the publisher's code and name where nothing feeds them. (schema-format.md §7)"""
    name = metadata.publisher_name
    language = "fr" if metadata.many("languages") == ("fr",) else "en"
    facts = {"jurisdiction_id": metadata.word("publisher.sgc"), "jurisdiction_name": name.to(language) if name else ""}
    for field_name, fact in facts.items():
        if fact and field_name in schema.by_name and not mapping.fed(field_name):
            mapping = mapping.but(field_name, Feed(constant=fact, why=PUBLISHER))
    return mapping


def written_frame(standard: pl.DataFrame, schema: Schema, mapping: Mapping, source: pl.DataFrame, *,
                  draft: bool) -> pl.DataFrame:
    """Return the columns to be written, as text. (schema-format.md §5, Exports)

    Plain text stands as it is, accepted readings are in plain form, booleans true or false. Other text is kept, but
    for a placeholder (V02) where a value was due: it would be the only thing between the table and its schema.
    """
    fed = [item for item in schema.fields if mapping.fed(item.name)]
    ours = standard.select([_written(item, draft) for item in fed if item.name + TEXT in standard.columns])
    columns = [ours[item.name] if item.name in ours.columns else _constant(item, mapping, source.height)
               for item in fed]
    extras = [source[column].alias(name) for column, name in mapping.extras.items() if column in source.columns]
    return pl.DataFrame(columns + extras)


def _constant(item: Field, mapping: Mapping, height: int) -> pl.Series:
    return pl.Series(item.name, [mapping.fields[item.name].constant], dtype=pl.String).new_from_index(0, height)


def _written(item: Field, draft: bool) -> pl.Expr:
    text, value = pl.col(item.name + TEXT), pl.col(item.name)
    if not draft:
        hollow = (pl.col(item.name + FAULT_COLUMN) == FAULT["V02"]) & value.is_null()
        text = pl.when(~hollow).then(text)
    if item.type != "boolean":
        return text.alias(item.name)
    plain = pl.when(value).then(pl.lit("true")).when(~value).then(pl.lit("false")).otherwise(text)
    return plain.alias(item.name)


def read_changes(standard: pl.DataFrame, frame: pl.DataFrame, schema: Schema, mapping: Mapping,
                 rows: pl.Series) -> pl.DataFrame:
    """Return every cell that the mapping's reading wrote otherwise than the source: the columns of CHANGES."""
    parts = [pl.DataFrame(schema=CHANGES)]
    for item in schema.fields:
        feed = mapping.feed(item.name)
        if feed is None or not feed.feeds or not feed.columns or item.name + RAW not in standard.columns:
            continue
        before, after = standard[item.name + RAW], frame[item.name]
        differs = before.is_not_null() & before.ne_missing(after)
        if differs.any():
            parts.append(_changes(rows, feed, item, before, after, differs))
    return pl.concat(parts)


def grouped(changes: pl.DataFrame) -> pl.DataFrame:
    """Return the changes with those of one column and one reason together, so that the report can name their lines."""
    first = pl.col("\0").first().over("column", "why_en")
    return changes.with_row_index("\0").sort(first, "row", maintain_order=True).drop("\0")


def withheld(changes: pl.DataFrame, schema: Schema, mapping: Mapping) -> pl.DataFrame:
    """Return the changes without what was taken out of private fields: a list of removed names would publish them.

    What changed in spaces and capitals only is kept.
    """
    private = [feed.joined or "" for item in schema.fields
               if item.privacy and (feed := mapping.feed(item.name)) and feed.feeds]
    columns = {column for joined in private for column in [joined, *joined.split(" + ")]}
    if not changes["column"].is_in(list(columns)).any():
        return changes
    same = [pl.col(name).str.to_lowercase().str.replace_all(r"\s", "") for name in ("before", "after")]
    hide = pl.col("column").is_in(list(columns)) & ~same[0].eq_missing(same[1])
    return changes.with_columns(before=pl.when(~hide.fill_null(False)).then("before"))


def _changes(rows: pl.Series, feed: Feed, item: Field, before: pl.Series, after: pl.Series,
             differs: pl.Series) -> pl.DataFrame:
    why = why_read(item, feed)
    found = pl.DataFrame({"row": rows.filter(differs), "before": before.filter(differs), "after": after.filter(differs)})
    empty = pl.col("after").is_null()
    said = {f"why_{lang}": pl.when(empty).then(pl.lit(EMPTIED.to(lang))).otherwise(pl.lit(why.to(lang)))
            for lang in ("en", "fr")}
    return found.with_columns(column=pl.lit(feed.joined), **said).select(list(CHANGES)).cast(CHANGES)  # type: ignore[arg-type]


def why_read(item: Field, feed: Feed) -> Text:
    """Return why a reading writes a field's text otherwise."""
    read = feed.read
    if item.type in ("date", "datetime") and read.dates:
        return DATES[read.dates]
    if item.type == "boolean":
        return YES_NO
    if read.unit:
        return UNIT
    if read.numbers:
        return NUMBERS
    return CODES if read.values else REWRITTEN


def with_evidence(package: Package, evidence: Iterable[Evidence]) -> Package:
    """Return the package with what the Charter's rules say of it, for the report."""
    return replace(package, evidence=tuple(evidence))
