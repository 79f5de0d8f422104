"""Station 5: the verdict in words, the Charter's rules with their evidence, and the package written and re-read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ...core.change import Change
from ...core.edits import SetMetadata, Several
from ...core.findings import Findings
from ...core.kinds import ChangeKind
from ...core.metadata import Metadata
from ...core.package import Evidence
from ...core.taken_back import TAKE_BACK, taken_back
from ...workspace import Workspace, publish
from ...workspace.states import Station
from .. import look
from ..bridge import Bridge, Said, Visit
from ..turns import Turns
from ..widgets import Head, quiet, secondary
from ..widgets.tall import Tall
from . import cards, heads, words
from .assessed import Assessed, assessed
from .checklist import Act, Checklist
from .making import Making

LEFT_MOST, RIGHT, NARROW = 900, 400, 1180 - 188
FACTS_RULES = frozenset({"P2-01", "P2-06", "P2-07", "P3-03", "P3-04", "P3-06", "P4-04"})
ROW_RULES = {"P1-01": ("P01",), "P2-03": ("V01",), "P4-01": (), "P4-02": ("R05", "R02", "R04")}


class PublishPage(QWidget):
    """The verdict replaces the head."""

    ACTIONS = frozenset({"create_package", "save_draft", "see_report", "refresh"})
    head_changed = Signal(object)
    first_is_filled = True  # the window gives the focus to the head's filled button

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.assessed: Assessed | None = None
        self.making = Making(self, bridge)
        self.checklist = Checklist(bridge.language, self._act_of, at_once=bridge.jobs.inline)
        self._turns = Turns(self, at_once=bridge.jobs.inline)
        self._lay_out()
        bridge.opened.connect(self._forget)
        bridge.changed.connect(self._changed)
        bridge.checked.connect(self._checked)

    def _lay_out(self) -> None:
        host, self._right = QWidget(), QWidget()
        host.setProperty("ground", "window")
        self._cards = QVBoxLayout(self._right)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(look.px(11))
        self.checklist.setMaximumWidth(look.px(LEFT_MOST))
        left = look.column(self.checklist, None)
        self._line = look.row(left, self._right, gap=16, margins=(20, 14, 20, 16))
        self._line.setStretch(0, 1)
        host.setLayout(self._line)
        self._area = Tall()
        self._area.setWidget(host)
        self.checklist.grown.connect(self._area.settle)
        look.stack(self, self._area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the left what the right leaves."""
        super().resizeEvent(event)
        width = self.width() * 100 / max(1, look.px(100))
        self._right.setFixedWidth(look.px(RIGHT if width >= NARROW else RIGHT - 80))

    # What is

    @property
    def work(self) -> Workspace | None:
        """The open work, once it has a standard."""
        work = self._bridge.workspace
        return work if work is not None and work.document.schema is not None else None

    @property
    def findings(self) -> Findings | None:
        """What is wrong with this version; None while that is not known."""
        work = self.work
        return work.findings if work is not None and work.fresh else None

    @property
    def metadata(self) -> Metadata:
        """What is said of the dataset, prefilled where nothing is said."""
        work = self.work
        assert work is not None
        return publish.metadata_from(publish.prefilled(work, self._bridge.memory.publisher()), work.catalogue)

    # What the window asks

    def head(self) -> Head | None:
        """Say the verdict."""
        work, found = self.work, self.findings
        if work is None or found is None:
            return Head(self.tr("Publish"), self._bridge.text(words.CHECKING) if work else "")
        evidence = self.assessed.evidence if self.assessed else ()
        stand = heads.Stand(found, work.schema, work.document.table.height, len(self.metadata.faults()),
                            sum(item.word in ("better", "check") for item in evidence),
                            self.making.written, self.making.current, self.making.draft, self.making.time)
        return heads.head_of(stand, self._bridge.text, heads.Acts(
            lambda: self._bridge.visit(Station.CHECK), lambda: self._bridge.visit(Station.COLUMNS),
            lambda: self.act("create_package"), self.making.see_report, self.making.open_folder))

    def hints(self) -> tuple[str, ...]:
        """Return the keys of this screen."""
        return (self.tr("Ctrl+Enter press the filled button"), self.tr("→ ← open, close a principle"))

    def enter(self, visit: Visit) -> None:
        """Work out what the package would hold; the focus goes to the filled button."""
        if self.work is not None:
            self.renew()

    def commit(self) -> None:
        """Do nothing: nothing is typed here."""

    def panes(self) -> tuple[QWidget, ...]:
        """Return the checklist and the cards."""
        band = next(iter(self.checklist.bands.values()), None)
        return tuple(part for part in (band, self._first_button()) if part is not None)

    def _first_button(self) -> QWidget | None:
        return self._facts_button if hasattr(self, "_facts_button") else None

    def keep(self) -> dict[str, Any]:
        """Return what was written, and when."""
        return self.making.keep() | {"scroll": self._area.verticalScrollBar().value()}

    def restore(self, kept: dict[str, Any]) -> None:
        """Put it back."""
        self.making.restore(kept)
        self.renew()
        self._area.verticalScrollBar().setValue(kept["scroll"])

    def act(self, action: str) -> None:
        """Do a menu item."""
        {"create_package": lambda: self.making.create(draft=False), "save_draft": lambda: self.making.create(draft=True),
         "see_report": self.making.see_report, "refresh": self.renew}[action]()

    # Showing

    def _forget(self) -> None:
        self._turns.drop()
        self.assessed = None
        self.making.forget()

    def _changed(self, change: Change) -> None:
        if self.work is not None:
            self.renew()

    def _checked(self, _: object) -> None:
        self.renew()

    def renew(self) -> None:
        """Show the work as it stands, and look at the package that it would make."""
        work = self.work
        if work is None or not self.isVisibleTo(self.window()):
            return
        self._bridge.see(metadata_missing=len(self.metadata.faults()))
        self._show_cards()
        self.head_changed.emit(self.head())
        if work.fresh:
            still, metadata = work.still(), self.metadata
            self._bridge.ask("assess", lambda progress: assessed(still, metadata, progress), self._come)

    def _come(self, answer: Assessed) -> None:
        self.assessed = answer
        found = self.findings
        self.checklist.show_evidence(answer.evidence, bool(found and found.verdict == "not-ready"))
        self._show_cards()
        self.head_changed.emit(self.head())

    def _show_cards(self) -> None:
        self._turns.run(self._cards_shown(), later=True)

    def _cards_shown(self) -> Iterator[object]:
        at = QApplication.focusWidget()
        self._right.setUpdatesEnabled(False)  # until all of them are there
        held = at is not None and self._right.isAncestorOf(at)
        if held:
            at.clearFocus()  # else the page jumps to whatever takes the focus of a button that goes
        look.clear(self._cards)
        for card in self._wanted() if self.work is not None else ():
            self._cards.addWidget(card)
            yield
        self._cards.addStretch(1)
        self._area.settle()
        self._right.setUpdatesEnabled(True)
        if held:
            self._facts_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wanted(self) -> Iterator[QWidget]:
        found, metadata = self.findings, self.metadata
        ready, lacking = found is not None and found.verdict != "not-ready", bool(metadata.faults())
        yield from self._of_written()
        if lacking or not ready:
            yield self._of_facts(metadata)
        if not ready:
            yield self._of_draft()
        yield from self._of_assessed(places=ready)
        if ready and not lacking:
            yield self._of_facts(metadata)

    def _of_facts(self, metadata: Metadata) -> QWidget:
        self._facts_button = secondary(self.tr("Edit in both languages…"), self.edit_facts, icon="languages")
        return cards.facts(self.tr("About this dataset"), metadata, self._facts_button, self._bridge.language)

    def _of_written(self) -> list[QWidget]:
        if self.making.written is None or not self.making.current:
            return []
        title = self.tr("The draft") if self.making.draft else self.tr("The package")
        return [cards.written(title, self.making.written.path, self.making.written.files, self._bridge.language)]

    def _of_draft(self) -> QWidget:
        save = secondary(self.tr("Save a draft…"), lambda: self.act("save_draft"), icon="save")
        return cards.draft(self.tr("In the meantime"), self._bridge.text(words.DRAFT_NOTE), save)

    def _of_assessed(self, *, places: bool) -> list[QWidget]:
        made, language = self.assessed, self._bridge.language
        if made is None:
            return []
        done = cards.standardised(self.tr("What we standardised for you"), self.tr("Nothing had to be changed."), made.kinds,
                                  self._undo_of, language)
        where = [cards.destinations(self.tr("Destinations"), made.places, language)] if places else []
        rest = [cards.contents(self.tr("What the package will hold"), made.points, language)] if not self.making.current else []
        return [*where, done, *rest]

    # One action a rule

    def _act_of(self, item: Evidence) -> Act | None:
        if item.word == "ready":
            return None
        if item.rule in FACTS_RULES:
            return Act(self.tr("Fill in…"), self.edit_facts)
        if item.rule in ROW_RULES:
            return Act(self.tr("See the rows"), lambda: self._see_rows(ROW_RULES[item.rule]))
        if item.rule == "P3-02":
            return Act(self.tr("Choose formats…"), lambda: self.act("create_package"))
        return None

    def _see_rows(self, checks: tuple[str, ...]) -> None:
        found = self.findings
        keys = [problem.key for check in checks for problem in found.listed if problem.check.id == check] if found else []
        self._bridge.visit(Station.CHECK, problem=keys[0] if keys else None)

    def edit_facts(self) -> bool:
        """Ask what the dataset is called, who publishes it…; tell whether that was answered."""
        work = self.work
        if work is None:
            return False
        metadata, catalogue = self.metadata, work.catalogue
        flat = {field.key: metadata.get(field.key) for field in metadata.fields}
        said = self._bridge.dialogs.facts(self, catalogue.metadata_fields, flat, catalogue.vocabularies)
        if said is None:
            return False
        for field in metadata.fields:
            metadata = metadata.put(field.key, said.get(field.key))
        self._keep_facts(metadata)
        return True

    def _keep_facts(self, metadata: Metadata) -> None:
        kept = {key: metadata.get(key) for key in ("publisher", "contact", "licence") if metadata.get(key)}
        self._bridge.remembering(lambda: self._bridge.memory.keep_publisher(kept))
        self._bridge.do(SetMetadata(dict(metadata.values)), "publish", said=Said(words.KEPT, toast=False))
        self._bridge.see(metadata_missing=len(metadata.faults()))

    # What was standardised

    def _undo_of(self, kind: ChangeKind) -> QWidget | None:
        if self.assessed is None or kind not in self.assessed.undoable:
            return None
        button = quiet(self.tr("Undo"), lambda: self._take_back(kind))
        button.setAccessibleName(f"{button.text()}: {self._bridge.text(kind.named)}")
        return button

    def _take_back(self, kind: ChangeKind) -> None:
        work = self.work
        edits, stay = taken_back(work.steps, work.document.table, kind.named) if work else ([], 0)
        if not edits:
            self._bridge.say(words.NONE_LEFT)
            return
        cells = sum(len(edit.records) for edit in edits)
        more = words.STAYED.with_(n=stay) if stay else None
        said = Said(words.TAKEN_BACK.with_(n=cells), more, undo=True)
        self._bridge.do(Several(tuple(edits), TAKE_BACK.with_(step=kind.named)), "publish", said=said)
