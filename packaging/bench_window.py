"""Opens and checks a file in the real window, without a display: the longest gap of its event loop, and its memory."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import os
import re
import sys
import tempfile
import time
from pathlib import Path

from bench_time import Goal
from dev_setup import ROOT

PATIENCE = 300.0
TICK = 4  # milliseconds between two looks at the clock


def goals(path: Path, rows: int) -> list[Goal]:
    """Run the window in a process of its own and return what was seen."""
    import subprocess

    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, __file__, str(path)], capture_output=True, text=True, env=environment, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    seen = json.loads(done.stdout.splitlines()[-1])
    said = f"{rows:,} rows; open {seen['opened']:.1f} s, checked {seen['checked']:.1f} s after that"
    return [Goal("longest gap of the event loop while a file is opened and checked", seen["gap"] * 1e3, 100, "ms", note=said),
            Goal("the 99.9th percentile of its gaps", seen["most"] * 1e3, 50, "ms", note=f"{seen['ticks']:,} ticks"),
            Goal("peak memory of the window", seen["peak"] / 1e6, 900, "MB", note=f"reading process apart; {rows:,} rows")]


def main(path: Path) -> int:
    """Open the window, open the file, choose the standard, wait for the check; print what was seen as JSON."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from steward_app.catalogue import Catalogue
    from steward_app.paths import Paths
    from steward_app.settings import Settings
    from steward_app.ui.app import Shell
    from steward_app.ui.bridge import Bridge

    app = QApplication([])
    with tempfile.TemporaryDirectory() as home:
        paths = Paths(ROOT / "schemas", ROOT / "assets", Path(home) / "state", Path(home) / "config")
        bridge = Bridge(paths, Settings(None, {"language": "en"}), Catalogue(paths.schemas, paths.own_schemas),
                        dt.date(2026, 11, 1))
        shell = Shell(app, bridge)
        shell.window.resize(1366, 736)
        shell.show()
        wait(app, 0.5, lambda: False)
        ticks = [time.perf_counter()]
        timer = QTimer()
        timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
        timer.start(TICK)
        opened = wait(app, PATIENCE, lambda: bridge.workspace is not None, lambda: bridge.open(path))
        checked = wait(app, PATIENCE, lambda: bridge.workspace.fresh, lambda: bridge.choose_standard("building-permits"))
        wait(app, 0.5, lambda: False)
        timer.stop()
        gaps = sorted(after - before - TICK / 1e3 for before, after in itertools.pairwise(ticks))
        print(json.dumps({"gap": gaps[-1], "most": gaps[int(len(gaps) * 0.999)], "ticks": len(ticks), "opened": opened,
                          "checked": checked, "peak": peak()}), flush=True)
        bridge.leave()
        os._exit(0)  # what was asked is answered; nothing here needs an orderly end


def peak() -> int:
    """Return the peak resident bytes of this process since it began as this program."""
    status = Path("/proc/self/status")
    if status.is_file():
        return int(re.search(r"VmHWM:\s+(\d+)", status.read_text())[1]) * 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def wait(app: object, seconds: float, until: object, first: object = None) -> float:
    """Let the event loop run until something holds; return how long it took. Stops the bench where it never does."""
    began = time.perf_counter()
    if first is not None:
        first()
    while not until():
        app.processEvents()
        time.sleep(0.0005)
        if time.perf_counter() - began > seconds:
            if seconds < PATIENCE:
                break
            raise SystemExit("the window did not get there")
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main(Path(sys.argv[1])))
