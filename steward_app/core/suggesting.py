"""What a wrong text probably should be: shown beside a finding, never applied from here."""

from __future__ import annotations

import polars as pl

from .findings import Problems
from .types import FAULT, like, of
from .view import View


def beside(problem: Problems) -> str | None:
    """Return the other field that holds the right text of a wrong one: coordinates that were swapped."""
    return str(problem.rule["with"]) if problem.check.id == "G01" else None


def suggested(view: View, problem: Problems, texts: pl.Series, others: pl.Series | None = None) -> pl.Series:
    """Return the right text for each wrong one (`name|raw` of the problem's field), null where it is not known.

    `others` holds the texts of the field `beside`, where there is one.
    """
    check, name = problem.check.id, problem.rule.field
    nothing = pl.Series("suggestion", [None], dtype=pl.String).new_from_index(0, len(texts))
    if name is None or name not in view.schema.by_name or check in ("V02", "F06"):
        return nothing
    if others is not None and beside(problem) is not None:
        return others.str.strip_chars().alias("suggestion")
    if check == "V20":
        return texts.str.zfill(int(problem.rule["width"])).alias("suggestion")
    if check == "V19":
        return texts.str.strip_chars().alias("suggestion")
    if check == "G05":
        return ("-" + texts.str.strip_chars().str.strip_chars_start("+-")).alias("suggestion")
    return of_kind(view, check, name, texts).alias("suggestion") if check in FAULT else nothing


def of_kind(view: View, check: str, name: str, texts: pl.Series) -> pl.Series:
    """Return the plain form of texts that their type could not read, each distinct text once."""
    field, read = view.field(name), view.read(name)
    distinct = texts.drop_nulls().unique()
    mapped = distinct.replace(dict(read.values)) if read.values else distinct
    plain = of(field).plain(mapped, field, read, view.learned)
    if check == "V11":
        near = like(mapped, field, view.learned)
        plain = pl.select(pl.coalesce(plain, near)).to_series()
    known = pl.DataFrame({"text": distinct, "suggestion": plain})
    return texts.alias("text").to_frame().join(known, on="text", how="left", maintain_order="left")["suggestion"]
