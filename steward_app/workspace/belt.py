"""The whole belt without a window: open, map, check and fix one file, as a recipe says or as judged."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Self

from .. import matching
from ..catalogue import Catalogue
from ..checks import usable
from ..core.changes import by_key, by_value
from ..core.edits import Edit, SetDecisions, SetStandard, Several
from ..core.followed import FollowRecipe
from ..core.mapping import Mapping
from ..core.problem import Problem
from ..core.progress import Progress
from ..core.reading import Asked
from ..core.schema import Schema
from ..core.table import Opened, Table
from ..core.text import Text
from . import Workspace, fix, stream
from .apart import work_of
from .drift import drift_of
from .file import ReadingProcess, open_file
from .limits import Limits, refuse_too_large
from .recipe import asked_of, decisions_of, mapping_of, read_recipe
from .upgrade import followed, pinned

OTHER_STANDARD = Text("This recipe is for “{standard}”.", "Cette recette est faite pour « {standard} ».")
USE_IT = Text("Use that standard, or another recipe.", "Utilisez cette norme, ou une autre recette.")
# A fix can lay bare what another one mends (spaces before a code): a few rounds always settle it.
ROUNDS = 8


@dataclass(frozen=True)
class Suggested:
    """The standards ranked for a file, and the mapping proposed to the chosen one."""

    schema: Schema | None
    ranked: tuple[matching.Ranked, ...]
    proposed: matching.Proposed


@dataclass(frozen=True)
class Applied:
    """One fix that was applied to one field, and how many cells it changed."""

    fix: str
    field: str | None
    cells: int
    named: Text

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `fix --json`."""
        return {"fix": self.fix, "field": self.field, "cells": self.cells, **self.named.as_json()}


@dataclass
class Belt:
    """The catalogue, today, and what is worth keeping between files. Use it in a `with`: a reading process may be kept."""

    catalogue: Catalogue
    today: dt.date
    scratch: Path | None = None
    indexes: matching.Indexes = field(default_factory=matching.Indexes.none)
    away: ReadingProcess = field(default_factory=ReadingProcess)
    limits: Limits = field(default_factory=Limits)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.away.close()

    def open(self, path: Path, asked: Asked, progress: Progress, *, header_only_ok: bool = False) -> Opened:
        """Open a file as `open_file` does; the reading process is kept for the next one.

        Raises Problem F01 too where the table would not fit in memory.
        """
        refuse_too_large(path)
        return open_file(path, asked, progress, scratch=self.scratch, header_only_ok=header_only_ok, away=self.away)

    def suggest(self, opened: Opened, chosen: Schema | None) -> Suggested:
        """Rank the standards for a table and propose the mapping to the best, or to the chosen one."""
        table = opened.table
        sample = matching.Sample.of(table)
        ranked = matching.rank(table, self.catalogue.standards, sample=sample, indexes=self.indexes)
        schema = chosen or (self.catalogue.find(ranked[0].id) if ranked and ranked[0].fits else None)
        if schema is None:
            return Suggested(None, ranked, nothing_proposed(table))
        proposed = matching.propose(table, schema, sample=sample, indexes=self.indexes)
        return Suggested(schema, ranked, proposed)

    def prepared(self, path: Path, schema_name: str, recipe: Path | None, sheet: str | None,
                 progress: Progress) -> Workspace:
        """Open a file, choose the standard, map the columns and replay the recipe. Nothing is checked yet."""
        said = read_recipe(recipe) if recipe else {}
        ask = self.asked(path, schema_name, said, sheet)
        return self.made(path, self.open(path, ask.asked, progress), ask, said, progress)

    def made(self, path: Path, opened: Opened, ask: stream.Ask, said: dict[str, Any], progress: Progress) -> Workspace:
        """Choose the standard for a file just opened, map its columns and replay the recipe; `drift` says what differs."""
        work = Workspace.of(path, opened, self.catalogue, self.today)
        given = ask.given(opened.table)
        work.do(SetStandard(ask.schema, matching.propose(opened.table, ask.schema, indexes=self.indexes, given=given).mapping))
        if ask.decisions:
            work.do(SetDecisions(ask.decisions))
        unplaced = self._replay(work, said.get("edits") or [], progress)
        if said:
            named = mapping_of(said, ask.schema)
            follow(work, FollowRecipe(ask.schema.name, named, tuple(said.get("edits") or ())))
            work.drift = drift_of(said, named, work.document, opened.table, unplaced, self.indexes)
        return work

    def asked(self, path: Path, schema_name: str, said: dict[str, Any], sheet: str | None) -> stream.Ask:
        """Return what a standard, a recipe and a sheet ask of a file. Raises Problem R9x where the recipe cannot be meant."""
        schema = usable(self.catalogue.find(pinned(schema_name, said.get("standard") or "", self.catalogue)))
        if (said.get("standard") or schema.name).partition("@")[0] != schema.name:
            raise Problem("R94", OTHER_STANDARD, USE_IT, {"standard": said["standard"]})
        given = mapping_of(said, schema)
        asked = asked_of(said, path)
        return stream.Ask(schema, lambda table: there(given, table), asked.but(sheet=sheet) if sheet else asked,
                          followed(decisions_of(said), schema))

    def checked(self, path: Path, schema_name: str, recipe: Path | None, sheet: str | None,
                progress: Progress) -> Workspace:
        """Open, map, replay and check a file."""
        work = self.prepared(path, schema_name, recipe, sheet, progress)
        work.accept(work.check(progress))
        return work

    def looked_through(self, path: Path, schema_name: str, recipe: Path | None, sheet: str | None, progress: Progress,
                       *, report: bool = False) -> Workspace:
        """Check a file that nothing more will be done with: a very large one in pieces, without keeping its table.

        A `report` needs the table, and so does a recipe that rewrites cells: then it is kept as long as it fits in memory.
        """
        said = read_recipe(recipe) if recipe else {}
        if self.limits.in_pieces(path, wanted=report or rewrites(said)):
            ask = self.asked(path, schema_name, said, sheet)
            found = stream.begun(path, ask, rewrites(said), self.catalogue, self.today, self.indexes, self.limits, progress,
                                 self.scratch)
            if found is not None:
                work = work_of(found)
                if said and work.apart is not None:
                    work.drift = drift_of(said, mapping_of(said, ask.schema), work.document, work.apart.sample, 0, self.indexes)
                return work
        return self.checked(path, schema_name, recipe, sheet, progress)

    def _replay(self, work: Workspace, edits: list[dict[str, Any]], progress: Progress) -> int:
        """Do a recipe's edits; how many found no place."""
        unplaced = 0
        for said in edits:
            if said["edit"] == "fix":
                work.accept(work.check(progress))
                unplaced += said["column"] is not None and said["column"] not in work.document.table.columns
                for offer in fix.named(work, said["fix"], said["column"]):
                    work.do(offer.edit(document=work.document))
                continue
            edit = edit_said(work.document.table, said)
            unplaced += edit is None
            if edit is not None:
                work.do(edit)
        return unplaced

    def fix_safely(self, work: Workspace, progress: Progress) -> list[Applied]:
        """Apply every safe fix, checking between rounds until none is left; returns what was applied."""
        applied: dict[tuple[str, str | None], Applied] = {}
        for _ in range(ROUNDS):
            offers = fix.safe_offers(work)
            if not offers:
                break
            work.do(fix.all_as_one(work.document, [(offer, frozenset()) for offer in offers]))
            for offer in offers:
                known = applied.get((offer.id, offer.field))
                cells = offer.cells + (known.cells if known else 0)
                applied[offer.id, offer.field] = Applied(offer.id, offer.field, cells, offer.named)
            work.accept(work.check(progress))
        return list(applied.values())


def follow(work: Workspace, recipe: FollowRecipe) -> None:
    """Note that all steps so far come from a recipe, as part of the last one: undo takes both back."""
    last = work.steps[-1]
    work.steps[-1] = replace(last, edit=Several((last.edit, recipe), last.edit.named),
                             inverse=Several((recipe, last.inverse), last.edit.named))


def rewrites(said: dict[str, Any]) -> bool:
    """Tell whether a recipe changes cells or rows, which asks for the whole table: edits, fills, section columns."""
    return bool(said.get("edits") or (said.get("reading") or {}).get("accepted"))


def edit_said(table: Table, said: dict[str, Any]) -> Edit | None:
    """Return the edit of a recipe's `values` or `key` line; None where this file has no such place."""
    if said["edit"] == "values":
        return by_value(table, said["column"], said["values"]) if said["column"] in table.columns else None
    return by_key(table, said["key"], said["column"], said["text"])


def there(given: Mapping, table: Table) -> Mapping:
    """Return a recipe's mapping without the columns this file lacks: their fields count as absent from it.

    The matcher must not fill them from another column (schema-format.md §6: reported as C01 or C02).
    """
    fields = {name: feed if set(feed.columns) <= set(table.columns) else replace(feed, columns=(), absent=True)
              for name, feed in given.fields.items()}
    extras = {column: name for column, name in given.extras.items() if column in table.columns}
    return Mapping(fields, extras)


def nothing_proposed(table: Table) -> matching.Proposed:
    """Return the answer for a file that no standard fits: its columns, none of them matched."""
    found = tuple(matching.ColumnMatch(index, key, table.headings[index]) for index, key in enumerate(table.columns))
    return matching.Proposed(Mapping(), found, ())

