"""A list of the steward's own answers a standard's list: its columns are recognised, its labels fill the value map."""

from __future__ import annotations

import pytest

from steward_app.core.problem import Problem
from steward_app.core.progress import SILENT
from steward_app.core.schema import Code, CodeList
from steward_app.core.text import Text
from steward_app.workspace import columns, lists, recipe
from steward_app.workspace.columns import ValueRow

CODES = CodeList("c", (Code("permit_issued", Text("Permit issued", "Permis délivré")), Code("closed", Text("Closed", "Fermé"))))
VALUES = (ValueRow("Iss.", 9, None, "none"), ValueRow("TERMINÉ", 2, None, "none"), ValueRow("?", 1, None, "none"))
LIST = "Libellé;Note;Code\nIss.;a;permit_issued\nTerminé;b;closed\nDelivre;c;permit_issued\n"


def own_of(belt, tmp_path, text, values=VALUES):
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    return lists.opened(path, belt, CODES, values, SILENT)


@pytest.mark.parametrize(("text", "found"), [
    (LIST, ("Libellé", "Code")),
    ("norme,local,nom\npermit_issued,Iss.,x\nclosed,Terminé,y\n", ("local", "norme")),
    ("yours,ours\nIss.,Permis délivré\nTerminé,CLOSED\n", ("yours", "ours")),
    ("a,b\nx,y\nz,w\n", ("", "")),
    ("a,b\nx,closed\nz,permit_issued\n", ("", "b")), ("Iss.,closed\nx,permit_issued\n", ("Iss.", "closed")),
])
def test_label_and_code_are_recognised_by_their_values(belt, tmp_path, text, found):
    own = own_of(belt, tmp_path, text)
    assert (own.label, own.code) == found


def test_a_value_is_answered_as_it_stands_or_but_for_case_and_accents(belt, tmp_path):
    found = lists.joined(own_of(belt, tmp_path, LIST), "Libellé", "Code", CODES, VALUES)
    assert found.answered == {"Iss.": "permit_issued", "TERMINÉ": "closed"}
    assert found.values == {**found.answered, "Terminé": "closed", "Delivre": "permit_issued"}


def test_codes_off_the_list_and_labels_of_two_codes_are_left_aside(belt, tmp_path):
    text = "l,c\nIss.,permit_issued\nIss.,closed\nTerminé,gone\nok,closed\n"
    found = lists.joined(own_of(belt, tmp_path, text), "l", "c", CODES, VALUES)
    assert (found.answered, found.unknown, found.twofold) == ({}, ("gone",), ("Iss.",))


def test_a_list_without_headings_loses_no_line(belt, tmp_path):
    own = own_of(belt, tmp_path, "Iss.,permit_issued\nTerminé,closed\nautre,closed\n")
    found = lists.joined(own, *own.table.columns, CODES, VALUES)
    assert found.answered == {"Iss.": "permit_issued", "TERMINÉ": "closed"}


@pytest.mark.parametrize("text", ["a\nx\ny\n", "a,b\n" + "".join(f"{n},closed\n" for n in range(lists.MOST + 1))])
def test_a_file_that_is_no_list_is_refused(belt, tmp_path, text):
    with pytest.raises(Problem) as caught:
        own_of(belt, tmp_path, text)
    assert caught.value.code == "M03"


def test_one_step_fills_the_map_and_the_recipe_keeps_it(belt, tmp_path):
    path = tmp_path / "permits.csv"
    path.write_text("Permit number,Status\n" + "".join(f"P-{n},{('Iss.', 'Fini')[n % 2]}\n" for n in range(12)), encoding="utf-8")
    work = belt.prepared(path, "building-permits", None, None, SILENT)
    document = work.document
    codes, values = document.schema.codes("status"), columns.value_rows(document, "status")
    chosen = codes.codes[0].code
    (tmp_path / "mine.csv").write_text(f"Mine,Code\nIss.,{chosen}\nNext month,{chosen}\n", encoding="utf-8")
    own = lists.opened(tmp_path / "mine.csv", belt, codes, values, SILENT)
    before = len(work.steps)
    work.do(lists.matched(document, "status", lists.joined(own, own.label, own.code, codes, values)))
    kept = recipe.recipe_of(work)["mapping"]["fields"]["status"]["read"]["values"]
    assert (kept["Iss."], kept["Next month"], len(work.steps)) == (chosen, chosen, before + 1)
