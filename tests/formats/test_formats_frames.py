"""Lines in quotes as a whole and tables drawn with signs: the rows they hold, told and refusable."""

from __future__ import annotations

import zipfile

import pytest

from steward_app import formats
from steward_app.core.problem import Problem
from steward_app.core.reading import DRAWN, WRAPPED, Asked
from steward_app.formats import delimited, frames, guard
from steward_app.formats.pieces import whole

ROWS = [("101", "rue Main", "Hull", "1200.50"), ("102", "rue Basse", "Alma", "850.00"), ("103", "rue Haute", "Amos", "99.90")]
NAMES = ("No", "Rue", "Ville", "Valeur")


def lines(form: str, names: str | None = None) -> str:
    """Write the headings and the rows, each in a form."""
    return "".join((names or form).format(*NAMES) if row == NAMES else form.format(*row) for row in (NAMES, *ROWS))


@pytest.mark.parametrize("text", [
    lines('"{},""{}"",{},{}"\n'), lines('"{},{},{},{}"\r\n'), lines('"{};""{}"";{};{}"\n'), lines('"{},""{}"",{},{}";;;\n'),
    lines('"{},""{}"",{},{}"\n', "{},{},{},{}\n"), lines('"{},{},{},{}"\n') + '"Source : Ville de Hull"\n',
])
def test_lines_quoted_as_a_whole_are_rows(opened, text):
    found = opened(text.encode())
    assert found.table.headings == NAMES and found.table.frame.rows() == ROWS
    assert [item.applied for item in found.reading.proposals if item.kind == WRAPPED] == [True]


def test_lines_quoted_as_a_whole_stay_so_where_refused(opened):
    found = opened(lines('"{},""{}"",{},{}"\n').encode(), Asked(refused=frozenset({WRAPPED})))
    assert found.table.width == 1 and [item.applied for item in found.reading.proposals if item.kind == WRAPPED] == [False]


@pytest.mark.parametrize("text", [
    '"Adresse"\n"12, rue Main"\n"5, rue Basse"\n"7, rue Haute"\n', '"Nom"\n"a"\n"b"\n"c"\n',
    '"a","b"\n"1","2, 3"\n"4","5"\n"6","7"\n', '"Note"\n"x, y, z"\n"u"\n"v, w"\n',
])
def test_a_column_of_quoted_cells_is_no_frame(opened, text):
    assert not {item.kind for item in opened(text.encode()).reading.proposals} & {WRAPPED, DRAWN}


BAR = "+-----+-----+-----+-----+\n"


@pytest.mark.parametrize("text", [
    lines("| {} | {} | {} | {} |\n").replace("\n", "\n|---|:---|---:|:-:|\n", 1),
    BAR + lines("| {} | {} | {} | {} |\n").replace("\n", "\n" + BAR, 1) + BAR,
    lines(" {} | {} | {} | {}\n").replace("\n", "\n----+------+-----+----\n", 1) + "(3 rows)\n\n",
    lines("│ {} │ {} │ {} │ {} │\n").replace("\n", "\n├───┼───┼───┼───┤\n", 1),
    lines("{} ,{} ,{} ,{}\n").replace("\n", "\n---,------,-----,----\n", 1) + "\n(3 rows affected)\n",
])
def test_a_table_drawn_with_signs_is_its_rows(opened, text):
    found = opened(text.encode())
    assert found.table.headings == NAMES and found.table.frame.rows() == ROWS
    assert DRAWN in {item.kind for item in found.reading.proposals}


def test_dashes_for_nothing_draw_no_table(opened):
    found = opened(b"a,b,c\n1,--,--\n2,--,5\n--,--,--\n")
    assert found.table.height == 3 and DRAWN not in {item.kind for item in found.reading.proposals}


def test_a_byte_order_mark_in_the_middle_is_no_part_of_a_cell(opened):
    for quote in ("", '"'):
        rows = "".join(f"{quote}{at}{quote},{quote}a{quote}\n" for at in range(5))
        found = opened(f"no,nom\n{rows}\ufeff{quote}no{quote},{quote}nom{quote}\n\ufeff{rows}".encode())
        assert set(found.table.frame["no"]) == set("01234")


def test_a_sheet_of_a_file_without_sheets_is_a_problem(opened):
    with pytest.raises(Problem) as caught:
        opened(b"a,b\n1,2\n", Asked(sheet="Feuille 1"))
    assert caught.value.code == "F01"
    assert opened(b"a,b\n1,2\n", Asked(sheet="*")).table.height == 1


TITLE = "VILLE DE HULL - LISTE DES PERMIS EN VIGUEUR\n\n"
COLUMNS = ("No   Rue           Ville   Valeur\n"
           "101  rue Main      Hull    1200.50\n102  rue Basse     Alma     850.00\n103  rue Haute     Amos      99.90\n")


@pytest.mark.parametrize("text", [COLUMNS, TITLE + COLUMNS, COLUMNS + "\nSource : Service de l'urbanisme de la ville\n",
                                  COLUMNS.replace("\n", "\n---- ------------- ------- -------\n", 1)])
def test_a_title_across_columns_of_fixed_width_hides_none(opened, text):
    found = opened(text.encode())
    assert found.table.headings == NAMES and found.table.frame.rows() == ROWS


@pytest.mark.parametrize("text", ["Adresse\n12 rue Main, Hull\n5 rue Basse\n7 rue Haute, Alma, QC\n9 rue X\n",
                                  "Nom\nAnn Roy\nBob Lee\nCat Fox\n", "N\n12\n13\n14\n"])
def test_words_parted_by_blanks_and_commas_are_one_column(opened, text):
    found = opened(text.encode())
    assert (found.table.width, found.table.height) == (1, text.count("\n") - 1)


def test_a_backslash_before_a_quote_and_a_comma_escapes_it(opened):
    found = opened(b'id,nom,n\n1,"Il dit \\"oui\\", puis",3\n2,"b",4\n3,"5\\" de",5\n')
    assert found.table.frame["nom"].to_list() == ['Il dit "oui", puis', "b", '5" de']


def test_pairs_of_quotes_inside_a_cell_do_not_end_it(opened):
    found = opened(b'id,nom,n\n1,"le "gros", rouge",5\n2,"petit",6\n3,"x",7\n4,"y",8\n')
    assert found.table.frame["nom"].to_list() == ['le "gros", rouge', "petit", "x", "y"]


BLANKS = "Le Heure N Code Genre Texte Lien\n" + "".join(
    f'2018-01-{at} 0h15 {at} MG-{at} {words} "Un texte long et clair" x.ca/{at}\n'
    for at, words in enumerate(("Bottes", "Bottes de marche", "Veste chaude", "Cannes pour la mouche", "Veste"), start=10))


def test_words_that_blanks_parted_like_cells_are_put_together(opened):
    found = opened(BLANKS.encode())
    assert found.table.frame["Genre"].to_list()[1:4] == ["Bottes de marche", "Veste chaude", "Cannes pour la mouche"]
    assert found.table.width == 7 and [item.applied for item in found.reading.proposals if item.kind == "rejoined"] == [True]


def test_words_stay_parted_where_that_is_refused(opened):
    found = opened(BLANKS.encode(), Asked(refused=frozenset({"rejoined"})))
    assert found.table.ragged.height == 3


@pytest.mark.parametrize("form", ['"{},""{}"",{},{}"\r\n', "| {} | {} | {} | {} |\n"])
def test_a_large_text_is_freed_of_its_frame_as_a_small_one_is(opened, form, monkeypatch):
    text = lines(form).replace("\n", "\n|---|---|---|---|\n", 1) if form[0] == "|" else lines(form)
    small = opened(text.encode()).table
    monkeypatch.setattr(frames, "SMALL", 0)
    assert opened(text.encode()).table.frame.equals(small.frame) and small.headings == NAMES


def test_one_unsound_quote_in_a_large_text_is_read_as_in_a_small_one(opened, monkeypatch, tmp_path):
    rows = "".join(f'{at},"rue {at}, app. 2",Hull\n' for at in range(300))
    text = f'no,rue,ville\n{rows}300,5" de tuyau,Alma\n{rows}301,"ouvert,Amos\n{rows}302,rue X,Lévis,de trop\n'.encode()
    small = opened(text).table
    assert whole(tmp_path / "file.csv", Asked(), part=2000).frame.slice(1).rows() == small.frame.rows()
    monkeypatch.setattr(delimited, "LARGE", 1)
    found = opened(text).table
    assert found.frame.equals(small.frame) and found.ragged.equals(small.ragged) and found.height == 903


@pytest.mark.parametrize("line", ["\n", ",,\n"])
def test_millions_of_blank_lines_are_a_problem_and_a_million_are_not(opened, line, tmp_path):
    (tmp_path / "vide.csv").write_text("a,b,c\n1,2,3\n" + line * 2_100_000)
    with pytest.raises(Problem) as caught:
        opened(tmp_path / "vide.csv")
    assert caught.value.code == "F01"
    (tmp_path / "vide.csv").write_text("a,b,c\n1,2,3\n" + line * 700_000)
    guard.filled(tmp_path / "vide.csv")


def test_what_was_taken_off_is_told_of_a_file_in_an_archive_too(tmp_path, away):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.csv", lines('"{},""{}"",{},{}"\n'))
    _, reading = formats.read(tmp_path / "a.zip", away=away)
    assert [(item.kind, item.applied) for item in reading.proposals] == [(WRAPPED, True)]
