"""The dialog of a list of one's own: it tells what two columns answer, and applies only where they answer something."""

from __future__ import annotations

import pytest

from steward_app.ui.dialogs import Answered, ListQuestion
from steward_app.ui.dialogs.own_list import OwnListDialog

ASKED = ListQuestion("Status", "list.csv: 3 lines", ("Mine", "Theirs"), "Mine", "Theirs")


def answer(label, code):
    if label == code or not (label and code):
        return Answered("Choose.")
    return Answered("**2 of 3 values** are answered.", ("1 code",), (("c", ""), ("a", "Closed"), ("b", "Open")), "Match 2 values")


@pytest.fixture
def dialog(qtbot, dressed):
    made = OwnListDialog(None, ASKED, answer)
    qtbot.addWidget(made)
    return made


def test_it_applies_what_is_answered(dialog):
    assert dialog.buttons["apply"].isEnabled() and dialog._lines.count() == 3


def test_one_column_for_both_cannot_be_applied(dialog):
    dialog.code.setCurrentIndex(dialog.code.findData("Mine"))
    dialog.code.activated.emit(0)
    assert not dialog.buttons["apply"].isEnabled() and dialog._lines.count() == 0
