"""Files of SAS, Stata and SPSS: dates, labels, leading zeros, missing values, old encodings."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from unittest import mock

import pandas as pd
import polars as pl
import pyreadstat
import pytest

from steward_app.core.problem import Problem
from steward_app.formats import recognise, statistics

FRAME = pd.DataFrame({"no": [1.0, 2.5, float("nan")], "ville": ["Lévis", "Hull", ""], "code": ["007", "010", "003"],
                      "sexe": [1.0, 2.0, 1.0], "le": [dt.date(2024, 1, 5), dt.date(2023, 12, 31), None],
                      "quand": [dt.datetime(2024, 1, 5, 14, 30), dt.datetime(2020, 2, 29), None]})
LABELS = {"sexe": {1: "Homme", 2: "Femme"}}
PLAIN = [("1", "Lévis", "007", "1", "2024-01-05", "2024-01-05T14:30:00"), ("2.5", "Hull", "010", "2", "2023-12-31", "2020-02-29"),
         (None, None, "003", "1", None, None)]


def written(folder: Path, kind: str) -> Path:
    """Write the frame as one of the formats."""
    path = folder / "a.bin"
    if kind.startswith("xport"):
        pyreadstat.write_xport(FRAME, str(path), table_name="PERMITS", file_format_version=int(kind[-1]))
    elif kind == "por":
        pyreadstat.write_por(FRAME.assign(ville=["Levis", "Hull", ""]), str(path))
    elif kind.startswith("dta"):
        pyreadstat.write_dta(FRAME, str(path), version=int(kind[3:]))
    else:
        pyreadstat.write_sav(FRAME, str(path), row_compress=kind == "zsav")
    return path


@pytest.mark.parametrize("kind", ["xport5", "xport8", "por", "dta14", "dta15", "sav", "zsav"])
def test_what_is_written_comes_back_as_text(opened, tmp_path, kind):
    rows = [tuple(cell and cell.replace("é", "e") if kind == "por" else cell for cell in row) for row in PLAIN]
    assert opened(written(tmp_path, kind)).table.frame.rows() == rows


@pytest.mark.parametrize("write", [pyreadstat.write_sav, pyreadstat.write_dta])
def test_labels_stand_in_place_of_codes(opened, tmp_path, write):
    write(FRAME, str(tmp_path / "a.bin"), variable_value_labels=LABELS)
    assert opened(tmp_path / "a.bin").table.frame["sexe"].to_list() == ["Homme", "Femme", "Homme"]


def test_a_transport_file_of_before_utf8_keeps_its_accents(opened, tmp_path):
    path = written(tmp_path, "xport5")
    path.write_bytes(path.read_bytes().replace("é".encode() + b"vis", b"\xe9vis "))
    assert opened(path).table.frame["ville"][0] == "Lévis"


@pytest.mark.parametrize(("kind", "reader"), [("sas7bdat", "read_sas7bdat"), ("xport", "read_xport"), ("stata", "read_dta"),
                                              ("spss", "read_sav"), ("spss-portable", "read_por")])
def test_each_reader_is_asked_in_words_it_knows(monkeypatch, kind, reader):
    """SAS files cannot be written here: the reader is only held to its own signature."""
    monkeypatch.setattr(pyreadstat, reader, mock.create_autospec(getattr(pyreadstat, reader), return_value=(pl.DataFrame(), None)))
    assert statistics.columns(Path("a"), kind, None)[0].is_empty()


def test_a_cut_sas_file_is_a_problem(opened):
    with pytest.raises(Problem):
        opened(recognise.SAS + bytes(4000), name="a.sas7bdat")
