"""Makes the frozen program: an environment of what ships, PyInstaller, the self-check, the size by part."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from dev_setup import BUILD, ROOT, python, ready, say

ENVIRONMENT = BUILD / "venv"
PROGRAM = BUILD / "dist" / "steward"
SITE = BUILD / "wheel-alone"
VERSIONS = ROOT / "steward_app" / "_versions.py"
WRITE_VERSIONS = """
import re, sys
from importlib.metadata import version
from pathlib import Path
lock, out = map(Path, sys.argv[1:])
names = sorted(set(re.findall(r"^([A-Za-z0-9_.-]+)==", lock.read_text(), re.M)))
found = {}
for name in names:
    try:
        found[name] = version(name)
    except Exception:  # named for another system
        continue
lines = "".join(f"    {name!r}: {found[name]!r},\\n" for name in found)
out.write_text('\"\"\"The libraries this program was built with; written by the build.\"\"\"\\n\\nVERSIONS = {\\n' + lines + "}\\n")
"""


def build(words: list[str]) -> int:
    """Freeze the program in an environment that holds only what ships. Returns the exit code of its self-check."""
    ready(ENVIRONMENT, ROOT / "packaging" / "requirements-build.lock")
    write_versions()
    packed = pack(words)
    VERSIONS.unlink()
    if packed:
        return packed
    without_symbols()
    say(f"Frozen: {PROGRAM}")
    code = subprocess.run([program(), "--self-check"], check=False, cwd=BUILD).returncode
    print("\n".join(f"{megabytes:7.1f} MB  {part}" for part, megabytes in sizes()))
    print(f"program: {PROGRAM}", flush=True)
    return code


def wheel(words: list[str]) -> int:
    """Build the wheel into build/wheel, install it there alone, then ask it and test it. Returns the exit code."""
    folder = BUILD / "wheel"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.rmtree(SITE, ignore_errors=True)
    made = [python(), "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(made, check=True, cwd=ROOT, stdout=sys.stderr)
    packed = next(folder.glob("*.whl"))
    subprocess.run([python(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--no-index",
                    "--target", SITE, packed], check=True)
    alone = os.environ | {"PYTHONPATH": str(SITE), "QT_QPA_PLATFORM": "offscreen"}
    asked = subprocess.run([python(), "-P", "-m", "steward_app", "--self-check"], check=False, cwd=BUILD, env=alone)
    tests = words or [ROOT / "tests" / "cli", ROOT / "tests" / "test_house.py"]
    tested = subprocess.run([python(), "-P", "-m", "pytest", "-o", "pythonpath=tests", "-n", "auto", *tests], check=False,
                            cwd=ROOT, env=alone)
    print(f"wheel: {packed} ({size_of(packed):.1f} MB)", flush=True)
    return asked.returncode or tested.returncode


def program() -> Path:
    """Return the frozen program's file."""
    return PROGRAM / ("steward.exe" if os.name == "nt" else "steward")


def write_versions() -> None:
    """Write the versions of what ships into a module: a frozen program cannot ask its packages."""
    lock = ROOT / "packaging" / "requirements.lock"
    subprocess.run([python(ENVIRONMENT), "-c", WRITE_VERSIONS, lock, VERSIONS], check=True)


def pack(words: list[str]) -> int:
    """Run PyInstaller; a library of the window system that it cannot find is an error, not a warning."""
    shutil.rmtree(PROGRAM, ignore_errors=True)
    command = [python(ENVIRONMENT), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN",
               "--distpath", PROGRAM.parent, "--workpath", BUILD / "pyinstaller", *words, ROOT / "packaging" / "steward.spec"]
    done = subprocess.run(command, check=False, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    sys.stderr.write(done.stderr)
    lost = [line for line in done.stderr.splitlines() if "xcb" in line and "not resolve" in line]
    if lost:
        say("A library that the window needs is missing on this machine (see above).")
    return done.returncode or bool(lost)


def without_symbols() -> None:
    """Take the debugger's symbols out of the two largest libraries (60 MB on Linux); others break when stripped."""
    if not sys.platform.startswith("linux") or not shutil.which("strip"):
        return
    inside = PROGRAM / "_internal"
    for library in [*inside.glob("libpython3*.so*"), *inside.glob("_polars_runtime*/*.so")]:
        subprocess.run(["strip", "--strip-unneeded", library], check=True)


def sizes() -> list[tuple[str, float]]:
    """Return megabytes by part of the frozen program, largest first, then the whole."""
    inside = PROGRAM / "_internal"
    parts = {part.name: size_of(part) for part in inside.iterdir()}
    largest = sorted(parts.items(), key=lambda part: -part[1])[:12]
    return [*largest, ("in all", size_of(PROGRAM))]


def size_of(path: Path) -> float:
    """Return the megabytes of a file or folder."""
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files if file.is_file() and not file.is_symlink()) / 1e6
