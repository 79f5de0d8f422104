"""The sentences of the report, in both languages."""

from __future__ import annotations

from ..core.schema import Severity
from ..core.text import Text

REPORT = Text("Check report", "Rapport de vérification")
PAGE = Text("Check report: {title}", "Rapport de vérification\u00a0: {title}")
OTHER = {"en": ("fr", "Français"), "fr": ("en", "English")}
READY = Text("Ready to publish", "Prêt à publier")
WITH_NOTES = Text("Ready, with {n} things to improve", "Prêt, avec {n} points à améliorer",
                  "Ready, with {n} thing to improve", "Prêt, avec {n} point à améliorer")
NOT_READY = Text("Not ready: {n} things must be fixed", "Pas encore prêt\u00a0: {n} points à corriger",
                 "Not ready: {n} thing must be fixed", "Pas encore prêt\u00a0: {n} point à corriger")
DRAFT = Text("Draft: not for publication", "Ébauche\u00a0: ne pas publier")
CHECKED = Text("{n} rows read and checked, {cells} cells in {columns} columns.",
               "{n} lignes lues et vérifiées, {cells} cellules dans {columns} colonnes.",
               "{n} row read and checked, {cells} cells in {columns} columns.",
               "{n} ligne lue et vérifiée, {cells} cellules dans {columns} colonnes.")
NO_ERROR = Text("No error.", "Aucune erreur.")
COUNTS = (
    (Severity.BLOCKS, Text("cannot be read", "lecture impossible")), (Severity.MUST, Text("to fix", "à corriger")),
    (Severity.CHECK, Text("to check", "à vérifier")), (Severity.BETTER, Text("to improve", "à améliorer")),
)
RECORDED = Text("recorded changes", "changements consignés", "recorded change", "changement consigné")

STANDARDISED = Text("What we standardised", "Ce que nous avons normalisé")
NOTHING_CHANGED = Text("Nothing: the values stand as in the source.", "Rien\u00a0: les valeurs sont celles de la source.")
COLUMN = Text("Column", "Colonne")
WHAT_WAS_DONE = Text("What was done", "Ce qui a été fait")
CELLS = Text("Cells", "Cellules")
PROOF = Text("Proof", "Preuve")
WITHHELD = Text("not shown here: it may identify someone", "non affichée ici\u00a0: cette valeur peut permettre d’identifier quelqu’un")
LINES = Text("changes.csv, lines {first}–{last}", "changes.csv, lignes {first} à {last}")
LINE = Text("changes.csv, line {first}", "changes.csv, ligne {first}")
ALL = Text("All", "Toutes")
LEFT_OUT = {
    "above": Text("Rows above the headings left out", "Lignes au-dessus des en-têtes omises"),
    "blank": Text("Blank rows left out", "Lignes vides omises"),
    "total": Text("Total rows left out", "Lignes de total omises"),
    "note": Text("Note rows left out", "Lignes de notes omises"),
    "repeated_header": Text("Repeated heading rows left out", "En-têtes répétés omis"),
    "section": Text("Section rows left out", "Lignes de section omises"),
    "units": Text("Rows of units left out", "Lignes d’unités omises"),
}
ROWS = Text("rows", "lignes", "row", "ligne")

FOUND = {
    Severity.MUST: Text("To fix", "À corriger"), Severity.CHECK: Text("To check", "À vérifier"),
    Severity.BETTER: Text("To improve", "À améliorer"),
}
FIELD = Text("Field", "Champ")
WHAT = Text("What was found", "Ce qui a été trouvé")
CONFIRMED = Text("Confirmed as correct", "Valeurs confirmées")
CHECK = Text("Check", "Vérification")
REASON = Text("Reason", "Raison")
OMITTED = Text("Columns left out", "Colonnes omises")
OMITTED_WHY = Text("These columns of the source feed no field of the standard and are not in the package.",
                   "Ces colonnes de la source n’alimentent aucun champ de la norme et ne sont pas dans le paquet.")
CHARTER = Text("International Open Data Charter", "Charte internationale sur les données ouvertes")
CHARTER_SAYS = Text("What a program can see of the six principles. People adopt the Charter; no file is certified by it.",
                    "Ce qu’un programme peut constater des six principes. Ce sont les administrations qui adhèrent à la "
                    "Charte; elle ne certifie aucun fichier.")
HELD = Text("{n} of {all}", "{n} sur {all}")
RULE = Text("Rule", "Règle")
EVIDENCE = Text("Evidence", "Preuve")
RESULT = Text("Result", "Résultat")
WORDS = {"ready": Text("Ready", "Prêt"), "better": Text("Could be better", "À améliorer"),
         "check": Text("Please check", "À vérifier"), "must": Text("Must fix", "À corriger")}

REPRODUCE = Text("How to reproduce this verdict", "Pour reproduire ce verdict")
STANDARD = Text("Standard", "Norme")
APP = Text("App, rules", "Application, règles")
SOURCE = Text("Source file", "Fichier source")
HASH = Text("Fingerprint (SHA-256)", "Empreinte (SHA-256)")
READ = Text("Reading", "Lecture")
SEPARATORS = {",": Text("comma", "virgule"), ";": Text("semicolon", "point-virgule"), "\t": Text("tab", "tabulation"),
              "|": Text("vertical bar", "barre verticale"), " ": Text("spaces", "espaces")}
LICENCE = Text("Licence", "Licence")
RULES = Text("Steward {app}, rules {rules}", "Steward {app}, règles {rules}")
