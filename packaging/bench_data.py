"""Seeded building permits of 14 columns, with faults planted in known rows: the truth that a run is held against."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

SEED = 20261125
COLUMNS = ("permit_number", "applied_date", "issued_date", "completed_date", "status", "work_type", "description",
           "estimated_value", "units_created", "address_full", "municipality", "fsa", "latitude", "longitude")
STATUSES = ("application_accepted", "in_review", "permit_issued", "inspection_phase", "permit_finaled", "permit_cancelled")
WORKS = ("new", "addition", "alteration", "repair", "change_of_use", "demolition")
CITIES = ("Gatineau", "Montréal", "Lévis", "Trois-Rivières", "Québec", "Saguenay", "Ottawa", "Kingston", "Thunder Bay",
          "Sault Ste. Marie", "Moncton", "Halifax", "Salaberry-de-Valleyfield", "Saint-Jérôme", "Victoriaville")
STREETS = ("rue Principale", "rue de l'Église", "Main Street", "King Street West", "chemin du Lac", "avenue des Érables",
           "Queen Street", "boulevard Saint-Joseph", "Mill Road", "rang Saint-Édouard", "Côté Avenue", "Front Street")
WORDS = ("garage", "deck", "sous-sol", "kitchen", "toiture", "addition", "two storeys", "salle de bain", "porch", "façade",
         "interior walls", "agrandissement", "repair after fire", "shed", "windows", "clôture", "pool", "duplex")

Key = tuple[str, str]
Truth = dict[Key, np.ndarray]
Values = dict[str, Any]


@dataclass(frozen=True)
class Plant:
    """One kind of fault: the finding expected, and what is written into its rows (a text, or one text for each row)."""

    check: str
    field: str
    write: Callable[[np.random.Generator, int], Values]
    also: tuple[Key, ...] = ()


def fixed(**values: str | None) -> Callable[[np.random.Generator, int], Values]:
    """Write the same texts in every row of a kind."""
    return lambda chance, count: values


def picked(column: str, *texts: str, **beside: str | None) -> Callable[[np.random.Generator, int], Values]:
    """Write one of some texts in each row."""
    return lambda chance, count: {column: chance.choice(texts, count).tolist()} | beside


def day_first(column: str, low: int, high: int, months: tuple[int, int]) -> Callable[[np.random.Generator, int], Values]:
    """Write dates as day/month/year, with days in a range."""
    def write(chance: np.random.Generator, count: int) -> Values:
        days, month = chance.integers(low, high, count), chance.integers(*months, count)
        return {column: [f"{d:02}/{m:02}/2024" for d, m in zip(days, month, strict=True)]}
    return write


ISSUED: dict[str, str | None] = {"status": "permit_finaled", "applied_date": "2024-01-08", "issued_date": "2024-02-01"}
NOT_NEW: dict[str, str | None] = {"work_type": "alteration"}
PLANTS = (
    Plant("V01", "permit_number", fixed(permit_number=None)),
    Plant("V03", "applied_date", day_first("applied_date", 13, 29, (1, 13))),  # a day above 12 proves the order
    Plant("V04", "completed_date", day_first("completed_date", 1, 6, (7, 13))),  # nothing proves it here
    Plant("V05", "issued_date", picked("issued_date", "2024-02-30", "2023-13-04", "2022-06-31")),
    Plant("V06", "issued_date", picked("issued_date", "45321", "44999", "43110")),
    Plant("V07", "estimated_value", picked("estimated_value", "$12,345.50", "$1,234,567.00", "$98,000.00", **NOT_NEW)),
    Plant("V08", "units_created", picked("units_created", "2.5", "0.5", "11.25")),
    Plant("V09", "estimated_value", picked("estimated_value", "-500", "-1200.5", **NOT_NEW)),
    Plant("V24", "units_created", picked("units_created", "5001", "99999")),
    Plant("V10", "estimated_value", picked("estimated_value", "3000000000", "98765432100", **NOT_NEW)),
    Plant("V11", "status", picked("status", "Permit Issued", "permis délivré", "ISSUED ", completed_date=None)),
    Plant("V12", "work_type", picked("work_type", "zzyzx", "17", "qqqq-wwww")),
    Plant("V15", "fsa", picked("fsa", "k1a", "J8X 2A1", "G9A1B2")),
    Plant("V19", "municipality", picked("municipality", " Ottawa", "Gatineau ", "  Lévis")),
    Plant("V02", "municipality", picked("municipality", "N/A", "unknown", "à déterminer")),
    Plant("V23", "completed_date", picked("completed_date", "2039-01-05", "2061-07-14", **ISSUED)),
    Plant("X01", "issued_date", fixed(applied_date="2024-05-10", issued_date="2024-05-02", completed_date="2024-09-01",
                                      status="permit_finaled")),
    Plant("X01", "completed_date", fixed(applied_date="2024-03-10", issued_date="2024-05-10", completed_date="2024-05-02",
                                         status="permit_finaled")),
    Plant("X02", "address_full", fixed(address_full=None)),
    Plant("X03", "longitude", fixed(longitude=None)),
    Plant("X06", "completed_date", fixed(completed_date=None, **ISSUED)),
    Plant("X06", "issued_date", fixed(status="inspection_phase", issued_date=None, completed_date=None)),
    Plant("X06", "estimated_value", fixed(work_type="new", estimated_value="0")),
    Plant("G01", "latitude", fixed(latitude="-75.701234", longitude="45.421987")),
    Plant("G02", "latitude", fixed(latitude="19.432608", longitude="-99.133209")),
    Plant("G03", "latitude", fixed(latitude="0", longitude="0")),
    Plant("G04", "latitude", fixed(latitude="5030123.4", longitude="445678.9")),
    Plant("G05", "longitude", fixed(latitude="45.421987", longitude="75.701234")),
    Plant("P01", "description", picked("description", "call 613-555-0147 before work", "écrire à marie.roy@example.ca")),
)


@dataclass
class Planted:
    """A table of permits and where each fault is: the record numbers, by (check, field)."""

    frame: pl.DataFrame
    truth: Truth = field(default_factory=dict)


def permits(count: int, share: float, seed: int = SEED) -> Planted:
    """Make `count` permits; each kind of fault stands in `share` of the rows, at most one fault a row."""
    chance = np.random.default_rng(seed)
    columns = sound(count, chance)
    each = max(2, int(count * share)) // 2 * 2
    if each * (len(PLANTS) + 2) > count:
        raise SystemExit(f"{count} rows cannot hold {len(PLANTS) + 1} kinds at {share:.1%}")
    order, truth = chance.permutation(count), {}
    for place, plant in enumerate(PLANTS):
        records = np.sort(order[place * each:(place + 1) * each])
        for column, texts in plant.write(chance, each).items():
            columns[column] = written(columns[column], records, texts)
        truth[plant.check, plant.field] = records
    twins = order[len(PLANTS) * each:][:each]
    first, second = twins[::2], twins[1::2]
    columns["permit_number"] = columns["permit_number"].scatter(second, columns["permit_number"].gather(first))
    truth["R02", "permit_number"] = np.sort(twins)
    return Planted(pl.DataFrame(columns), truth)


def written(column: pl.Series, records: np.ndarray, texts: str | list[str] | None) -> pl.Series:
    """Return a column with some records rewritten."""
    values = texts if isinstance(texts, list) else [texts] * len(records)
    return column.scatter(records, pl.Series(values, dtype=pl.String))


def sound(count: int, chance: np.random.Generator) -> dict[str, pl.Series]:
    """Make permits without a fault."""
    status = pl.Series(STATUSES).gather(chance.integers(0, len(STATUSES), count))
    dates = dates_of(count, chance, status)
    number = pl.Series(np.arange(count))
    words, streets = pl.Series(WORDS), pl.Series(STREETS)
    made = pl.DataFrame({
        **dates, "status": status,
        "number": number, "house": pl.Series(chance.integers(1, 9999, count)),
        "street": streets.gather(chance.integers(0, len(STREETS), count)),
        **{f"word{place}": words.gather(chance.integers(0, len(WORDS), count)) for place in range(5)},
        "work_type": pl.Series(WORKS).gather(chance.integers(0, len(WORKS), count)),
        "municipality": pl.Series(CITIES).gather(chance.integers(0, len(CITIES), count)),
        "value": pl.Series(np.round(chance.lognormal(11, 1, count), 2).clip(1500, 9e6)),
        "units": pl.Series(chance.integers(0, 40, count)),
        "fsa": pl.Series([f"{a}{d}{b}" for a in "GHJKL" for d in range(1, 10) for b in "ABCEGHJ"]).gather(
            chance.integers(0, 315, count)),
        "lat": pl.Series(chance.uniform(46.5, 48.5, count)), "lon": pl.Series(chance.uniform(-78.0, -71.5, count)),
    }).select(
        pl.format("BP-{}-{}", pl.col("applied_date").str.head(4), pl.col("number").cast(pl.String).str.zfill(7))
        .alias("permit_number"),
        "applied_date", "issued_date", "completed_date", "status", "work_type",
        pl.concat_str([f"word{place}" for place in range(5)], separator=", ").alias("description"),
        pl.col("value").round(2).cast(pl.String).alias("estimated_value"),
        pl.col("units").cast(pl.String).alias("units_created"),
        pl.format("{} {}", "house", "street").alias("address_full"), "municipality", "fsa",
        pl.col("lat").round(6).cast(pl.String).alias("latitude"), pl.col("lon").round(6).cast(pl.String).alias("longitude"),
    )
    return {name: made[name] for name in COLUMNS}


def dates_of(count: int, chance: np.random.Generator, status: pl.Series) -> dict[str, pl.Series]:
    """Make the three dates in their order, as the status asks for them."""
    applied = pl.Series(chance.integers(16436, 19800, count))  # days: 2015-01-01 to 2024-03-18
    issued = applied + pl.Series(chance.integers(3, 120, count))
    completed = issued + pl.Series(chance.integers(20, 500, count))
    days = pl.DataFrame({"applied_date": applied, "issued_date": issued, "completed_date": completed, "status": status})
    has_issue = pl.col("status").is_in(["permit_issued", "inspection_phase", "permit_finaled"])
    done = days.with_columns(
        pl.when(has_issue).then("issued_date").alias("issued_date"),
        pl.when(pl.col("status") == "permit_finaled").then("completed_date").alias("completed_date"),
    ).with_columns(pl.col("applied_date", "issued_date", "completed_date").cast(pl.Date).cast(pl.String))
    return {name: done[name] for name in ("applied_date", "issued_date", "completed_date")}


def on_disk(folder: Path, count: int, share: float, encoding: str = "utf-8") -> tuple[Path, Truth]:
    """Return the file of a size and its truth, made when first asked for."""
    stem = f"permits_{count}_{share * 1000:g}_per_mille_{SEED}"
    path, kept = folder / f"{stem}.{encoding}.csv", folder / f"{stem}.truth.json"
    if not path.is_file() or not kept.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        planted = permits(count, share)
        data = planted.frame.write_csv().encode()
        path.write_bytes(data if encoding == "utf-8" else data.decode().encode(encoding))
        kept.write_text(json.dumps([[*key, records.tolist()] for key, records in planted.truth.items()]))
    return path, {(check, name): np.array(records) for check, name, records in json.loads(kept.read_text())}
