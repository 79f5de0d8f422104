"""A file is written whole or stays as it was, and nothing lies beside it."""

from __future__ import annotations

import pytest

from steward_app.workspace.whole import whole


def test_what_is_written_becomes_the_file(tmp_path):
    with whole(tmp_path / "a.txt") as beside:
        beside.write_text("new")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.txt", "new")]


def test_what_breaks_leaves_the_file_as_it_was(tmp_path):
    (tmp_path / "a.txt").write_text("old")
    with pytest.raises(TypeError), whole(tmp_path / "a.txt") as beside:
        beside.write_bytes(b"half" + beside.write_bytes(b"half"))
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.txt", "old")]
