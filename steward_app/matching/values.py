"""What the values of a column say: which kinds of value they look like, and whether they fit a field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import polars as pl

from ..core.schema import CodeList, Field, folded
from ..core.table import Table

SAMPLE_ROWS = 2000
# So many values must speak against a name before they may veto it; under half of them fitting is too few.
VETO_COUNT, VETO_FIT = 4, 0.5
_DISTINCT = 250
# Of so many values or more, a list's codes come back: where more than this share of them is different, they are prose.
ENOUGH, DIFFERENT = 10, 0.7
_MONTHS = (r"jan|feb|f[eé]v|mar|apr|avr|may|mai|june?|juin|jul|juil|aug|ao[uû]t|sep|oct|nov|d[eé]c")
_DATE = (r"(?i)^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|(?:19|20)\d{2}(?:0[1-9]|1[0-2])[0-3]\d"
         rf"|(?:\d{{1,2}}(?:er)?[ -]+|\d{{4}}[ -])?(?:{_MONTHS})[a-zéû]*\.?[ -]+\d{{1,4}}(?:,? +\d{{4}})?)"
         r"(?:[T ]+\d{1,2}:\d{2}.*)?$")
LOOKS = {
    "date": _DATE,
    "number": r"^[-+(]?\s*\$?\s*[-+]?(?:\d{1,3}(?:[ \x{a0}\x{202f},]\d{3})+|\d+)?(?:[.,]\d+)?\s*(?:\$|%|[eE][+-]?\d+)?\)?$",
    "integer": r"^[-+]?(?:\d{1,3}(?:[ \x{a0}\x{202f},]\d{3})+|\d+)(?:[.,]0+)?$",
    "year": r"^(?:1[6-9]|20|21)\d{2}$",
    "time": r"^\d{1,2}\s*[:hH]\s*\d{2}(?::\d{2})?(?:\s*[aApP]\.?[mM]\.?)?$",
    "month": r"^\d{4}[-/]?(?:0[1-9]|1[0-2])$",
    "postal": r"(?i)^[abceghj-nprstvxy]\d[abceghj-nprstv-z](?:[ -]?\d[abceghj-nprstv-z]\d)?$",
    "phone": r"^(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]{0,2}\d{3}[ .-]?\d{4}(?:\D{1,6}\d{1,6})?$",
    "email": r"^[^@\s]+@[^@\s]+\.[^@\s]+$",
    "uri": r"(?i)^(?:https?://|www\.)\S+$",
    "digits": r"^\d{2}(?:\d{2})?(?:\d{3})?$",
    "yes_no": r"(?i)^(?:y|n|yes|no|oui|non|o|true|false|vrai|faux|t|f|0|1|x)$",
    "civic": r"^\d{1,6}(?:[ -]?[A-Za-z])?(?:\s?(?:1/2|½))?$",
    "north_first": r"^\d{1,2}\.\d+\s*,",
    "pair": r"^-?\d{1,3}\.\d+\s*,\s*-?\d{1,3}\.\d+$",
    "point": r"(?i)^(?:\(?-?\d{1,3}\.\d+\s*[,;]?\s+-?\d{1,3}\.\d+\)?|\(?-?\d{1,3}\.\d+,-?\d{1,3}\.\d+\)?"
             r"|(?:multi)?(?:point|polygon|linestring)\s*z?\s*\(.*)$",
    "letters": r"\p{L}",
    "long": r"^.{80}",
}
_NOTHING = r"(?i)^(?:n/?a|n/?d|s\.?/?o\.?|null|<null>|none|-+|\.+|tbd|unknown|inconnue?)$"
_KINDS = {"postal-code": "postal", "fsa": "postal", "phone": "phone", "sgc": "digits"}
_TYPES = {"date": "date", "datetime": "date", "number": "number", "integer": "integer", "year": "year",
          "time": "time", "yearmonth": "month", "boolean": "yes_no"}
# Kinds of value that name their field by themselves.
TELLING = ("postal", "phone", "email", "uri")


@dataclass(frozen=True, eq=False)
class Profile:
    """What one column's values look like: `n` filled ones, and the share of them that looks like each kind."""

    n: int = 0
    shares: Mapping[str, float] = field(default_factory=dict)
    texts: tuple[str, ...] = ()
    counts: tuple[int, ...] = ()

    def share(self, look: str) -> float:
        """Return the share of values that look like a kind; 0 where there is none."""
        return self.shares.get(look, 0.0)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The distinct texts, folded."""
        return tuple(folded(text) for text in self.texts)

    def coverage(self, codes: CodeList) -> float:
        """Return the share of values that lead to a code of a list."""
        known = codes.by_near
        met = sum(count for text, count in zip(self.folded, self.counts, strict=True) if text in known)
        return met / max(1, sum(self.counts))


@dataclass(frozen=True, eq=False)
class Sample:
    """Rows spread over the whole table, as text; the profiles of its columns are made once."""

    frame: pl.DataFrame | None = None

    @classmethod
    def of(cls, table: Table, rows: int = SAMPLE_ROWS) -> Sample:
        """Take every n-th record of a table, n a power of two: so a table that comes in pieces gives the same ones."""
        return Thinned.out(rows).add(table).sample()

    @cached_property
    def profiles(self) -> tuple[Profile, ...]:
        """The profile of each column, in file order; none without rows."""
        return profiles_of(self.frame) if self.frame is not None else ()

    def of_each(self, columns: int) -> tuple[Profile | None, ...]:
        """Return a profile for each of some columns; None where there are no rows to look at."""
        return self.profiles or (None,) * columns


@dataclass
class Thinned:
    """Every n-th record of tables that follow one another; n doubles so that there are never more than `rows`."""

    rows: int
    _every: int = 1
    _met: int = 0
    _kept: pl.DataFrame | None = None

    @classmethod
    def out(cls, rows: int = SAMPLE_ROWS) -> Thinned:
        """Begin with none."""
        return cls(rows)

    def add(self, table: Table) -> Thinned:
        """Take from the next table."""
        while -(-(self._met + table.height) // self._every) > self.rows:
            self._every *= 2
            self._kept = self._kept.gather_every(2) if self._kept is not None else None
        fresh = table.frame.slice(-self._met % self._every).gather_every(self._every)
        self._met += table.height
        self._kept = fresh if self._kept is None else pl.concat([self._kept, fresh])
        return self

    def sample(self, rows: int | None = None) -> Sample:
        """Return the records so far, thinned further to so many."""
        kept, every = self._kept, self._every
        while kept is not None and rows is not None and -(-self._met // every) > rows:
            kept, every = kept.gather_every(2), every * 2
        return Sample(kept if self._met else None)


def profiles_of(frame: pl.DataFrame) -> tuple[Profile, ...]:
    """Look at the filled values of all columns at once, each of the most frequent texts of a column once."""
    kept = most_frequent(frame).filter((pl.col("text") != "") & ~pl.col("text").str.contains(_NOTHING))
    looks = {name: pl.col("text").str.contains(pattern) for name, pattern in LOOKS.items()} | degrees()
    shares = kept.with_columns(**looks).group_by("column", maintain_order=True).agg(
        (pl.col(*looks).cast(pl.Float64) * pl.col("n")).sum() / pl.col("n").sum(),
        texts=pl.col("text"), counts=pl.col("n"))
    found = {row.pop("column"): row for row in shares.to_dicts()}
    return tuple(profile_of(found.get(number)) for number in range(frame.width))


def most_frequent(frame: pl.DataFrame) -> pl.DataFrame:
    """Return `column` (its number), `text` and `n` of each column's most frequent texts, blanks at the ends apart."""
    numbered = frame.rename({name: str(number) for number, name in enumerate(frame.columns)})
    cells = numbered.unpivot(variable_name="column", value_name="text").drop_nulls("text")
    counts = cells.group_by("column", pl.col("text").str.strip_chars()).len("n").with_columns(pl.col("column").cast(pl.Int32))
    ranked = counts.sort("column", "n", "text", descending=[False, True, False])
    return ranked.group_by("column", maintain_order=True).head(_DISTINCT)


def profile_of(row: dict[str, Any] | None) -> Profile:
    """Make one profile of its line of shares."""
    if row is None:
        return Profile()
    texts, counts = row.pop("texts"), row.pop("counts")
    return Profile(sum(counts), row, tuple(texts), tuple(counts))


def degrees() -> dict[str, pl.Expr]:
    """Return what numbers say of coordinates: degrees at all, within Canada's, or metres of a projection."""
    value = pl.col("text").str.replace(",", ".", literal=True).cast(pl.Float64, strict=False)
    return {
        "lat_range": value.is_between(-90, 90).fill_null(False), "lon_range": value.is_between(-180, 180).fill_null(False),
        "canada_lat": (value.is_between(41, 84) & pl.col("text").str.contains(r"\d[.,]\d")).fill_null(False),
        "canada_lon": (value.is_between(-142, -52) & pl.col("text").str.contains(r"\d[.,]\d")).fill_null(False),
        "metres": (value.abs() > 1000).fill_null(False),
    }


def fit(item: Field, codes: CodeList | None, seen: Profile) -> float | None:
    """Return the share of values that fit a field, from 0 to 1; None where they can say nothing of it."""
    if not seen.n:
        return None
    if item.kind in ("latitude", "longitude"):
        return max(0.0, seen.share("lon_range") - seen.share("date"))
    if item.format in ("email", "uri"):
        return seen.share(item.format)
    if item.kind in _KINDS:
        return seen.share(_KINDS[item.kind])
    if codes is not None:
        return _fits_list(codes, seen)
    if item.type in ("date", "datetime"):
        return max(seen.share("date"), seen.share("integer") - seen.share("year") if _serial(seen) else 0.0)
    if item.type in _TYPES:
        return seen.share(_TYPES[item.type])
    if item.kind == "name":
        return max(0.0, seen.share("letters") - seen.share("date") - seen.share("point"))
    return text_fit(seen) if item.kind != "free-text" else None


def text_fit(seen: Profile) -> float:
    """Return the share of values that are words of some kind: no dates, no points, no mere yes and no."""
    flags = seen.share("yes_no") if seen.share("letters") >= VETO_FIT else 0.0
    return max(0.0, 1 - seen.share("date") - seen.share("point") - flags)


def _serial(seen: Profile) -> bool:
    return bool(seen.texts) and all(text[:5].isdigit() and "2" <= text[0] <= "6" for text in seen.texts[:20])


def _fits_list(codes: CodeList, seen: Profile) -> float | None:
    """Return a fit for a code list: foreign words may be a value map's work, numbers and prose cannot."""
    covered = seen.coverage(codes)
    if covered >= VETO_FIT:
        return covered
    if any(code.isdigit() for code in codes.values):
        return covered if seen.share("letters") < VETO_FIT and seen.n > VETO_COUNT else None
    foreign = max(seen.share("date"), seen.share("long"), 1 - seen.share("letters"))
    crowded = len(seen.texts) > max(40, 3 * len(codes.codes)) or (seen.n >= ENOUGH and len(seen.texts) > DIFFERENT * seen.n)
    return covered if foreign > VETO_FIT or (crowded and covered < 0.1) else None


def vetoes(share: float | None, seen: Profile) -> bool:
    """Tell whether values speak against a name: most of them, and at least four, do not fit."""
    return share is not None and share < VETO_FIT and seen.n * (1 - share) >= VETO_COUNT


def telling(fields: Iterable[tuple[Field, CodeList | None]], seen: Profile) -> Iterable[tuple[str, float]]:
    """Yield the fields that values alone point to: postal codes, phones, addresses of the Web, whole code lists."""
    if seen.n < VETO_COUNT:
        return
    for item, codes in fields:
        look = item.format if item.format in TELLING else _KINDS.get(item.kind or "")
        if look in TELLING and seen.share(look) >= 0.9:
            yield item.name, seen.share(look)
        elif codes is not None and len(codes.codes) > 2 and 3 <= len(seen.texts) <= 3 * len(codes.codes):
            covered = seen.coverage(codes)
            if covered >= 0.8 and seen.share("letters") >= 0.9:
                yield item.name, covered
