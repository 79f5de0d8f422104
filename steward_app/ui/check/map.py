"""Station 4's map pane: shown under the grid while a geography problem is chosen, with a line that says it in words."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ...core.chart import FAMILY, Chart
from ...core.findings import Findings, Problems
from ...workspace.chart import chart
from .. import look
from ..bridge import Bridge
from . import told
from .plot import Plot
from .problems import Key
from .sight import Sight

LEAST = 560 - 140  # the page's height in a window of 560, in pixels at 100 %
OVER, ROWS = 40 + 44 + 18, 5  # over and under the grid's rows while the map stands below: filter, heading, scroll bar
UNBOUND = 16_777_215  # what Qt takes for no limit


class MapPane(QWidget):
    """The map and its sentence; it follows the problem and the record chosen in the grid."""

    def __init__(self, bridge: Bridge, sight: Sight, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._sight = bridge, sight
        self._of: tuple[Findings, Key] | None = None
        self.plot = Plot(bridge.number, self)
        self.sentence = look.label("", "caption", "ink2", wrap=True)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        look.stack(self, self.plot, look.row(self.sentence, margins=(12, 5, 12, 6)))
        self.layout().setStretch(0, 1)
        sight.turned.connect(self.look)
        sight.chosen.connect(self._ring)
        self.plot.chosen.connect(self._go)
        self.hide()

    @property
    def room(self) -> bool:
        """Tell whether the page is tall enough for a map."""
        page = self.parentWidget()
        return page is not None and page.height() >= look.px(LEAST)

    def look(self) -> None:
        """Show the map of the problem that is chosen; ask for it beside the window where it is not known."""
        key, found, work = self._sight.key, self._sight.findings, self._bridge.workspace
        problem = found.get(key) if found is not None and key is not None else None
        if work is None or found is None or key is None or problem is None or not key[0].startswith(FAMILY):
            self.forget()
            return
        if self._of is None or self._of[1] != key:
            self.plot.show_chart(None)
        if self._of is None or self._of != (found, key):
            self._of, still = (found, key), work.still()
            self._bridge.ask("map", lambda _: chart(still, key), lambda drawn: self._come(drawn, problem))
        self.fit()

    def _come(self, drawn: Chart | None, problem: Problems) -> None:
        self.plot.show_chart(drawn, str(problem.severity))
        self._ring()
        self.fit()

    def forget(self) -> None:
        """Show no map, and hold nothing of the last one."""
        self._bridge.jobs.drop("map")
        self._of = None
        self.plot.show_chart(None)
        self.fit()

    def fit(self) -> None:
        """Stand under five rows of the grid where there is a map and the height for it; else leave all to the grid."""
        stands = self.plot.chart is not None and self.room
        self._sight.setMaximumHeight(look.px(OVER) + ROWS * look.grid_row() if stands else UNBOUND)
        self.setVisible(stands)
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say anew how many points the map does not reach."""
        super().resizeEvent(event)
        self._say()

    def _say(self) -> None:
        drawn, number = self.plot.chart, self._bridge.number
        if drawn is None:
            return
        said = [self.tr("Points with this problem (lozenges): {n}. Other points (dots): {others}.").format(
            n=number(drawn.marks), others=number(drawn.goods))]
        if beyond := self.plot.beyond():
            said.append(self.tr("Beyond the map, drawn at its edge: {n}.").format(n=number(beyond)))
        said.append(self.tr("No boundary is known: the dashed box holds the middle 98% of the other points. "
                            "Inside: {n}. Outside: {out}.").format(n=number(drawn.inside),
                                                                           out=number(drawn.outside)))
        self.sentence.setText(" ".join(said))
        self.plot.setAccessibleDescription(self.sentence.text())
        self.plot.setToolTip(self.tr("Left and Right go from one lozenge to the next; the rows are in the table above."))

    def _ring(self, *_: int) -> None:
        where = self._sight.current()
        self.plot.ring(where[0] if where else None)

    def _go(self, record: int) -> None:
        work = self._bridge.workspace
        if work is None:
            return
        columns = told.shows_in(work, self._sight.key)
        if not self._sight.go_to(record, columns):
            self._sight.show_all()
            self._sight.go_to(record, columns)
