"""Where the admission of standards looks: our `schemas/`, or the folder that STEWARD_SCHEMAS names.

`STEWARD_SCHEMAS=my/schemas python packaging/dev.py test tests/schemas` holds somebody's own catalogue to every promise of ours.
"""

from __future__ import annotations

import os
from pathlib import Path

SCHEMAS = Path(os.environ.get("STEWARD_SCHEMAS") or Path(__file__).resolve().parents[1] / "schemas")
