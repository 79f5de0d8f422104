"""A steward's own list beside a standard's: local labels that lead to its codes, joined without any service."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..core import glance
from ..core.document import Document
from ..core.edits import SetMapping
from ..core.problem import Problem
from ..core.progress import Progress
from ..core.reading import Asked
from ..core.schema import CodeList, folded
from ..core.table import Table
from ..core.text import Text
from .belt import Belt
from .columns import ValueRow, title, value_matched

# A longer file is no list of labels: its map would be carried by every recipe and every step of the work.
MOST = 10_000
ONE_COLUMN = Text("“{name}” has one column only.", "« {name} » n’a qu’une seule colonne.")
TWO_NEEDED = Text("Choose a file with your label in one column and the code it leads to in another.",
                  "Choisissez un fichier qui contient votre libellé dans une colonne et le code auquel il mène dans une autre.")
TOO_LONG = Text("“{name}” has {n} lines: it looks like data, not like a list.",
                "« {name} » compte {n} lignes\u00a0: ce sont plutôt des données qu’une liste.")
SHORTER = Text("Choose a file with one line for each label.", "Choisissez un fichier qui compte une ligne par libellé.")
BY_LIST = Text("match the values of “{title}” by a list of your own",
               "associer les valeurs de « {title} » d’après votre liste")


@dataclass(frozen=True, eq=False)
class OwnList:
    """A file of labels and codes; `label` and `code` are the columns recognised, "" where nothing speaks for one."""

    name: str
    table: Table
    label: str = ""
    code: str = ""


@dataclass(frozen=True)
class Joined:
    """What a list says of a field's values.

    `known` holds every label of the list and its code, so that it answers next month's values too. `answered` holds
    the values of the table that it answers. `unknown` are its codes that the standard's list lacks, `twofold` its
    labels that lead to two codes: neither is used.
    """

    known: dict[str, str]
    answered: dict[str, str]
    unknown: tuple[str, ...] = ()
    twofold: tuple[str, ...] = ()

    @property
    def values(self) -> dict[str, str]:
        """What goes into the value map."""
        return {**self.known, **self.answered}


def opened(path: Path, belt: Belt, codes: CodeList, values: Sequence[ValueRow], progress: Progress) -> OwnList:
    """Open a list and recognise its columns. Raises Problem F01, F02 as `open_file`; M03 where it is no list."""
    table = belt.open(path, Asked(), progress).table
    if table.width < 2:
        raise Problem("M03", ONE_COLUMN, TWO_NEEDED, {"name": path.name})
    if table.height > MOST:
        raise Problem("M03", TOO_LONG, SHORTER, {"name": path.name, "n": table.height})
    code = code_column(table, codes)
    return OwnList(path.name, table, label_column(table, code, values, codes), code)


def code_column(table: Table, codes: CodeList) -> str:
    """Return the column that holds codes of a list most often, written exactly or another way; "" where none does."""
    shares = {column: share_of_codes(table, column, codes) for column in table.columns}
    best = max(shares, key=lambda column: shares[column])
    return best if any(shares[best]) else ""


def share_of_codes(table: Table, column: str, codes: CodeList) -> tuple[float, float]:
    """Return which share of a column's texts are codes of a list, and which are when labels and aliases count."""
    texts, known = [text for text, _ in glance.distinct(table, column)], set(codes.values)
    exact = sum(text in known for text in texts)
    meant = sum(code_of(text, codes) is not None for text in texts)
    return exact / max(1, len(texts)), meant / max(1, len(texts))


def label_column(table: Table, code: str, values: Sequence[ValueRow], codes: CodeList) -> str:
    """Return the column, other than the codes, that answers most of a field's values; "" where none answers any."""
    wanted = {folded(value.text) for value in values}
    bare = bool(code) and table.heading(code) in codes.values  # the first line was taken for headings
    answers = {}
    for column in table.columns:
        texts = {folded(text) for text, _ in glance.distinct(table, column)}
        answers[column] = len(wanted & (texts | ({folded(table.heading(column))} if bare else set())))
    best = max((column for column in table.columns if column != code), key=lambda column: answers[column])
    return best if answers[best] else ""


def code_of(text: str, codes: CodeList) -> str | None:
    """Return the code that a text of a list's code column stands for: itself, or by its case, label or alias."""
    return text if text in codes.values else codes.by_folded.get(folded(text))


def joined(own: OwnList, label: str, code: str, codes: CodeList, values: Sequence[ValueRow]) -> Joined:
    """Say what a list answers when its labels stand in one column and its codes in another.

    A value is answered by the label written the same, else by the one that differs in case, accents and spaces alone.
    """
    led: dict[str, set[str]] = {}
    alike: dict[str, set[str]] = {}
    unknown: dict[str, None] = {}
    for text, said in pairs(own, label, code, codes):
        found = code_of(said, codes)
        if found is None:
            unknown[said] = None
            continue
        led.setdefault(text, set()).add(found)
        alike.setdefault(folded(text), set()).add(found)
    single = {text: next(iter(found)) for text, found in led.items() if len(found) == 1}
    near = {text: next(iter(found)) for text, found in alike.items() if text and len(found) == 1}
    answers = {value.text: single.get(value.text) or near.get(folded(value.text)) for value in values
               if len(led.get(value.text, ())) < 2}
    return Joined({text: found for text, found in single.items() if text != found},
                  {text: found for text, found in answers.items() if found is not None},
                  tuple(unknown), tuple(text for text, found in led.items() if len(found) > 1))


def pairs(own: OwnList, label: str, code: str, codes: CodeList) -> tuple[tuple[str, str], ...]:
    """Return each label and code of a list; a heading that is itself a code is the list's first line, not a heading."""
    first = own.table.heading(label), own.table.heading(code)
    return (*([first] if first[1] in codes.values and first[0] else []), *glance.pairs(own.table, label, code))


def matched(document: Document, field: str, found: Joined) -> SetMapping:
    """Return the edit that fills a field's value map from a list: one step, kept in the recipe as any value map."""
    return value_matched(document, field, found.values, BY_LIST.with_(title=title(document, field)))
