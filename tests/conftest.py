"""Guards for every test: no screen, nothing in the real home folder, and no warning in a log."""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HERE = Path(__file__).parent
HOME = Path(tempfile.mkdtemp(prefix="steward-tests-"))
for _name, _folder in {
    "HOME": "", "USERPROFILE": "", "XDG_CONFIG_HOME": "config", "XDG_STATE_HOME": "state", "XDG_CACHE_HOME": "cache",
    "XDG_DATA_HOME": "data", "LOCALAPPDATA": "local", "APPDATA": "roaming",
}.items():
    (HOME / _folder).mkdir(parents=True, exist_ok=True)
    os.environ[_name] = str(HOME / _folder)

settings.register_profile("steady", deadline=None, derandomize=True, database=None)  # no timed tests, no luck
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def _no_warning_in_a_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test during which a record of WARNING or above was logged; a test that expects one clears it."""
    yield
    said = [record for when in ("setup", "call") for record in caplog.get_records(when)
            if record.levelno >= logging.WARNING]
    assert not said, f"logged: {[record.getMessage() for record in said]}"


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test its own settings and state, so that tests do not meet there."""
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / ".home" / name.lower()))


@pytest.fixture(scope="session")
def schemas() -> Path:
    """Return the folder of the standards."""
    return HERE.parent / "schemas"


@pytest.fixture(scope="session")
def data() -> Path:
    """Return the folder of small files of our own."""
    return HERE / "data"
