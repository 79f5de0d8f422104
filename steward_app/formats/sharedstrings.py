"""The texts that an XLSX keeps once for all its cells."""

from __future__ import annotations

import html
import re
import zipfile

import polars as pl

from ..core.progress import Progress
from ..core.text import Text
from .sheetxml import pieces

READING = Text("Reading the texts", "Lecture des textes")
PART = "xl/sharedStrings.xml"
_SIMPLE = r"^><t(?: [^>]*)?>([^<]*)</t></si>"
_RUNS = re.compile(r"<(?:t|t [^>]*)>([^<]*)</t>")
_CODE = re.compile("_x((?![dD][89a-fA-F])[0-9A-Fa-f]{4})_")
_PHONETIC = re.compile(r"<rPh\b.*?</rPh>", re.DOTALL)


def strings(book: zipfile.ZipFile, progress: Progress) -> pl.Series:
    """Return the shared texts of a workbook in their order. Raises ValueError where they are cut off."""
    if PART not in book.namelist():
        return pl.Series("text", [], dtype=pl.String)
    found: list[pl.Series] = []
    piece = b""
    for piece in pieces(book, PART, "si"):
        progress(READING, len(found))
        found.append(texts(pl.Series([piece], dtype=pl.Binary).cast(pl.String).str.split("<si").explode().slice(1)))
    if b"</sst>" not in piece and b"/>" not in piece:
        raise ValueError("cut")
    return pl.concat(found, rechunk=True)


def texts(items: pl.Series) -> pl.Series:
    """Return the texts of `<si>` tags, each given from after its name on."""
    simple = items.str.extract(_SIMPLE, 1).alias("text")
    rest = simple.is_null().arg_true()
    if rest.len():
        simple = simple.scatter(rest, [in_runs(item) for item in items.gather(rest)])
    return unescaped(simple)


def in_runs(raw: str) -> str:
    """Return the text of a string that may change its look inside; how it is pronounced is no part of it."""
    return "".join(_RUNS.findall(_PHONETIC.sub("", raw.partition("</si>")[0].partition("</is>")[0])))


def unescaped(raw: pl.Series) -> pl.Series:
    """Return text without the marks of XML (`&amp;`) and of workbooks (`_x000D_`)."""
    marked = raw.str.contains("&", literal=True) | raw.str.contains("_x", literal=True)
    if not marked.any():
        return raw
    some = raw.filter(marked).unique()
    return raw.replace(some, pl.Series([plain(text) for text in some], dtype=pl.String))


def plain(text: str) -> str:
    """Return one text without its marks; half a character is left as it is written."""
    return _CODE.sub(lambda found: chr(int(found[1], 16)), html.unescape(text))
