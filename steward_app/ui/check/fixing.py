"""The fixes of station 4: looked for beside the window, explained, previewed, applied as one step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from ...core import glance
from ...core.edits import Edit
from ...core.findings import Problems
from ...core.progress import Progress
from ...core.schema import Schema, Severity
from ...workspace import Workspace, columns, fix, problems
from ...workspace.states import Station
from ..bridge import Bridge, Said
from ..dialogs import Line, Preview
from ..widgets.texts import as_title
from . import told, words
from .explainer import Explanation, FixCard, Way
from .problems import Key

# Up to so many marked cells, the fixes are looked for at once; beyond, beside the window.
AT_ONCE = 20_000
Offered = tuple[fix.Offer, list[Line]]
OF_LISTS = frozenset({"V11", "V12"})


class Fixing(QObject):
    """Knows the fixes of the version on screen; the page redraws when `told` is called."""

    def __init__(self, page: Any, bridge: Bridge) -> None:
        super().__init__(page)
        self._page, self._bridge = page, bridge
        self._safe: dict[Key, int] = {}
        self._must_safe = 0

    # Looking

    def look(self, then: Callable[[], None]) -> None:
        """Look which problems have a safe fix, beside the window; `then` redraws."""
        work = self._bridge.workspace
        if work is None or not work.fresh:
            return
        def answered(found: list[fix.Offer]) -> None:
            self._safe = {offer.key: offer.cells for offer in found}
            self._must_safe = sum(o.cells for o in found if o.problem.severity == Severity.MUST)
            then()
        still = work.still()
        self._bridge.ask("safe", lambda progress: fix.safe_offers(still, progress), answered)

    @property
    def safe(self) -> dict[Key, int]:
        """The problems that have a safe fix, with how many cells it settles."""
        return self._safe

    @property
    def must_safe(self) -> int:
        """How many must-fix cells have a safe fix."""
        return self._must_safe

    def forget(self) -> None:
        """Another file or standard: nothing is known."""
        self._safe, self._must_safe = {}, 0

    def offers(self, key: Key) -> tuple[fix.Offer, ...]:
        """Return the fixes of a problem as far as they are known; where they are not, none."""
        work = self._bridge.workspace
        return (fix.known_offers(work, key) if work else ()) or ()

    def look_for(self, key: Key, then: Callable[[], None]) -> None:
        """Look for the fixes of a problem beside the window; `then` is called when they are known."""
        work = self._bridge.workspace
        if work is None or not work.current:
            self._bridge.say(words.CHECKING, toast=False)
            return
        if fix.known_offers(work, key) is not None:
            then()
            return
        still = work.still()
        self._bridge.ask("offers", lambda _: fix.offers(still, key), lambda _: then())

    # Explaining

    def explain(self, key: Key, record: int | None, then: Callable[[Explanation | None], None]) -> None:
        """Work out beside the window what the explainer says of a problem at a record; the last one asked wins."""
        work = self._bridge.workspace
        problem = work.findings.get(key) if work is not None and work.checked is not None else None
        if work is None or problem is None:
            self._bridge.jobs.drop("explain")
            then(self._solved(key))
            return
        still, later = work.still(), problem.cells > AT_ONCE or not work.current
        def look(_: Progress) -> problems.Explained | None:
            found = fix.known_offers(still, key) or () if later else fix.offers(still, key)
            return problems.explain(still, key, record, found)
        def come(known: problems.Explained | None) -> None:
            then(self._said(work, problem, known) if known else self._solved(key))
            if later and work.current and fix.known_offers(work, key) is None:
                self.look_for(key, self._page.explain)
        self._bridge.ask("explain", look, come)

    def _said(self, work: Workspace, problem: Problems, known: problems.Explained) -> Explanation:
        language, found, tell, key = self._bridge.language, known.offers, self._bridge.text, known.key
        return Explanation(
            severity=str(problem.severity), headline=as_title(tell(known.headline)), where=tell(told.where(work, problem)),
            found=known.found if problem.rows else None,
            expected=known.expected and told.in_words(work.schema, key[1], known.expected, language),
            place=told.place(known, language) if problem.rows else "",
            fix=self._card(found[0]) if found else None, ways=tuple(self._ways(found, key)), why=tell(known.why),
            do=tell(known.do), shows_value=problem.rows > 0)

    def _solved(self, key: Key) -> Explanation | None:
        entry = next((e for e in self._page.list.problems.entries if e.key == key), None)
        return Explanation(entry.severity, entry.headline, entry.title, solved=True) if entry else None

    def _card(self, offer: fix.Offer) -> FixCard:
        tell, number = self._bridge.text, self._bridge.number
        if offer.stays:
            says = tell(words.WILL_FIX.with_(n=offer.cells, all=offer.cells + offer.stays))
        else:
            says = tell(words.WILL_FIX_ALL.with_(n=offer.cells))
        if not offer.safe:
            says = f"{says} {tell(words.NEEDS_A_LOOK)}"
        button = tell(words.PREVIEW).format(n=number(offer.cells))
        return FixCard(told.capital(tell(offer.named)), says, button, Run(self._open, offer))

    def _ways(self, found: tuple[fix.Offer, ...], key: Key) -> list[Way]:
        ways = [Way(told.capital(self._bridge.text(offer.named)) + "…", Run(self._open, offer), "wand-sparkles")
                for offer in found[1:]]
        if key[0].startswith("C"):
            ways.append(Way(self.tr("Match a column…"), Run(self._match, key[1]), "columns-3"))
            if key[1]:
                ways.append(Way(self.tr("Give one value for all rows…"), Run(self._one_value, key[1]), "pin"))
            return ways
        if key[0] in OF_LISTS and key[1]:
            ways.append(Way(self.tr("Choose its meaning from the list…"), Run(self._choose_meaning, key[1]), "list-checks"))
            ways.append(Way(self.tr("Match all the values of this column…"), Run(self._match, key[1]), "columns-3"))
        ways.append(Way(self.tr("Type in the cell"), Run(self._type), "pencil", "F2"))
        return ways

    def _one_value(self, field: str) -> None:
        """Ask for one value for all rows of a field that no column feeds."""
        work = self._bridge.workspace
        if work is None:
            return
        codes, title = work.schema.codes(field), work.schema[field].title
        listed = [(self._bridge.text(code.label), code.code) for code in codes.codes] if codes else []
        value = self._bridge.dialogs.fixed_value(self._page, self._bridge.text(title), "", listed)
        if value is not None:
            said = Said(words.GIVEN.with_(title=title), undo=True)
            self._bridge.do(columns.constant(work.document, field, value), "fix", said=said)

    def _choose_meaning(self, field: str) -> None:
        """Offer the list for the value of the current cell: every cell that holds it is read as the one chosen."""
        work, where = self._bridge.workspace, self._page.sight.current()
        feed = work.document.mapping.feed(field) if work else None
        codes = work.document.schema.codes(field) if work and work.document.schema else None
        if work is None or where is None or codes is None or feed is None or not feed.columns:
            return
        text = glance.text_at(work.document.table, feed.columns[0], where[0])
        menu = QMenu(self._page)
        for code in codes.codes:
            menu.addAction(self._bridge.text(code.label).replace("&", "&&"), Run(self._means, field, text, code.code))
        menu.popup(QCursor.pos() if self._page.underMouse() else self._page.explainer.mapToGlobal(QPoint(16, 60)))

    def _means(self, field: str, text: str, code: str) -> None:
        work = self._bridge.workspace
        if work is not None:
            label = work.document.schema.codes(field).label(code)
            said = Said(words.MEANS.with_(text=text, label=label), undo=True)
            self._bridge.do(columns.value_matched(work.document, field, {text: code}), "fix", said=said)

    def _type(self) -> None:
        view = self._page.sight.view
        view.setFocus()
        view.edit(view.currentIndex(), view.EditTrigger.EditKeyPressed, None)

    def _match(self, field: str | None) -> None:
        self._bridge.visit(Station.COLUMNS, field=field)

    # Applying

    def preview(self, key: Key | None) -> None:
        """Preview the first fix of a problem."""
        if key:
            self.look_for(key, lambda: self._preview(key))

    def _preview(self, key: Key) -> None:
        if found := self.offers(key):
            self._open(found[0])
        else:
            self._bridge.say(words.NO_FIX, toast=False)

    def _open(self, offer: fix.Offer) -> None:
        work = self._bridge.workspace
        if work is None:
            return
        if offer not in self.offers(offer.key):  # it was worked out for a version that is gone
            self.preview(offer.key)
            return
        self._bridge.ask("lines", lambda _: self._lines(work.schema, offer), lambda lines: self._show(work, offer, lines))

    def _show(self, work: Workspace, offer: fix.Offer, lines: list[Line]) -> None:
        title, column = problems.headline_of(offer.problem, work)
        fact = self._bridge.text(column) + f" · {self._bridge.text(offer.named)}"
        shown = Preview(as_title(self._bridge.text(title)), fact, tuple(lines), offer.stays)
        ticked = self._bridge.dialogs.preview(self._page, shown)
        if ticked is not None:
            self._apply(lambda: offer.edit(unticked(lines, set(ticked))), sum(lines[i].count for i in ticked))

    def _lines(self, schema: Schema, offer: fix.Offer, group: str = "") -> list[Line]:
        field, language = offer.problem.rule.field, self._bridge.language
        return [Line(before, told.in_words(schema, field, after, language), count, group=group)
                for before, after, count in offer.lines()]

    def everything_safe(self) -> None:
        """Preview every safe fix in one dialog, one group for each problem, and apply them as one step."""
        work = self._bridge.workspace
        if work is None or not work.fresh:
            self._bridge.say(words.CHECKING, toast=False)
        else:
            still = work.still()
            def look(progress: Progress) -> list[Offered]:
                return [(offer, self._lines(still.schema, offer, self._group(still, offer))) for offer in fix.safe_offers(still, progress)]
            self._bridge.ask("safe-preview", look, self._preview_all, quiet=False)

    def _group(self, work: Workspace, offer: fix.Offer) -> str:
        return f"{self._bridge.text(problems.title_of(offer.problem, work))} · {self._bridge.text(offer.named)}"

    def _preview_all(self, offered: list[Offered]) -> None:
        work = self._bridge.workspace
        if work is None or not offered:
            self._bridge.say(words.NO_SAFE_LEFT, toast=False)
            return
        lines = [line for _, mine in offered for line in mine]
        fact = self._bridge.text(words.SAFE_FACT.with_(n=len(offered)))
        shown = Preview(self._bridge.text(words.SAFE_TITLE), fact, tuple(lines))
        ticked = self._bridge.dialogs.preview(self._page, shown)
        if ticked:
            document, cells = work.document, sum(lines[i].count for i in ticked)
            self._apply(lambda: fix.all_as_one(document, chosen(offered, set(ticked))), cells)

    def _apply(self, make: Callable[[], Edit], cells: int) -> None:
        def said(edit: Edit) -> Said:
            gone = told.rows_removed(edit)
            return Said(words.REMOVED.with_(n=gone) if gone and gone == cells else words.FIXED.with_(n=cells), undo=True)
        self._bridge.do_made(make, "fix", said)


def unticked(lines: list[Line], ticked: set[int]) -> frozenset[str]:
    """Return the texts that are to stay as they are."""
    return frozenset(line.before for index, line in enumerate(lines) if index not in ticked)


def chosen(offered: list[Offered], ticked: set[int]) -> list[tuple[fix.Offer, frozenset[str]]]:
    """Return the fixes of which a line stays ticked, each with the texts that are to stay as they are."""
    found, start = [], 0
    for offer, lines in offered:
        mine = {index - start for index in range(start, start + len(lines)) if index in ticked}
        start += len(lines)
        if mine:
            found.append((offer, unticked(lines, mine)))
    return found


class Run:
    """A call with its argument; two of the same are equal, so that an unchanged explanation is not drawn anew."""

    def __init__(self, run: Callable[..., Any], *args: Any) -> None:
        self._run, self._args = run, args

    def __call__(self) -> None:
        """Do it."""
        self._run(*self._args)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Run) and self._run == other._run and self._args == other._args

    def __hash__(self) -> int:
        return hash((self._run, self._args))
