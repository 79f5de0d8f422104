"""What federal reference standards advise where a standard asks for nothing: never more than “could be better”.

Government of Canada data reference standards: provinces and territories (alpha code), date and time (ISO 8601-1),
business number (nine digits, the last a check digit). They bind federal bodies alone. (federation.md §10)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce
from operator import add
from typing import Any

import polars as pl

from ..core.check import Severity, Text, View, check
from ..core.forms import alpha_codes, iso_dates
from ..core.schema import Field, Rule, Schema, folded
from ..core.standard import Standard

PROVINCES = frozenset({"province", "prov", "provinces", "territory", "territoire"})
DATES = frozenset({"date"})

Arises = Callable[[Schema, Field], "dict[str, Any] | None"]
Columns = Callable[[View, tuple[str, ...]], Iterable[Rule]]


def named(words: frozenset[str]) -> Arises:
    """Arise on text fields without a list or a kind whose name says one of the words."""
    def arises(schema: Schema, item: Field) -> dict[str, Any] | None:
        bare = item.type == "string" and not (item.code_list or item.kind or item.constraints)
        return {} if bare and words & set(folded(f"{item.name} {item.title.en}").split()) else None
    return arises


def kept(check: str, words: frozenset[str]) -> Columns:
    """Yield a rule for each column that feeds nothing, is kept in the export, and whose heading says one of the words."""
    def rules(view: View, columns: tuple[str, ...]) -> Iterable[Rule]:
        for column in view.mapping.extras:
            if column in columns and words & set(folded(column).split()):
                yield Rule(check, None, {"column": column})
    return rules


@check("V26", "check-digit", Severity.BETTER, params=("width",),
       says=Text("{value} does not end with the right check digit.",
                 "{value} ne se termine pas par le bon chiffre de contrôle."),
       do=Text("A digit was probably mistyped.", "Un chiffre a sans doute été mal saisi."),
       why=Text("The number leads to another business, or to none.",
                "Le numéro mène à une autre entreprise, ou à aucune."),
       right="123456782", wrong="123456789")
def check_digit(view: View, rule: Rule) -> pl.Expr:
    """Mark texts of exactly `width` digits whose Luhn sum is not a multiple of ten.

    (Business number: Reference Standard on Business Number; the last of its nine digits is a Luhn digit.)
    """
    text, width = view.text(str(rule.field)), int(rule["width"])
    digits = text.str.contains(rf"^[0-9]{{{width}}}$")
    each = [text.str.slice(place, 1).cast(pl.Int32, strict=False) for place in range(width)]
    doubled = [digit * 2 - 9 * (digit > 4).cast(pl.Int32) for digit in each[width % 2::2]]
    return digits & (reduce(add, doubled + each[1 - width % 2::2]) % 10 != 0)


@check("V27", "province-form", Severity.BETTER, eager=True, arises=named(PROVINCES), columns=kept("V27", PROVINCES),
       says=Text("{value} is not the two-letter code of the province or territory.",
                 "{value} n’est pas le code à deux lettres de la province ou du territoire."),
       do=Text("Write ON, QC, NU…", "Écrivez ON, QC, NU…"),
       why=Text("It is the form that federal reference data use.", "C’est la forme qu’emploient les données de référence fédérales."),
       right="QC", wrong="Québec")
def province_form(view: View, rule: Rule, standard: Standard) -> pl.Series:
    """Mark texts that name a province or territory otherwise than by its alpha code."""
    return differing(texts_of(rule, standard), lambda distinct: alpha_codes(distinct, view.vocabularies.get("provinces") or ()))


@check("V28", "date-form", Severity.BETTER, eager=True, arises=named(DATES), columns=kept("V28", DATES),
       says=Text("{value}: write dates as year-month-day.", "{value}\u00a0: écrivez les dates dans l’ordre année-mois-jour."),
       why=Text("Everyone reads such a date the same way.", "Tout le monde lit cette forme de la même manière."),
       right="2024-05-07", wrong="May 7, 2024")
def date_form(view: View, rule: Rule, standard: Standard) -> pl.Series:
    """Mark texts that are a date read one way, but not written as ISO 8601-1 writes it."""
    return differing(texts_of(rule, standard), iso_dates)


def texts_of(rule: Rule, standard: Standard) -> pl.Series:
    """Return the text of the rule's field after its reading, or of its column that feeds nothing."""
    return standard.text(rule.field) if rule.field else standard.table.frame[rule["column"]]


def differing(texts: pl.Series, better: Callable[[pl.Series], pl.Series]) -> pl.Series:
    """Return one boolean a record: true where a better form is known; each distinct text is judged once."""
    distinct = texts.unique().drop_nulls()
    form = better(distinct)
    wrong = distinct.filter((form.is_not_null() & (form != distinct)).fill_null(False))
    return texts.is_in(wrong.implode()).fill_null(False)


CHECKS = (check_digit, province_form, date_form)
