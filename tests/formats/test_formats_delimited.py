"""CSV and its cousins: separators, quotes, encodings, rows of unequal length."""

from __future__ import annotations

import random

import polars as pl
import pytest

from steward_app.core.problem import Problem
from steward_app.core.progress import SILENT
from steward_app.core.reading import Asked
from steward_app.formats import delimited, dialect, encoding

FRENCH = "No permis;Adresse;Valeur\nP-1;12, rue de l’Église, Montréal;1 200,50\nP-2;Forêt Noël;ÉCOLE SAINTE-THÉRÈSE\n"


@pytest.mark.parametrize(("text", "delimiter"), [
    ("a,b,c\n1,2,3\n4,5,6\n", ","), ("a;b\n1,5;2\n2,5;3\n", ";"), ("a\tb\n1\t2\n", "\t"), ("a|b\n1|2\n", "|"),
    ("id,tags\n0,a|b|c\n1,d|e|f\n2,g|h|i\n3,j|k|l\n", ","),
    ("a, b, c\n1, 00:15, x\n2, 00:30, y\n", ","), ("id;nom\n1;Nom, prénom\n2;Autre, nom\n", ";"),
])
def test_the_separator_is_judged_by_even_rows(opened, text, delimiter):
    assert opened(text.encode()).reading.delimiter == delimiter


def test_a_space_in_the_heading_alone_cuts_no_column(opened):
    found = opened(b"Permit No\nP-1\nP-2\nP-3\n").table
    assert found.headings == ("Permit No",) and found.frame.to_series().to_list() == ["P-1", "P-2", "P-3"]


@pytest.mark.parametrize("name", ["cp1252", "mac_roman", "cp850", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_every_encoding_reads_the_same(opened, name):
    text = FRENCH.replace("’", "'") if name == "cp850" else FRENCH
    made = opened(text.encode(name)).table.frame
    assert made.rows()[1] == ("P-2", "Forêt Noël", "ÉCOLE SAINTE-THÉRÈSE")


def test_single_quotes_around_every_cell_are_quotes(opened):
    found = opened(b"'No','Ville','Rue'\n'1','Hull','rue O''Connor'\n'2','Laval','1re Avenue'\n")
    assert found.table.headings == ("No", "Ville", "Rue") and found.table.frame.row(0) == ("1", "Hull", "rue O'Connor")


def test_a_quote_never_closed_does_not_swallow_the_rows_to_the_next_quoted_cell(opened):
    rows = ['1,"rue Main, app. 2",a', '2,"12 rue Basse,b', "3,rue Haute,c", '4,"rue du Pont, app. 4",d']
    assert opened("\n".join(["No,Rue,Code", *rows * 9]).encode()).table.height == 36


def test_an_accent_after_a_megabyte_is_still_seen(opened):
    found = opened(b"id,name\n" + b"1,abc\n" * 200_000 + b"2,Montr\xe9al\n")
    assert found.table.cells("name", found.table.rows.arg_max() + found.table.rows.head(1) * 0).item() == "Montréal"


def test_a_stray_byte_in_utf8_is_kept_as_windows_means_it(opened):
    found = opened(b"id,name\n" + "1,Québec\n".encode() * 30 + b"2,L\xe9vis\n")
    assert found.reading.encoding == "utf-8" and found.table.frame["name"][-1] == "Lévis"
    assert "F03" in [note.code for note in found.reading.notes]


def test_encodings_are_offered_with_lines_that_differ(opened):
    choices = opened(FRENCH.encode("mac_roman")).reading.choices["encoding"]
    assert choices[0].value == "mac-roman" and len({choice.sample for choice in choices}) == len(choices) > 1


def test_an_encoding_asked_for_is_used(opened):
    assert opened(b"a,b\n1,\x8e\n", Asked(encoding="mac-roman")).table.frame["b"][0] == "é"


def test_a_name_of_no_encoding_is_a_problem(opened):
    with pytest.raises(Problem) as caught:
        opened(b"a,b\n1,2\n", Asked(encoding="klingon"))
    assert caught.value.code == "F01"


@pytest.mark.parametrize(("row", "cells"), [
    ('1,"a ""b"" c",3', ("1", 'a "b" c', "3")), ('1,"he said "hi" there",3', ("1", 'he said "hi" there', "3")),
    ('1,5" pipe,3', ("1", '5" pipe', "3")), ('1,"open,3', ("1", '"open', "3")), ('1,"two\nlines",3', ("1", "two\nlines", "3")),
    ('1,"",3', ("1", None, "3")), ('1,"a, b",3', ("1", "a, b", "3")),
])
@pytest.mark.parametrize("many", [3, 60_000])
def test_quotes_are_read_as_meant(opened, row, cells, many):
    text = "x,y,z\n" + "7,8,9\n" * many + row + "\n" + "7,8,9\n" * 3
    table = opened(text.encode()).table
    assert table.frame.row(many) == cells and table.height == many + 4


@pytest.mark.parametrize("many", [3, 60_000])
def test_rows_of_unequal_length_are_kept_and_counted(opened, many):
    text = "a,b,c\n" + "1,2,3\n" * many + "4,5\n6,7,8,9,10\n,,\n" + "1,2,\n"
    table = opened(text.encode()).table
    assert table.ragged.rows() == [(many, -1, None), (many + 1, 2, "9\t10")]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "\r\r\n"])
def test_every_line_end_makes_one_row(opened, ends):
    found = opened(ends.join(["a,b", "1,2", "", "3,4", ""]).encode())
    assert found.table.rows.to_list() == [2, 4] and found.reading.left_out()["blank"] == 1


def test_a_line_break_in_a_cell_does_not_advance_the_row(opened):
    assert opened(b'a,b\n1,"x\ny\nz"\n2,w\n').table.rows.to_list() == [2, 3]


def test_leading_zeros_and_long_numbers_stay(opened):
    assert opened(b"id,n\n007,12345678901234567890\n").table.frame.row(0) == ("007", "12345678901234567890")


def test_two_byte_order_marks_are_none_of_the_heading(opened):
    assert opened(b"\xef\xbb\xbf\xef\xbb\xbfid,n\n1,2\n").table.headings == ("id", "n")


def test_columns_of_fixed_width_are_cut_at_their_blanks(opened):
    text = "ID    NAME            AMOUNT\n1     Alpha Services   12.50\n2     Beta              3.00\n3     Gamma Ltd       100.25\n"
    found = opened(text.encode())
    assert found.reading.format == "fixed-width" and found.table.frame.row(0) == ("1", "Alpha Services", "12.50")


def test_a_space_between_letters_is_scored_over_the_whole_text():
    assert encoding.judge(memoryview("Montréal\n".encode("cp1252") * 9)).encoding == "windows-1252"


@pytest.mark.parametrize("size", [1, 2, 3, 7, 50])
def test_every_byte_is_looked_at_once_whatever_the_pieces(monkeypatch, size):
    from steward_app.formats import look

    text = b'a,b\n"x, ""y""",\n1,\r\n,\n2,3\n"z",'
    assert look.look(text, ",", SILENT) == look.Look(len(text), 8, 1, True, True, False)
    assert not look.look(b'a,b"c,"d"\n', ",", SILENT).sound
    monkeypatch.setattr(look, "SMALL", 0)
    monkeypatch.setattr(look, "BLOCK", size)
    assert look.look(text, ",", SILENT) == look.Look(len(text), 8, 1, True, True, False)
    assert not look.look(b'a,b"c,"d"\n', ",", SILENT).sound and look.look(b'"', ",", SILENT).quotes == 1


def ugly(seed: int) -> bytes:
    """Return a small text as people write them: short and long rows, quotes, line breaks in cells, blank lines."""
    chance = random.Random(seed)
    cells = ["", "", "a", "é", "12.5", '""', '"x,y"', '"a ""b"" c"', '"one\ntwo"', '""""', '""","""']
    end, kinds = chance.choice(["\n", "\r\n"]), chance.sample(cells, chance.randint(2, len(cells)))
    lines = [",".join(chance.choices(kinds, k=chance.choices([3, 2, 4], [9, seed % 2, seed % 3 == 2])[0])) for _ in range(12)]
    head = chance.choice(["", "a,b,c" + end, "Title" + end + "a,b,c" + end, "\ufeffa,b,c" + end])
    return (head + end.join([*lines, *[""] * (seed % 5 == 1)]) + chance.choice(["", end])).encode()


@pytest.mark.parametrize("seed", range(200))
def test_the_swift_way_and_the_exact_way_agree_cell_by_cell_and_on_every_width(seed, tmp_path):
    from steward_app.formats import swift

    text = ugly(seed).removeprefix(delimited.MARK)
    plan = delimited.Plan(encoding.Judged("utf-8"), (dialect.Guess(dialect.Dialect(","), 1.0, 3),))
    begun = swift.begin(text, text.decode(), plan.guess)
    grid = begun and begun.grid(SILENT)
    if grid is None:
        return
    exact = delimited.exactly(tmp_path / "x", text, plan, SILENT)
    widths = grid.widths if grid.widths is not None else pl.Series([3] * grid.height)
    assert [row[:3] for row in grid.frame.rows()] == [row[:3] for row in exact.frame.rows()]
    assert widths.to_list() == exact.widths.to_list()


@pytest.mark.parametrize("many", [6, 60_000])
def test_headings_are_kept_where_every_record_is_cut_short(opened, many):
    rows = "".join(f"{at},rue X\n" if at % 2 else f"{at},rue X,Hull\n" for at in range(many))
    found = opened(f"no,rue,ville,note,code\n{rows}".encode())
    assert found.table.headings == ("no", "rue", "ville", "note", "code") and found.table.height == many
