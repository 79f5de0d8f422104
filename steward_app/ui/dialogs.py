"""The only modal dialogs; tests replace `Dialogs` by one thing that records what would have been shown."""

from __future__ import annotations
