"""Runs the checks handed to it: on the whole table, on some records, on some fields; every fault counted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

import polars as pl

from .beside import beside
from .check import Check, rules_for
from .fieldread import PIECE
from .findings import Findings, Problems
from .plan import Item, Plan, compiled
from .progress import SILENT, Progress
from .standard import Standard, prepared, rows_of, standard_of
from .table import ROW, Table, nowhere, scattered
from .text import Text
from .types import nothing_learnt, of
from .view import View

CHECKING = Text("Checking", "Vérification")
WHOLE = 1 << 18  # records that a check of its own is given at once: each call costs some milliseconds


def check_all(view: View, table: Table, checks: tuple[Check, ...],
              progress: Progress = SILENT) -> tuple[Findings, View]:
    """Check the whole table. Returns every finding, and the view with what the columns taught. Raises Cancelled."""
    standard, view = standard_of(prepared(view, table), table, progress)
    return check_standard(view, standard, checks, progress)


def check_standard(view: View, standard: Standard, checks: tuple[Check, ...],
                   progress: Progress = SILENT) -> tuple[Findings, View]:
    """Check a table whose Standard is there already (made by `standard_of`, with its view)."""
    view = taught(view, standard, checks)
    plan = compiled(view, checks, standard.table.columns)
    news = [*masks([*plan.local, *plan.table], view, standard, progress), *of_columns(plan.column, view)]
    return Findings({problem.key: problem for problem in news if problem.cells}, standard.height), view


def recheck_rows(view: View, table: Table, findings: Findings, records: pl.Series, columns: Collection[str] | None,
                 checks: tuple[Check, ...]) -> Findings:
    """Check some records anew, by the cell and row checks that read these columns (None: all), after an edit.

    `view` is the one that the findings came with. Checks over the whole table wait for `recheck_table`.
    """
    items = [item for item in compiled(view, checks, table.columns).local if item.touched(columns)]
    few = rows_of(table, records.cast(ROW))
    needed = {name for item in items for name in item.fields}
    standard, _ = standard_of(view, few, fields=needed, learn=False)
    news = [patched(findings, problem, records, table.height) for problem in masks(items, view, standard)]
    return findings.replaced([problem for problem in news if problem is not None])


def recheck_fields(view: View, table: Table, findings: Findings, fields: Collection[str], checks: tuple[Check, ...],
                   columns: Collection[str] | None = None, progress: Progress = SILENT) -> tuple[Findings, View]:
    """Check everything that reads some fields or columns anew, after a bulk fix or a change of the mapping.

    `view` may hold a new mapping; `columns` adds source columns whose text or use changed. Returns the view to keep.
    """
    view = prepared(view, table)
    touched = {column for name in fields if view.fed(name) for column in view.mapping.fields[name].columns}
    touched |= set(columns or ())
    plan = compiled(view, checks, table.columns)
    news, view = anew(view, table, plan, touched, set(fields), checks, progress)
    fresh = compiled(view, checks, table.columns)
    gone = (set(findings.problems) - fresh.keys) | {item.key for item in fresh.column}
    return findings.replaced(news, gone), view


def recheck_table(view: View, table: Table, findings: Findings, checks: tuple[Check, ...],
                  columns: Collection[str] | None = None, progress: Progress = SILENT) -> tuple[Findings, View]:
    """Check anew what depends on the whole table after edits of some columns (None: any): keys, copies, what is learnt.

    Where a column now teaches something else (its date order is no longer proved), its field is checked whole.
    """
    view = prepared(view, table)
    plan = compiled(view, checks, table.columns)
    items = [item for item in plan.table if item.touched(columns)]
    needed = {name for item in items for name in item.fields} | teachers(view, plan, columns)
    standard, learnt = standard_of(view, table, progress, fields=needed)
    learnt = taught(learnt, standard, checks)
    findings = findings.replaced(masks(items, view, standard, progress))
    changed = {name for (what, name) in {*view.learned, *learnt.learned}
               if name in needed and view.learned.get((what, name)) != learnt.learned.get((what, name))}
    return recheck_fields(learnt, table, findings, changed, checks, progress=progress) if changed else (findings, view)


def anew(view: View, table: Table, plan: Plan, columns: set[str], fields: set[str], checks: tuple[Check, ...],
         progress: Progress) -> tuple[list[Problems], View]:
    """Run the items that read some columns or fields over the whole table."""
    items = [item for item in (*plan.local, *plan.table) if item.touched(columns, fields)]
    needed = {name for item in items for name in item.fields} | fields
    standard, learnt = standard_of(view, table, progress, fields=needed)
    learnt = taught(learnt, standard, checks)
    fresh = compiled(learnt, checks, table.columns)
    again = [item for item in (*fresh.local, *fresh.table) if item.touched(columns, fields)]
    return [*masks(again, learnt, standard, progress), *of_columns(fresh.column, learnt)], learnt


def teachers(view: View, plan: Plan, columns: Collection[str] | None) -> set[str]:
    """Return the fields fed by some columns whose text teaches something of the whole column."""
    learners = {item.rule.field for item in plan.local if item.check.learns is not None}
    names = {name for name in view.mapping.fed_fields if name in view.schema.by_name}
    fed = {name for name in names if columns is None or set(view.mapping.fields[name].columns) & set(columns)}
    return {name for name in fed if name in learners or of(view.field(name)).learn is not nothing_learnt}


def taught(view: View, standard: Standard, checks: tuple[Check, ...]) -> View:
    """Return the view with what single checks must know of whole columns (a percentile)."""
    learned = dict(view.learned)
    there = set(standard.fields)
    for check, rule in rules_for(view.schema, [check for check in checks if check.learns is not None]):
        if check.learns is not None and rule.field in there:
            facts = check.learns(view, rule, standard)
            learned.update({(what, rule.field): fact for what, fact in facts.items()})
    return view.knowing(learned)


def masks(items: Iterable[Item], view: View, standard: Standard, progress: Progress = SILENT) -> list[Problems]:
    """Run rules over a Standard: expressions all together, beside them one by one those that look at whole columns.

    It is done in pieces, so that it can be stopped. Raises Cancelled.
    """
    items, unseen = list(items), Progress(stopped=progress.stopped)
    with beside(standard.height) as later:
        alone = {item.name: later(by_itself, item, view, standard, unseen) for item in items if item.expr is None}
        found = by_text(items, standard)
        together = all_at_once([item.expr for item in items if item.expr is not None and item.name not in found],
                               standard, progress)
        found |= {name: alone[name]() for name in progress.over(alone, CHECKING, len(alone))}
    return [Problems(item.check, item.rule, full(found[item.name] if item.name in found else together[item.name],
                                                 standard.height)) for item in items]


def by_text(items: Iterable[Item], standard: Standard) -> dict[str, pl.Series]:
    """Evaluate the expressions that read one field of few different texts: once a text, spread only if any is marked."""
    found: dict[str, pl.Series] = {}
    for name, once in standard.once.items():
        exprs = [item.expr for item in items if item.expr is not None and item.fields == {name}]
        answers = once.frame.select(exprs) if exprs else pl.DataFrame()
        found |= {mask.name: once.own.spread(full(mask, once.frame.height)) if mask.any() else nowhere(standard.height)
                  for mask in answers}
    return found


def all_at_once(exprs: list[pl.Expr], standard: Standard, progress: Progress) -> pl.DataFrame:
    """Evaluate expressions over a Standard, piece by piece."""
    parts: list[pl.DataFrame] = []
    for piece in pieces(standard, progress) if exprs else ():
        parts.append(piece.frame.select(exprs))
    return pl.concat(parts, rechunk=True) if parts else pl.DataFrame(height=standard.height)


def by_itself(item: Item, view: View, standard: Standard, progress: Progress = SILENT) -> pl.Series:
    """Return the mask of a rule that is no expression; one of single cells or rows is run piece by piece.

    It may run on a thread that outlives its caller: `progress` only stops it. Raises Cancelled.
    """
    if item.check.scope == "table":
        mask: pl.Series = item.check.run(view, item.rule, standard)
        return mask.fill_null(False)
    parts: list[pl.Series] = [item.check.run(view, item.rule, piece) for piece in pieces(standard, progress, WHOLE)]
    return pl.concat(parts, rechunk=True)


def pieces(standard: Standard, progress: Progress = SILENT, length: int = PIECE) -> Iterator[Standard]:
    """Yield a Standard in pieces, reporting each."""
    for start in range(0, max(standard.height, 1), length):
        progress(CHECKING, start, standard.height)
        yield standard.piece(start, length) if standard.height > length else standard


def full(mask: pl.Series, height: int) -> pl.Series:
    """Return a mask of one boolean a record: a rule that reads no column answers once for all."""
    return mask if len(mask) == height else mask.new_from_index(0, height)


def of_columns(items: Iterable[Item], view: View) -> list[Problems]:
    """Run the rules about the columns themselves; what is right is left out."""
    wrong = [item for item in items if item.rule.get("whole_column") or item.check.run(view, item.rule)]
    return [Problems(item.check, item.rule) for item in wrong]


def patched(findings: Findings, fresh: Problems, records: pl.Series, height: int) -> Problems | None:
    """Return a problem with some records of its mask made anew, or None where nothing was and nothing is marked."""
    before = findings.get(fresh.key)
    if fresh.mask is None or (before is None and not fresh.mask.any()):
        return None
    old = before.mask if before is not None and before.mask is not None else nowhere(height)
    return Problems(fresh.check, fresh.rule, scattered(old, records, fresh.mask))


__all__ = ["check_all", "check_standard", "recheck_fields", "recheck_rows", "recheck_table"]
