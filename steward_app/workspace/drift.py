"""What a file has otherwise than the one a recipe was made on: columns gone and new, the reading, edits without a place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .. import matching
from ..core.document import Document
from ..core.mapping import Mapping
from ..core.reading import Reading
from ..core.schema import Schema
from ..core.table import Table
from ..core.text import Text

Said = dict[str, Any]
SEEN = ("format", "sheet", "delimiter", "encoding", "header_rows")

GONE = Text("This file has no column “{column}” (for “{title}”).",
            "Ce fichier n’a pas de colonne «\u00a0{column}\u00a0» (pour «\u00a0{title}\u00a0»).")
LIKE = Text("This file has no column “{column}” (for “{title}”). “{like}” looks like it: match it in Columns, or name it "
            "in the recipe.",
            "Ce fichier n’a pas de colonne «\u00a0{column}\u00a0» (pour «\u00a0{title}\u00a0»). «\u00a0{like}\u00a0» lui "
            "ressemble\u00a0: associez-la à l’étape Colonnes, ou nommez-la dans la recette.")
NEW = Text("New columns, left out: {columns}.", "Nouvelles colonnes, omises\u00a0: {columns}.",
           "New column, left out: {columns}.", "Nouvelle colonne, omise\u00a0: {columns}.")
FED = Text("New columns, matched: {columns}.", "Nouvelles colonnes, associées\u00a0: {columns}.",
           "New column, matched: {columns}.", "Nouvelle colonne, associée\u00a0: {columns}.")
INTO = Text("“{name}” (“{title}”)", "«\u00a0{name}\u00a0» («\u00a0{title}\u00a0»)")
UNPLACED = Text("{n} edits of the recipe found no place in this file.",
                "{n} modifications de la recette n’ont pas trouvé leur place dans ce fichier.",
                "{n} edit of the recipe found no place in this file.",
                "{n} modification de la recette n’a pas trouvé sa place dans ce fichier.")
BY_HAND = Text("{n} rows were left out or taken back by hand in the earlier file; here they are judged again.",
               "{n} lignes avaient été omises ou reprises à la main dans le fichier précédent; elles sont évaluées de nouveau ici.",
               "{n} row was left out or taken back by hand in the earlier file; here it is judged again.",
               "{n} ligne avait été omise ou reprise à la main dans le fichier précédent; elle est évaluée de nouveau ici.")
READ = {
    "sheet": Text("The sheet is “{now}”; it was “{was}”.", "La feuille est «\u00a0{now}\u00a0»; c’était «\u00a0{was}\u00a0»."),
    "delimiter": Text("The separator is {now}; it was {was}.", "Le séparateur est {now}; c’était {was}."),
    "encoding": Text("The encoding is {now}; it was {was}.", "L’encodage est {now}; c’était {was}."),
    "header_rows": Text("The headings are on row {now}; they were on row {was}.",
                        "Les en-têtes sont à la ligne {now}; ils étaient à la ligne {was}."),
    "format": Text("The file is {now}; it was {was}.", "Le fichier est au format {now}; il était au format {was}."),
}
SEPARATORS = {",": Text("the comma", "la virgule"), ";": Text("the semicolon", "le point-virgule"),
              "\t": Text("the tab", "la tabulation"), "|": Text("the vertical bar", "la barre verticale")}
QUOTED = Text("“{name}”", "«\u00a0{name}\u00a0»")
# So many new columns are named; more are counted in the list of columns.
NAMED_AT_MOST = 12


@dataclass(frozen=True)
class Gone:
    """A column that the recipe names and the file has not: its field, and the new column that looks like it, if one does."""

    column: str
    field: str
    title: Text
    like: str | None = None

    @property
    def says(self) -> Text:
        """Say so."""
        return (LIKE if self.like else GONE).with_(column=self.column, title=self.title, like=self.like or "")


@dataclass(frozen=True)
class Drift:
    """What differs. `read` holds (what, then, now) of the reading; `unplaced` edits found no place.

    Of the `new` columns, `fed` gives those that feed a field, with its title.
    """

    gone: tuple[Gone, ...] = ()
    new: tuple[str, ...] = ()
    read: tuple[tuple[str, Any, Any], ...] = ()
    unplaced: int = 0
    by_hand: int = 0
    fed: tuple[tuple[str, Text], ...] = ()

    @property
    def said(self) -> tuple[Text, ...]:
        """Say what differs, what matters most first; nothing where nothing does."""
        found = [item.says for item in self.gone]
        out = [column for column in self.new if column not in dict(self.fed)]
        found += [FED.with_(n=len(self.fed), columns=joined(INTO.with_(name=name, title=title) for name, title in self.fed))] \
            if self.fed else []
        found += [NEW.with_(n=len(out), columns=joined(QUOTED.with_(name=name) for name in out[:NAMED_AT_MOST]))] if out else []
        found += [UNPLACED.with_(n=self.unplaced)] if self.unplaced else []
        found += [BY_HAND.with_(n=self.by_hand)] if self.by_hand else []
        return (*found, *(READ[what].with_(was=named(was), now=named(now)) for what, was, now in self.read))

    def as_json(self) -> Said:
        """Return the shape of the command line's `differs`."""
        return {"gone": [{"column": item.column, "field": item.field, "like": item.like} for item in self.gone],
                "new": list(self.new), "reading": {what: [was, now] for what, was, now in self.read},
                "unplaced": self.unplaced, "by_hand": self.by_hand,
                "en": " ".join(text.to("en") for text in self.said), "fr": " ".join(text.to("fr") for text in self.said)}


def seen(reading: Reading, table: Table) -> Said:
    """Return what a recipe keeps of the file it was made on, to be compared and never applied."""
    return {"sha256": reading.sha256, **facts(reading), "columns": list(table.columns)}


def facts(reading: Reading) -> Said:
    """Return how a file was read, for comparison."""
    now = reading.as_json() | {"format": reading.format}
    return {what: now[what] for what in SEEN}


def drift_of(recipe: Said, given: Mapping, document: Document, table: Table, unplaced: int, indexes: matching.Indexes) -> Drift:
    """Compare a file with what a recipe names, and with what it saw. `document` is what came of it."""
    schema, reading = document.schema, document.reading
    assert schema is not None
    was, now, here = recipe.get("seen") or {}, facts(reading), set(table.columns)
    asked = recipe.get("reading") or {}
    new = tuple(column for column in table.columns if column not in set(was["columns"])) if was.get("columns") else ()
    gone = tuple(Gone(column, name, schema[name].title) for name, feed in given.fields.items() for column in feed.columns
                 if column not in here)
    other = was.get("sha256") != reading.sha256
    return Drift(alike(gone, new, schema, table, indexes), new,
                 tuple((what, was[what], now[what]) for what in SEEN if was.get(what) and now[what] and was[what] != now[what]), unplaced,
                 len(asked.get("kept") or ()) + len(asked.get("dropped") or ()) if other else 0,
                 tuple((column, schema[name].title) for name, feed in document.mapping.fields.items() if feed.feeds
                       for column in feed.columns if column in new))


def alike(gone: tuple[Gone, ...], new: Iterable[str], schema: Schema, table: Table, indexes: matching.Indexes) -> tuple[Gone, ...]:
    """Add to each column that is gone the new one that the matcher would take for its field, if there is one."""
    if not gone:
        return ()
    proposed = matching.propose(table, schema, indexes=indexes)
    fresh = {match.field: match.column for match in proposed.columns if match.field and match.column in set(new)}
    return tuple(Gone(item.column, item.field, item.title, fresh.get(item.field)) for item in gone)


def joined(texts: Iterable[Text]) -> Text:
    """Return phrases with commas between them."""
    said = list(texts)
    return Text(", ".join(text.to("en") for text in said), ", ".join(text.to("fr") for text in said))


def named(value: Any) -> Text:
    """Return one fact of a reading in words."""
    word = ", ".join(str(row) for row in value) if isinstance(value, list) else str(value)
    return SEPARATORS.get(word) or Text(word, word)
