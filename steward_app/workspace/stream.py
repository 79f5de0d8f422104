"""A file too large to keep in memory: opened, mapped and checked piece by piece, with the answer of any other file."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO

from .. import formats, matching, structure
from ..catalogue import Catalogue
from ..checks import CHECKS
from ..core.batch import Wanted, all_marked, marked_only, none_of, wanted
from ..core.check import Check
from ..core.decided import decided
from ..core.document import Decision, Document
from ..core.findings import Problems
from ..core.glance import row_of
from ..core.mapping import Feed, Mapping
from ..core.pieces import Gathered
from ..core.problem import Problem
from ..core.progress import Progress
from ..core.reading import Asked
from ..core.repeats import Repeats
from ..core.schema import Rule, Schema
from ..core.standard import standard_of
from ..core.table import Table
from ..core.text import Text
from ..core.view import View
from ..core.words import LOOKED_AT
from .check import view_of
from .limits import NOT_HERE, SPLIT, Limits
from .problems import SAMPLES
from .tally import SPREAD, Tally

LARGEST = 100_000  # values that are kept at least
PASSES = 6  # a wrong guess is made good by another pass; two are the most that were ever seen
PERCENT = 50  # where a percentile is asked for, one value in so many is kept: twice as many as the 99th needs

UNSETTLED = Text("“{file}” is too large for this computer’s memory, and its parts do not read alike.",
                 "«\u00a0{file}\u00a0» est trop volumineux pour la mémoire de cet ordinateur, "
                 "et ses parties ne se lisent pas de la même façon.")
EDITS = Text("This recipe rewrites or fills cells, which asks for the whole table, and “{file}” is too large for this "
             "computer’s memory.",
             "Cette recette modifie ou remplit des cellules, ce qui demande le tableau entier, et « {file} » est trop "
             "volumineux pour la mémoire de cet ordinateur.")
WITHOUT = Text("Take “edits” and “accepted” out of the recipe, or split the file.",
               "Retirez « edits » et « accepted » de la recette, ou divisez le fichier.")
UNTOLD = Text("Check {check} compares rows with one another; it was not run on a file this large.",
              "La vérification {check} compare les lignes entre elles; elle n’a pas été faite dans un fichier aussi volumineux.")
UNDECIDED = Text("Check {check} marks so many rows that a decision about a single value is not taken into account.",
                 "La vérification {check} marque tant de lignes qu’une décision sur une seule valeur n’est pas prise en compte.")
SAMPLED = Text("Which map system the coordinates in metres are in was judged on some of the rows.",
               "Le système de coordonnées des points en mètres a été déterminé à partir d’une partie des lignes.")


@dataclass(frozen=True)
class Ask:
    """What was asked for: a standard, a mapping given by a recipe, how to read, and what was decided."""

    schema: Schema
    given: Callable[[Table], Mapping]
    asked: Asked
    decisions: tuple[Decision, ...]


@dataclass
class Pass:
    """One pass over the file: what was guessed for it, and what it found."""

    rows: structure.InPieces
    document: Document
    gathered: Gathered
    tally: Tally
    sample: matching.Thinned
    first_row: int | None = None

    @property
    def view(self) -> View:
        """What checks know by now."""
        return self.gathered.view


@dataclass
class Stream:
    """One file being checked in pieces."""

    path: Path
    ask: Ask
    source: formats.Pieces
    catalogue: Catalogue
    today: dt.date
    indexes: matching.Indexes
    limits: Limits
    progress: Progress
    scratch: Path | None = None
    untold: list[Text] = field(default_factory=list)

    def checked(self) -> Pass:
        """Read, map and check the whole file. A pass whose guesses turn out wrong is made once more with what is known.

        Raises Problem F01 or F02 as opening does, Cancelled if stopped.
        """
        rows, mapping, known = self._begun(), None, None
        for _ in range(PASSES):
            try:
                done = self._pass(rows, mapping, known)
            except formats.OtherEncoding:
                source = formats.of_other_encoding(self.path, self.ask.asked, self.limits.piece_of(self.path), self.progress)
                if source is None:
                    raise Problem("F01", NOT_HERE, SPLIT, {"file": self.path.name}) from None
                self.source, rows = source, self._begun()
                continue
            exact = self._mapping(done.document.table, done.sample.sample(matching.SAMPLE_ROWS))
            same = feeding(exact) == feeding(done.document.mapping)
            if done.rows.right and same and not done.gathered.stale:
                break
            done.gathered.close()
            known = done.gathered if done.rows.right and same else None
            rows, mapping = done.rows.again(), exact
        else:
            raise Problem("F01", UNSETTLED, SPLIT, {"file": self.path.name})
        self.untold += done.rows.said
        with closing(done.gathered):
            self._compared(done)
        return done

    def _begun(self) -> structure.InPieces:
        return structure.in_pieces(self.ask.asked, self.path.name)

    def _mapping(self, table: Table, sample: matching.Sample) -> Mapping:
        return matching.propose(table, self.ask.schema, sample=sample, indexes=self.indexes,
                                given=self.ask.given(table)).mapping

    def _pass(self, rows: structure.InPieces, mapping: Mapping | None, known: Gathered | None) -> Pass:
        """Check every piece by the guesses at hand."""
        done: Pass | None = None
        try:
            for table in rows.tables(self.source.grids(self.progress), self.limits.rows):
                done = done or self._first(rows, table, mapping, known)
                self._piece(done, table)
        except BaseException:
            if done is not None:
                done.gathered.close()
            raise
        assert done is not None
        done.tally.flush(done.view)
        done.tally.convert(done.view)
        return done

    def _piece(self, done: Pass, table: Table) -> None:
        """Check one piece, and keep what it tells."""
        if done.first_row is None and table.height:
            done.first_row = row_of(table, 0)
        done.sample.add(table)
        findings = done.gathered.add(table)
        if self.ask.decisions:
            findings = decided(findings, replace(done.document, table=table), done.view)
        done.gathered.keep(table, findings)
        done.tally.add(marked_only(table, findings), done.view)

    def _first(self, rows: structure.InPieces, table: Table, mapping: Mapping | None, known: Gathered | None) -> Pass:
        """Begin a pass with its first piece."""
        fed = mapping or self._mapping(table, matching.Sample.of(table))
        document = Document(self.source.reading(), none_of(table), self.ask.schema, fed, decisions=self.ask.decisions)
        if known is None:
            rows_there = table.height * self.source.size // min(self.source.piece, self.source.size)
            most = max(LARGEST, rows_there // PERCENT)
            gathered = Gathered(view_of(document, self.catalogue, self.today), CHECKS, self._spill, most)
        else:
            gathered = known.again()
        sample = matching.Thinned.out(SPREAD)
        return Pass(rows, document, gathered, Tally(self.path, document, self.catalogue, sample), sample)

    def _spill(self) -> IO[bytes]:
        return tempfile.TemporaryFile(dir=self.scratch)

    def tables(self, done: Pass) -> Iterator[Table]:
        """Yield the records of the file again."""
        return done.rows.once_more(self.source.grids(self.progress), self.limits.rows)

    def _compared(self, done: Pass) -> None:
        """Finish what compares records with one another, or waits for a fact of a whole column."""
        gathered = done.gathered
        for item in gathered.repeats:
            item.turn(gathered.view)
        gathered.learn()
        late = gathered.late()
        seek = wanted([rows for _, rows in late.values()])
        sought = not late
        while not sought or not all(item.done for item in gathered.repeats):
            self._once_more(done, seek if not sought else None)
            sought = True
        for late_item, rows in late.values():
            table = seek.of(rows)
            if table is not None:
                self._take(done, late_item.check, late_item.rule, table)
        self._shared(done)
        self.untold += [UNTOLD.with_(check=check.id) for check in gathered.untold]

    def _once_more(self, done: Pass, seek: Wanted | None) -> None:
        """Look through the file again for what records share, and for some rows."""
        gathered = done.gathered
        fields = gathered.fields_shared()
        busy = [item for item in gathered.repeats if not item.done]
        for table in self.tables(done):
            if seek is not None:
                seek.look(table)
            if busy:
                standard, _ = standard_of(gathered.view, table, fields=fields, learn=False)
                for item in busy:
                    item.look(gathered.view, standard)
            elif seek is not None and seek.done(table):
                break
        for item in busy:
            item.turn(gathered.view)

    def _shared(self, done: Pass) -> None:
        """Take in what records share; of very many, some are found again to be shown."""
        far = [item for item in done.gathered.repeats if item.rows.count and item.texts is None and not self._settled(item)]
        for item in done.gathered.repeats:
            if item.texts is not None and item.texts.height:
                self._take(done, item.item.check, item.item.rule, item.texts)
        if not far:
            return
        first = {item.item.key: item.rows.first(shown(item.item.check.many)) for item in far}
        seek = wanted(list(first.values()))
        self._once_more(done, seek)
        for item in far:
            done.gathered.mark(item.item.check, item.item.rule, item.rows)
            table = seek.of(first[item.item.key])
            problem = done.gathered.found[item.item.key].problem
            if table is not None:
                done.tally.look(all_marked(problem, table), done.view, offer=False)
            done.tally.copies(problem, item.again)

    def _settled(self, item: Repeats) -> bool:
        """Tell whether a decision takes all that very many records share; one about a single value is said not to hold."""
        values = [said.value for said in self.ask.decisions if (said.check, said.field) == item.item.key]
        if values and None not in values:
            self.untold.append(UNDECIDED.with_(check=item.item.check.id))
        return None in values

    def _take(self, done: Pass, check: Check, rule: Rule, table: Table) -> None:
        """Take in records that a rule marks, all of them."""
        batch = all_marked(Problems(check, rule), table)
        findings = batch.findings
        if self.ask.decisions:
            findings = decided(findings, replace(done.document, table=table), done.view)
        done.gathered.keep(table, findings)
        left = marked_only(table, findings)
        if left is not None:
            done.tally.look(left, done.view)


def shown(many: Text | None) -> int:
    """Return how many rows of a problem must be seen to tell it."""
    return LOOKED_AT if many is not None and "{more}" in many.en else SAMPLES


def feeding(mapping: Mapping) -> dict[str, Feed]:
    """Return what feeds each field and how it is read, whatever spoke for it."""
    return {name: replace(feed, score=0.0, why="") for name, feed in mapping.fields.items()}


def begun(path: Path, ask: Ask, edits: bool, catalogue: Catalogue, today: dt.date, indexes: matching.Indexes, limits: Limits,
          progress: Progress, scratch: Path | None) -> Stream | None:
    """Begin to check a file in pieces; None where it is no delimited text. Raises Problem R94 where a recipe rewrites cells."""
    source = formats.in_pieces(path, ask.asked, progress, piece=limits.piece_of(path))
    if source is None:
        return None
    if edits:
        raise Problem("R94", EDITS, WITHOUT, {"file": path.name})
    if scratch is not None:
        scratch.mkdir(parents=True, exist_ok=True)
    return Stream(path, ask, source, catalogue, today, indexes, limits, progress, scratch)
