"""Tries what a fix proposes on the checks it is given: only what passes is offered."""

from __future__ import annotations

from dataclasses import replace

import polars as pl

from ..core import engine
from ..core.check import Check
from ..core.document import Document
from ..core.mapping import Feed, Mapping
from ..core.plan import Item, compiled
from ..core.reading import Reading
from ..core.schema import Severity
from ..core.standard import prepared, rows_of, standard_of
from ..core.table import Table, nowhere
from ..core.text import Text
from ..core.view import View
from .proposal import NewReading, Points, Proposal, Rewrites, Together
from .wrong import Fix, Wrong

Checks = tuple[Check, ...]
# A point that is mended lies where it should: in Canada, and in the province of its record or publisher.
POINTS = frozenset({"G01", "G02", "G03", "G04", "G05", "G06"})
_CELL = "|trial"
_NAMELESS = Text("", "")


def offered(fix: Fix, wrong: Wrong, checks: Checks) -> Proposal | None:
    """Return what a fix proposes, kept to what passes; None where nothing does.

    A safe fix must satisfy every must-fix check of the cell's field; one that asks, the check that it mends.
    """
    proposal = fix.propose(wrong)
    if proposal is None or (isinstance(proposal, Together) and wrong.check == "V19"):
        return proposal
    if isinstance(proposal, Rewrites | NewReading) and wrong.rule.field and scope_of(wrong, checks) == "cell":
        passes = passing_texts(proposal, wrong, checks, every=fix.safe)
        return proposal if passes.all() else proposal.keeping(proposal.changes["before"].filter(passes))
    if isinstance(proposal, Rewrites | Points | Together) and wrong.rule.field:
        passes = passing_records(proposal, wrong, checks)
        return proposal if passes.all() else proposal.only(wrong.records.filter(passes), wrong.table)
    return proposal


def scope_of(wrong: Wrong, checks: Checks) -> str:
    """Return the scope of the check that marks."""
    return next((check.scope for check in checks if check.id == wrong.check), "cell")


def passing_texts(proposal: Rewrites | NewReading, wrong: Wrong, checks: Checks, *, every: bool) -> pl.Series:
    """Tell which changes pass, one boolean a line: each distinct result is checked once, as a column of its own."""
    read = proposal.read if isinstance(proposal, NewReading) else wrong.read
    cells = proposal.changes["before" if isinstance(proposal, NewReading) else "after"]
    filled = pl.select(pl.when(cells != "").then(cells)).to_series().alias(_CELL)
    table = Table.of(filled.to_frame(), [_CELL])
    view = prepared(replace(wrong.view, mapping=Mapping({wrong.name: Feed(columns=(_CELL,), read=read)})), table)
    items = [item for item in compiled(view, checks, table.columns).local
             if item.fields == {wrong.name} and (item.check.id == wrong.check or (every and severe(item)))]
    return ~marked(items, view, table)


def severe(item: Item) -> bool:
    """Tell whether a check stops an export; advice about a value is no reason to leave it badly written."""
    return (item.rule.severity or item.check.severity) == Severity.MUST


def passing_records(proposal: Rewrites | Points | Together, wrong: Wrong, checks: Checks) -> pl.Series:
    """Tell which of the marked records the check's family no longer marks once the proposal is applied."""
    view = prepared(wrong.view, wrong.table)
    document = Document(Reading("", "", 0, str), wrong.table, view.schema, view.mapping)
    after, _ = proposal.edit(document, _NAMELESS, "").apply(document)
    family = POINTS if wrong.check.startswith("G0") else {wrong.check}
    items = [item for item in compiled(view, checks, wrong.table.columns).local if item.check.id in family]
    return ~marked(items, view, rows_of(after.table, wrong.records))


def marked(items: list[Item], view: View, table: Table) -> pl.Series:
    """Return one boolean a record: true where any of the checks marks it."""
    needed = {name for item in items for name in item.fields}
    standard, _ = standard_of(view, table, fields=needed, learn=False)
    union = nowhere(table.height)
    for problem in engine.masks(items, view, standard):
        union = union | problem.mask if problem.mask is not None else union
    return union
