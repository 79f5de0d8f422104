"""The style sheet and the palette, made of tokens."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from .tokens import SOFTS, SYSTEM, Look


def palette(look: Look) -> QPalette:
    """Return the palette of a look."""
    made = QPalette()
    role = QPalette.ColorRole
    pairs = {
        role.Window: "window", role.Base: "surface", role.AlternateBase: "sunken", role.Button: "surface",
        role.WindowText: "ink", role.Text: "ink", role.ButtonText: "ink", role.PlaceholderText: "ink2",
        role.Highlight: "select", role.HighlightedText: "ink", role.Link: "accent", role.LinkVisited: "accent",
        role.Accent: "accent", role.ToolTipBase: "surface", role.ToolTipText: "ink", role.Mid: "line",
        role.Midlight: "line", role.Light: "surface", role.Dark: "control", role.Shadow: "line",
        role.BrightText: "must",
    }
    for which, token in pairs.items():
        made.setColor(which, QColor(look.hex(token)))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(look.hex("control")))
    return made


def system_colours(system: QPalette) -> tuple[tuple[str, str], ...]:
    """Return the colours of a contrast theme by token: window, text, button and highlight, and no others."""
    role = QPalette.ColorRole
    found = {"window": role.Window, "surface": role.Base, "text": role.WindowText, "highlight": role.Highlight,
             "highlighted": role.HighlightedText}
    return tuple((token, system.color(found[name]).name().upper()) for name, tokens in SYSTEM.items() for token in tokens)


def sheet(look: Look) -> str:
    """Return the style sheet of a look."""
    px, c = look.px, look.hex
    bold = px(2) if look.theme == "contrast" else 1
    parts = (_frames(look), _buttons(look, bold), _fields(look, bold), _views(look), _menus(look))
    tones = "\n".join(f'QLabel[tone="{t}"] {{ color: {c(t)}; }}' for t in
                      ("ink", "ink2", "accent", "on_accent", "rail_ink", "rail_ink2", "rail_must", "rail_ok",
                       "rail_focus", *SOFTS))
    tip = f"color: {c('ink')}; background: {c('surface')}; border: 1px solid {c('control')}; padding: {px(4)}px;"
    return "\n".join((*parts, tones, f"QToolTip {{ {tip} }}"))


def _frames(look: Look) -> str:
    px, c = look.px, look.hex
    edge = "1px solid " + c("line")
    soft_edge = f"border: 1px solid {c('line')};" if look.theme == "contrast" else "border: none;"
    rail_edge = f"border-right: 1px solid {c('rail_line')};" if look.theme == "contrast" else ""
    softs = "\n".join(
        f'QFrame[banner="{s}"] {{ background: {c(s + "_soft")}; {soft_edge} border-left: {px(3)}px solid {c(s)}; }}'
        f'QFrame[verdict="{s}"] {{ background: {c(s + "_soft")}; {soft_edge} border-left: {px(5)}px solid {c(s)}; '
        f"border-bottom: {edge}; }}"
        f'QFrame[chip="{s}"] {{ background: {c(s + "_soft")}; color: {c(s)}; {soft_edge} border-radius: {px(11)}px; }}'
        f'QLabel[value="{s}"] {{ background: {c(s + "_soft")}; color: {c("ink")}; {soft_edge} border-radius: {px(3)}px; '
        f"padding: {px(3)}px {px(10)}px; }}"
        for s in SOFTS)
    return f"""
QWidget[ground="window"] {{ background: {c('window')}; }}
QWidget[ground="surface"] {{ background: {c('surface')}; }}
QWidget[ground="sunken"] {{ background: {c('sunken')}; }}
QWidget[ground="rail"] {{ background: {c('rail')}; {rail_edge} }}
QFrame[bar="top"] {{ background: {c('surface')}; border: none; border-bottom: {edge}; }}
QFrame[bar="head"] {{ background: {c('window')}; border: none; border-bottom: {edge}; }}
QFrame[bar="status"] {{ background: {c('sunken')}; border: none; border-top: {edge}; }}
QFrame[pane="left"] {{ background: {c('surface')}; border: none; border-right: {edge}; }}
QFrame[pane="right"] {{ background: {c('surface')}; border: none; border-left: {edge}; }}
QFrame[pane="band"] {{ background: {c('sunken')}; border: none; border-top: {edge}; border-bottom: {edge}; }}
QFrame[card="plain"] {{ background: {c('surface')}; border: {edge}; border-radius: {px(6)}px; padding: 1px; }}
QFrame[card="list"] {{ background: {c('surface')}; border: {edge}; border-radius: {px(2)}px; }}
QFrame[card="chosen"] {{ background: {c('surface')}; border: 2px solid {c('accent')}; border-radius: {px(6)}px; }}
QFrame[card="fix"] {{ background: {c('accent_soft')}; {soft_edge} border-radius: {px(6)}px; }}
QFrame[card="drop"] {{ background: {c('surface')}; border: none; }}
QFrame[toast="true"] {{ background: {c('rail')}; border: 1px solid {c('rail_line')}; border-radius: {px(6)}px; }}
QFrame[line="true"] {{ background: {c('line')}; border: none; max-height: 1px; min-height: 1px; }}
QFrame[banner="accent"] {{ background: {c('accent_soft')}; {soft_edge} border-radius: {px(4)}px; }}
{softs}
QFrame[chip="accent"] {{ background: {c('accent_soft')}; color: {c('accent')}; {soft_edge} border-radius: {px(11)}px; }}
QFrame[chip="quiet"] {{ background: {c('sunken')}; color: {c('ink')}; {soft_edge} border-radius: {px(11)}px; }}
QLabel[value="quiet"] {{ background: {c('sunken')}; color: {c('ink')}; {soft_edge} border-radius: {px(3)}px;
  padding: {px(3)}px {px(10)}px; }}
QLabel[key="true"] {{ background: {c('sunken')}; color: {c('ink')}; border-radius: {px(3)}px;
  padding: {px(2)}px {px(8)}px; }}
QFrame[post="true"] {{ background: {c('line')}; border: none; }}
QScrollArea {{ background: transparent; border: none; }}
QSplitter::handle {{ background: {c('line')}; }}
"""


def _buttons(look: Look, bold: int) -> str:
    px, c = look.px, look.hex
    return f"""
QPushButton {{ color: {c('ink')}; background: {c('surface')}; border: {bold}px solid {c('control')};
  border-radius: {px(4)}px; padding: 0 {px(13)}px; min-height: {px(32)}px; }}
QPushButton:hover {{ background: {c('accent_soft')}; }}
QPushButton:pressed {{ background: {c('select')}; }}
QPushButton:disabled {{ color: {c('control')}; border-color: {c('line')}; }}
QPushButton[kind="primary"] {{ color: {c('on_accent')}; background: {c('accent')}; border-color: {c('accent')}; }}
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed {{ background: {c('hover')};
  border-color: {c('hover')}; }}
QPushButton[kind="primary"]:disabled {{ background: {c('sunken')}; color: {c('ink2')}; border-color: {c('sunken')}; }}
QPushButton[kind="quiet"] {{ color: {c('accent')}; background: transparent; border: {bold}px solid transparent;
  padding: 0 {px(5)}px; text-align: left; }}
QPushButton[kind="quiet"]:hover {{ color: {c('hover')}; background: {c('accent_soft')}; }}
QPushButton[kind="quiet"]:disabled {{ color: {c('control')}; }}
QPushButton[kind="icon"] {{ background: transparent; border: {bold}px solid transparent; padding: 0;
  min-width: {px(26)}px; max-width: {px(26)}px; min-height: {px(26)}px; max-height: {px(26)}px; }}
QPushButton[kind="icon"]:hover {{ background: {c('accent_soft')}; }}
QPushButton[kind="rail"] {{ color: {c('rail_ink2')}; background: transparent; border: none; text-align: left;
  padding: 0 {px(18)}px; min-height: {px(34)}px; border-radius: 0; }}
QPushButton[kind="rail"][compact="true"] {{ text-align: center; padding: 0; }}
QPushButton[kind="rail"]:hover {{ color: {c('rail_ink')}; }}
QPushButton[kind="lesson"] {{ background: transparent; border: none; text-align: left; padding: 0;
  min-height: {px(50)}px; }}
QPushButton[kind="lesson"]:hover {{ background: {c('accent_soft')}; }}
QPushButton[kind="undo"] {{ color: {c('rail_focus')}; background: transparent; border: none;
  min-height: {px(28)}px; padding: 0 {px(6)}px; }}
QPushButton[kind="tab"] {{ border-radius: 0; min-height: {px(26)}px; padding: 0 {px(10)}px; }}
QPushButton[kind="tab"]:checked {{ color: {c('on_accent')}; background: {c('accent')}; border-color: {c('accent')}; }}
QPushButton[small="true"] {{ min-height: {px(26)}px; padding: 0 {px(10)}px; }}
QPushButton[small="true"][kind="quiet"] {{ padding: 0 {px(5)}px; }}
"""


def _fields(look: Look, bold: int) -> str:
    px, c = look.px, look.hex
    box = (f"color: {c('ink')}; background: {c('surface')}; border: {bold}px solid {c('control')}; "
           f"border-radius: {px(4)}px; selection-background-color: {c('accent')}; "
           f"selection-color: {c('on_accent')};")
    return f"""
QLineEdit {{ {box} padding: 0 {px(8)}px; min-height: {px(28)}px; placeholder-text-color: {c('ink2')}; }}
QLineEdit[search="true"] {{ padding-left: {px(32)}px; }}
QLineEdit[bare="true"] {{ border: none; }}
QLineEdit:disabled, QPlainTextEdit:disabled {{ background: {c('sunken')}; }}
QPlainTextEdit, QTextEdit, QTextBrowser {{ {box} padding: {px(4)}px; placeholder-text-color: {c('ink2')}; }}
QComboBox {{ {box} padding: 0 {px(8)}px; min-height: {px(28)}px; }}
QComboBox::drop-down {{ border: none; width: {px(24)}px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ color: {c('ink')}; background: {c('surface')}; border: 1px solid {c('control')};
  selection-background-color: {c('select')}; selection-color: {c('ink')}; outline: none; }}
QComboBox QAbstractItemView::item {{ min-height: {px(28)}px; }}
QProgressBar {{ background: {c('sunken')}; border: none; border-radius: 0; max-height: {px(8)}px;
  min-height: {px(8)}px; }}
QProgressBar::chunk {{ background: {c('accent')}; }}
"""


def _views(look: Look) -> str:
    px, c = look.px, look.hex
    edge = "1px solid " + c("line")
    return f"""
QTableView, QListView, QTreeView {{ color: {c('ink')}; background: {c('surface')}; border: {edge};
  gridline-color: {c('line')}; selection-background-color: {c('select')}; selection-color: {c('ink')}; outline: none; }}
QListView[plain="true"]::item {{ padding: 0 {px(6)}px; border: {px(2)}px solid transparent; }}
QListView[plain="true"]::item:selected {{ background: {c('select')}; color: {c('ink')}; }}
QListView[plain="true"]::item:focus {{ border-color: {c('focus')}; }}
QListView[round="true"] {{ border-radius: {px(6)}px; padding: 1px; }}
QTableView[bare="true"], QListView[bare="true"], QTreeView[bare="true"] {{ border: none; }}
QHeaderView {{ background: {c('sunken')}; border: none; }}
QHeaderView::section {{ color: {c('ink')}; background: {c('sunken')}; border: none; border-right: {edge};
  border-bottom: {edge}; padding: 0 {px(8)}px; }}
QAbstractScrollArea::corner {{ background: {c('sunken')}; border: none; }}
QTableCornerButton::section {{ background: {c('sunken')}; border: none; border-right: {edge}; border-bottom: {edge}; }}
QScrollBar:vertical {{ background: {c('sunken')}; width: {px(12)}px; margin: 0; }}
QScrollBar:horizontal {{ background: {c('sunken')}; height: {px(12)}px; margin: 0; }}
QScrollBar::handle {{ background: {c('control')}; border-radius: {px(3)}px; margin: {px(3)}px; }}
QScrollBar::handle:vertical {{ min-height: {px(28)}px; }}
QScrollBar::handle:horizontal {{ min-width: {px(28)}px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: none;
  border: none; width: 0; height: 0; }}
"""


def _menus(look: Look) -> str:
    px, c = look.px, look.hex
    return f"""
QMenuBar {{ background: {c('surface')}; color: {c('ink')}; border: none; }}
QMenuBar::item {{ background: transparent; padding: {px(6)}px {px(11)}px; border-radius: {px(4)}px; }}
QMenuBar::item:selected {{ background: {c('accent_soft')}; }}
QMenu {{ background: {c('surface')}; color: {c('ink')}; border: 1px solid {c('control')}; padding: {px(4)}px 0; }}
QMenu::item {{ padding: {px(6)}px {px(28)}px {px(6)}px {px(28)}px; }}
QMenu::item:selected {{ background: {c('select')}; }}
QMenu::item:disabled {{ color: {c('control')}; }}
QMenu::separator {{ height: 1px; background: {c('line')}; margin: {px(4)}px 0; }}
QDialog {{ background: {c('surface')}; }}
"""
