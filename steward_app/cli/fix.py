"""`steward fix`: apply the fixes that are safe, and save the recipe that does the same next month."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ..core.text import Text
from ..workspace.belt import Belt
from ..workspace.recipe import save_recipe
from . import shapes
from .check import RECIPE, SCHEMA, SHEET, differing, exit_code, verdict_words
from .files import may_be_written
from .out import Out
from .parsing import Parser, name, place

NAME = "fix"
HELP = Text("apply the safe fixes and save a recipe", "appliquer les corrections sans risque et enregistrer une recette")
SAVE = Text("where to save the recipe", "où enregistrer la recette")
APPLIED = Text("{named}: {n} cells", "{named}\u00a0: {n} cellules", "{named}: {n} cell", "{named}\u00a0: {n} cellule")
SAVED = Text("recipe: {file}", "recette\u00a0: {file}")


def arguments(parser: Parser, language: str) -> None:
    """Declare the command's arguments."""
    parser.add_argument("file", type=name, metavar="FILE")
    parser.add_argument("--schema", required=True, metavar="ID", help=SCHEMA.to(language))
    parser.add_argument("--recipe", type=place, metavar="R", help=RECIPE.to(language))
    parser.add_argument("--sheet", help=SHEET.to(language))
    parser.add_argument("--save-recipe", required=True, type=place, metavar="OUT", help=SAVE.to(language))


def run(args: Namespace, out: Out, belt: Belt) -> int:
    """Fix what is safe. Returns 1 where must-fix findings remain; the recipe is written either way."""
    may_be_written(args.save_recipe, args.file, args.schema)
    work = belt.checked(Path(args.file), args.schema, args.recipe, args.sheet, out.progress)
    before = dict(work.findings.counts)
    applied = belt.fix_safely(work, out.progress)
    save_recipe(work, args.save_recipe)
    if out.as_json:
        out.result(shapes.fixed(work, args.file, str(args.save_recipe), applied, before))
    else:
        for item in applied:
            out.say(APPLIED.with_(named=item.named, n=item.cells))
        out.say(*differing(work), verdict_words(work), SAVED.with_(file=str(args.save_recipe)))
    return exit_code(work)
