"""Tags of a workbook's XML, as far as they are looked for by their words."""

from __future__ import annotations

import html
import re

_ATTRIBUTE = re.compile(rb"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


def attributes(text: bytes) -> dict[str, str]:
    """Return the attributes of a tag, without their prefixes."""
    found = _ATTRIBUTE.findall(text)
    return {name.decode().split(":")[-1]: html.unescape((first or second).decode("utf-8", "replace"))
            for name, first, second in found}


def column_index(letters: bytes) -> int:
    """Return 0 for A, 26 for AA."""
    index = 0
    for char in letters:
        index = index * 26 + char - 64
    return index - 1
