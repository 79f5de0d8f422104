"""Measures the goals as ratios inside one run, and holds every finding against the faults that were planted."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

from dev_setup import BUILD, ROOT

sys.path.insert(0, str(ROOT))
FOLDER = BUILD / "bench"


def arguments(argv: list[str]) -> argparse.Namespace:
    """Read the words of the command."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("goals", nargs="*", help="only these: truth, opening, checking, filthy, workbook, editing, "
                        "bulk, writing, suggesting, memory, pieces, window (default: all)")
    parser.add_argument("--rows", type=int, action="append", help="size of the table; may be given more than once "
                        "(default: 10,000 for the truth, 100,000 for the truth, 1,000,000 for all)")
    parser.add_argument("--share", type=float, default=0.01, help="share of the rows that bears each kind of fault")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write the figures to a file")
    return parser.parse_args(argv)


# A child's peak begins at its parent's, so a small process stands between this one and the one that is measured.
BETWEEN = """
import os, subprocess, sys
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, used = os.wait4(child.pid, 0)
print(os.waitstatus_to_exitcode(status), used.ru_maxrss)
"""


def memory(path: Path) -> int:
    """Return the peak resident bytes of `steward check --json` on a file, in a process of its own."""
    return peak([sys.executable, "-m", "steward_app", "check", str(path), "--schema", "building-permits", "--json", "--quiet"])


def pieces(path: Path) -> tuple[int, int]:
    """Check a file in pieces: return the peak resident bytes, and how many findings differ from those of the whole table."""
    program = str(ROOT / "packaging" / "bench_pieces.py")
    most = peak([sys.executable, program, str(path), "0"])
    parts, whole = (json.loads(subprocess.run([sys.executable, program, str(path), str(large)], capture_output=True, text=True,
                                              check=True, cwd=ROOT).stdout)["findings"] for large in (0, 2**60))
    return most, sum(item not in whole for item in parts) + sum(item not in parts for item in whole)


def peak(words: list[str]) -> int:
    """Return the peak resident bytes of a command, which ends in 0 or 1."""
    done = subprocess.run([sys.executable, "-c", BETWEEN, *words], capture_output=True, text=True, check=True, cwd=ROOT,
                          env=os.environ | {"PYTHONPATH": str(ROOT)})
    code, peak = map(int, done.stdout.split())
    if code not in (0, 1):
        raise SystemExit("steward check failed on the bench's file")
    return peak * (1 if sys.platform == "darwin" else 1024)


def measured(args: argparse.Namespace) -> Iterator[tuple[str, object]]:
    """Yield each goal as it is measured, with the name of its group; a fault of ours is a line, not the end."""
    import bench_goals
    import bench_window
    from bench_time import Goal

    sizes = args.rows or [10_000, 100_000, 1_000_000]
    for rows in sizes:
        bench = bench_goals.Bench(FOLDER, rows, args.share)
        chosen = args.goals or (["truth"] if rows < max(sizes) else [*bench_goals.GOALS, "memory", "pieces", "window"])
        for name in chosen:
            try:
                if name == "memory":
                    peak = memory(bench.data[0]) / 1e6
                    yield name, Goal(f"peak memory of `steward check`, {rows:,} rows", peak, 750, "MB")
                elif name == "pieces":
                    most, differ = pieces(bench.data[0])
                    yield name, Goal(f"peak memory of a check in pieces, {rows:,} rows", most / 1e6, 1000, "MB")
                    yield name, Goal("findings that differ from those of the whole table", differ, 0, "diff")
                elif name == "window":
                    yield from ((name, goal) for goal in bench_window.goals(bench.data[0], rows))
                else:
                    yield from ((name, goal) for goal in bench_goals.GOALS[name](bench))
            except Exception:  # noqa: BLE001  # shown, counted as missed, and the other goals are still measured
                traceback.print_exc()
                yield name, Goal(f"{name} could not be measured", float("inf"), 0, "")


def main(argv: list[str]) -> int:
    """Run the benches, or `pollock FOLDER OUT`, or `kills`. Returns 0 if every goal is reached."""
    if argv[:1] == ["pollock"]:
        import bench_pollock

        return bench_pollock.main(argv[1:])
    if argv[:1] == ["kills"]:
        import bench_kills

        return bench_kills.main(argv[1:])
    args = arguments(argv)
    found = []
    for group, goal in measured(args):
        print(f"{group:10} {goal.line()}", flush=True)
        found.append({"group": group, **goal.as_json()})
    if args.json:
        args.json.parent.mkdir(parents=True, exist_ok=True)
        args.json.write_text(json.dumps({"share": args.share, "goals": found}, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return 0 if all(goal["holds"] for goal in found) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
