"""`steward verify`: re-read a package from disk as a portal would."""

from __future__ import annotations

from argparse import Namespace

from ..core.text import Text
from ..workspace.belt import Belt
from ..workspace.verify import is_draft, verify
from .out import Out
from .parsing import Parser, place

NAME = "verify"
HELP = Text("re-read a package as a portal would", "relire un paquet comme le ferait un portail")
HOLDS = Text("The package holds.", "Le paquet est intact et conforme.")
DRAFT_HOLDS = Text("The draft is whole. It is not for publication.", "L’ébauche est intacte. Elle n’est pas à publier.")
FAULT = Text("{file}: {says}", "{file}\u00a0: {says}")


def arguments(parser: Parser, language: str) -> None:
    """Declare the command's arguments."""
    parser.add_argument("folder", type=place, metavar="FOLDER")


def run(args: Namespace, out: Out, belt: Belt) -> int:
    """Verify the package. Returns 0 if it holds, 1 if not."""
    faults = verify(args.folder, out.progress, dict(belt.catalogue.for_checks), belt.today)
    if out.as_json:
        said = [{"file": fault.file, **fault.says.as_json()} for fault in faults]
        out.result({"folder": str(args.folder), "holds": not faults, "faults": said})
    else:
        said_of = [FAULT.with_(file=fault.file, says=fault.says) for fault in faults]
        out.say(*(said_of or [DRAFT_HOLDS if is_draft(args.folder) else HOLDS]))
    return 1 if faults else 0
