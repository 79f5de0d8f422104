"""Every phrase of the widgets has its French, with the same holes, mnemonic and typography."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from steward_app.paths import installed
from steward_app.ui import look
from steward_app.ui.i18n import read_phrases

UI = Path(look.__file__).parents[1]
FRENCH = {source: french for (_, source), french in read_phrases(installed("assets") / "i18n" / "fr.ts").items()}


def calls(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)
            and (isinstance(node.func, ast.Attribute) and node.func.attr == "tr")]


def literals():
    return sorted({call.args[0].value for path in UI.rglob("*.py") for call in calls(path)})


def test_tr_is_given_plain_literals_only():
    odd = [f"{path.name}:{call.lineno}" for path in UI.rglob("*.py") for call in calls(path)
           if not isinstance(call.args[0], ast.Constant)]
    assert odd == []


def test_every_phrase_has_its_french():
    assert [source for source in literals() if source not in FRENCH] == []


@pytest.mark.parametrize("source", sorted(FRENCH))
def test_holes_and_typography(source):
    french = FRENCH[source]
    assert sorted(re.findall(r"\{\w+\}", source)) == sorted(re.findall(r"\{\w+\}", french))
    assert not re.search(r"(?<!\u00a0)[:%](?=\s|$)|\s[;?!]|'", french.replace("::", "").replace("%s", ""))


def test_mnemonics_of_a_menu_differ():
    for path in UI.rglob("menus.py"):
        for call in calls(path):
            source = call.args[0].value
            assert ("&" in source.replace("&&", "")) == ("&" in FRENCH[source].replace("&&", ""))
