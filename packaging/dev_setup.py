"""What must be there before a verb runs: the virtual environment from the lock, and the system libraries of Qt."""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build"
ENVIRONMENT = ROOT / ".venv"
LOCK = ROOT / "packaging" / "requirements-dev.lock"

# What Qt opens on Linux, and the Debian package that holds it.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
FONTS = ("fontconfig", "fonts-dejavu-core")


def say(line: str) -> None:
    """Talk on stderr: stdout belongs to the program's answers."""
    print(line, file=sys.stderr, flush=True)


def run(words: list[str | Path], **environment: str) -> int:
    """Run a program from where the user stands, with Steward importable, and return its exit code."""
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    inside = words[1:3] == ["-m", "steward_app"]
    return subprocess.run([str(word) for word in words], cwd=None if inside else ROOT, check=False,
                          env=os.environ | {"PYTHONPATH": path} | environment).returncode


def python(environment: Path = ENVIRONMENT) -> Path:
    """Return the interpreter of a virtual environment."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def ready(environment: Path = ENVIRONMENT, lock: Path = LOCK) -> None:
    """Make the environment from the lock, every hash checked; a stamp makes the second time instant."""
    stamp = environment / "steward.stamp"
    wanted = hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()
    if stamp.is_file() and stamp.read_text() == wanted and python(environment).exists():
        return
    if not python(environment).exists():
        can_make_environments()
        say(f"Making {environment.relative_to(ROOT)} …")
        venv.create(environment, with_pip=True, clear=True)
    say(f"Installing what {lock.name} names …")
    installed = subprocess.run([python(environment), "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
                                "--require-hashes", "--no-deps", "-r", lock], check=False, stdout=sys.stderr)
    if installed.returncode:
        sys.exit("The packages could not be installed (see above). Check the network, then run the same command again.")
    stamp.write_text(wanted)


def can_make_environments() -> None:
    """See to Debian's python3-venv, which holds the pip that new environments start with."""
    if importlib.util.find_spec("ensurepip") is None:
        version = f"python{sys.version_info.major}.{sys.version_info.minor}"
        debian_packages([f"{version}-venv"], why="Python cannot make virtual environments here")
        importlib.invalidate_caches()


def system_ready() -> None:
    """See to the libraries and fonts that Qt needs on Linux; elsewhere they come with the system."""
    if not sys.platform.startswith("linux"):
        return
    missing = [package for library, package in LIBRARIES.items() if not opens(library)]
    if not has_fonts():
        missing += FONTS
    if missing:
        debian_packages(missing, why="Qt needs libraries that are not here")


def opens(library: str) -> bool:
    """Tell whether a shared library can be opened."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_fonts() -> bool:
    """Tell whether fontconfig finds at least one font."""
    if not shutil.which("fc-list"):
        return False
    return bool(subprocess.run(["fc-list"], capture_output=True, check=False).stdout.strip())


def debian_packages(names: list[str], why: str) -> None:
    """Install Debian packages where we may; else stop and print the command that does it."""
    command = f"apt-get install -y --no-install-recommends {' '.join(names)}"
    if not shutil.which("apt-get"):
        sys.exit(f"{why}. Install what your system calls: {' '.join(names)}")
    if os.geteuid() != 0:
        sys.exit(f"{why}. Run this, then try again:\n  sudo apt-get update && sudo {command}")
    say(f"{why}: installing {' '.join(names)} …")
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for words in (["apt-get", "update", "-qq"], command.replace("-y", "-y -qq", 1).split()):
        if subprocess.run(words, env=quiet, check=False, stdout=sys.stderr).returncode:
            sys.exit(f"That failed (see above). Run this, then try again:\n  apt-get update && {command}")
