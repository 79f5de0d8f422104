"""What JSON written by hand may hold: small shapes that name the first key that is written otherwise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Shape = Callable[[Any, str], None]


class Misshapen(ValueError):
    """A key holds something else than it should; its only argument is the key."""

    @property
    def key(self) -> str:
        """The key, as the file has it."""
        return str(self.args[0])


def asked(holds: bool, key: str) -> None:
    """Raise Misshapen where a key does not hold what it should."""
    if not holds:
        raise Misshapen(key)


def anything(value: Any, key: str) -> None:
    """Ask for nothing."""


def text(value: Any, key: str) -> None:
    """Ask for a text."""
    asked(isinstance(value, str), key)


def flag(value: Any, key: str) -> None:
    """Ask for true or false."""
    asked(isinstance(value, bool), key)


def counted(value: Any, key: str) -> None:
    """Ask for a whole number from 1."""
    asked(isinstance(value, int) and not isinstance(value, bool) and value > 0, key)


def maybe(shape: Shape) -> Shape:
    """Allow null."""
    return lambda value, key: None if value is None else shape(value, key)


def many(shape: Shape) -> Shape:
    """Ask for a list of something."""
    def lists(value: Any, key: str) -> None:
        asked(isinstance(value, list), key)
        for item in value:
            shape(item, key)
    return lists


def named(shape: Shape) -> Shape:
    """Ask for names, each with something."""
    def maps(value: Any, key: str) -> None:
        asked(isinstance(value, dict), key)
        for name, item in value.items():
            shape(item, f"{key}.{name}")
    return maps


def record(need: tuple[str, ...] = (), **shapes: Shape) -> Shape:
    """Ask for keys that each have a shape; those of `need` must be there. Other keys are the reader's to refuse."""
    def holds(value: Any, key: str) -> None:
        asked(isinstance(value, dict), key)
        for name in need:
            asked(name in value, name)
        for name, item in value.items():
            shapes.get(name, anything)(item, name)
    return holds


def number(value: Any, key: str) -> None:
    """Ask for a number."""
    asked(isinstance(value, int | float) and not isinstance(value, bool), key)


def either(*shapes: Shape) -> Shape:
    """Ask for one of some shapes."""
    def holds(value: Any, key: str) -> None:
        for shape in shapes:
            try:
                return shape(value, key)
            except Misshapen:
                continue
        raise Misshapen(key)
    return holds
