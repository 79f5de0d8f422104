"""A list of the steward's own at station 3: its file, the question about its columns, and the one step that uses it."""

from __future__ import annotations

from typing import Any

from ...core.schema import CodeList
from ...core.text import Text
from ...workspace import columns, lists
from ...workspace.columns import ValueRow
from ..bridge import Bridge, Said
from ..dialogs import Answered, ListQuestion
from . import words


class UsingList:
    """Asks for a file, shows what it answers, and fills the value map of a field."""

    def __init__(self, page: Any, bridge: Bridge) -> None:
        self._page, self._bridge = page, bridge

    def begin(self, field: str) -> None:
        """Ask for a file and read it beside the window."""
        bridge, document = self._bridge, self._page.work.document
        path = bridge.dialogs.open_list(self._page.window())
        if path is None:
            return
        codes, values = document.schema.codes(field), columns.value_rows(document, field)
        bridge.ask("list", lambda progress: lists.opened(path, bridge.belt, codes, values, progress),
                   lambda own: self._ask(field, own, codes, values), quiet=False)

    def _ask(self, field: str, own: lists.OwnList, codes: CodeList, values: tuple[ValueRow, ...]) -> None:
        bridge, document = self._bridge, self._page.work.document
        fact = bridge.text(words.LIST_FILE.with_(name=own.name, n=own.table.height))
        asked = ListQuestion(bridge.text(document.schema[field].title), fact, own.table.columns, own.label, own.code)

        def answer(label: str, code: str) -> Answered:
            return self._answered(lists.joined(own, label, code, codes, values) if label and code and label != code
                                  else None, own, codes, values)

        chosen = bridge.dialogs.own_list(self._page.window(), asked, answer)
        if chosen is None:
            return
        found = lists.joined(own, *chosen, codes, values)
        said = words.BY_LIST.with_(n=len(found.answered), name=own.name)
        bridge.do(lists.matched(document, field, found), "columns", said=Said(said, undo=True))
        self._page.values.next_open("")

    def _answered(self, found: lists.Joined | None, own: lists.OwnList, codes: CodeList,
                  values: tuple[ValueRow, ...]) -> Answered:
        tell, language = self._bridge.text, self._bridge.language
        if found is None:
            return Answered(tell(words.LIST_CHOOSE if own.code else words.LIST_NO_CODES))
        lines = tuple((value.text, codes.label(found.answered[value.text]).to(language)
                       if value.text in found.answered else "") for value in values
                      if value.text in found.answered or value.code is None)
        lines = tuple(sorted(lines, key=lambda line: not line[1]))
        rows = sum(value.count for value in values if value.text in found.answered)
        sentence = words.LIST_ANSWERS.with_(n=len(values), answered=len(found.answered), rows=words.ROWS.with_(n=rows))
        apply = tell(words.LIST_APPLY.with_(n=len(found.answered))) if found.answered else ""
        return Answered(tell(sentence if found.answered else words.LIST_NOTHING), self._aside(found), lines, apply)

    def _aside(self, found: lists.Joined) -> tuple[str, ...]:
        said = ((words.LIST_UNKNOWN, found.unknown), (words.LIST_TWOFOLD, found.twofold))
        return tuple(self._bridge.text(text.with_(n=len(some), some=some_of(some))) for text, some in said if some)


def some_of(texts: tuple[str, ...]) -> Text:
    """Return the first three of some texts, for both languages."""
    shown = [text[:40] for text in texts[:3]]
    more = "…" if len(texts) > 3 else ""
    return Text(", ".join(f"“{text}”" for text in shown) + more, ", ".join(f"« {text} »" for text in shown) + more)
