"""How long the first window takes, beside a bare window of the same library: CPU of a whole process, up to its painting."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys

from bench_time import Goal
from dev_setup import ROOT

TIMES = 5
PAINTED = """
import time
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
{made}
window.resize(1366, 736)
window.show()
app.processEvents()
app.processEvents()
print(time.process_time(), flush=True)
import os
os._exit(0)
"""
BARE = PAINTED.format(made="window = QWidget()")
OURS = PAINTED.format(made="from steward_app.settings import Settings\nfrom steward_app.ui.first import First\n"
                           "window = First(Settings(None, {'language': 'en'}))")


def goal() -> Goal:
    """Return the goal that the first window is shown in at most three times what a bare one takes."""
    found: dict[str, list[float]] = {"bare": [], "ours": []}
    for _ in range(TIMES):
        for name, script in (("bare", BARE), ("ours", OURS)):
            found[name].append(cpu_of(script))
    ours, bare = statistics.median(found["ours"]), statistics.median(found["bare"])
    return Goal("first window / a bare window", ours / bare, 3, note=f"CPU {ours:.2f} s / {bare:.2f} s; the program is loaded behind it")


def cpu_of(script: str) -> float:
    """Run a script in a process of its own and return the CPU seconds it prints."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=environment, check=True)
    return float(done.stdout)
