"""The questions of station 3's right pane: candidates for a field, codes for a value, and what each answer does."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from ...core import glance
from ...core.schema import Field
from ...workspace import columns
from ...workspace.columns import FieldRow, ValueRow
from ..bridge import Bridge
from . import told, words
from .lines import OtherLine
from .parts import state_kind
from .side import Answer, Ask


class Asking(QObject):
    """Makes the Ask of whatever is chosen; candidates are looked for beside the window, once a version."""

    def __init__(self, page: Any, bridge: Bridge) -> None:
        super().__init__(page)
        self._page, self._bridge = page, bridge
        self._found: dict[str, tuple[Any, ...]] = {}
        self._chosen: dict[str, str] = {}

    def forget(self) -> None:
        """Forget what was found: the mapping or the table changed."""
        self._found, self._chosen = {}, {}

    def ask_of(self, name: str) -> Ask | None:
        """Return what the pane says of the chosen row, or of the chosen value inside it."""
        page, work = self._page, self._page.work
        if work is None or not name:
            return None
        value = page.values.current_row
        if value is not None and page.values.field == name:
            return self._value_ask(name, value)
        row = page.row(name)
        return self._field_ask(row) if row is not None else self._other_ask(name)

    # A field

    def _field_ask(self, row: FieldRow) -> Ask:
        work, tell = self._page.work, self._bridge.text
        name, title = row.field.name, tell(row.field.title)
        given = told.answers(self.candidates(name), work.document, self._bridge.language)
        now = row.feed.columns[0] if row.feed and len(row.feed.columns) == 1 else ""
        if now and now not in [answer.key for answer in given] and row.state != "constant":
            given = (self._present(row, now), *given[:2])
        chosen = self._chosen.get(name) or now or (given[0].key if given else "")
        due = row.state == "check" or (row.state == "none" and row.field.level == "required")
        accept = ""
        if chosen and given and (row.state in ("check", "none", "absent") or chosen != now):
            accept = self.tr("Accept “{column}”").format(column=chosen)
        question = self.tr("Which column of your file holds “{title}”?").format(title=title)
        return Ask(
            chip=self._chip(row), title=title, about=self._said(row), question=question if given or due else "",
            answers=given, chosen=chosen, accept=accept, filled=due and bool(accept),
            none=self.tr("None of these columns") if given and row.state in ("check", "matched") else "",
            ways=tuple(self._ways(row)), then=self._then(row.field, row),
            then_filled=name in self._page.open_values and not (due and accept))

    def _present(self, row: FieldRow, column: str) -> Answer:
        table = self._page.work.document.table
        why = words.WHY.get(row.feed.why, words.WHY["chosen"])
        share = glance.filled(table, column)
        return Answer(column, column, share, self._bridge.percent(round(share * 1000), 1000), self._bridge.text(why),
                      glance.samples(table, column, columns.SAMPLES)[:3])

    def _said(self, row: FieldRow) -> str:
        return row.field.description.to(self._bridge.language)

    def _chip(self, row: FieldRow) -> tuple[str, str, str]:
        return (self._bridge.text(row.state_words), *state_kind(row.state, row.field.level))

    def _then(self, field: Field, row: FieldRow) -> tuple[str, str, str] | None:
        work = self._page.work
        if work.document.schema.codes(field.name) is None or row.feed is None or not row.feed.columns:
            return None
        if field.name in self._page.open_values:
            open_ = [value for value in columns.value_rows(work.document, field.name) if value.code is None]
            says = words.LEFT.with_(n=len(open_), rows=words.ROWS.with_(n=sum(value.count for value in open_)))
        else:
            says = words.VALUES_LEAD
        return self.tr("The values"), self._bridge.text(says), self.tr("Match the values…")

    def _ways(self, row: FieldRow) -> list[tuple[str, str, str]]:
        ways = [("list", self.tr("Choose another column…"), "columns-3"),
                ("constant", self.tr("One value for all rows…"), "pin"),
                ("combine", self.tr("Combine columns…"), "combine"), ("split", self.tr("Split a column…"), "split")]
        if row.state != "absent":
            ways.append(("absent", self.tr("Not in this file"), "x"))
        return [*ways, ("guide", self.tr("See it in the guide"), "book-open")]

    def candidates(self, name: str) -> tuple[Any, ...]:
        """Return the candidates of a field that are known; the pane is drawn again when they come."""
        work = self._page.work
        if name not in self._found:
            self._found[name] = ()
            document, schema = work.document, work.document.schema
            known = self._bridge.memory.columns(schema.name)
            self._bridge.ask(f"candidates:{name}", lambda _: columns.candidates(document, name, known),
                             lambda found: self._come(name, found))
        return self._found[name]

    def _come(self, name: str, found: tuple[Any, ...]) -> None:
        self._found[name] = found
        if found and self._page.current == name:
            self._page.redraw_side()
        self._page.show_conflict(name, self.conflict(name))

    def conflict(self, name: str) -> str:
        """Return what speaks against the suggestion for a field, as far as is known."""
        page, row = self._page, self._page.row(name)
        if row is None or row.feed is None or row.state != "check":
            return ""
        fit = next((item.fit for item in self._found.get(name, ()) if (item.column,) == row.feed.columns), None)
        return told.conflict(row, page.work.document.schema, fit, self._bridge.language)

    # What an answer does

    def chose(self, name: str, key: str) -> None:
        """Note which answer is chosen; the button says so."""
        value = self._page.values.current_row
        self._chosen[name if value is None else f"value:{value.text}"] = key
        self._page.redraw_side()

    def pick(self, name: str, index: int) -> None:
        """Take the first, second or third answer."""
        found = self.candidates(name)
        if index < len(found):
            self._page.take(name, (found[index].column,))

    def accept(self, name: str) -> None:
        """Take the chosen answer: the suggestion itself, or another candidate."""
        page, work = self._page, self._page.work
        value = page.values.current_row
        if value is not None and page.values.field == name:
            self.press_value(value.text, -1)
            return
        feed, found = page.feed(name), self.candidates(name)
        chosen = self._chosen.get(name) or (feed.columns[0] if feed and feed.columns else found[0].column if found else "")
        if not chosen:
            return
        if feed is not None and feed.state == "check" and feed.columns[:1] == (chosen,):
            title = work.document.schema[name].title
            page.do(columns.accepted(work.document, name), words.MATCHED.with_(column=feed.joined, title=title))
            page.remember(name, feed.columns)
            page.go_on(name)
        elif feed is None or feed.columns != (chosen,):
            page.take(name, (chosen,))
        else:
            page.go_on(name)

    def constant(self, name: str) -> None:
        """Ask for one value for all rows."""
        page, work = self._page, self._page.work
        field, codes, feed = work.document.schema[name], work.document.schema.codes(name), page.feed(name)
        listed = [(self._bridge.text(code.label), code.code) for code in codes.codes] if codes else []
        now = feed.constant if feed and feed.constant is not None else ""
        value = self._bridge.dialogs.fixed_value(page, self._bridge.text(field.title), now, listed)
        if value is not None:
            page.do(columns.constant(work.document, name, value), words.SET.with_(title=field.title))
            page.go_on(name)
        else:
            page.refresh()

    def join(self, name: str, *, split: bool) -> None:
        """Ask which columns make up a field, or which part of one does."""
        page, work = self._page, self._page.work
        feed, title = page.feed(name), self._bridge.text(work.document.schema[name].title)
        joined = self._bridge.dialogs.combine(page, title, list(work.document.table.columns),
                                              feed.columns if feed else (), split=split)
        if joined is None or not joined.columns:
            page.refresh()
        elif joined.split:
            page.match(name, joined.columns, split=joined.between, part=joined.part, share=True)
        else:
            page.take(name, joined.columns, combine=joined.between)

    # A value

    def _value_ask(self, name: str, row: ValueRow) -> Ask:
        work, tell = self._page.work, self._bridge.text
        codes = work.document.schema.codes(name)
        said, kind = words.HOW["none" if row.code is None else row.how]
        given = told.code_answers(codes, row, self._bridge.language)
        chosen = self._chosen.get(f"value:{row.text}") or told.likely(codes, row)
        due = row.code is None or row.how == "similar"
        rows = tell(words.ROWS.with_(n=row.count))
        title = self.tr("“{text}” in {rows}").format(text=row.text, rows=rows)
        accept = self.tr("Match {rows}").format(rows=rows) if chosen and (due or chosen != row.code) else ""
        return Ask(chip=(tell(said), kind, ""), title=title, question=tell(words.WHICH.with_(n=len(codes.codes))),
                   answers=given, chosen=chosen, accept=accept, filled=due, note=self._of_the_list(row),
                   rows=told.some_rows(work.document, self._page.feed(name).columns[0], row.text))

    def _of_the_list(self, row: ValueRow) -> str:
        return self.tr("Alt+Down opens the whole list.") if row.code is None else ""

    def press_value(self, text: str, index: int) -> None:
        """Lead a value to the first, second or third code, or (−1) to the one chosen."""
        page, values = self._page, self._page.values
        row = next((row for row in values.rows if row.text == text), None)
        if row is None:
            return
        codes = page.work.document.schema.codes(values.field)
        near = [code.code for code in told.codes_like(codes, row)]
        chosen = self._chosen.get(f"value:{text}", told.likely(codes, row))
        if index >= 0:
            chosen = near[index] if index < len(near) else ""
        if chosen:
            values.match({text: chosen})
            values.next_open(text)

    # A column that feeds nothing

    def _other_ask(self, column: str) -> Ask | None:
        line = self._page.board.lines.get(column)
        if not isinstance(line, OtherLine):  # a field, while the rows of another file are still to be drawn
            return None
        kept = line.row.extra is not None
        chip = (self.tr("Extra"), "accent", "plus") if kept else (self.tr("Left out"), "quiet", "")
        way = self.tr("Leave it out") if kept else self.tr("Keep as an extra")
        return Ask(chip=chip, title=column, question=self.tr(
            "This column is not part of the standard. It can go along in the package as an extra."),
            ways=(("extra", way, "x" if kept else "plus"),))
