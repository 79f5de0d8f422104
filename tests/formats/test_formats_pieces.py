"""A text read in pieces gives the rows of the text read whole, wherever the pieces break."""

from __future__ import annotations

import polars as pl
import pytest
from messy import messy

from steward_app import structure
from steward_app.core.reading import Asked
from steward_app.core.table import under_one_another
from steward_app.formats import OtherEncoding, in_pieces, of_other_encoding, read

ODD = ['a,b\n1,"x\n', "a;b\n1;2\n" * 40, "a,b\r1,2\r3,4\r", 'a,b\r\n1,"he said "hi" there"\r\n' * 30,
       "a,b\n\n\n1,2", "a,b\n" + '1,"\n' * 50, "a,b\r\r\n1,2\r\r\n3,\r\r\n", "a,b,c\n1,2\n3,4,5,6\n" * 20, 'a,b\n"1\n2",3\n' * 30]


def frames(found, asked=Asked()):
    """Return the rows in pieces as one frame, whatever the encoding turns out to be."""
    try:
        grids = list(found.grids())
    except OtherEncoding:
        grids = list(of_other_encoding(found.path, asked, found.piece).grids())
    assert [row for grid in grids for row in grid.rows] == list(range(1, sum(grid.height for grid in grids) + 1))
    return pl.concat([grid.frame for grid in grids])


@pytest.mark.parametrize("piece", [7, 64, 1 << 20])
@pytest.mark.parametrize("text", ODD)
def test_rows_are_those_of_the_whole(tmp_path, text, piece):
    path = tmp_path / "t.csv"
    path.write_bytes(text.encode())
    found = in_pieces(path, piece=piece)
    if found is not None:
        whole, parts = read(path)[0].frame, frames(found)
        assert parts.select(whole.columns[:parts.width]).equals(whole.select(whole.columns[:parts.width]))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "mac-roman"])
@pytest.mark.parametrize("piece", [50, 3_000])
def test_records_are_those_of_the_whole(tmp_path, encoding, piece):
    path = tmp_path / "t.csv"
    path.write_bytes(messy(3, 120, encoding))
    whole = structure.opened(*read(path)).table
    found = in_pieces(path, piece=piece)
    try:
        tables = list(structure.in_pieces(Asked(), "t").tables(found.grids(), 30))
    except OtherEncoding:
        tables = list(structure.in_pieces(Asked(), "t").tables(of_other_encoding(path, Asked(), piece).grids(), 30))
    parts = under_one_another(tables)
    assert parts.equals(whole) and parts.ragged.equals(whole.ragged)
