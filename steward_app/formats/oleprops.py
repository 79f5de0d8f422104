"""Who made an old workbook: the property set that an OLE file carries about itself ([MS-OLEPS])."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from . import compound

STREAM, AUTHOR, LAST_AUTHOR, CODE_PAGE = "\x05SummaryInformation", 4, 8, 1
SHORT, NARROW, WIDE, MOST = 0x02, 0x1E, 0x1F, 100


def people(box: compound.Box) -> list[str]:
    """Return the names of who made and who last saved a workbook; a damaged set tells nothing."""
    try:
        found = dict(properties(box.stream(STREAM)))
    except (struct.error, LookupError):
        return []
    return [name for key in (AUTHOR, LAST_AUTHOR) if (name := found.get(key, "").strip())]


def properties(said: bytes) -> Iterator[tuple[int, str]]:
    """Yield the texts of the first property set by their number. Raises struct.error where it is cut."""
    if len(said) < 48:
        return
    start = struct.unpack_from("<I", said, 44)[0]
    count = min(MOST, struct.unpack_from("<I", said, start + 4)[0])
    places = dict(struct.unpack_from("<II", said, start + 8 + 8 * at) for at in range(count))
    page = 1252
    if CODE_PAGE in places:
        kind, value = struct.unpack_from("<IH", said, start + places[CODE_PAGE])
        page = value if kind == SHORT else page
    for key, place in places.items():
        kind, size = struct.unpack_from("<II", said, start + place)
        raw = said[start + place + 8:start + place + 8 + size * (2 if kind == WIDE else 1)]
        if kind in (NARROW, WIDE):
            yield key, decoded(raw, wide=kind == WIDE or page == 1200, page=page).partition("\0")[0]


def decoded(raw: bytes, *, wide: bool, page: int) -> str:
    """Return a text of a code page; a page that nobody knows is read as Windows-1252."""
    try:
        return raw.decode("utf-16-le" if wide else "utf-8" if page == 65001 else f"cp{page}", "replace")
    except LookupError:
        return raw.decode("cp1252", "replace")
