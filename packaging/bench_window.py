"""Takes a file through the real window, without a display: the longest gap of its event loop at each step, and its memory."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import re
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import bench_first
from bench_gaps import Gaps, Seen, Where
from bench_time import Goal
from dev_setup import ROOT

PATIENCE = 300.0
QUIET = 0.3
CHECKED = "go to Check"
WIDE, TALL = 150, 20_000  # columns and rows of the wide table


def goals(path: Path, rows: int) -> list[Goal]:
    """Run the window in a process of its own and return what was seen; CPU, for other programs load the machine too."""
    import subprocess

    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    def played(file: Path) -> list[dict[str, Any]]:
        done = subprocess.run([sys.executable, __file__, str(file)], capture_output=True, text=True, env=environment, check=False)
        if done.returncode:
            raise SystemExit(done.stderr)
        return json.loads(done.stdout.splitlines()[-1])["steps"]
    seen = played(path)
    first = seen[:[step["name"] for step in seen].index(CHECKED) + 1]
    return [bench_first.goal(), *turns("window", seen), *turns(f"window, {WIDE} columns", played(widened(path))),
            most("opened, matched and checked", first, rows), most("the whole session", seen, rows)]


def turns(where: str, steps: list[dict[str, Any]]) -> list[Goal]:
    """Return the goal for the longest turn of each step."""
    return [Goal(f"{where}: {step['name']}", step["cpu"] * 1e3, 50, "ms",
                 note=f"longest turn of its thread; gap on the clock {step['gap'] * 1e3:.0f} ms, done in {step['took']:.1f} s")
            for step in steps]


def widened(path: Path) -> Path:
    """Return the first records of a file with many more columns of its own texts beside them."""
    import polars as pl

    wide = path.with_suffix(".wide.csv")
    if not wide.is_file():
        frame = pl.read_csv(path, infer_schema=False, n_rows=TALL)
        more = [pl.col(frame.columns[n % frame.width]).shift(n).alias(f"column {n}") for n in range(WIDE - frame.width)]
        frame.with_columns(more).write_csv(wide)
    return wide


def most(what: str, steps: list[dict[str, Any]], rows: int) -> Goal:
    """Return the goal for the peak memory of some steps."""
    step = max(steps, key=lambda step: step["peak"])
    note = f"{rows:,} rows; reading process apart; at its peak: {step['name']}"
    return Goal(f"peak memory of the window, {what}", step["peak"] / 1e6, 900, "MB", note=note)


def main(argv: list[str]) -> int:
    """Open the window, take the file through the belt, and print what was seen as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--where", action="store_true", help="say where the window's thread stood in each long gap")
    parser.add_argument("--steps", default="", help="only steps whose name holds this (opening and choosing come first)")
    args = parser.parse_args(argv)
    from steward_app.ui.first import lean

    lean()
    from bench_steps import Session
    from PySide6.QtWidgets import QApplication

    app = QApplication([])
    with tempfile.TemporaryDirectory() as home:
        shell = shell_in(app, Path(home))
        watched = Watched(app, Where() if args.where else None)
        session = Session(shell, args.file, Path(home))
        for name, do, until in session.steps():
            if args.steps in name or name in session.NEEDED:
                seen = watched.step(name, do, until)
                print(f"{seen.cpu * 1e3:6.0f} ms CPU  {seen.gap * 1e3:6.0f} ms gap  {seen.took:5.1f} s  "
                      f"{resident() / 1e6:5.0f} MB  peak {seen.peak / 1e6:5.0f} MB  {name}", file=sys.stderr, flush=True)
                for line in seen.where:
                    print(f"        {line}", file=sys.stderr, flush=True)
        print(json.dumps({"steps": [step.as_json() for step in watched.seen]}), flush=True)
        os._exit(0)  # what was asked is answered; nothing here needs an orderly end


def shell_in(app: Any, home: Path) -> Any:
    """Return the real window over folders of its own; dialogs are shown and answered by their filled button."""
    from bench_steps import Pressed

    from steward_app.paths import Paths
    from steward_app.settings import Settings
    from steward_app.ui.app import Shell
    from steward_app.ui.bridge import Bridge
    from steward_app.ui.first import at_hand

    paths = Paths(ROOT / "schemas", ROOT / "assets", home / "state", home / "config")
    bridge = Bridge(paths, Settings(None, {"language": "en"}), at_hand(paths), dt.date(2026, 11, 1))
    bridge.dialogs = Pressed(bridge, home)
    shell = Shell(app, bridge)
    shell.window.resize(1366, 736)
    shell.show()
    return shell


class Watched:
    """Runs steps one after the other, each until the window is at rest again, and keeps what each cost."""

    def __init__(self, app: Any, where: Where | None) -> None:
        self._app, self._gaps = app, Gaps(where)
        self.seen: list[Seen] = []

    def step(self, name: str, do: Callable[[], object], until: Callable[[], object]) -> Seen:
        """Do something, let the loop run until it is done and at rest. Stops the bench where it never is."""
        began = time.perf_counter()
        forget_peak()
        self._gaps.begin(do)
        done = time.perf_counter()
        while time.perf_counter() - done < QUIET:
            self._app.processEvents()
            time.sleep(0.0005)
            if not until():
                done = time.perf_counter()
            if time.perf_counter() - began > PATIENCE:
                raise SystemExit(f"the window did not get there: {name}")
        self.seen.append(self._gaps.end(name, done - began, peak()))
        return self.seen[-1]


def forget_peak() -> None:
    """Let the peak begin anew, where the system can (Linux)."""
    if Path("/proc/self/clear_refs").is_file():
        Path("/proc/self/clear_refs").write_text("5")


def peak() -> int:
    """Return the peak resident bytes of this process since it was last forgotten."""
    return _status("VmHWM")


def resident() -> int:
    """Return the resident bytes of this process now (at its peak, where the system does not say)."""
    return _status("VmRSS")


def _status(key: str) -> int:
    status = Path("/proc/self/status")
    if status.is_file():
        return int(re.search(rf"{key}:\s+(\d+)", status.read_text())[1]) * 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main(sys.argv[1:]))
