"""A file of the user's own that is no standard is told of, and keeps nobody from the others."""

from __future__ import annotations

import json

from steward_app.catalogue import Catalogue
from steward_app.paths import installed


def test_an_unreadable_standard_of_ones_own_is_left_out_and_told_of(tmp_path):
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    (tmp_path / "gone.json").write_text(json.dumps({"fields": [{"name": "a", "codeList": "no_such_list"}]}), encoding="utf-8")
    (tmp_path / "good.json").write_text(json.dumps({"fields": [{"name": "a"}]}), encoding="utf-8")
    catalogue, mine = Catalogue(installed("schemas")), Catalogue(installed("schemas"), tmp_path)
    assert {schema.name for schema in mine.standards} - {schema.name for schema in catalogue.standards} == {"good"}
    assert [problem.code for problem in mine.refused] == ["S03", "S03"]
