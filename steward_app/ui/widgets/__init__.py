"""The parts every screen is made of; they know the look and nothing of the work."""

from __future__ import annotations

from .buttons import Tabs, icon_button, primary, quiet, secondary
from .cards import Band, Banner, Card, Chip, EmptyState, Value, banner, chip, separator
from .choice import Choice, Choices
from .fields import SearchField, Select
from .focus import FocusFrame
from .head import Action, Head, HeadBar
from .said import announce
from .texts import Elided, bold_numbers, rich

__all__ = ["Action", "Band", "Banner", "Card", "Chip", "Choice", "Choices", "Elided", "EmptyState", "FocusFrame", "Head", "HeadBar",
           "SearchField", "Select", "Tabs", "Value", "announce", "banner", "bold_numbers", "chip", "icon_button",
           "primary", "quiet", "rich", "secondary", "separator"]
