"""The constants of the interpreter outlive uncounted returns."""

from __future__ import annotations

import sys

import pytest

from steward_app.ui.steady import CONSTANTS, ENOUGH, hold_none


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="these are never freed from Python 3.12 on")
@pytest.mark.parametrize("constant", CONSTANTS, ids=repr)
def test_constants_cannot_be_counted_down_to_nothing(constant):
    hold_none()
    hold_none()
    assert ENOUGH // 2 < sys.getrefcount(constant) < 2 * ENOUGH
