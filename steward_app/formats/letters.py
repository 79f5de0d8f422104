"""How well a piece of text reads as English or French: the letters and signs that stand where they should."""

from __future__ import annotations

LOWER = frozenset("éèêëàâçîïôùûüœæáíóúñöäåøãõ")
UPPER = frozenset("ÉÈÊËÀÂÇÎÏÔÙÛÜŒÆÁÍÓÚÑÖÄÅØ")
COMMON = frozenset("éèàçêâôîûëïùÉÀÈÊÇœ")
SIGNS = frozenset("’‘“”«»–—…°²³½¼¾€£©®™•·§±×º ª")
NBSP = "\u00a0"


def fitness(piece: str) -> float:
    """Return about +1 where the middle one of three characters stands well, about −1 where it does not."""
    return _placed(piece[1], piece[0], piece[2])


def _placed(char: str, before: str, after: str) -> float:
    if char in LOWER:
        return _lower(char, before, after)
    if char in UPPER:
        return _upper(char, before, after)
    if char == NBSP:
        return 0.5 if not (before.isalpha() and after.isalpha()) else -0.3
    if char in SIGNS:
        return _sign(char, before, after)
    return -1.0 if char.isalpha() or char.isprintable() else -2.0


def _lower(char: str, before: str, after: str) -> float:
    weight = 1.0 if char in COMMON else 0.5
    if before.isdigit() or after.isdigit():
        return -0.5
    if before.isupper() and after.isupper():
        return -0.7
    return weight if before.isalpha() or after.isalpha() else 0.2 * weight


def _upper(char: str, before: str, after: str) -> float:
    weight = 1.0 if char in COMMON else 0.4
    if before.islower():
        return -1.0
    if before.isupper() or after.isupper():
        return weight
    return 0.8 * weight if after.isalpha() and not before.isalnum() else 0.1


def _sign(char: str, before: str, after: str) -> float:
    inside = before.isalpha() and after.isalpha()
    if char in "’‘":
        return 0.9 if inside or before.isalpha() or after.isalpha() else 0.3
    if inside:
        return -1.0
    if char in "°²³½¼¾ºª":
        return 0.6 if before.isalnum() or before == " " else 0.1
    return 0.6
