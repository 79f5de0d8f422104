"""The package made at station 5: asked for, written beside the window, opened, and whether it holds the work as it stands."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from ...core.edits import SetMetadata
from ...workspace import Workspace, publish
from ...workspace.report import write_report
from ..bridge import Bridge
from ..dialogs import PackagePlan
from . import words

if TYPE_CHECKING:
    from .page import PublishPage


class Making:
    """Writes packages and drafts for the page, and knows the last one: `written`, at what `time`, whether a `draft`."""

    def __init__(self, page: PublishPage, bridge: Bridge) -> None:
        self._page, self._bridge = page, bridge
        self.forget()

    def forget(self) -> None:
        """Another file, or none: nothing was written."""
        self.written: publish.Written | None = None
        self.time, self.draft, self._version = "", False, -1

    @property
    def current(self) -> bool:
        """Tell whether the package written holds the work as it stands."""
        work = self._page.work
        return self.written is not None and work is not None and self._version == work.document.version

    def keep(self) -> dict[str, Any]:
        """Return what was written, and when."""
        return {"written": self.written, "time": self.time, "draft": self.draft, "version": self._version}

    def restore(self, kept: dict[str, Any]) -> None:
        """Put it back."""
        self.written, self._version = kept["written"], kept["version"]
        self.time, self.draft = kept["time"], kept["draft"]

    def create(self, *, draft: bool) -> None:
        """Ask where the package goes and what it holds, and write it; a draft where the data are not ready."""
        page = self._page
        work, found = page.work, page.findings
        if work is None or found is None or self._bridge.jobs.running("package"):
            return
        draft = draft or found.verdict == "not-ready"
        if not draft and page.metadata.faults() and not page.edit_facts():
            return
        metadata = page.metadata
        if not draft and metadata.faults():
            titles = [field.title.to(self._bridge.language) for field in metadata.fields if field.key in metadata.faults()]
            self._bridge.say(words.STILL_MISSING.with_(what=", ".join(titles)))
            return
        plan = PackagePlan(self._bridge.package_folder(), self._name(draft), self._formats(), draft,
                           self._bridge.text(words.DRAFT_NOTE) if draft else "")
        choice = self._bridge.dialogs.create_package(page, plan)
        if choice is None:
            return
        if dict(work.document.metadata) != dict(metadata.values):
            self._bridge.do(SetMetadata(dict(metadata.values)), "publish")
        still = work.still()
        def write(progress: Any) -> publish.Written:
            return publish.export_package(still, metadata, choice.folder, ("ckan",), draft, progress, choice.formats)
        self._bridge.do_beside("package", write, lambda done: self._done(done, work, still.document.version, draft),
                               stopped=lambda: self._bridge.say(words.STOPPED))

    def _name(self, draft: bool) -> str:
        name = self._page.assessed.name if self._page.assessed else ""
        return f"{name}-draft" if draft and name and not name.endswith("-draft") else name

    def _formats(self) -> tuple[tuple[str, str, bool], ...]:
        return tuple((key, self._bridge.text(said), False) for key, said in words.FORMATS.items())

    def _done(self, written: publish.Written, work: Workspace, version: int, draft: bool) -> None:
        self._bridge.say(words.DONE_DRAFT if draft else words.DONE)
        if work is not self._bridge.workspace:  # another file was opened meanwhile
            return
        self.written, self.draft, self._version = written, draft, version
        self.time = dt.datetime.now().strftime("%H:%M" if self._bridge.language == "en" else "%H h %M")
        if not draft:
            self._bridge.see(packaged=version)
        self._page.renew()

    def open_folder(self) -> None:
        """Show the folder of the package in the system's own way."""
        if self.written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.written.path)))

    def see_report(self) -> None:
        """Open the report: the package's own where it holds the work as it stands, else one made for the occasion."""
        written = self.written.files if self.written and self.current else ()
        there = next((path for path in written if path.name == "report.html"), None)
        work = self._page.work
        if there is not None:
            self._open_page(there)
        elif work is not None and work.fresh:
            still, path = work.still(), self._bridge.paths.scratch / "report.html"
            self._bridge.do_beside("report", lambda _: write_report(still, path), lambda _: self._open_page(path))

    def _open_page(self, path: Path) -> None:
        url = QUrl.fromLocalFile(str(path))
        url.setFragment(self._bridge.language)
        QDesktopServices.openUrl(url)
