"""Our findings for Table Schema's own constraints against frictionless, cell by cell; every difference has a name."""

from __future__ import annotations

import re
from collections.abc import Callable

from checked import found, schema_of
from frictionless import Resource, Schema as TableSchema
from hypothesis import Phase, given, settings, strategies as st

PLAIN = {
    "number": r"-?[0-9]+(\.[0-9]+)?", "integer": r"-?[0-9]+", "year": r"[0-9]{4}", "date": r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "boolean": r"true|True|TRUE|1|false|False|FALSE|0", "string": r"(?s).*",
    "datetime": r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})?",
}
FIELDS = [
    {"name": "key", "type": "string", "constraints": {"required": True, "minLength": 2, "maxLength": 5, "pattern": "P-[0-9]+"}},
    {"name": "once", "type": "string", "constraints": {"unique": True}},
    {"name": "cost", "type": "number", "constraints": {"minimum": 0, "maximum": 1000}},
    {"name": "units", "type": "integer", "constraints": {"required": True, "minimum": 1, "maximum": 9}},
    {"name": "day", "type": "date", "constraints": {"minimum": "2000-01-01"}},
    {"name": "at", "type": "datetime"}, {"name": "year", "type": "year", "constraints": {"maximum": 2030}},
    {"name": "home", "type": "boolean"},
    {"name": "kind", "type": "string", "constraints": {"enum": ["new", "old"]}},
    {"name": "status", "type": "string", "codeList": "status", "constraints": {"enum": ["permit_issued", "withdrawn"]}},
    {"name": "post", "type": "string", "kind": "postal-code", "constraints": {"pattern": "K1A 0B1"}},
    {"name": "lat", "type": "number", "kind": "latitude", "constraints": {"minimum": 41.6, "maximum": 83.2}},
]
SCHEMA = schema_of(*FIELDS, primaryKey=["key"], missingValues=["", "-"])
TYPES = {field["name"]: field["type"] for field in FIELDS}
# No row is wholly empty: frictionless says `blank-row` of it and nothing else, we say R01 and V01.
POOL = {
    "key": ["", "-", "P-1", "P-2", "P", "P-12345", "xP-1", "été"], "once": ["", "-", "a", "b", "c", "d"],
    "cost": ["", "-", "1", "-5", "2000", "1e5", "NaN", " 5", ".5", "+5", "abc", "1,5", "#REF!"],
    "units": ["", "1", "0", "12", "2.0", "2.5", "+5", "abc", "0003", "9" * 25],
    "day": ["", "2024-05-07", "1999-01-01", "2024-5-7", "2024-02-31", "07/05/2024", "45291"],
    "at": ["", "2024-05-07T14:30:00", "2024-05-07T14:30:00Z", "2024-05-07 14:30:00", "2024-05-07"],
    "year": ["2024", "2031", "24", "٢٠٢٤"], "home": ["", "true", "0", "OUI", "vrai"],
    "kind": ["", "new", "New", "nwe", "other"], "status": ["", "permit_issued", "withdrawn", "closed", "Closed", "x"],
    "post": ["", "K1A 0B1", "G1R 2B5", "k1a0b1"], "lat": ["", "45.5", "12", "x"],
}
# What ours are called, in Table Schema's words.
OURS = {"V01": "required", "V09": "minimum", "V24": "maximum", "V25": "minLength", "V18": "maxLength", "V14": "pattern",
        "V11": "enum", "V12": "enum", "R05": "unique", "R02": "primaryKey",
        **dict.fromkeys(("V03", "V04", "V05", "V06", "V07", "V08", "V13", "V15", "F06"), "type")}
THEIRS = {"type-error": "type", "unique-error": "unique", "primary-key": "primaryKey"}

Cell = tuple[str, str, str]  # field, text, what


def not_plain(cell: Cell) -> bool:
    field, text, _ = cell
    return not re.fullmatch(PLAIN[TYPES[field]], text, re.ASCII)


# Each difference: what it is called, why it is right, and which cells it explains, on either side.
ONLY_OURS: dict[str, Callable[[Cell], bool]] = {
    # frictionless takes `1e5`, `NaN`, ` 5`, `2024-5-7`: a portal's other readers do not. (schema-format.md §5)
    "our plain form is stricter": lambda c: c[2] == "type" and not_plain(c),
    # frictionless names the second row only; a steward must see both to choose between them.
    "every row of a repeat is reported": lambda c: c[2] in ("unique", "primaryKey"),
    # `G1R 2B5` matches V15, `k1a0b1` does not; the pattern is there for other tools.
    "a kind replaces pattern and limits": lambda c: c[0] == "post" and c[2] == "type",
    # the list of the standard is the truth, not an old `enum` beside it.
    "codes come from lists": lambda c: c[0] == "status" and c[2] == "enum",
}
ONLY_THEIRS: dict[str, Callable[[Cell], bool]] = {
    # a text that is no plain form is unknown to the other checks: one fault, one finding.
    "an unreadable value is not judged twice": lambda c: c[2] in ("minimum", "maximum", "required") and not_plain(c),
    "a kind replaces pattern and limits": lambda c: (c[0], c[2]) in (("post", "pattern"), ("lat", "minimum"), ("lat", "maximum")),
    "codes come from lists": lambda c: c[0] == "status" and c[2] == "enum",
    # an integer too long for the machine is read, but cannot be compared.
    "beyond eighteen digits nothing is compared": lambda c: c[0] == "units" and len(c[1]) > 18,
    # a key with every part empty is V01's, and said once.
    "an empty key is only empty": lambda c: c[2] == "primaryKey" and c[1] in ("", "-"),
}


def ours(columns: dict[str, list[str]]) -> set[tuple[int, str, str]]:
    """Return (row, field, what) of our findings."""
    marks = set()
    for problem in found(SCHEMA, columns).listed:
        what = OURS.get(problem.check.id)
        marks |= {(row, str(problem.rule.field), what) for row in problem.records()} if what else set()
    return marks


def theirs(columns: dict[str, list[str]]) -> set[tuple[int, str, str]]:
    """Return (row, field, what) of frictionless's errors."""
    rows = [list(POOL), *(list(row) for row in zip(*(columns[name] for name in POOL), strict=True))]
    report = Resource(data=rows, schema=TableSchema.from_descriptor(dict(SCHEMA.raw))).validate(limit_errors=10**6)
    marks = set()
    for row, field, kind, note in report.flatten(["rowNumber", "fieldName", "type", "note"]):
        said = re.match(r'constraint "(\w+)"', note or "")
        what = said.group(1) if kind == "constraint-error" and said else THEIRS.get(kind, kind)
        marks.add((row - 2, field or "key", what))
    return marks


def explained(columns: dict[str, list[str]], marks: set[tuple[int, str, str]], reasons: dict[str, Callable[[Cell], bool]]) -> set[str]:
    """Return the names that explain some differences. Fails on one that no name explains."""
    used = set()
    for row, field, what in marks:
        cell = (field, columns[field][row], what)
        names = {name for name, covers in reasons.items() if covers(cell)}
        assert names, f"unexplained: {cell}"
        used |= names
    return used


TABLES = st.integers(1, 12).flatmap(lambda height: st.fixed_dictionaries(
    {name: st.lists(st.sampled_from(pool), min_size=height, max_size=height) for name, pool in POOL.items()}))


@settings(max_examples=20, phases=[Phase.generate])  # making a failing table small takes frictionless minutes
@given(TABLES)
def test_every_difference_from_frictionless_is_named(columns):
    mine, other = ours(columns), theirs(columns)
    explained(columns, mine - other, ONLY_OURS)
    explained(columns, other - mine, ONLY_THEIRS)


def test_each_named_difference_is_met_and_the_rest_agrees():
    height = max(len(pool) for pool in POOL.values())
    columns = {name: [pool[row % len(pool)] for row in range(height * 2)] for name, pool in POOL.items()}
    mine, other = ours(columns), theirs(columns)
    assert explained(columns, mine - other, ONLY_OURS) == ONLY_OURS.keys()
    assert explained(columns, other - mine, ONLY_THEIRS) == ONLY_THEIRS.keys()
    assert len(mine & other) > 100
