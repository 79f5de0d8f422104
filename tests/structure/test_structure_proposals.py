"""What is noticed about the rows: headings, titles, totals, notes, sections, units, stacked tables."""

from __future__ import annotations

import polars as pl
import pytest

from steward_app import structure
from steward_app.core.grid import Grid
from steward_app.core.reading import Asked, Reading
from steward_app.core.table import ROW, Opened


def judged(text: str, asked: Asked = Asked()) -> Opened:
    """Judge rows given as lines of cells parted by commas."""
    rows = [line.split(",") for line in text.strip("\n").split("\n")]
    width = max(map(len, rows))
    frame = pl.DataFrame({str(index): [row[index] or None if index < len(row) else None for row in rows]
                          for index in range(width)}, schema={str(index): pl.String for index in range(width)})
    grid = Grid(frame, pl.int_range(1, len(rows) + 1, dtype=ROW, eager=True), pl.Series([len(row) for row in rows], dtype=ROW),
                last_row=len(rows))
    return structure.opened(grid, Reading("f.csv", "csv", 1, "", asked=asked), header_only_ok=True)


def left(found: Opened) -> dict[str, int]:
    """Return the kinds of rows left out, those that are none aside."""
    return {kind: count for kind, count in found.reading.left_out().items() if count}


BODY = "1,Ottawa,12.5\n2,Laval,3.25\n3,Hull,7.75\n4,Lévis,8.5\n"

WIDE = "1,Ottawa,12.5,2024-01-05\n2,Laval,3.25,2024-01-06\n3,Hull,7.75,2024-01-07\n4,Lévis,8.5,2024-01-08\n"
MORE = "5,Alma,1.5\n6,Amos,2.25\n7,Hull,7.75\n8,Magog,8.5\n"


@pytest.mark.parametrize(("text", "header", "out"), [
    ("No,Ville,Montant\n" + BODY, (1,), {}),
    ("Rapport 2024,,\n,,\nNo,Ville,Montant\n" + BODY, (3,), {"above": 1, "blank": 1}),
    ("# note,,\n# autre,,\nNo,Ville,Montant\n" + BODY, (3,), {"above": 2}),
    (BODY, (), {}),
    ("No,Ville,Montant\n" + BODY + "Total,,32\n", (1,), {"total": 1}),
    ("No,Ville,Montant\n" + BODY + ",,\nTotal,,32\n,,\nSource : Ville,,\n", (1,), {"blank": 2, "total": 1, "note": 1}),
    ("No,Ville,Montant\n" + BODY + "No,Ville,Montant\n" + MORE, (1,), {"repeated_header": 1}),
    ("No,Ville,Montant\n" + BODY + "No,Ville,Montant\n" + BODY, (1,), {"repeated_header": 1, "other_table": 4}),
    ("No,Ville,Montant\n" + BODY + ",,\nNo,Ville,Montant\n" + BODY + "9,Gaspé,1.5\n", (1,),
     {"blank": 1, "repeated_header": 1, "other_table": 5}),
    ("No,Ville,Montant\n" + BODY + "No,Ville,Montant\n" + MORE + "No,Ville,Montant\n" + BODY, (1,), {"repeated_header": 2}),
    ("No,Profondeur,Montant\n,m,$\n1,2.5,3\n2,3.5,4\n3,4.5,5\n", (1,), {"units": 1}),
    ("No,Ville,Montant\nRégion A,,\n" + BODY + "Région B,,\n" + BODY, (1,), {"section": 2}),
    ("No,Ville,Montant\nNo,City,Amount\n" + BODY, (1, 2), {}),
    ("Nom,Lieu,N\nTotal,,60\nA,Nord,10\nB,Nord,20\nSous-total,Nord,30\nC,Sud,30\nSous-total,Sud,30\n", (1,), {"total": 3}),
    ("Sexe,Nombre\nHommes,10\nFemmes,12\nTotal général,22\n", (1,), {"total": 1}),
    ("Ville X,,\nListe,,\nNo,Nom,N\n" + "1,a,2\n2,b,3\n" * 9 + "Ville X,,\nListe,,\nNo,Nom,N\n" + "3,c,4\n" * 9 + "Page 2 de 2,,\n",
     (3,), {"above": 2, "repeated_header": 3, "note": 1}),
    ("Indicateur,2015,2016\nNaissances,3,4\nDécès,5,6\n", (1,), {}),
    ("col1,\n1,2\n3,4\n5,6\n", (1,), {}),
    ("Quartier,Parc,N\nNord,a,1\nNord,b,2\nNord Total,,3\nSud,c,4\nSud,d,5\nSud Total,,9\n", (1,), {"total": 2}),
    ("Nom,N\nTotal revenue,5\nNet income,6\nSum assured,7\n", (1,), {}),
    ("No,Ville,Montant,Le\n" + WIDE + "Notes:,,,\n1,Estimations.,,\n2. Source : Ville, et portail,,\n", (1,), {"note": 3}),
    ("Secteur,,2019,2020,2019 %,2020 %\nA,,1,2,10%,20%\nB,,3,4,30%,40%\n", (1,), {}),
    ("Employeurs, 2018,,\nProvince,Volet,Nom,N\nON,,a,1\n,,b,2\n,x,c,3\n,,d,4\n,,e,5\n", (2,), {"above": 1}),
    ("Parc,Piscine,Glace,Jeux\nA,X,X,\nB,,X,X\nC,,,\nD,X,,\nE,X,X,X\nF,,,X\nG,X,X,\nH,X,X,X\n", (1,), {}),
    ("No,Ville,Montant\n" + BODY + ",,\nDate,Lieu,Compte\n2024-01-01,Ici,5\n2024-01-02,Là,6\n", (1,), {"blank": 1, "other_table": 3}),
])
def test_rows_are_judged(text, header, out):
    found = judged(text)
    assert (found.reading.header_rows, left(found)) == (header, out)


@pytest.mark.parametrize("text", ["No,Ville,Montant\n" + BODY + ",,\nTotal,,32\n,,\nSource : Ville,,\n", "a\n,\nx,1\n", BODY])
def test_the_counts_add_up(text):
    found = judged(text)
    assert found.table.height + len(found.reading.header_rows) + sum(left(found).values()) == text.strip("\n").count("\n") + 1


def test_what_is_refused_stays_a_record():
    found = judged("No,Ville,Montant\n" + BODY + ",,\nTotal,,32\n", Asked(refused=frozenset({"total", "blank"})))
    assert found.table.rows.to_list() == [2, 3, 4, 5, 6, 7] and left(found) == {}


def test_single_rows_are_kept_and_dropped_by_hand():
    found = judged("No,Ville,Montant\n" + BODY + "Total,,32\n", Asked(kept=frozenset({6}), dropped=frozenset({2})))
    assert found.table.rows.to_list() == [3, 4, 5, 6] and left(found) == {"by_hand": 1}


def test_header_rows_asked_for_are_used():
    found = judged("x,y,z\nNo,Ville,Montant\n" + BODY, Asked(header_rows=(2,)))
    assert found.table.headings == ("No", "Ville", "Montant") and left(found) == {"above": 1}


def test_no_header_asked_for_makes_every_row_a_record():
    assert judged("No,Ville,Montant\n" + BODY, Asked(header_rows=())).table.height == 5


def test_two_languages_are_joined_by_a_stroke():
    found = judged("Nom de rue,Année,Numéro\nStreet,Year,Number\nA,2019,1\nB,2020,2\nC,2021,3\n")
    assert found.table.headings == ("Nom de rue / Street", "Année / Year", "Numéro / Number")
    found = judged("Name,Depth,Count\nNom,Profondeur,Nombre\nA,2.5,1\nB,3.5,2\nC,1.5,3\n")
    assert found.table.headings == ("Name / Nom", "Depth / Profondeur", "Count / Nombre")


def test_group_names_run_to_the_right():
    found = judged(",,2019,,2020,\nWard,Name,Births,Deaths,Births,Deaths\n1,A,3,4,5,6\n2,B,4,5,6,7\n3,C,5,6,7,8\n")
    assert found.table.headings[2:] == ("2019 Births", "2019 Deaths", "2020 Births", "2020 Deaths")


def test_section_names_become_a_column():
    found = judged("No,Ville,Montant\nRégion A,,\n" + BODY + "Région B,,\n" + BODY)
    assert found.table.frame["Section"].to_list() == ["Région A"] * 4 + ["Région B"] * 4


def test_a_pivot_is_filled_down_only_where_accepted():
    text = "Prov,Ville,N\nON,a,1\n,b,2\n,c,3\nQC,d,4\n,e,5\n,f,6\n"
    assert judged(text).table.frame["Prov"].null_count() == 4
    found = judged(text, Asked(accepted=frozenset({"fill_down"})))
    assert found.table.frame["Prov"].to_list() == ["ON"] * 3 + ["QC"] * 3


def test_rows_too_long_and_too_short_are_named():
    found = judged("a,b,c\n1,2,3\n4,5\n6,7,8,9\n1,2,3\n")
    assert found.table.ragged.rows() == [(1, -1, None), (2, 1, "9")]


def test_columns_without_heading_or_twice_named_are_noted():
    found = judged("a,,a\n1,2,3\n4,5,6\n")
    assert [note.code for note in found.reading.notes] == ["C04", "C05"]


@pytest.mark.parametrize(("cells", "mark"), [("1.5,2.25", "."), ('"1,5"', None), ("1 200.50,x", "."), ("a,b", None)])
def test_the_decimal_mark_is_judged_from_values(cells, mark):
    assert judged(f"a,b\n{cells}\n{cells}\n").reading.decimal == mark
