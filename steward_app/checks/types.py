"""Text that cannot be read as its type: dates, numbers, yes and no, postal codes, telephones, web addresses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import polars as pl

from ..core.check import Severity, Text, View, check
from ..core.schema import Field, Rule, Schema
from ..core.types import FAULT, of


def family(id: str) -> Callable[[Schema, Field], dict[str, Any] | None]:
    """Arise for the fields whose kind of value can have this fault."""
    def arises(schema: Schema, item: Field) -> dict[str, Any] | None:
        return {} if id in of(item).family else None
    return arises


def faulty(view: View, rule: Rule) -> pl.Expr:
    """Mark the texts that were given the fault of the rule's check."""
    return view.fault(str(rule.field)) == FAULT[rule.check]


@check("V03", "date-format", Severity.MUST, arises=family("V03"),
       says=Text("Write dates as year-month-day{arrow}.", "Écrivez les dates dans l’ordre année-mois-jour{arrow}."),
       why=Text("Year-month-day reads one way everywhere, and sorts.",
                "L’ordre année-mois-jour se lit partout de la même façon et se trie."),
       right="2024-05-07", wrong="25/12/2024")
def date_format(view: View, rule: Rule) -> pl.Expr:
    """Mark dates that mean one day but are not written as `2024-05-07`, and what is no date at all."""
    return faulty(view, rule)


@check("V04", "ambiguous-date", Severity.MUST, arises=family("V04"),
       says=Text("Is {value} {first} or {second}?", "{value}\u00a0: le {first} ou le {second}?"),
       do=Text("Choose once for the column.", "Choisissez une seule fois, pour toute la colonne."),
       many=Text("{value} and {more} other dates can be read two ways.",
                 "{value} et {more} autres dates peuvent se lire de deux façons.",
                 "{value} and {more} other date can be read two ways.",
                 "{value} et {more} autre date peuvent se lire de deux façons."),
       why=Text("Nothing in the column says whether the day or the month comes first.",
                "Rien dans la colonne ne dit lequel vient en premier, du jour ou du mois."),
       right="2024-05-07", wrong="03/04/2024")
def ambiguous_date(view: View, rule: Rule) -> pl.Expr:
    """Mark dates that can be read two ways."""
    return faulty(view, rule)


@check("V05", "impossible-date", Severity.MUST, arises=family("V05"),
       says=Text("{value} does not exist.", "La date {value} n’existe pas."),
       do=Text("Look them up and correct them.", "Retrouvez les bonnes dates et corrigez-les.",
               "Look it up and correct it.", "Retrouvez la bonne date et corrigez-la."),
       many=Text("{value} and {more} other dates do not exist.",
                 "{value} et {more} autres dates n’existent pas.",
                 "{value} and {more} other date do not exist.",
                 "{value} et {more} autre date n’existent pas."),
       why=Text("A date that does not exist cannot be used.", "Une date qui n’existe pas ne peut pas servir."),
       right="2024-02-29", wrong="2024-02-31")
def impossible_date(view: View, rule: Rule) -> pl.Expr:
    """Mark dates that no calendar has."""
    return faulty(view, rule)


@check("V06", "serial-date", Severity.MUST, arises=family("V06"),
       says=Text("{value} looks like an Excel date: {suggestion}.",
                 "{value} ressemble à une date Excel\u00a0: {suggestion}."),
       many=Text("{value} and {more} other numbers look like Excel dates.",
                 "{value} et {more} autres nombres ressemblent à des dates Excel.",
                 "{value} and {more} other number look like Excel dates.",
                 "{value} et {more} autre nombre ressemblent à des dates Excel."),
       why=Text("Excel counts days; people read dates.", "Excel compte des jours; les gens lisent des dates."),
       right="2023-12-31", wrong="45291")
def serial_date(view: View, rule: Rule) -> pl.Expr:
    """Mark numbers of days as spreadsheets keep them (20000 to 60000)."""
    return faulty(view, rule)


@check("V07", "number-format", Severity.MUST, arises=family("V07"),
       says=Text("Use digits only{arrow}.", "Inscrivez seulement des chiffres{arrow}."),
       why=Text("Signs and spaces keep programs from adding it up.",
                "Les signes et les espaces empêchent les programmes d’en faire la somme."),
       right="-1200.5", wrong="1 200,50 $")
def number_format(view: View, rule: Rule) -> pl.Expr:
    """Mark numbers with signs, blanks or commas, and what is no number."""
    return faulty(view, rule)


@check("V08", "not-whole", Severity.MUST, arises=family("V08"),
       says=Text("“{title}” counts whole things; {value} is not a whole number.",
                 "«\u00a0{title}\u00a0» doit être un nombre entier; {value} ne convient pas."),
       many=Text("“{title}” counts whole things; {value} and {more} others are not whole numbers.",
                 "«\u00a0{title}\u00a0» doit être un nombre entier; {value} et {more} autres valeurs ne conviennent pas.",
                 "“{title}” counts whole things; {value} and {more} other are not whole numbers.",
                 "«\u00a0{title}\u00a0» doit être un nombre entier; {value} et {more} autre valeur ne conviennent pas."),
       why=Text("A part of one cannot be counted.", "On ne peut pas compter une partie d’unité."),
       right="2", wrong="2.5")
def not_whole(view: View, rule: Rule) -> pl.Expr:
    """Mark numbers with decimals where whole ones are expected."""
    return faulty(view, rule)


@check("V13", "yes-no", Severity.MUST, arises=family("V13"),
       says=Text("Use Yes or No (row {row} has “{value}”).",
                 "Inscrivez Oui ou Non (la ligne {row} indique «\u00a0{value}\u00a0»)."),
       many=Text("Use Yes or No: “{value}” and {more} other words appear in {rows} rows.",
                 "Inscrivez Oui ou Non\u00a0: «\u00a0{value}\u00a0» et {more} autres mots figurent dans {rows} lignes.",
                 "Use Yes or No: “{value}” and {more} other word appear in {rows} rows.",
                 "Inscrivez Oui ou Non\u00a0: «\u00a0{value}\u00a0» et {more} autre mot figurent dans {rows} lignes."),
       why=Text("Other words are read differently by each program.",
                "Chaque programme lit les autres mots à sa façon."),
       right="Yes", wrong="OUI!")
def yes_no(view: View, rule: Rule) -> pl.Expr:
    """Mark what is neither of the field's words for true and false."""
    return faulty(view, rule)


@check("V15", "postal-code", Severity.MUST, arises=family("V15"),
       says=Text("Postal code should look like {example}.", "Le code postal doit suivre le modèle {example}."),
       why=Text("One way of writing lets records be matched.", "Une seule écriture permet d’apparier les données."),
       right="K1A 0B1", wrong="k1a0b1")
def postal_code(view: View, rule: Rule) -> pl.Expr:
    """Mark postal codes written otherwise than `K1A 0B1`, or `K1A`."""
    return faulty(view, rule)


@check("V16", "phone", Severity.MUST, arises=family("V16"),
       says=Text("Use 10 digits: {example}.", "Inscrivez les 10 chiffres\u00a0: {example}."),
       why=Text("A telephone can only dial a whole number.", "On ne peut composer qu’un numéro complet."),
       right="613-555-0199", wrong="(613) 555-0199")
def phone(view: View, rule: Rule) -> pl.Expr:
    """Mark telephone numbers written otherwise than `613-555-0199`."""
    return faulty(view, rule)


@check("V17", "web-or-email", Severity.MUST, arises=family("V17"),
       says=Text("{value} should look like {example}.", "{value} doit suivre le modèle {example}."),
       many=Text("{value} and {more} other addresses should look like {example}.",
                 "{value} et {more} autres adresses doivent suivre le modèle {example}.",
                 "{value} and {more} other address should look like {example}.",
                 "{value} et {more} autre adresse doivent suivre le modèle {example}."),
       why=Text("Otherwise the link leads nowhere.", "Autrement, le lien ne mène nulle part."),
       right="https://www.ville.ca", wrong="www.ville.ca")
def web_or_email(view: View, rule: Rule) -> pl.Expr:
    """Mark e-mail and web addresses that are not whole."""
    return faulty(view, rule)


CHECKS = (date_format, ambiguous_date, impossible_date, serial_date, number_format, not_whole, yes_no, postal_code,
          phone, web_or_email)
