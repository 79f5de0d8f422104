"""The first window: shown at once, while the program behind it is loaded on a thread of its own."""

from __future__ import annotations

import ctypes
import datetime as dt
import gc
import os
import sys
import threading
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from ..core.text import Text
from ..paths import Paths
from ..settings import Settings
from . import look
from .jobs import SWITCH
from .steady import hold_none

if TYPE_CHECKING:
    from ..catalogue import Catalogue

# How the allocator of polars gives memory back, where it has one of this name (Linux): soon, and to the system. Unasked,
# it keeps what a check or an export needed: the window was seen at 2.3 GB where 0.9 were in use.
GIVE_BACK = ("_RJEM_MALLOC_CONF", "dirty_decay_ms:500,muzzy_decay_ms:0")
# The C library keeps an arena for each thread and gives none back (150 MB were seen after a fix): one is enough, and what
# is large is mapped apart, so that freeing it frees it. (malloc.h: M_ARENA_MAX, M_MMAP_THRESHOLD, M_TRIM_THRESHOLD)
ALLOCATOR = ((-8, 1), (-3, 1 << 18), (-1, 1 << 20))
ONE_MOMENT = Text("One moment…", "Un instant…")
RAIL = 188
AT_LEAST = 12
LATER = ("check", "columns", "publish")  # screens that the window imports when it is made
SIZE = (1366, 736)
PATIENCE = 10.0  # seconds


class First(QWidget):
    """The ground and the rail of the window to come, with the program's mark. Closing it ends the program."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        hold_none()
        self.open = True
        self._look, self._said = chosen(QApplication.instance(), settings), ONE_MOMENT.to(settings.language)
        self.setWindowTitle("Steward")
        self.setWindowIcon(look.logo_icon())
        self.setAccessibleName(f"Steward. {self._said}")
        placed(self, settings)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rail, the ground, and one line."""
        rail = self._look.px(RAIL)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.hex("window"))
            painter.fillRect(0, 0, rail, self.height(), self._look.hex("rail"))
            painter.setPen(self._look.hex("ink2"))
            painter.drawText(QRect(rail, 0, self.width() - rail, self.height()), Qt.AlignmentFlag.AlignCenter, self._said)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember that the steward wants no window."""
        self.open = False


class Loading(QObject):
    """Runs something on a thread and hands its answer, or its fault, to the main thread."""

    loaded = Signal(object, object)

    def begin(self, work: Callable[[], Any]) -> None:
        """Begin; `loaded` tells when it is done."""
        sys.setswitchinterval(SWITCH)
        self._thread = threading.Thread(target=self._run, args=(work,), name="steward-loading", daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Wait for the thread: a program that ends while it imports a library ends badly."""
        self._thread.join(PATIENCE)

    def _run(self, work: Callable[[], Any]) -> None:
        try:
            answer = work()
        except BaseException as error:  # noqa: BLE001 - raised again on the main thread
            self.loaded.emit(None, error)
        else:
            self.loaded.emit(answer, None)


def lean() -> None:
    """Have memory given back soon. Must be called before polars is loaded, and before any thread begins."""
    os.environ.setdefault(*GIVE_BACK)
    if sys.platform == "linux" and (settle := getattr(ctypes.CDLL(None), "mallopt", None)):
        for option, value in ALLOCATOR:
            settle(option, value)


def run(file: Path | None, paths: Paths, today: dt.date, settings: Settings | None = None) -> int:
    """Open the window (with a file: opens it there) and return the exit code when it is closed."""
    lean()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    app.setApplicationName("Steward")
    app.setDesktopFileName("steward")
    settings = settings or Settings.read(paths.config / "settings.json")
    first, loading = First(settings), Loading()
    kept: list[Any] = []  # the shell, and a fault of loading
    def loaded(start: Callable[..., Any] | None, error: BaseException | None) -> None:
        if start is None or not first.open:
            kept.append(error)
            app.exit(1 if error else 0)
            return
        kept.append(start(app, paths, today, settings, file))
        first.hide()
    loading.loaded.connect(loaded, Qt.ConnectionType.QueuedConnection)
    first.show()
    loading.begin(lambda: program(paths))
    code = app.exec()
    first.hide()
    loading.wait()
    sys.excepthook = sys.__excepthook__
    if kept and isinstance(kept[0], BaseException):
        raise kept[0]
    return int(code)


def program(paths: Paths) -> Callable[..., Any]:
    """Load the program, read the standards, and return what starts it. Slow: polars and every screen are imported."""
    from .app import start

    return partial(start, at_hand(paths))


def at_hand(paths: Paths) -> Catalogue:
    """Import every screen and read the standards; what is there then stays, and is never looked through for rubbish again.

    (A whole look through everything stops all threads: 50 to 90 ms were seen, again and again.)
    """
    from ..catalogue import Catalogue

    for page in LATER:
        import_module(f".{page}.page", __package__)
    catalogue = Catalogue(paths.schemas, paths.own_schemas)
    assert catalogue.standards, "no standard lies in schemas/"
    gc.collect()
    gc.freeze()
    return catalogue


def chosen(app: Any, settings: Settings) -> look.Look:
    """Return the look of the preferences: theme, size, density."""
    theme, base = settings.get("theme"), max(AT_LEAST, look.base_size(app))
    return look.Look(theme=look.system_theme(app) if theme == "system" else theme, base=base,
                     density=settings.get("density"), factor=settings.get("zoom") / 100)


def placed(window: QWidget, settings: Settings) -> None:
    """Put a window where the last one was, inside a screen that exists."""
    kept = settings.get("geometry")
    if not (kept and is_hex(kept) and window.restoreGeometry(bytes.fromhex(kept))):
        room = QApplication.primaryScreen().availableSize()
        window.resize(min(SIZE[0], room.width()), min(SIZE[1], room.height()))


def is_hex(kept: str) -> bool:
    """Tell whether a text is bytes written as hexadecimal digits."""
    try:
        bytes.fromhex(kept)
    except ValueError:
        return False
    return True
