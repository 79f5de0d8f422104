"""The bench's rules written by hand in polars, as a programmer would for this one file: what our check is held against."""

from __future__ import annotations

import datetime as dt

import polars as pl
from bench_data import STATUSES, WORKS

PLACEHOLDERS = r"(?i)^(?:n/?a|n\.a\.|unknown|none|null|nil|tbd|s\.?o\.?|inconnu|à déterminer|à venir|\?|-+|x{3,})$"
EMAIL = r"[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
PHONE = r"(?:^|[^0-9A-Za-z])(?:\+?1[ .-]?)?(?:\([2-9][0-9]{2}\) ?|[2-9][0-9]{2}[ .-])[2-9][0-9]{2}[ .-]?[0-9]{4}(?:[^0-9A-Za-z]|$)"
DATES = ("applied_date", "issued_date", "completed_date")
NUMBERS = ("estimated_value", "units_created", "latitude", "longitude")
TEXTS = ("permit_number", "description", "address_full", "municipality")
PLAIN = r"^-?[0-9]+(?:\.[0-9]+)?$"
TODAY = dt.date(2026, 11, 1)


def masks(table: pl.DataFrame) -> pl.DataFrame:
    """Return one boolean column for each rule: every cell and row rule in one select, then the unique key by hash."""
    typed = table.with_columns(
        *(pl.col(name).str.to_date("%Y-%m-%d", strict=False, cache=False).alias(f"{name}_date") for name in DATES),
        *(pl.col(name).cast(pl.Float64, strict=False).alias(f"{name}_number") for name in NUMBERS),
    )
    found = typed.select(*of_dates(), *of_numbers(), *of_texts(), *of_lists(), *of_places(), *of_rows())
    return found.with_columns(repeated(table["permit_number"]).alias("R02 permit_number"))


def of_dates() -> list[pl.Expr]:
    """Return the rules of the three dates: form, calendar, serial numbers, future, order."""
    rules = []
    for name in DATES:
        text, day = pl.col(name), pl.col(f"{name}_date")
        shaped = text.str.contains(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
        serial = text.str.contains(r"^[2-6][0-9]{4}$")
        rules += [(text.is_not_null() & day.is_null() & ~shaped & ~serial).alias(f"V03 {name}"),
                  (day.is_null() & shaped).alias(f"V05 {name}"), serial.alias(f"V06 {name}"),
                  (day > TODAY).alias(f"V23 {name}")]
    return [*rules, (pl.col("issued_date_date") < dt.date(1900, 1, 1)).alias("V09 issued_date"),
            (pl.col("issued_date_date") < pl.col("applied_date_date")).alias("X01 issued_date"),
            (pl.col("completed_date_date") < pl.col("issued_date_date")).alias("X01 completed_date")]


def of_numbers() -> list[pl.Expr]:
    """Return the rules of the numbers: form, whole, limits, unusual size."""
    value, units = pl.col("estimated_value_number"), pl.col("units_created_number")
    shaped = [(pl.col(name).is_not_null() & ~pl.col(name).str.contains(PLAIN)).alias(f"V07 {name}") for name in NUMBERS]
    return [*shaped, (units != units.floor()).alias("V08 units_created"),
            (value < 0).alias("V09 estimated_value"), (units < 0).alias("V09 units_created"),
            (units > 5000).alias("V24 units_created"),
            ((value > 2e9) | (value > 50 * value.quantile(0.99))).alias("V10 estimated_value")]


def of_texts() -> list[pl.Expr]:
    """Return the rules of plain text: required, placeholders, spaces, postal code, personal information."""
    described = pl.col("description")
    return [pl.col("permit_number").is_null().alias("V01 permit_number"),
            *(pl.col(name).str.contains(PLACEHOLDERS).alias(f"V02 {name}") for name in (*TEXTS, *DATES, *NUMBERS[:2], "fsa")),
            *((pl.col(name).str.len_bytes() != pl.col(name).str.strip_chars().str.len_bytes()).alias(f"V19 {name}")
              for name in ("address_full", "municipality")),
            (pl.col("fsa").is_not_null() & ~pl.col("fsa").str.contains(r"^[A-Z][0-9][A-Z]$")).alias("V15 fsa"),
            (described.str.contains(EMAIL) | described.str.contains(PHONE)).alias("P01 description")]


def of_lists() -> list[pl.Expr]:
    """Return the rules of the two code lists: not on the list (near or far alike)."""
    return [(pl.col(name).is_not_null() & ~pl.col(name).is_in(codes)).alias(f"V12 {name}")
            for name, codes in (("status", STATUSES), ("work_type", WORKS))]


def of_places() -> list[pl.Expr]:
    """Return the rules of coordinates: swapped, zero, metres, sign lost, outside Canada, half given."""
    lat, lon = pl.col("latitude_number"), pl.col("longitude_number")
    north, west = lat.is_between(41, 84), lon.is_between(-142, -52)
    zero = (lat == 0) & (lon == 0)
    swapped = lon.is_between(41, 84) & lat.is_between(-142, -52)
    sign = north & lon.is_between(52, 142)
    metres = (lat.abs() > 180) | (lon.abs() > 180)
    return [swapped.alias("G01 latitude"), zero.alias("G03 latitude"), metres.alias("G04 latitude"),
            sign.alias("G05 longitude"),
            (~(north & west) & ~zero & ~swapped & ~sign & ~metres).alias("G02 latitude"),
            (pl.col("latitude").is_null() & pl.col("longitude").is_not_null()).alias("X03 latitude"),
            (pl.col("longitude").is_null() & pl.col("latitude").is_not_null()).alias("X03 longitude")]


def of_rows() -> list[pl.Expr]:
    """Return the rules between columns: an address, and what a status or a kind of work asks for."""
    status = pl.col("status")
    issued = status.is_in(["permit_issued", "inspection_phase", "permit_finaled"])
    return [pl.col("address_full").is_null().alias("X02 address_full"),
            ((status == "permit_finaled") & pl.col("completed_date").is_null()).alias("X06 completed_date"),
            (issued & pl.col("issued_date").is_null()).alias("X06 issued_date"),
            ((pl.col("work_type") == "new") & (pl.col("estimated_value_number") < 0.01)).alias("X06 estimated_value")]


def repeated(key: pl.Series) -> pl.Series:
    """Return which keys occur more than once: by hash, then exactly on the candidates; no key is no repeat."""
    hashes = key.hash()
    candidates = hashes.is_duplicated() & key.is_not_null()
    return exactly(key, candidates)


def exactly(key: pl.Series, candidates: pl.Series) -> pl.Series:
    """Compare the text of the candidates alone."""
    rows = candidates.arg_true()
    twice = rows.filter(key.gather(rows).is_duplicated())
    return pl.Series([False]).new_from_index(0, len(key)).scatter(twice, True)
