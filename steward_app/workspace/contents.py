"""What the program must contain: counted, so that a packer that lost something is found out."""

from __future__ import annotations

from types import ModuleType

from .. import exports, fixes, formats, matching, readiness, structure
from ..catalogue import Catalogue
from ..checks import CHECKS
from ..core.text import LANGUAGES
from ..paths import Paths

DRAWERS = {"formats": formats, "structure": structure, "matching": matching, "readiness": readiness, "exports": exports}


def members(drawer: ModuleType) -> int:
    """Count the modules that a drawer names."""
    prefix = f"{drawer.__name__}."
    return sum(1 for item in vars(drawer).values() if isinstance(item, ModuleType) and item.__name__.startswith(prefix))


def counted(catalogue: Catalogue, paths: Paths) -> dict[str, int]:
    """Return how many of each thing there are; zero of anything means that the program is broken."""
    drawers = {name: members(drawer) for name, drawer in DRAWERS.items()}
    return {
        **drawers, "checks": len(CHECKS), "fixes": len(fixes.FIXES), "standards": len(catalogue.standards),
        "code_lists": len(catalogue.code_lists), "vocabularies": len(catalogue.vocabularies),
        "languages": len(LANGUAGES), "icons": len(list((paths.assets / "icons").glob("*.svg"))),
        "french": len(list((paths.assets / "i18n").glob("fr.*"))),
    }
