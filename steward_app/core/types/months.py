"""Names of months and days in both languages, as they are met in files."""

from __future__ import annotations

_FULL = (
    ("january", "janvier"), ("february", "février", "fevrier"), ("march", "mars"), ("april", "avril"), ("may", "mai"),
    ("june", "juin"), ("july", "juillet"), ("august", "août", "aout"), ("september", "septembre"),
    ("october", "octobre"), ("november", "novembre"), ("december", "décembre", "decembre"),
)
_SHORT = (
    ("jan", "janv"), ("feb", "févr", "fevr", "fév", "fev"), ("mar",), ("apr", "avr"), (), ("jun",), ("jul", "juil", "juill"),
    ("aug",), ("sep", "sept"), ("oct",), ("nov",), ("dec", "déc"),
)
MONTHS = {name: number for number, names in enumerate(zip(_FULL, _SHORT, strict=True), 1) for part in names for name in part}
# “mar” is March and mardi: as a day it is left out.
DAYS = (
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|"
    "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mer|jeu|ven|sam|dim"
)
