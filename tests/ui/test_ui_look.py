"""Every pair of colours that text may use keeps its contrast, and nothing outside look/ names a colour."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from steward_app.ui import look
from steward_app.ui.look.tokens import COLOURS, MARK_PAIRS, ROLES, SMALLEST, TEXT_PAIRS, THEMES, Look

UI = Path(look.__file__).parents[1]


def light(colour: str) -> float:
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_is_readable(theme, text, ground):
    shown = Look(theme=theme)
    assert contrast(shown.hex(text), shown.hex(ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("mark", "ground"), MARK_PAIRS)
def test_marks_and_controls_can_be_seen(theme, mark, ground):
    shown = Look(theme=theme)
    assert contrast(shown.hex(mark), shown.hex(ground)) >= 3


def test_colours_are_named_in_look_alone():
    elsewhere = [path.name for path in UI.rglob("*.py") if path.parent.name != "look"
                 and re.search(r"#[0-9A-Fa-f]{6}\b|QColor\(\d", path.read_text(encoding="utf-8"))]
    assert elsewhere == []


@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.25, 2.0])
def test_every_size_follows_one_factor_and_text_never_gets_too_small(zoom):
    shown = Look(factor=zoom)
    assert shown.px(100) == round(100 * zoom)
    assert all(shown.text_px(role) >= SMALLEST for role in ROLES)


def test_every_token_has_a_colour_in_each_theme():
    assert all(re.fullmatch(r"#[0-9A-F]{6}", colour) for three in COLOURS.values() for colour in three)


@pytest.mark.parametrize("name", ["blocks", "must", "check", "better", "ready", "done", "todo", "half"])
def test_marks_draw_something(dressed, name):
    image = look.mark(name, 20).toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(20) for y in range(20))
