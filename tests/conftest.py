"""What every test gets: no screen, a home of its own, and a guard that fails on a logged warning."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"
HERE = Path(__file__).parent


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Point every folder of the user at a temporary one, so that no test writes into a real home."""
    home = tmp_path_factory.mktemp("home")
    for name, folder in (("HOME", home), ("XDG_STATE_HOME", home / "state"), ("XDG_CONFIG_HOME", home / "config"),
                         ("XDG_CACHE_HOME", home / "cache"), ("LOCALAPPDATA", home / "local")):
        monkeypatch.setenv(name, str(folder))


@pytest.fixture(autouse=True)
def quiet_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs at WARNING or above."""
    yield
    loud = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not loud, [f"{record.name}: {record.getMessage()}" for record in loud]


@pytest.fixture(scope="session")
def schemas() -> Path:
    """The folder of the standards."""
    return HERE.parent / "schemas"


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of small files of our own."""
    return HERE / "data"
