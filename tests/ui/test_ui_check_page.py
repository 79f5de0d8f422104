"""Station 4 through the real window: problems, rows, fixes, edits, undo, all by what a steward presses."""

from __future__ import annotations

from PySide6.QtCore import Qt

from steward_app.ui.check.explainer import Explainer, Explanation
from steward_app.ui.check.filters import Filter, shown_by
from steward_app.ui.check.problems import Entry, Group, ProblemModel, wrapped
from steward_app.workspace.states import Station

MUST = Entry(("V03", "date"), "must", "Write it right", "Date", 3, "1%", True)
CHECK = Entry(("V10", "cost"), "check", "Far away", "Cost", 1, "<1%", False)


def page_of(shell):
    shell.bridge.visit(Station.CHECK)
    page = shell.window.pages[Station.CHECK]
    page.tabs.choose("problem")
    page.refresh()
    page.choose(page.list.problems.entries[0].key)
    return page


def keys(page):
    return [entry.key for entry in page.list.problems.entries if not entry.solved]


def test_bands_stand_over_their_problems(dressed):
    model = ProblemModel("en")
    model.show([MUST, CHECK])
    assert [type(row) for row in model.rows] == [Group, Entry, Group, Entry]
    assert model.index(0).flags() == Qt.ItemFlag.NoItemFlags
    assert "has a safe fix" in model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_solved_problem_keeps_its_place_until_the_list_is_made_anew(dressed):
    model = ProblemModel("en")
    model.show([MUST, CHECK])
    assert model.renew([CHECK]) is False
    first = model.entries[0]
    assert (first.key, first.cells, first.solved) == (MUST.key, 0, True)
    model.show([CHECK])
    assert [entry.key for entry in model.entries] == [CHECK.key]


def test_a_headline_takes_three_lines_at_most(dressed):
    from steward_app.ui import look
    lines = wrapped("word " * 60, look.font("body"), 120, 3)
    assert len(lines) == 3 and lines[-1].endswith("…")


def test_an_explanation_is_drawn_once(dressed, qtbot):
    pane = Explainer("en")
    qtbot.addWidget(pane)
    said = Explanation("must", "Write it right", "Date", "1/2", "2026-02-01", shows_value=True)
    pane.explain(said)
    first = pane.findChildren(type(pane.widget()))
    pane.explain(Explanation("must", "Write it right", "Date", "1/2", "2026-02-01", shows_value=True))
    assert pane.findChildren(type(pane.widget())) == first


def test_choosing_a_problem_filters_the_grid_and_leaves_the_focus(work):
    page = page_of(work)
    found = work.bridge.workspace.findings
    first, second = keys(page)[:2]
    assert page.key == first and page.lists.currentWidget() is page.list
    page.list.setCurrentIndex(page.list.problems.index(page.list.problems.row_of(second)))
    assert page.key == second
    assert page.sight.model.rowCount() == (found.get(second).rows or work.bridge.workspace.document.table.height)
    assert page.explainer.shown is not None


def test_f8_walks_to_the_next_bad_cell_then_to_the_next_problem(work):
    page = page_of(work)
    problem = work.bridge.workspace.findings.get(page.key)
    for _ in range(problem.rows):
        page.act("next_problem")
    assert page.key == keys(page)[1]
    page.act("previous_problem")
    assert page.key == keys(page)[0]


def test_a_typed_cell_is_checked_at_once_and_undone(work, qtbot):
    page, space = page_of(work), work.bridge.workspace
    key = next(key for key in keys(page) if key[1] == "issued_date")
    page.choose(key)
    before, rows = space.findings.get(key).cells, page.sight.model.rowCount()
    qtbot.keyClick(page.sight.view, Qt.Key.Key_F2)
    editor = page.sight.view.itemDelegate().editor
    editor.setText("2026-01-02")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert space.findings.get(key).cells == before - 1 and page.sight.model.rowCount() == rows
    work.bridge.undo()
    assert space.findings.get(key).cells == before
    assert page.sight.view.currentIndex().row() == 0


def test_a_fix_is_previewed_applied_and_taken_back_as_one_step(work):
    page, space = page_of(work), work.bridge.workspace
    key = next(key for key in keys(page) if page.fixing.offers(key))
    page.choose(key)
    steps = len(space.steps)
    page.act("preview_fix")
    assert work.bridge.dialogs.names() == ["preview"] and len(space.steps) == steps + 1
    assert space.findings.get(key) is None and page.list.problems.row_of(key) >= 0
    work.bridge.undo()
    assert space.findings.get(key) is not None


def test_everything_safe_is_one_step(work):
    page, space = page_of(work), work.bridge.workspace
    must, steps = space.findings.counts["must"], len(space.steps)
    page.act("fix_safe")
    assert len(space.steps) == steps + 1 and space.findings.counts["must"] < must


def test_rows_with_a_problem_are_listed_in_file_order(work):
    page = page_of(work)
    page.act("by_row")
    rows = [page.rows.bad.line(at)[0] for at in range(page.rows.bad.rowCount())]
    assert rows == sorted(rows) and page.lists.currentWidget() is page.rows
    assert page.sight.model.rowCount() == len(rows)
    page.act("by_problem")
    assert page.lists.currentWidget() is page.list


def test_ways_of_looking_are_no_edits(work):
    page, space = page_of(work), work.bridge.workspace
    page.act("show_all")
    everything = page.sight.model.rowCount()
    page.act("filter_value")
    page.sight.view.horizontalHeader().menu_wanted.emit(0, "down")
    assert everything == space.document.table.height and page.sight.model.rowCount() <= everything
    assert page.sight.filter.order is not None and all("paste" not in str(step.edit.named.en) for step in space.steps)


def test_a_filter_is_a_sort_is_an_index(work):
    document, column = work.bridge.workspace.document, work.bridge.workspace.document.table.columns[0]
    up = shown_by(Filter(order=(column, "up")), document, None).records(0, 100)
    assert up == shown_by(Filter(order=(column, "down")), document, None).records(0, 100)[::-1]


def test_what_is_chosen_outlives_a_new_window(work):
    page = page_of(work)
    page.choose(keys(page)[1])
    kept = page.keep()
    page.restore(kept)
    assert page.key == kept["key"] and page.sight.filter == kept["filter"]


def test_a_missing_column_is_answered_where_it_is_said(work):
    page, space = page_of(work), work.bridge.workspace
    key = next(key for key in keys(page) if key[0] == "C02")
    page.choose(key)
    assert page.explainer.shown.headline == next(e.headline for e in page.list.problems.entries if e.key == key)
    work.bridge.dialogs.answers["fixed_value"] = "x"
    page.explainer.shown.ways[1].run()
    assert space.document.mapping.feed(key[1]).constant == "x"


def test_the_meaning_of_a_value_is_chosen_in_the_explainer(work):
    page, space = page_of(work), work.bridge.workspace
    field = next(name for name in ("status", "work_type") if space.document.mapping.fed(name))
    text = space.document.table.page(0, 1)[0][space.document.table.columns.index(space.document.mapping.feed(field).columns[0])]
    page.fixing._means(field, text, space.schema.codes(field).codes[0].code)
    assert space.document.mapping.feed(field).read.values[text] == space.schema.codes(field).codes[0].code
