"""French for the widgets: reads assets/i18n/fr.ts as it stands, so that nothing compiled can grow stale."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

LOCALES = {"en": "en_CA", "fr": "fr_CA"}


class Phrases(QTranslator):
    """The finished translations of one .ts file, by context and source."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.phrases = read_phrases(path)
        self._anywhere = {source: french for (_, source), french in self.phrases.items()}

    def isEmpty(self) -> bool:
        """Tell whether there is nothing to translate with."""
        return not self.phrases

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """Return the translation in this context, else in another one (a subclass asks with its own name)."""
        return self.phrases.get((context, source)) or self._anywhere.get(source)


def read_phrases(path: Path) -> dict[tuple[str, str], str]:
    """Read the finished translations of a .ts file."""
    found: dict[tuple[str, str], str] = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - a file of ours
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.text and translation.get("type") is None:
                found[name, message.findtext("source") or ""] = translation.text
    return found


class Languages(QObject):
    """Installs the translators and the locale of a language on the application."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._installed: list[QTranslator] = []
        self._made: dict[str, tuple[QTranslator, ...]] = {}

    def speak(self, language: str) -> None:
        """Switch the application to a language; windows made afterwards speak it."""
        app = QCoreApplication.instance()
        for old in self._installed:
            app.removeTranslator(old)
        self._installed = []
        QLocale.setDefault(QLocale(LOCALES[language]))
        if language == "en":
            return
        if language not in self._made:
            base = QTranslator(self)
            base.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
            self._made[language] = (base, Phrases(self._folder / f"{language}.ts", self))
        self._installed = list(self._made[language])
        for translator in self._installed:
            app.installTranslator(translator)
