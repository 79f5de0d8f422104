"""The one door: a file, several files of a series, a pasted table."""

from __future__ import annotations

from steward_app.core.sheets import numbers
from steward_app.workspace.file import open_series, open_text


def test_a_pasted_table_opens():
    assert open_text("No\tVille\n1\tLévis\n2\tHull\n").table.frame.row(0) == ("1", "Lévis")


def test_files_of_a_series_are_one_table_and_their_drift_is_told(tmp_path):
    for name, text in {"jan.csv": "No,Ville\n1,Hull\n2,Laval\n", "feb.csv": "ville;no;Type\nLévis;3;A\nHull;4;B\n"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = open_series([tmp_path / "jan.csv", tmp_path / "feb.csv"])
    assert found.table.frame.rows()[2] == ("3", "Lévis", "A") and numbers(found.table.parts, found.table.rows).to_list() == [2, 3, 2, 3]
    assert [note.column for note in found.reading.notes if note.code == "F09"] == [None, "Type"]
