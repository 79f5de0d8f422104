"""Every colour and every size of text: the numbers of the design, and nothing drawn."""

from __future__ import annotations

from dataclasses import dataclass

THEMES = ("light", "dark", "contrast")
DENSITIES = ("compact", "normal", "roomy")
GRID_ROW = {"compact": 24, "normal": 28, "roomy": 34}

# token: light, dark, high contrast
COLOURS: dict[str, tuple[str, str, str]] = {
    "window": ("#F4F2EC", "#141C1F", "#000000"),
    "surface": ("#FFFFFF", "#1B2529", "#000000"),
    "sunken": ("#E9E6DD", "#263238", "#1C1C1C"),
    "line": ("#D6D1C5", "#35444A", "#FFFFFF"),
    "control": ("#757B77", "#83939A", "#FFFFFF"),
    "ink": ("#17252A", "#E9EFEE", "#FFFFFF"),
    "ink2": ("#47565A", "#B1BFC1", "#FFFFFF"),
    "accent": ("#0B5D5E", "#6FCFC4", "#5CE1E6"),
    "hover": ("#084546", "#93E0D7", "#A6F2F4"),
    "on_accent": ("#FFFFFF", "#06282A", "#000000"),
    "accent_soft": ("#DCECE8", "#1D4040", "#003A3D"),
    "select": ("#CDE4DF", "#214644", "#004A66"),
    "rail": ("#0F3A3D", "#0B1315", "#000000"),
    "rail_line": ("#6C9092", "#5C787A", "#FFFFFF"),
    "rail_ink": ("#FFFFFF", "#F2F7F6", "#FFFFFF"),
    "rail_ink2": ("#B7D0CD", "#9FB7B6", "#FFFFFF"),
    "rail_must": ("#FFB4A8", "#FFB4A8", "#FFB4A8"),
    "rail_ok": ("#7FD19A", "#7FD19A", "#7FD19A"),
    "focus": ("#0B57D0", "#8AB4FF", "#FFFF00"),
    "rail_focus": ("#FFD36A", "#FFD36A", "#FFFF00"),
    "blocks": ("#6A1B6D", "#E3A5E6", "#FFB3FF"),
    "blocks_soft": ("#F5E7F5", "#3A203C", "#2B002B"),
    "must": ("#B3261E", "#FF9C8F", "#FFB4A8"),
    "must_soft": ("#FCE9E6", "#45221F", "#3A0A05"),
    "check": ("#855000", "#F2BC5C", "#FFE14D"),
    "check_soft": ("#FFF1D6", "#3B2D12", "#332B00"),
    "better": ("#2A5A9B", "#94BDF5", "#A8D1FF"),
    "better_soft": ("#E5EEF9", "#1C2E47", "#00223F"),
    "ok": ("#1C6637", "#7FD19A", "#8CFF9E"),
    "ok_soft": ("#E1F1E5", "#18351F", "#00290A"),
    "mark_tile": ("#FFFFFF", "#6FCFC4", "#5CE1E6"),
    "mark_rows": ("#0F3A3D", "#0B1315", "#000000"),
    "mark_tick": ("#0B7A63", "#0B1315", "#000000"),
}

# Under a contrast theme of the system, which of its colours each token takes; only shapes tell severities apart.
SYSTEM: dict[str, tuple[str, ...]] = {
    "window": ("window", "rail", "mark_tile"),
    "surface": ("surface", "sunken", "accent_soft", "select", *(f"{soft}_soft" for soft in ("blocks", "must", "check",
                                                                                           "better", "ok"))),
    "text": ("ink", "ink2", "line", "control", "rail_ink", "rail_ink2", "rail_line", "rail_must", "rail_ok", "blocks", "must",
             "check", "better", "ok", "mark_rows", "mark_tick"),
    "highlight": ("accent", "hover", "focus", "rail_focus"),
    "highlighted": ("on_accent",),
}

SOFTS = ("blocks", "must", "check", "better", "ok")

# role: size in base, weight (400 regular, 600 strong)
ROLES: dict[str, tuple[float, int]] = {
    "verdict": (1.9, 600), "title": (1.6, 600), "dialog": (1.45, 600), "section": (1.15, 600), "lead": (1.15, 400),
    "station": (1.08, 600), "body": (1.0, 400), "strong": (1.0, 600), "caption": (0.92, 400),
    "caption_strong": (0.92, 600),
}
SMALLEST = 11
DRAWN_AT = 13

# Each pair that text may use, with the least contrast it must keep (WCAG 2).
_INKS = ("ink", "ink2", "accent")
TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((ink, ground) for ink in _INKS for ground in ("window", "surface", "sunken", "select", "accent_soft")),
    *(("ink", f"{soft}_soft") for soft in SOFTS),
    *((word, ground) for word in SOFTS for ground in ("window", "surface", "sunken", f"{word}_soft")),
    *((word, "select") for word in ("must", "check", "better", "ok")),
    ("on_accent", "accent"), ("on_accent", "hover"), ("rail_ink", "rail"), ("rail_ink2", "rail"),
    ("rail_must", "rail"), ("rail_ok", "rail"), ("rail_focus", "rail"),
)
MARK_PAIRS: tuple[tuple[str, str], ...] = (
    *(("control", ground) for ground in ("surface", "window", "sunken")),
    *(("focus", ground) for ground in ("surface", "window", "sunken", "select")),
    ("rail_focus", "rail"), ("rail_line", "rail"),
)


@dataclass(frozen=True)
class Look:
    """How the window looks now: theme, size of body text in pixels, density, and one factor for all of it.

    `own` holds the colours of a contrast theme of the system, which take the place of ours.
    """

    theme: str = "light"
    base: int = DRAWN_AT
    density: str = "normal"
    factor: float = 1.0
    still: bool = False
    own: tuple[tuple[str, str], ...] = ()

    def hex(self, token: str) -> str:
        """Return the colour of a token as #RRGGBB."""
        for name, colour in self.own:
            if name == token:
                return colour
        return COLOURS[token][THEMES.index(self.theme)]

    def px(self, size: float) -> int:
        """Return a size drawn at base 13 as it is on this screen."""
        return round(size * self.base * self.factor / DRAWN_AT)

    def text_px(self, role: str) -> int:
        """Return the height of a role's text, never under the smallest that may be used."""
        return max(SMALLEST, round(ROLES[role][0] * self.base * self.factor))
