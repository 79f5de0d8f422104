"""JSON text changed in place: what did not change keeps its very bytes, keys and number forms nobody knows included."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[ \t\n\r]*")
_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Part:
    """A member of an object or an element of a list: where it starts, and where its value begins and stops."""

    key: str
    start: int
    begin: int
    stop: int
    value: Any


def patched(text: str, new: Any) -> str:
    """Return a JSON text that says `new`; only what differs from what `text` says is written anew."""
    begin = skipped(text, 0)
    stop = _DECODER.raw_decode(text, begin)[1]
    return text[:begin] + value_text(text, begin, stop, new) + text[stop:]


def value_text(text: str, begin: int, stop: int, new: Any) -> str:
    """Return the text of a value: its own where it says the same, else its parts', else what json writes."""
    old = _DECODER.raw_decode(text, begin)[0]
    if dumped(old) == dumped(new):
        return text[begin:stop]
    if isinstance(old, dict) and isinstance(new, dict) and old:
        return object_text(text, begin, stop, new)
    if isinstance(old, list) and isinstance(new, list) and named(old) and named(new):
        return list_text(text, begin, stop, new)
    return dumped(new)


def object_text(text: str, begin: int, stop: int, new: dict[str, Any]) -> str:
    """Return an object's text with other members: those that stay in their place, new ones at the end."""
    parts = parts_of(text, begin)
    last = {part.key: part for part in parts}
    pieces: list[tuple[Part | None, str]] = []
    for part in parts:
        if part.key in new:
            value = value_text(text, part.begin, part.stop, new[part.key]) if last[part.key] is part else \
                text[part.begin:part.stop]
            pieces.append((part, text[part.start:part.begin] + value))
    pieces += [(None, f"{dumped(key)}: {dumped(value)}") for key, value in new.items() if key not in last]
    return joined(text, begin, stop, parts, pieces)


def list_text(text: str, begin: int, stop: int, new: list[dict[str, Any]]) -> str:
    """Return a list's text with other elements; an element of the same name keeps what it says."""
    parts = parts_of(text, begin)
    known = {part.value["name"]: part for part in parts}
    found = [(known.get(item["name"]), item) for item in new]
    pieces = [(part, value_text(text, part.begin, part.stop, item) if part else dumped(item)) for part, item in found]
    return joined(text, begin, stop, parts, pieces)


def joined(text: str, begin: int, stop: int, parts: Sequence[Part], pieces: Sequence[tuple[Part | None, str]]) -> str:
    """Put pieces between the brackets of the text; what stands before each is its own, before a new one as at the first."""
    before = {part.start: text[parts[index - 1].stop:part.start] for index, part in enumerate(parts) if index}
    lead, foot = text[begin + 1:parts[0].start], text[parts[-1].stop:stop]
    usual, made = next(iter(before.values()), f",{lead}"), text[begin]
    for index, (part, said) in enumerate(pieces):
        gap = before.get(part.start) if part is not None else None
        made += (lead if index == 0 else gap or usual) + said
    return made + foot


def parts_of(text: str, begin: int) -> list[Part]:
    """Return the members of the object, or the elements of the list, that begins here."""
    found, at = [], skipped(text, begin + 1)
    while text[at] not in "}]":
        start, key = at, ""
        if text[begin] == "{":
            key, at = _DECODER.raw_decode(text, at)
            at = skipped(text, skipped(text, at) + 1)
        value, stop = _DECODER.raw_decode(text, at)
        found.append(Part(key, start, at, stop, value))
        at = skipped(text, stop)
        at = skipped(text, at + 1) if text[at] == "," else at
    return found


def skipped(text: str, at: int) -> int:
    """Return the next place that is no white space."""
    return _SPACE.match(text, at).end()  # type: ignore[union-attr]  # it matches nothing as well


def named(items: list[Any]) -> bool:
    """Tell whether a list holds objects of different names, and at least one."""
    names = [item.get("name") for item in items if isinstance(item, dict)]
    return bool(items) and len(names) == len(items) == len({str(name) for name in names if name})


def dumped(value: Any, *, indent: int | None = None) -> str:
    """Write a value as JSON; half a character that no file can hold keeps its escape."""
    return _HALF.sub(lambda half: f"\\u{ord(half[0]):04x}", json.dumps(value, ensure_ascii=False, indent=indent))
