"""`steward schemas`: the catalogue."""

from __future__ import annotations

from argparse import Namespace

from ..core.text import Text
from ..workspace.belt import Belt
from . import shapes
from .out import Out
from .parsing import Parser

NAME = "schemas"
HELP = Text("list the standards", "dresser la liste des normes")


def arguments(parser: Parser, language: str) -> None:
    """Declare no arguments."""


def run(args: Namespace, out: Out, belt: Belt) -> int:
    """List the standards."""
    if out.as_json:
        out.result({"schemas": [shapes.schema_line(schema) for schema in belt.catalogue.standards]})
    for schema in belt.catalogue.standards:
        out.say(f"{schema.name:24} {schema.version:8} {schema.title.to(out.language)}")
    return 0
