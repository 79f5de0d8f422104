"""`steward check`: every finding of a file, counted."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ..core.problem import Problem
from ..core.text import Text
from ..workspace import Workspace
from ..workspace.belt import Belt
from ..workspace.listing import write_cells
from ..workspace.problems import headline_of
from ..workspace.recipe import read_recipe
from ..workspace.report import write_report
from . import shapes
from .files import ANOTHER, each, may_be_written, same
from .out import Out
from .parsing import Parser, name, place

NAME = "check"
HELP = Text("list what is wrong, every cell counted", "dresser la liste de ce qui ne va pas, chaque cellule comptée")
SCHEMA = Text("the standard: an id, id@version, or a Table Schema file",
              "la norme\u00a0: un identifiant, identifiant@version, ou un fichier Table Schema")
RECIPE = Text("a recipe saved earlier", "une recette enregistrée auparavant")
SHEET = Text("the sheet to read", "la feuille à lire")
CELLS = Text("write one line for each finding", "écrire une ligne pour chaque constat")
REPORT = Text("write the report as a web page", "écrire le rapport en page Web")
ONE_FILE = Text("“{option}” works with one file only.", "« {option} » n’accepte qu’un seul fichier.")
ONE_BY_ONE = Text("Check the files one by one, or leave it out.",
                  "Vérifiez les fichiers un à un, ou retirez cette option.")
ONE_NAME = Text("“--cells” and “--report” would write the same file.",
                "«\u00a0--cells\u00a0» et «\u00a0--report\u00a0» écriraient le même fichier.")
NOTHING_FED = Text("No column of this file feeds this standard: none of its rules could be checked.",
                   "Aucune colonne de ce fichier n’alimente cette norme\u00a0: aucune de ses règles n’a pu être vérifiée.")
VERDICTS = {
    "ready": Text("Ready to publish", "Prêt à publier"),
    "ready-with-notes": Text("Ready, with {n} things to improve", "Prêt, avec {n} points à améliorer",
                             "Ready, with {n} thing to improve", "Prêt, avec {n} point à améliorer"),
    "not-ready": Text("Not ready: {n} things must be fixed", "Pas encore prêt\u00a0: {n} points à corriger",
                      "Not ready: {n} thing must be fixed", "Pas encore prêt\u00a0: {n} point à corriger"),
}
UNCONFIRMED = Text("Columns to confirm, not checked: {columns}", "Colonnes à confirmer, non vérifiées\u00a0: {columns}")


def arguments(parser: Parser, language: str) -> None:
    """Declare the command's arguments."""
    parser.add_argument("files", nargs="+", type=name, metavar="FILE")
    parser.add_argument("--schema", required=True, metavar="ID", help=SCHEMA.to(language))
    parser.add_argument("--recipe", type=place, metavar="R", help=RECIPE.to(language))
    parser.add_argument("--sheet", help=SHEET.to(language))
    parser.add_argument("--cells", type=place, metavar="OUT.csv", help=CELLS.to(language))
    parser.add_argument("--report", type=place, metavar="OUT.html", help=REPORT.to(language))


def run(args: Namespace, out: Out, belt: Belt) -> int:
    """Check each file. Returns 0 where nothing must be fixed, 1 where something must."""
    for option in ("cells", "report"):
        if len(args.files) > 1 and getattr(args, option):
            raise Problem("C01", ONE_FILE, ONE_BY_ONE, {"option": f"--{option}"})
        may_be_written(getattr(args, option), *args.files, args.recipe, args.schema)
    if args.cells and args.report and same(args.cells, args.report):
        raise Problem("C01", ONE_NAME, ANOTHER)

    belt.catalogue.find(args.schema)  # what no file could pass is said once
    if args.recipe:
        read_recipe(args.recipe)

    def one(path: Path, given: str) -> int:
        work = belt.looked_through(path, args.schema, args.recipe, args.sheet, out.progress,
                                   report=args.report is not None)
        if args.cells:
            write_cells(work, args.cells, out.progress)
        if args.report:
            write_report(work, args.report)
        if out.as_json:
            out.result(shapes.checked(work, given))
        else:
            told(work, given, out)
        return exit_code(work)

    return each(args, out, one)


def exit_code(work: Workspace) -> int:
    """Return 1 where something must be fixed, else 0."""
    return 1 if work.findings.verdict == "not-ready" else 0


def told(work: Workspace, given: str, out: Out) -> None:
    """Say it to a person."""
    findings = work.findings
    out.say(given, *differing(work), verdict_words(work))
    for problem in findings.listed:
        head, title = headline_of(problem, work)
        out.say(f"  {problem.check.id}  {problem.cells:>7}  {title.to(out.language)}  —  {head.to(out.language)}")
    if not work.document.mapping.fed_fields:
        out.say(NOTHING_FED)
    columns = shapes.unconfirmed(work)
    if columns:
        out.say(UNCONFIRMED.with_(columns=", ".join(columns)))
    if work.apart is not None:
        out.say(*work.apart.untold)


def differing(work: Workspace) -> tuple[Text, ...]:
    """Return what the file has otherwise than the recipe knew, in words."""
    return work.drift.said if work.drift is not None else ()


def verdict_words(work: Workspace) -> Text:
    """Return the verdict as a sentence; it counts problems, as the window does."""
    findings = work.findings
    must = sum(1 for problem in findings.listed if problem.severity == "must")
    count = must if findings.verdict == "not-ready" else len(findings.listed) - must
    return VERDICTS[findings.verdict].with_(n=count)
