"""`steward suggest`: the standards that fit a file, and the mapping it would get."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ..core.reading import Asked
from ..core.text import Text, percent
from ..workspace.belt import Belt, Suggested
from . import shapes
from .files import each
from .out import Out
from .parsing import Parser, name

NAME = "suggest"
HELP = Text("rank the standards and propose the mapping", "classer les normes et proposer l’association des colonnes")
SCHEMA = Text("match to this standard instead of the best one", "associer à cette norme plutôt qu’à la meilleure")
SHEET = Text("the sheet to read", "la feuille à lire")
NONE_FITS = Text("No standard fits this file.", "Aucune norme ne convient à ce fichier.")
STATES = {"matched": Text("matched", "associée"), "check": Text("please check", "à vérifier"), "none": Text("", "")}
WHY = {"exact": Text("same name", "même nom"), "alias": Text("known name", "nom connu"),
       "remembered": Text("chosen before", "déjà choisie"), "similar": Text("similar name", "nom semblable"),
       "values": Text("by its values", "d’après ses valeurs"), "none": Text("", "")}
ABSENT = Text("not found: {fields}", "introuvables\u00a0: {fields}")


def arguments(parser: Parser, language: str) -> None:
    """Declare the command's arguments."""
    parser.add_argument("files", nargs="+", type=name, metavar="FILE")
    parser.add_argument("--schema", metavar="ID", help=SCHEMA.to(language))
    parser.add_argument("--sheet", help=SHEET.to(language))


def run(args: Namespace, out: Out, belt: Belt) -> int:
    """Rank the standards for each file; ends in 0 whatever it found."""
    chosen = belt.catalogue.find(args.schema) if args.schema else None

    def one(path: Path, given: str) -> int:
        opened = belt.open(path, Asked(sheet=args.sheet), out.progress, header_only_ok=True)
        suggested = belt.suggest(opened, chosen)
        if out.as_json:
            out.result(shapes.suggested(suggested, given))
        else:
            told(suggested, given, out)
        return 0

    return each(args, out, one)


def told(suggested: Suggested, given: str, out: Out) -> None:
    """Say it to a person."""
    out.say(given)
    if suggested.schema is None:
        out.say(NONE_FITS)
        return
    for ranked in suggested.ranked[:3]:
        out.say(f"  {ranked.id:24} {percent(round(ranked.score * 1000), 1000, out.language)}")
    for match in suggested.proposed.columns:
        state, why = (words.get(said, Text(said, said)).to(out.language) for words, said in ((STATES, match.state), (WHY, match.why)))
        out.say(f"  {match.column:32} → {match.field or '–':28} {state:12}  {why}".rstrip())
    if suggested.proposed.missing:
        out.say(ABSENT.with_(fields=", ".join(suggested.proposed.missing)))
