"""Names that every system takes, and headings that portals take."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, strategies as st

from steward_app.core.naming import RESERVED, portal_takes, safe_name


@pytest.mark.parametrize("name", ["NUL.csv", "aux", "com1.txt", "LPT9", "con.", "..", "", " ", "a/b", "x<y", "é.", "trail "])
def test_names_that_windows_refuses_are_mended(name):
    assert_safe(safe_name(name))


@given(st.text())
def test_no_unsafe_name_leaves_the_naming_function(text):
    assert_safe(safe_name(text))


@given(st.text())
def test_a_safe_name_stays_as_it_is(text):
    assert safe_name(safe_name(text)) == safe_name(text)


def assert_safe(name: str) -> None:
    """Assert what reliability.md §4 asks of a name."""
    assert 0 < len(name) <= 80
    assert len(name.encode()) <= 200
    assert not set(name) & set('<>:"/\\|?*')
    assert not any(unicodedata.category(c)[0] == "C" for c in name)
    assert name == unicodedata.normalize("NFC", name).strip(". ")
    assert not RESERVED.match(name)


@pytest.mark.parametrize(("heading", "taken"), [("issued_date", True), ("", False), (" x", False), ("_x", False),
                                                ('a"b', False), ("x" * 63, True), ("x" * 64, False)])
def test_headings_that_portals_take(heading, taken):
    assert portal_takes(heading) is taken
