"""Pictures of what a session meets besides its stations: recovery, offers, values, progress, problems, the package."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from ..core.edits import SetMetadata
from ..core.problem import Problem
from ..core.progress import Step
from ..core.text import Text
from ..workspace.publish import metadata_from
from ..workspace.states import Station

STANDARD = "building-permits"
READING = Text("Reading permits_2026.csv", "Lecture de permits_2026.csv")
RECENT = (("BP_Register_2026_FINAL v2.xlsx", STANDARD, 1286, {"must": 412}, "2026-11-24T09:42:00", False),
          ("tree_inventory_2026.csv", "tree-inventory", 18402, {"must": 0}, "2026-10-28T14:05:00", False),
          ("licences-affaires-sept.ods", "business-licences", 934, {"must": 0, "check": 3}, "2026-10-12T10:00:00", False),
          ("311_q2_export.csv", "service-requests", 52118, {"must": 0}, "2026-07-03T16:30:00", True))
UNREADABLE = Problem("F01", Text("We can’t open this file.", "Impossible d’ouvrir ce fichier."),
                     Text("It may be password-protected or damaged; save a copy and try again.",
                          "Il est peut-être protégé ou endommagé; enregistrez-en une copie et réessayez."))
QUESTIONS = ("Town of Alder Falls;;;;", "Permit No;Date Issued;Work;Est. Cost;Status",
             *(f"BP-26-{n:03};0{n % 9 + 1}/0{n % 7 + 2}/2026;Renovation;{n}000,50;Issued" for n in range(1, 31)),
             "Total;;;465000,00;")

Snap = Callable[[str], Path]


def before_opening(shell: Any, snap: Snap) -> Iterator[Path]:
    """Yield Start with what was open before, after a crash, and while a file is read."""
    from ..workspace.kept import Kept

    bridge, window = shell.bridge, shell.window
    for name, standard, rows, counts, moment, package in reversed(RECENT):
        bridge.memory.opened({"name": name, "path": f"/data/{name}", "standard": standard, "rows": rows,
                              "counts": counts, "date": moment, "package": package})
    work = Kept(Path("/data/work"), Path("/data") / RECENT[0][0], "", 14, clean=False)
    bridge.unfinished = lambda: (work,)
    window.start.enter(None)
    yield snap("start-recovery")
    window.progress.begin("open")
    window.progress.step(bridge.text(READING), 620_000, 1_000_000, window.commands.counted(Step(READING, 620_000, 1_000_000), 9))
    window.progress._appear()  # noqa: SLF001 - a picture waits for nothing
    yield snap("start-reading")
    window.progress.end("open")
    window.drop.appear()
    yield snap("start-drop")
    window.drop.hide()
    del bridge.unfinished


def of_questions(shell: Any, snap: Snap, folder: Path) -> Iterator[Path]:
    """Yield station 1 where it asks which date comes first, and a station that must wait for a standard."""
    path = folder / "permits_2026.csv"
    path.write_text("\n".join(QUESTIONS) + "\n", encoding="utf-8")
    shell.bridge.open(path)
    yield snap("file-question")
    shell.bridge.visit(Station.CHECK)
    yield snap("standard-first")
    shell.bridge.close()


def of_columns(shell: Any, snap: Snap) -> Iterator[Path]:
    """Yield the values of a field opened in its row, a field without a column, and the rest of the fields."""
    bridge, page = shell.bridge, shell.window.pages[Station.COLUMNS]
    bridge.visit(Station.COLUMNS)
    snap("columns")  # the focus comes with the next event
    page.board.take_focus("status")
    page.values.open("status", focus=True)
    yield snap("columns-values")
    page.values.close()
    page.board.take_focus("jurisdiction_id")
    yield snap("columns-not-found")
    bar = page.board.verticalScrollBar()
    bar.setValue(bar.maximum())
    yield snap("columns-end")
    bar.setValue(0)


def of_check(shell: Any, snap: Snap) -> Iterator[Path]:
    """Yield the find bar, the rows with problems, a problem of geography with its map, and the toast."""
    page = shell.window.pages[Station.CHECK]
    shell.bridge.visit(Station.CHECK)
    page.act("find_in_page")
    page.sight.find.field.setText("rue" if shell.bridge.language == "fr" else "St")
    page.sight.find.step()
    yield snap("check-find")
    page.sight.find.end()
    page.act("by_row")
    yield snap("check-rows")
    page.act("by_problem")
    found = page.sight.findings
    geography = next((p.key for p in found.listed if p.check.id.startswith("G")), None)
    if geography is not None:
        page.choose(geography)
        yield snap("check-map")
    last = page.list.problems.entries[-1].key
    page.choose(last)
    yield snap("check-advice")


def of_solved(shell: Any, snap: Snap, folder: Path) -> Iterator[Path]:
    """Yield the end of a session: fixed, nothing left, ready, written, and changed since."""
    from .dialogs import PackageChoice

    bridge, window = shell.bridge, shell.window
    page = window.pages[Station.CHECK]
    practice = bridge.practice_files[0]
    bridge.dialogs.preview = lambda parent, preview: tuple(range(len(preview.lines)))
    bridge.apply_recipe(practice.with_suffix(".recipe.json"))
    bridge.visit(Station.CHECK)
    while page.fixing.safe:
        page.act("fix_safe")
    yield snap("check-fixed")
    page.refresh()
    yield snap("check-solved")
    del bridge.dialogs.preview
    told = json.loads(practice.with_suffix(".metadata.json").read_text(encoding="utf-8"))
    bridge.visit(Station.PUBLISH)
    bridge.do(SetMetadata(dict(metadata_from(told, bridge.catalogue).values)), "publish")
    window.toast.hide()
    yield snap("publish-ready")
    bridge.dialogs.create_package = lambda parent, plan: PackageChoice(folder, ())
    page = window.pages[Station.PUBLISH]
    page.act("create_package")
    yield snap("publish-written")
    bridge.undo()
    yield snap("publish-changed")
    del bridge.dialogs.create_package


def asked(shell: Any) -> tuple[tuple[str, Callable[[], object]], ...]:
    """Return the dialogs that a session meets by chance, by name."""
    window, dialogs = shell.window, shell.bridge.dialogs
    columns = window.pages[Station.COLUMNS]
    today = shell.bridge.date(dt.date(2026, 10, 12))
    return (("problem", lambda: dialogs.problem(window, UNREADABLE)),
            ("crash", lambda: dialogs.crash(window, ValueError("shown to nobody"))),
            ("differs", lambda: dialogs.differs(window, today, 14, (806, 812))),
            ("closing-writing", lambda: dialogs.closing_while_writing(window)),
            ("closing-unkept", lambda: dialogs.closing_unkept(window, 3)),
            ("help", window.commands.help),
            ("one-value", lambda: columns.asking.constant("jurisdiction_id")),
            ("combine", lambda: columns.asking.join("address_full", split=False)),
            ("split", lambda: columns.asking.join("fsa", split=True)))
