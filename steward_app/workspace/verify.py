"""Re-reads a package from disk as a portal would."""

from __future__ import annotations

from ..exports.verify import Fault, verify

__all__ = ["Fault", "verify"]
