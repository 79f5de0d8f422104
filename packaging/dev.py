"""The one developer command: sets itself up, then runs, tests, checks, measures or builds Steward."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

if sys.version_info < (3, 11):
    sys.exit("Steward needs Python 3.11 or newer; this is " + sys.version.split()[0])

import dev_build
import dev_demo
from dev_setup import BUILD, ROOT, python, ready, run, system_ready


def start(words: list[str]) -> int:
    """Open the window; without a display, take a practice file along the whole belt and picture every station."""
    ready()
    system_ready()
    if dev_demo.has_display():
        return run([python(), "-m", "steward_app", *words])
    return dev_demo.belt(BUILD / "demo")


def test(words: list[str]) -> int:
    """Run the tests on every core, without a display; more words go to pytest."""
    ready()
    system_ready()
    return run([python(), "-m", "pytest", "-n", "auto", *words], QT_QPA_PLATFORM="offscreen")


def steward(words: list[str]) -> int:
    """Run the command line with the words that follow."""
    ready()
    return run([python(), "-m", "steward_app", *words])


def check(words: list[str]) -> int:
    """Run ruff and mypy over the whole project."""
    ready()
    lint = run([python(), "-m", "ruff", "check", *(words or ["."])])
    return run([python(), "-m", "mypy"]) or lint


def bench(words: list[str]) -> int:
    """Measure the goals as ratios inside one run, or write Pollock's files (`bench pollock FOLDER OUT`)."""
    ready()
    return run([python(), ROOT / "packaging" / "bench.py", *words])


def screenshots(words: list[str]) -> int:
    """Picture every screen in both languages, into a folder (default: build/screenshots)."""
    ready()
    system_ready()
    return run([python(), "-m", "steward_app.ui.screenshots", *words], QT_QPA_PLATFORM="offscreen")


def translate(words: list[str]) -> int:
    """Collect the phrases of the widgets into assets/i18n/fr.ts, which the program reads as it stands."""
    ready()
    sources = sorted((ROOT / "steward_app" / "ui").rglob("*.py"))
    target = ROOT / "assets" / "i18n" / "fr.ts"
    lupdate = Path(python()).with_name("pyside6-lupdate" + (".exe" if os.name == "nt" else ""))
    return run([lupdate, "-no-obsolete", "-locations", "none", *words, *sources, "-ts", target])


def lock(words: list[str]) -> int:
    """Write the three lock files anew, with hashes, for every system and Python 3.11 or newer."""
    ready()
    for name, extras in (("requirements", []), ("requirements-build", ["build"]), ("requirements-dev", ["build", "dev"])):
        asked = [word for extra in extras for word in ("--extra", extra)]
        code = run([python(), "-m", "uv", "pip", "compile", "pyproject.toml", *asked, "--universal", "--generate-hashes",
                    "--python-version", "3.11", "--no-header", "--quiet", "-o", f"packaging/{name}.lock", *words])
        if code:
            return code
    return 0


def wheel(words: list[str]) -> int:
    """Build the wheel, and run the tests of the command line and the house against it, the source out of reach."""
    ready()
    system_ready()
    return dev_build.wheel(words)


def build(words: list[str]) -> int:
    """Make the program that needs no Python, run its self-check, and say its size."""
    system_ready()
    return dev_build.build(words)


VERBS: dict[str, Callable[[list[str]], int]] = {
    "run": start, "test": test, "steward": steward, "check": check, "bench": bench, "screenshots": screenshots,
    "translate": translate, "lock": lock, "wheel": wheel, "build": build,
}


def main(argv: list[str]) -> int:
    """Run one verb and return its exit code."""
    listed = "\n".join(f"  {name:12} {verb.__doc__}" for name, verb in VERBS.items())
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__, epilog=f"verbs:\n{listed}",
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verb", choices=VERBS, metavar="VERB")
    args = parser.parse_args(argv[:1])
    return VERBS[args.verb](argv[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
