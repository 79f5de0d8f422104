"""Killing the program while it edits loses at most the edit being typed; `bench kills` does it two hundred times."""

from __future__ import annotations

import os

import pytest

from tests import killing

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are forks: a system without them cannot run this")


def test_kills_at_random_moments_lose_at_most_the_edit_being_typed(tmp_path, permits):
    found = killing.while_editing(tmp_path, permits, rounds=16)
    assert found.faults == []
    assert found.kills == 16 and found.kept > 16
