"""What several changes touched together, for checks that follow only once."""

from __future__ import annotations

from dataclasses import replace

from ...core.change import Change


def merged(before: Change | None, change: Change) -> Change:
    """Return what two changes touched together, for checks that have not followed yet."""
    if before is None:
        return change
    flags = ("reading", "table", "standard", "mapping", "metadata", "decisions", "shape")
    both = {flag: getattr(before, flag) or getattr(change, flag) for flag in flags}
    return replace(change, **both, columns=before.columns | change.columns)
