"""A file checked in pieces: what `steward check` answers of it, made in a process of its own that keeps no table."""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TODAY = dt.date(2026, 11, 24)


def answer(path: Path, large: int) -> str:
    """Return the answer of `check --json` on a file; in pieces from so many bytes."""
    from steward_app.catalogue import Catalogue
    from steward_app.cli import shapes
    from steward_app.core.progress import SILENT
    from steward_app.workspace.belt import Belt
    from steward_app.workspace.limits import Limits

    with Belt(Catalogue(ROOT / "schemas"), TODAY, limits=Limits(large=large)) as belt:
        return json.dumps(shapes.checked(belt.looked_through(path, "building-permits", None, None, SILENT), path.name))


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    print(answer(Path(sys.argv[1]), int(sys.argv[2])))
