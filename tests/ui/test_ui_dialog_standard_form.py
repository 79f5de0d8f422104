"""The form of a standard: what is typed is written, faults stand beside their control, Save leads to them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from steward_app.core.schema import CodeList
from steward_app.ui.dialogs.standard_form import StandardFormDialog
from steward_app.workspace.own_form import StandardForm

RAW = {"name": "n", "fields": [{"name": "id", "title": "No"}, {"name": "state", "constraints": {"enum": ["a", "b"]}}]}


@pytest.fixture(params=["en", "fr"])
def dialog(request, qtbot, dressed):
    made = StandardFormDialog(None, StandardForm.of(RAW, {"list": CodeList.of_values("list", ["x"])}), request.param)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_typed_is_written(qtbot, dialog):
    dialog.editor.controls["title_fr"].setText("Norme")
    dialog.list.setCurrentRow(1)
    qtbot.keyClicks(dialog.editor.controls["title"], "x")
    dialog.editor.controls["holds"].choose("date")
    dialog.editor.controls["holds"].currentIndexChanged.emit(0)
    dialog.editor.findChild(QCheckBox).setChecked(True)
    raw = dialog.form.result()
    assert (raw["title_fr"], raw["primaryKey"]) == ("Norme", ["id"])
    assert (raw["fields"][0]["title"], raw["fields"][0]["type"]) == ("Nox", "date")
    assert dialog.list.item(1).text() == "Nox"


def test_a_fault_stands_beside_its_control_and_save_leads_to_it(dialog):
    dialog.list.setCurrentRow(2)
    dialog.editor.controls["example"].setText("z")
    assert dialog.editor._wrong["example"].isVisibleTo(dialog) and not dialog.editor._wrong["title"].isVisibleTo(dialog)
    dialog.list.setCurrentRow(0)
    dialog.finish("save")
    assert dialog.isVisible() and dialog.list.currentRow() == 2
    dialog.editor.controls["example"].setText("a")
    dialog.finish("save")
    assert not dialog.isVisible() and dialog.answer == "save"


def test_own_codes_are_shown_where_they_are_chosen(dialog):
    dialog.list.setCurrentRow(2)
    codes, which = dialog.editor.controls["code_text"], dialog.editor.controls["codes"]
    assert codes.isVisibleTo(dialog)
    which.setCurrentIndex(which.findData("list"))
    assert not codes.isVisibleTo(dialog) and dialog.form.fields[1].result()["codeList"] == "list"


def test_fields_are_added_and_left_out(qtbot, dialog):
    dialog._add()
    assert dialog.list.count() == 4 and dialog.list.currentRow() == 3
    dialog.finish("save")
    assert dialog.isVisible()  # a new field needs a title
    dialog.editor.left_out.emit(dialog.form.fields[2])
    assert dialog.list.count() == 3
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
