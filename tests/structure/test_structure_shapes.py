"""Shapes of real tables: titles of several cells, notes cut up, tables of another width, headings said twice, groups named once."""

from __future__ import annotations

import polars as pl
import pytest

from steward_app import structure
from steward_app.core.grid import Grid
from steward_app.core.reading import Asked, Reading
from steward_app.core.table import ROW, Opened

BODY = ("101,rue Main,Hull,12.5,2024-01-05\n102,rue Basse,Alma,3.25,2024-01-06\n"
        "103,rue Haute,Amos,7.75,2024-01-07\n104,rue X,Laval,8.5,2024-01-08\n")
NAMES = "No,Rue,Ville,Valeur,Le\n"


def judged(text: str, asked: Asked = Asked(), format: str = "csv", encoding: str | None = "utf-8") -> Opened:
    """Judge rows given as lines of cells parted by commas."""
    rows = [line.split(",") if line else [] for line in text.strip("\n").split("\n")]
    columns = {str(index): [row[index] or None if index < len(row) else None for row in rows] for index in range(max(map(len, rows)))}
    frame = pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String))
    numbers = pl.int_range(1, len(rows) + 1, dtype=ROW, eager=True)
    grid = Grid(frame, numbers, pl.Series([len(row) for row in rows], dtype=ROW), last_row=len(rows))
    return structure.opened(grid, Reading("f", format, 1, "", encoding=encoding, asked=asked), header_only_ok=True)


def left(found: Opened) -> dict[str, int]:
    """Return the kinds of rows left out, those that are none aside."""
    return {kind: count for kind, count in found.reading.left_out().items() if count}


@pytest.mark.parametrize(("text", "header", "out"), [
    ("Ville de X,Urbanisme,Permis\n\n" + NAMES + BODY, (3,), {"above": 1, "blank": 1}),
    (NAMES + BODY + "Note : valeurs estimées, non définitives, voir le site\n", (1,), {"note": 1}),
    (NAMES + BODY + "\nSource : Ville, Urbanisme, 2024\n", (1,), {"blank": 1, "note": 1}),
    (NAMES + BODY + "\nCode,Sens\nA,Actif\nB,Fermé\n", (1,), {"blank": 1, "other_table": 3}),
    (NAMES + BODY + "\nTableau 2\nCode,Sens\nA,Actif\nB,Fermé\n", (1,), {"blank": 1, "other_table": 4}),
    (NAMES + BODY + "\n105,rue Y\n106,rue Z\n", (1,), {"blank": 1}),
    ("Tableau 1\n\nGéographie,Canada,,\nÂge,2019,2020,2021\nTotal des âges,37,38,39\n0 à 4,2,3,4\n5 à 9,3,4,5\n", (3, 4),
     {"above": 1, "blank": 1}),
    (NAMES + BODY + "\nContact : Mme Roe,613-555-0100\n", (1,), {"blank": 1, "note": 1}),
    ("".join(f"Remarque {sign}, sur ces données, et leurs limites, en général\n" for sign in "abcd") + "\n" + NAMES + BODY, (6,),
     {"above": 4, "blank": 1}),
    (NAMES + BODY + "\n" + NAMES + BODY.replace("10", "11"), (1,), {"blank": 1, "repeated_header": 1}),
    ("Nom,Rue,Ville,Parc\n" + "a,b,c,d\ne,f,g,h\n" * 3 + "\nCode,Sens\nA,Actif\nB,Fermé\n", (1,), {"blank": 1, "other_table": 3}),
    ("Code,1,2,3\nA,5,9,7\nB,6,2,8\nC,7,8,3\n", (1,), {}),
    ("1,2,3\nA,5,9\nB,6,2\nC,7,8\n", (), {}),
    ("PERMIS PAGE 1\n" + NAMES + BODY + "PERMIS PAGE 2\n" + NAMES + BODY.replace("10", "11"), (2,), {"above": 1, "repeated_header": 2}),
    (",Population,,Logements,\n,2016,2021,2016,2021\nRégion,Nombre,Nombre,Nombre,Nombre\nA,1,2,3,4\nB,2,3,4,5\nC,3,4,5,6\n", (1, 2, 3), {}),
])
def test_rows_are_judged(text, header, out):
    found = judged(text)
    assert (found.reading.header_rows, left(found)) == (header, out)


TWICE = "Prénom,Nom,Quartier\nFirst name,Last name,Ward\n"


def test_headings_said_in_both_languages_over_words_are_joined():
    found = judged(TWICE + "Ann,Roy,Centre\nBob,Lee,Nord\nCat,Fox,Sud\n")
    assert found.table.headings == ("Prénom / First name", "Nom / Last name", "Quartier / Ward")


@pytest.mark.parametrize("text", ["Prénom,Nom,Ville\nAnn,Street,Hull\nBob,Lee,Alma\n", TWICE + "Ann,Roy,Ward\nBob,Lee,Ward\n"])
def test_a_record_is_no_translation(text):
    assert judged(text).reading.header_rows == (1,)


@pytest.mark.parametrize("first", ["1234", "wxyz"])
def test_a_column_that_the_headings_pass_over_comes_first(first):
    rows = "".join(f"{sign},{line}\n" for sign, line in zip(first, BODY.split("\n"), strict=False))
    assert judged(NAMES + rows).table.headings == ("", "No", "Rue", "Ville", "Valeur", "Le")


def test_a_separator_at_the_end_of_records_moves_no_heading():
    assert judged(NAMES + BODY.replace("\n", ",\n")).table.headings == ("No", "Rue", "Ville", "Valeur", "Le")


PIVOT = "Prov,Volet,Employeur,N\nON,Haut,A,1\n,,,2\n,,B,3\n,Bas,A,4\nQC,Haut,C,5\n,,D,6\n,Bas,C,7\n,,,8\n"
YEARS = "An,Poste,Min\n" + "".join(f"{year},EX 1,{year}\n,EX 2,1\n,EX 3,2\n" for year in (2021, 2020, 2019) * 3)


def offered(text: str) -> int:
    """Count the columns that a fill is offered for."""
    return sum(item.kind == "fill_down" for item in judged(text).reading.proposals)


@pytest.mark.parametrize(("text", "columns"), [
    (PIVOT, 3), (YEARS, 1), ("Drapeau,Nom,N\nOui,a,1\n,b,2\nOui,c,3\n,d,4\n,e,5\nOui,f,6\n", 0),
    ("Prov,Note,N\nON,,1\n,x,2\n,,3\nQC,y,4\n,,5\n,,6\n", 1), ("No,Titre,N\n1,,1\n2,Mme,2\n3,,3\n4,M.,4\n5,,5\n6,,6\n", 0),
])
def test_groups_named_once_are_offered_to_be_filled(text, columns):
    assert offered(text) == columns


def test_groups_inside_groups_are_filled_down():
    found = judged(PIVOT, Asked(accepted=frozenset({"fill_down"}))).table.frame
    assert found["Volet"].to_list() == ["Haut"] * 3 + ["Bas"] + ["Haut"] * 2 + ["Bas"] * 2
    assert found["Employeur"].to_list() == list("AABACDCC")


@pytest.mark.parametrize("name", ["cp1252", "cp437", "cp850", "mac_roman"])
def test_accents_garbled_by_any_reading_are_repaired_where_accepted(name):
    wrong = "Père Noël".encode().decode(name)
    found = judged(f"No,Nom\n1,{wrong}\n2,b\n", Asked(accepted=frozenset({"mojibake"})), encoding=None)
    assert found.table.frame["Nom"].to_list() == ["Père Noël", "b"]


@pytest.mark.parametrize("text", ["No,Nom\n1,├── dossier\n2,√ vu\n", "No,Nom\n1,Ã\n2,√2\n"])
def test_signs_that_mean_themselves_are_not_garbled(text):
    assert "mojibake" not in {item.kind for item in judged(text, encoding=None).reading.proposals}


@pytest.mark.parametrize(("names", "format", "codes"), [
    ("NO_CIVIQUE,CODE_POSTA,RUE,X,Y", "csv", ["F11"]), ("NO_CIVIQUE,CODE_POSTA,NOM_DE_LA_RUE,X,Y", "csv", []),
    ("NO_CIVIQUE,RUE,VILLE,X,Y", "csv", []), ("NO_CIVIQUE,RUE,VILLE,X,Y", "dbf", ["F11"]), ("CODE_POSTA,INSTAL_N_1", "csv", []),
])
def test_names_that_a_shapefile_cut_are_remarked_on(names, format, codes):
    found = judged(f"{names}\n" + ",".join("12345"[:names.count(",") + 1]) + "\n", format=format)
    assert [note.code for note in found.reading.notes] == codes


def test_rows_that_all_say_what_the_headings_say_are_records():
    assert judged("a,b\n" * 9).table.height >= 8


def test_groups_run_to_the_right_where_headings_stand_below_them():
    found = judged("Quartier,Résidentiel,,Commerce\n,Neuf,Rénové,Neuf\nA,1,2,3\nB,2,3,4\nC,3,4,5\n")
    assert found.table.headings == ("Quartier", "Résidentiel Neuf", "Résidentiel Rénové", "Commerce Neuf")


def test_numbers_that_a_decimal_comma_parted_move_no_heading():
    assert judged("Nom,Montant,Le\nA,1,50,2024-01-01\nB,2,75,2024-01-02\nC,3,25,2024-01-03\n").table.headings[:2] == ("Nom", "Montant")
