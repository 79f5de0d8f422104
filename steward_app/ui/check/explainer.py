"""The right pane of station 4: what was found, what is expected, the fix, the other ways, and why it matters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ...core.schema import SEVERITY_WORDS, Severity
from .. import look
from ..widgets import Card, Value, chip, secondary, separator
from ..widgets.tall import Tall
from ..widgets.texts import breakable

AROUND = 28 + 24 + 30  # what stands beside the words of the fix's button: margins, card, the button's own


@dataclass(frozen=True)
class Way:
    """One way out: its words, its icon, what it does, and the key that does it too."""

    text: str
    run: Callable[[], object]
    icon: str = "pencil"
    key: str = ""


@dataclass(frozen=True)
class FixCard:
    """The fix that is offered first: its name, what will happen, its one button."""

    title: str
    says: str
    button: str
    run: Callable[[], object]


@dataclass(frozen=True)
class Explanation:
    """Everything the pane says of one problem at one cell."""

    severity: str
    headline: str
    where: str
    found: str | None = None
    expected: str | None = None
    place: str = ""
    fix: FixCard | None = None
    ways: tuple[Way, ...] = ()
    why: str = ""
    do: str = ""
    solved: bool = False
    shows_value: bool = False


class Link(QPushButton):
    """A quiet button whose words wrap: the pane is narrow and some fixes have long names."""

    def __init__(self, text: str, icon: str, key: str, run: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "quiet")
        self.setAccessibleName(f"{text}, {key}" if key else text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: run())
        words = look.label(text, "body", "accent", wrap=True)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        parts: list[QWidget] = [look.picture(look.pixmap(icon, "accent", 16)), words]
        parts += [look.label(key, "caption", "ink2")] if key else []
        for part in parts:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line = look.row(*parts, gap=8, margins=(6, 4, 6, 4))
        line.setStretch(1, 1)
        self.setLayout(line)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow link is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need."""
        return max(look.px(30), self.layout().heightForWidth(width))

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(look.px(120), self.heightForWidth(look.px(220)))

    def minimumSizeHint(self) -> QSize:
        """A few words wide."""
        return QSize(look.px(80), look.px(30))


class Explainer(Tall):
    """Shows an Explanation; it scrolls, it is never squeezed."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._shown: Explanation | None = None
        self.fix_button: QPushButton | None = None
        self.setAccessibleName(self.tr("Explanation"))
        self._host = QWidget()
        self._host.setProperty("ground", "surface")
        self._place = look.column(margins=(16, 14, 12, 16))
        self._host.setLayout(self._place)
        self.setWidget(self._host)

    @property
    def shown(self) -> Explanation | None:
        """What the pane says."""
        return self._shown

    def explain(self, what: Explanation | None) -> None:
        """Show another explanation; the focus stays on its button where both have one."""
        if what == self._shown:
            return
        focused = self.fix_button is not None and self.fix_button.hasFocus()
        self._shown, self.fix_button = what, None
        look.clear(self._place)
        if what is not None:
            self._fill(what)
        self._place.addStretch(1)
        self.settle()
        self._fold()
        if focused and self.fix_button is not None:
            self.fix_button.setFocus()
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the button's words for another width."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Break the button's words in two lines where one is wider than the pane."""
        if self._shown is None or self._shown.fix is None or self.fix_button is None:
            return
        text, room = self._shown.fix.button, self.viewport().width() - look.px(AROUND)
        if look.ellipsis_width(text) > room and " " in text:
            middle = min((i for i, letter in enumerate(text) if letter == " "), key=lambda i: abs(i - len(text) // 2))
            text = text[:middle] + "\n" + text[middle + 1:]
        if text != self.fix_button.text():
            self.fix_button.setText(text)
            self.settle()

    def _fill(self, what: Explanation) -> None:
        add, gap = self._place.addWidget, lambda size: self._place.addSpacing(look.px(size))
        word = self.tr("Solved") if what.solved else SEVERITY_WORDS[Severity(what.severity)].to(self._language)
        self._place.addLayout(look.row(chip(word, "ok" if what.solved else what.severity), None))
        gap(8)
        add(look.label(breakable(what.headline), "section", wrap=True))
        if what.where:
            gap(4)
            add(look.label(what.where, "caption", "ink2", wrap=True))
        self._found(what)
        if what.do and what.fix is None:
            gap(12)
            add(look.label(what.do, "body", wrap=True))
        if what.fix:
            gap(12)
            add(self._fix_card(what.fix))
        self._ways(what)
        self._why(what)

    def _found(self, what: Explanation) -> None:
        if not what.shows_value:
            return
        self._place.addSpacing(look.px(12))
        pair = [self._value(self.tr("We found"), what.found, "must")]
        pair += [self._value(self.tr("Expected"), what.expected, "ok")] if what.expected else []
        wide = sum(look.ellipsis_width(v or "", "strong") + look.px(24) for v in (what.found, what.expected))
        if wide + look.px(70) < self.width() and len(pair) == 2:
            arrow = look.picture(look.pixmap("arrow-right", "ink2", 16))
            line = look.row(pair[0], arrow, pair[1], None, gap=12)
            line.setAlignment(arrow, Qt.AlignmentFlag.AlignBottom)
            self._place.addLayout(line)
        else:
            for each in pair:
                self._place.addWidget(each)
                self._place.addSpacing(look.px(6))
        if what.place:
            self._place.addSpacing(look.px(6))
            self._place.addWidget(look.label(breakable(what.place), "caption", "ink2", wrap=True))

    def _value(self, title: str, text: str | None, kind: str) -> QWidget:
        host = QWidget()
        shown = Value(breakable(text) if text else self.tr("empty"), kind)
        shown.setToolTip(text or "")
        shown.setWordWrap(True)
        shown.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        shown.setAccessibleName(f"{title}: {text or shown.text()}")
        if not text:
            slanted = look.font("body")
            slanted.setItalic(True)
            shown.setFont(slanted)
        look.stack(host, look.label(title, "caption", "ink2"), 3, look.row(shown, None))
        return host

    def _fix_card(self, fix: FixCard) -> Card:
        card = Card("fix")
        title = look.label(fix.title, "strong", wrap=True)
        head = look.row(look.picture(look.pixmap("wand-sparkles", "accent", 18)), title, gap=8)
        head.setStretch(1, 1)
        says = look.label(fix.says, "body", wrap=True)
        self.fix_button = secondary(fix.button, fix.run)
        look.stack(card, head, 6, says, 10, look.row(self.fix_button, None), margins=(12, 12, 12, 14))
        return card

    def _ways(self, what: Explanation) -> None:
        if not what.ways:
            return
        self._place.addSpacing(look.px(14))
        self._place.addWidget(look.label(self.tr("Other ways") if what.fix else self.tr("What you can do"), "strong"))
        for way in what.ways:
            self._place.addWidget(Link(way.text, way.icon, way.key, way.run))

    def _why(self, what: Explanation) -> None:
        if not what.why:
            return
        self._place.addSpacing(look.px(12))
        self._place.addWidget(separator())
        self._place.addSpacing(look.px(10))
        self._place.addWidget(look.label(self.tr("Why it matters"), "strong"))
        self._place.addSpacing(look.px(2))
        self._place.addWidget(look.label(what.why, "body", "ink2", wrap=True))


