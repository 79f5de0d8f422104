"""The data grid: a table of text with its marks, painted from pages of the column store."""

from __future__ import annotations

from .model import GridModel, GridState
from .pane import GridPane
from .view import GridView

__all__ = ["GridModel", "GridPane", "GridState", "GridView"]
