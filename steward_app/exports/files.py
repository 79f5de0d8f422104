"""How a file reaches the disk: UTF-8, keys in the order given, one line end, nothing that changes from run to run."""

from __future__ import annotations

import contextlib
import csv
import hashlib
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from typing import Any, BinaryIO, TypeVar, cast

from ..core.progress import Progress
from ..core.text import Text

T = TypeVar("T")
BLOCK = 1 << 20
# How often a long call reports, in seconds.
EVERY = 0.2
HASHING = Text("Computing fingerprints", "Calcul des empreintes")
SUMS = "SHA256SUMS"
LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


class Sealed:
    """A file being written whose fingerprint is taken from the bytes as they leave."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self.digest = file, hashlib.sha256()

    def write(self, data: bytes) -> int:
        """Write some bytes."""
        self.digest.update(data)
        return self._file.write(data)

    def flush(self) -> None:
        """Hand what is buffered to the system."""
        self._file.flush()


@contextlib.contextmanager
def sealed(folder: Path, name: str) -> Iterator[BinaryIO]:
    """Open a data file of a package for writing; its fingerprint joins SHA256SUMS, without a second look at the disk."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        seal = Sealed(file)
        yield cast(BinaryIO, seal)
    with (folder / SUMS).open("a", encoding="utf-8", newline="\n") as sums:
        sums.write(sum_line(seal.digest.hexdigest(), name))


def sum_line(digest: str, name: str) -> str:
    """Return one line of SHA256SUMS, as `sha256sum -c` reads it."""
    return f"{digest}  {name}\n"


def fingerprints(folder: Path) -> tuple[dict[str, str], list[int]]:
    """Return the fingerprint of each file that SHA256SUMS lists, and the numbers of the lines that say nothing."""
    path = folder / SUMS
    if not path.is_file():
        return {}, []
    lines = [LINE.fullmatch(line) for line in path.read_text(encoding="utf-8", errors="replace").splitlines()]
    return ({found[2]: found[1] for found in lines if found},
            [number for number, found in enumerate(lines, 1) if not found])


def write_text(path: Path, text: str) -> Path:
    """Write a text file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def write_json(path: Path, content: Any) -> Path:
    """Write a JSON file, readable by people."""
    return write_text(path, json.dumps(content, ensure_ascii=False, indent=2) + "\n")


def write_rows(path: Path, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> Path:
    """Write a small CSV table (RFC 4180)."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return write_text(path, out.getvalue())


def sha256(path: Path, progress: Progress) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    digest, size, done = hashlib.sha256(), path.stat().st_size, 0
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            progress(HASHING, done, size)
            digest.update(block)
            done += len(block)
    return digest.hexdigest()


def waited(work: Callable[[], T], progress: Progress, says: Text) -> T:
    """Return what a long call of polars gives, reporting while it lasts. Raises Cancelled without waiting for its end."""
    beside = ThreadPoolExecutor(1)
    try:
        answer = beside.submit(work)
        while not wait([answer], timeout=EVERY).done:
            progress(says)
        return answer.result()
    finally:
        beside.shutdown(wait=False)


def both_keys(key: str, text: Text | None) -> dict[str, str]:
    """Return `key` in English and `key_fr` in French, as our Table Schemas have them; nothing for nothing."""
    return {key: text.to("en"), f"{key}_fr": text.to("fr")} if text and (text.en or text.fr) else {}


def translated(text: Text | None) -> dict[str, str]:
    """Return `{"en": …, "fr": …}`, empty text where there is none."""
    return text.as_json() if text else {"en": "", "fr": ""}
