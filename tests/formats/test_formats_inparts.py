"""A text read part by part gives the rows of the text read whole, wherever the parts end."""

from __future__ import annotations

import pytest
from messy import messy

from steward_app.core.reading import Asked
from steward_app.formats import delimited, encoding, inparts, read

ODD = ["a;b\n1;é\n" * 40, 'a,b\n"été\n2",3\n' * 40, "a,b,c\n1,é,3\n4,5,6,7\n8,9\n" * 20, "a,b\r\n1,é\r\n" * 30,
       "a,b\n1,’œ—\n" * 30, "a,b\n" + "1,« é »\n" * 30 + "2,3", 'a,b\n1,"é ""x"" y"\n' * 30, "a,b\n\n\n1,é\n" * 9]
EXACT = ['a,b\n1,"he said "hé" there"\n' * 30, "a,b\r1,é\r" * 30, "a,b\n1,é\n" * 90 + "1,\x01\n", "a\né\n" * 9]


@pytest.fixture(params=[64, 300, 4096])
def parts(request, monkeypatch):
    """Read texts of any size in small parts."""
    monkeypatch.setattr(inparts, "PART", request.param)
    monkeypatch.setattr(encoding, "PIECE", 50)
    return request.param


def both(path, monkeypatch, encoding="windows-1252"):
    """Return the grid read in parts, None where it could not be, and the one read whole."""
    taken = []
    monkeypatch.setattr(delimited, "LARGE", 0)
    real = inparts.grid
    monkeypatch.setattr(inparts, "grid", lambda *given: taken.append(real(*given)) or taken[-1])
    read(path, Asked(encoding=encoding))
    monkeypatch.setattr(delimited, "LARGE", 1 << 40)
    return taken[0] if taken else None, read(path, Asked(encoding=encoding))[0]


def same(some, whole):
    """Tell whether two grids hold the same rows; the exact way gives cells beyond the usual width columns of their own."""
    width = some.frame.width
    widths = [grid.widths.to_list() if grid.widths is not None else [grid.width] * grid.height for grid in (some, whole)]
    spilled = width < whole.frame.width or some.spill.equals(whole.spill)
    return (some.frame.equals(whole.frame.select(some.frame.columns)) and some.rows.equals(whole.rows)
            and widths[0] == widths[1] and spilled)


@pytest.mark.parametrize("name", ["windows-1252", "utf-8", "utf-8-sig"])
@pytest.mark.parametrize("text", ODD)
def test_rows_are_those_of_the_whole(tmp_path, monkeypatch, parts, text, name):
    path = tmp_path / "t.csv"
    path.write_bytes(text.encode(name))
    some, whole = both(path, monkeypatch, name)
    assert some is None or same(some, whole)


def test_a_messy_file_is_read_in_parts(tmp_path, monkeypatch, parts):
    path = tmp_path / "t.csv"
    path.write_bytes(messy(3, 400, "cp1252"))
    some, whole = both(path, monkeypatch)
    assert some is None or same(some, whole)


@pytest.mark.parametrize("name", ["windows-1252", "utf-8"])
@pytest.mark.parametrize("text", EXACT)
def test_what_polars_may_not_read_is_left_to_the_exact_way(tmp_path, monkeypatch, parts, text, name):
    path = tmp_path / "t.csv"
    path.write_bytes(text.encode(name))
    some, whole = both(path, monkeypatch, name)
    assert some is None or same(some, whole)


@pytest.mark.parametrize("name", ["windows-1252", "utf-8", "utf-8-sig"])
def test_parts_are_not_given_up_for_nothing(tmp_path, monkeypatch, name):
    monkeypatch.setattr(inparts, "PART", 4096)
    path = tmp_path / "t.csv"
    path.write_bytes(("a,b\n" + '1,"é, x"\n2,\n' * 2000).encode(name))
    some, whole = both(path, monkeypatch, name)
    assert some is not None and same(some, whole)


def test_accents_garbled_before_the_text_was_saved_are_told_from_any_part(tmp_path, monkeypatch):
    monkeypatch.setattr(inparts, "PART", 4096)
    monkeypatch.setattr(delimited, "LARGE", 0)
    path = tmp_path / "t.csv"
    path.write_text("a,b\n" + "1,x\n" * 3000 + "2,MontrÃ©al\n" + "3,y\n" * 3000, encoding="utf-8")
    assert [note.code for note in read(path)[1].notes] == ["F03"]
