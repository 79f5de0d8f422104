"""`steward schema ID`: one standard, or its blank template."""

from __future__ import annotations

import json
from argparse import Namespace

from ..core.text import Text
from ..workspace.belt import Belt
from ..workspace.standard import described, write_template
from .files import may_be_written
from .out import Out
from .parsing import Parser, place

NAME = "schema"
HELP = Text("show a standard, or write its blank template", "montrer une norme ou écrire son gabarit vierge")
TEMPLATE = Text("write a blank workbook with the headings", "écrire un classeur vierge avec les en-têtes")
WRITTEN = Text("template: {file}", "gabarit\u00a0: {file}")


def arguments(parser: Parser, language: str) -> None:
    """Declare the command's arguments."""
    parser.add_argument("schema", metavar="ID")
    parser.add_argument("--template", type=place, metavar="OUT.xlsx", help=TEMPLATE.to(language))


def run(args: Namespace, out: Out, belt: Belt) -> int:
    """Show the standard as a Table Schema, code lists written in; or write its template."""
    schema = belt.catalogue.find(args.schema)
    may_be_written(args.template, args.schema)
    if args.template:
        write_template(schema, args.template, out.language)
        out.say(WRITTEN.with_(file=str(args.template)))
    if out.as_json:
        out.result(described(schema))
    elif not args.template:
        out.say(json.dumps(described(schema), ensure_ascii=False, indent=2))
    return 0
