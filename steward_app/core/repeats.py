"""What many records of a table in pieces have in common: found by hashes kept apart, then proved on those that agree."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING

import polars as pl

from .check import Shared
from .plan import Item
from .rows import Rows
from .standard import Standard, rows_of, standard_of
from .table import ROW, Table, records_of, under_one_another
from .view import View

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Hashes = npt.NDArray[np.uint64]
    Places = npt.NDArray[np.int64]

Spill = Callable[[], IO[bytes]]
FEW = 300_000  # records that may be kept whole: their texts are compared
AT_ONCE = 8_000_000  # hashes sorted at a time: 64 MB
TELLING = 3  # columns hashed first: they find nearly all copies of whole rows
SAMPLE = 10_000


@dataclass(frozen=True, eq=False)
class Sieve:
    """Lets through the records whose hash of some columns is among `met`."""

    columns: tuple[str, ...]
    seed: int
    met: Hashes

    def through(self, key: pl.DataFrame) -> tuple[pl.Series, Places]:
        """Return which records pass (one boolean each), and the place in `met` of each that does."""
        import numpy as np

        found = hashes(key.select(self.columns), self.seed)
        at = np.searchsorted(self.met, found)
        at[at == len(self.met)] = 0
        passes = self.met[at] == found if len(self.met) else np.zeros(len(found), dtype=bool)
        return pl.Series(passes), at[passes]


@dataclass
class Repeats:
    """One table check over a table in pieces. Each pass calls `look` for every piece, then `turn`, until `done`.

    The first pass writes one hash a record, 8 bytes, to what `spill` opens (a file that goes when it is closed). Later
    ones look only at records whose hash came back: few are kept and given to the check itself; of many, a second hash of
    the whole key proves that they are equal. `rows` are the rows of the source that are wrong, `texts` their records where
    all were kept; `again` counts those that are not the first of their kind, and `alike` those that are as the first wrong
    one is.
    """

    item: Item
    spill: Spill = io.BytesIO
    done: bool = False
    texts: Table | None = None
    rows: Rows = field(default_factory=Rows)
    again: int = 0
    alike: int = 0
    _stage: str = "gather"
    _sieves: list[Sieve] = field(default_factory=list)
    _file: IO[bytes] | None = None
    _columns: tuple[str, ...] = ()
    _more: int = 1
    _apart: bool = False
    _kept: list[Table] = field(default_factory=list)
    _doubted: list[pl.Series] = field(default_factory=list)
    _groups: Groups | None = None
    _pairs: pl.DataFrame | None = None

    @property
    def _seed(self) -> int:
        return 2 * len(self._sieves) + 1

    def look(self, view: View, standard: Standard) -> None:
        """Look at one piece."""
        assert self.item.check.shares is not None
        shared = self.item.check.shares(view, self.item.rule, standard)
        if self.done or not shared.key.width or not standard.height:
            return
        counted = shared.counted if shared.counted is not None else pl.repeat(True, standard.height, eager=True)
        key, records = shared.key.filter(counted), counted.arg_true().cast(ROW)
        for sieve in self._sieves if self._stage == "gather" else self._sieves[:-1]:
            passes, _ = sieve.through(key)
            key, records = key.filter(passes), records.filter(passes)
        if self._stage == "gather":
            self._gather(shared, key)
            if self._sieves:
                self._doubted.append(standard.table.rows.gather(records))
            return
        passes, at = self._sieves[-1].through(key)
        if len(at):
            self._again(shared, key.filter(passes), records.filter(passes), at, standard)

    def _gather(self, shared: Shared, key: pl.DataFrame) -> None:
        """Write the hashes of a piece."""
        if self._file is None:
            self._file = self.spill()
            self._columns = telling(key) if key.width > TELLING and not self._sieves else tuple(key.columns)
            self._more, self._apart = shared.more, shared.apart is not None
        self._file.write(hashes(key.select(self._columns), self._seed).tobytes())

    def _again(self, shared: Shared, key: pl.DataFrame, records: pl.Series, at: Places, standard: Standard) -> None:
        """Look at the records of a piece whose hash came back, and where it stands in the sieve."""
        rows = standard.table.rows.gather(records)
        if self._stage == "texts":
            self._kept.append(rows_of(standard.table, records))
        elif self._stage == "hashes":
            assert self._groups is not None
            self._groups.add(at, hashes(key, self._seed + 1))
            self.rows.add(rows)
        elif self._stage == "pairs":
            assert shared.apart is not None
            self._pairs = enough(self._pairs, hashes(key, self._seed + 1), shared.apart[records], self._more)
        else:
            self.rows.add(rows)

    def turn(self, view: View) -> None:
        """End a pass: say what the next one looks for, or what was found."""
        if self._stage == "gather":
            self._met()
        elif self._stage == "texts":
            self._proved(view)
        elif self._stage == "hashes":
            self._agreed()
        elif self._stage == "pairs":
            self._crowded()
        else:
            self.done = True

    def close(self) -> None:
        """Let the file of hashes go, where the work ends early."""
        if self._file is not None:
            self._file.close()

    def _met(self) -> None:
        """Find the hashes that came back, and choose how their records are looked at."""
        self._take_back()
        if self._file is None:
            self.done = True
            return
        met, count = more_than(self._file, self._more)
        self._file = None
        self._sieves.append(Sieve(self._columns, self._seed, met))
        self.done = not count
        self._stage = "texts" if count <= FEW else "pairs" if self._apart else "hashes"
        self._groups = Groups.of(len(met)) if self._stage == "hashes" else None

    def _take_back(self) -> None:
        """Take out the rows of which a second hash told that they are not all alike."""
        if self._doubted:
            self.rows.leave(pl.concat(self._doubted))
            self._doubted = []

    def _proved(self, view: View) -> None:
        """Run the check itself on the records that were kept."""
        self.done = True
        table = under_one_another(self._kept)
        self._kept, self._doubted = [], [table.rows]
        self._take_back()
        standard, _ = standard_of(view, table, fields=self.item.fields, learn=False)
        mask = self.item.check.run(view, self.item.rule, standard).fill_null(False)
        self.texts = rows_of(table, records_of(mask)) if not self.rows.count else None
        self.rows.add(table.rows.filter(mask))
        assert self.item.check.shares is not None
        key = self.item.check.shares(view, self.item.rule, standard).key.filter(mask)
        self.again += key.height - key.n_unique() if key.height else 0
        if not self.alike and key.height:
            self.alike = int(key.select(pl.all_horizontal(pl.all().eq_missing(pl.all().first())).sum()).item())

    def _agreed(self) -> None:
        """Take what the second hash proved; what it did not is sieved once more, by the whole key."""
        assert self._groups is not None
        found, sieve = self._groups, self._sieves[-1]
        self._groups = None
        differs = found.differs
        self.again += int(found.members[~differs].sum()) - int((~differs).sum())
        self.alike = self.alike or int(found.members[found.first_met])
        count = int(found.members[differs].sum())
        self.done = not count
        self._sieves[-1] = Sieve(sieve.columns, sieve.seed, sieve.met[differs])
        self._stage = "texts" if count <= FEW else "gather"

    def _crowded(self) -> None:
        """Keep the second hashes at which enough different texts stand; the next pass marks them."""
        pairs = self._pairs if self._pairs is not None else pl.DataFrame(schema={"at": pl.UInt64})
        full = pairs.group_by("at").len().filter(pl.col("len") > self._more)["at"].sort()
        self._pairs = None
        self._sieves.append(Sieve(self._columns, self._seed + 1, full.to_numpy()))
        self._stage, self.done = "mark", not len(full)


@dataclass
class Groups:
    """For each hash that came back: the second hash of its first record, how many there are, whether one differs."""

    proof: Hashes
    members: Places
    differs: npt.NDArray[np.bool_]
    first_met: int = -1

    @classmethod
    def of(cls, count: int) -> Groups:
        """Begin with none met."""
        import numpy as np

        return cls(np.zeros(count, dtype=np.uint64), np.zeros(count, dtype=np.int32), np.zeros(count, dtype=bool))

    def add(self, at: Places, proof: Hashes) -> None:
        """Add records: where their hash stands, and their second one."""
        import numpy as np

        self.first_met = int(at[0]) if self.first_met < 0 else self.first_met
        places, first = np.unique(at, return_index=True)
        fresh = self.members[places] == 0
        self.proof[places[fresh]] = proof[first[fresh]]
        np.add.at(self.members, at, 1)
        self.differs[at[self.proof[at] != proof]] = True


def hashes(key: pl.DataFrame, seed: int) -> Hashes:
    """Return one hash a record; equal records have equal ones, whatever piece they stand in."""
    found: Hashes = key.hash_rows(seed=seed).to_numpy()
    return found


def telling(key: pl.DataFrame) -> tuple[str, ...]:
    """Return the columns with most different values in a sample."""
    sample = key.head(SAMPLE)
    return tuple(sorted(key.columns, key=lambda name: sample[name].n_unique(), reverse=True)[:TELLING])


def more_than(file: IO[bytes], more: int) -> tuple[Hashes, int]:
    """Return the hashes in a file that stand there more than `more` times, and how often in all; the file is closed.

    Memory holds a share of them at a time: those of one range of values.
    """
    import numpy as np

    size = file.seek(0, io.SEEK_END) // 8
    shares = -(-size // AT_ONCE) or 1
    met, count = [np.array([], dtype=np.uint64)], 0
    for share in range(shares):
        found = of_share(file, share, shares)
        found.sort()
        if len(found) > more:
            met.append(np.unique(found[more:][found[more:] == found[:-more]]))
            count += int((np.searchsorted(found, met[-1], "right") - np.searchsorted(found, met[-1], "left")).sum())
    file.close()
    return np.concatenate(met), count


def of_share(file: IO[bytes], share: int, shares: int) -> Hashes:
    """Return the hashes of a file that lie in one of so many equal ranges."""
    import numpy as np

    file.seek(0)
    width = 2**64 // shares
    first, last = np.uint64(share * width), np.uint64(2**64 - 1 if share == shares - 1 else (share + 1) * width - 1)
    parts = []
    while block := file.read(AT_ONCE * 2):
        part = np.frombuffer(block, dtype=np.uint64)
        parts.append(part if shares == 1 else part[(part >= first) & (part <= last)])
    return np.concatenate(parts) if parts else np.array([], dtype=np.uint64)


def enough(pairs: pl.DataFrame | None, at: Hashes, texts: pl.DataFrame, more: int) -> pl.DataFrame:
    """Add the different texts at each hash to those known, up to one more than `more` a hash."""
    known = texts.select(pl.any_horizontal(pl.all().is_not_null())).to_series()
    fresh = pl.DataFrame({"at": at, "text": hashes(texts, 0)}).filter(known)
    both = (fresh if pairs is None else pl.concat([pairs, fresh])).unique(maintain_order=True)
    return both.filter(pl.int_range(pl.len()).over("at") <= more)
