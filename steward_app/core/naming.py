"""Names that every system takes for a file or folder, and headings that portals take for a column."""

from __future__ import annotations

import re
import unicodedata

RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.IGNORECASE)
REFUSED = set('<>:"/\\|?*')
LONGEST, MOST_BYTES = 80, 200
HEADING_MOST = 63


def portal_takes(heading: str) -> bool:
    """Tell whether the federal DataStore takes a heading. (federation.md §2.1, `ds-headers`)"""
    return bool(heading.strip()) and heading == heading.strip() and not heading.startswith("_") \
        and '"' not in heading and len(heading) <= HEADING_MOST


def safe_name(text: str) -> str:
    """Return a name that every system takes for a file or folder: never empty, at most 80 characters.

    (reliability.md §4: no refused or control character, no dot or space at either end, no reserved name, NFC.)
    """
    bare = "".join(" " if c.isspace() else c for c in unicodedata.normalize("NFC", text)
                   if c not in REFUSED and (c.isspace() or unicodedata.category(c)[0] != "C"))
    name = unicodedata.normalize("NFC", bare).strip(". ")[:LONGEST]
    while len(name.encode()) > MOST_BYTES:
        name = name[:-1]
    name = name.strip(". ") or "unnamed"
    return name if not RESERVED.match(name) else f"_{name}"[:LONGEST].rstrip(". ")
