"""Kills the program while it edits and while it publishes, two hundred and a hundred times, and counts what was lost."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dev_setup import ROOT

PERMITS = ROOT / "assets" / "practice" / "permits_messy_en.csv"


def main(argv: list[str]) -> int:
    """Run both campaigns. Returns 0 where nothing that was kept is lost and no package is half."""
    from tests import killing

    parser = argparse.ArgumentParser(prog="dev.py bench kills", description=__doc__)
    parser.add_argument("--editing", type=int, default=200, metavar="N", help="how many kills while editing (200)")
    parser.add_argument("--publishing", type=int, default=100, metavar="N", help="how many kills while publishing (100)")
    parser.add_argument("--seed", type=int, default=killing.SEED, help="where the chances begin")
    args = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        faults = told("editing", "edits kept", lambda: killing.while_editing(Path(folder), PERMITS, args.editing, args.seed))
        faults += told("publishing", "packages written",
                       lambda: killing.while_publishing(Path(folder), args.publishing, args.seed))
    return 1 if faults else 0


def told(what: str, kept: str, campaign: Callable[[], Any]) -> int:
    """Run one campaign and say what it saw; returns how many faults."""
    began = time.perf_counter()
    found = campaign()
    print(f"{what}: {found.kills} kills, {found.kept} {kept}, {len(found.faults)} lost or half, "
          f"{time.perf_counter() - began:.1f} s", flush=True)
    for fault in found.faults:
        print(f"  {fault}", file=sys.stderr)
    return len(found.faults)
