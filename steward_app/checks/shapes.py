"""Shape and length of text."""

from __future__ import annotations

from typing import Any

import polars as pl

from ..core.check import Severity, Text, View, check
from ..core.schema import Field, Rule, Schema

OWN_SHAPE = ("postal-code", "fsa", "phone")  # kinds whose own check replaces the pattern: one fault, one finding


def with_pattern(schema: Schema, item: Field) -> dict[str, Any] | None:
    """Arise from `pattern`, unless the field's kind has a shape of its own or its values are on a list."""
    pattern = item.constraints.get("pattern")
    listed = item.code_list or item.constraints.get("enum")
    fits = item.type == "string" and item.kind not in OWN_SHAPE and not listed
    return {"pattern": pattern} if pattern and fits else None


def with_most(schema: Schema, item: Field) -> dict[str, Any] | None:
    """Arise from `maxLength`."""
    most = item.constraints.get("maxLength")
    return {"maxLength": most} if most is not None and item.type == "string" else None


def with_least(schema: Schema, item: Field) -> dict[str, Any] | None:
    """Arise from `minLength`."""
    least = item.constraints.get("minLength")
    return {"minLength": least} if least is not None and item.type == "string" else None


def anchored(pattern: str) -> str:
    """Return a pattern that holds for whole texts only. (Table Schema v2, `pattern`)"""
    return f"^(?:{pattern})$"


@check("V14", "wrong-shape", Severity.MUST, arises=with_pattern, params=("pattern",),
       says=Text("“{title}” should look like {example}. Row {row} has {value}.",
                 "«\u00a0{title}\u00a0» doit suivre le modèle {example}. La ligne {row} indique {value}."),
       many=Text("“{title}” should look like {example}. {n} rows differ, such as row {row} ({value}).",
                 "«\u00a0{title}\u00a0» doit suivre le modèle {example}. {n} lignes s’en écartent, dont la ligne {row} ({value})."),
       why=Text("Programs that expect this shape will refuse it.",
                "Les programmes qui attendent ce modèle refuseront la valeur."),
       right="2463048", wrong="24-63048")
def wrong_shape(view: View, rule: Rule) -> pl.Expr:
    """Mark text that the pattern does not match from end to end."""
    return ~view[str(rule.field)].str.contains(anchored(rule["pattern"]))


@check("V18", "too-long", Severity.MUST, arises=with_most, params=("maxLength",),
       says=Text("“{title}” holds up to {max} characters; this one has {length}.",
                 "«\u00a0{title}\u00a0» accepte au plus {max} caractères; cette valeur en compte {length}."),
       many=Text("“{title}” holds up to {max} characters; {n} values are longer.",
                 "«\u00a0{title}\u00a0» accepte au plus {max} caractères; {n} valeurs sont plus longues."),
       why=Text("A longer text would be cut off.", "Un texte plus long serait tronqué."), right="abc", wrong="abcdef")
def too_long(view: View, rule: Rule) -> pl.Expr:
    """Mark text of more characters than `maxLength`."""
    return view[str(rule.field)].str.len_chars() > pl.lit(rule["maxLength"])


@check("V25", "too-short", Severity.MUST, arises=with_least, params=("minLength",),
       says=Text("“{title}” needs at least {min} characters; this one has {length}.",
                 "«\u00a0{title}\u00a0» doit compter au moins {min} caractères; cette valeur en compte {length}."),
       many=Text("“{title}” needs at least {min} characters; {n} values are shorter.",
                 "«\u00a0{title}\u00a0» doit compter au moins {min} caractères; {n} valeurs sont plus courtes."),
       why=Text("So short a text says too little.", "Un texte si court n’en dit pas assez."), right="abc", wrong="a")
def too_short(view: View, rule: Rule) -> pl.Expr:
    """Mark text of fewer characters than `minLength`."""
    return view[str(rule.field)].str.len_chars() < pl.lit(rule["minLength"])


CHECKS = (wrong_shape, too_long, too_short)
