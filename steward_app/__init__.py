"""Steward: open a messy spreadsheet, match it to a standard, fix it, export what portals accept."""

__version__ = "0.1.0"
