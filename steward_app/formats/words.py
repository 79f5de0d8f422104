"""What the readers say when a file cannot be opened, and what to do next."""

from __future__ import annotations

from pathlib import Path

from ..core.problem import Problem
from ..core.text import Text

AGAIN = Text("Save a copy from the program that made it, then open the copy.",
             "Enregistrez-en une copie à partir du logiciel d’origine, puis ouvrez cette copie.")
CHOOSE = Text("Choose a file, such as a spreadsheet or a CSV file.",
              "Choisissez un fichier, par exemple un classeur ou un fichier CSV.")

FAULTS: dict[str, tuple[Text, Text]] = {
    "missing": (Text("“{file}” is not there.", "« {file} » est introuvable."),
                Text("Check its name and folder: it may have been moved or renamed.",
                     "Vérifiez son nom et son dossier : il a peut-être été déplacé ou renommé.")),
    "folder": (Text("“{file}” is a folder, not a file.", "« {file} » est un dossier et non un fichier."), CHOOSE),
    "special": (Text("“{file}” is not an ordinary file.", "« {file} » n’est pas un fichier ordinaire."), CHOOSE),
    "locked": (Text("“{file}” may not be read on this computer.",
                    "La lecture de « {file} » n’est pas autorisée sur cet ordinateur."),
               Text("Close it in other programs, or ask for the right to read it.",
                    "Fermez-le dans les autres logiciels ou demandez le droit de le lire.")),
    "changed": (Text("“{file}” has changed since it was opened.", "« {file} » a changé depuis son ouverture."),
                Text("Open it again.", "Ouvrez-le de nouveau.")),
    "name": (Text("The name of “{file}”, or of its folder, has a letter that cannot be read.",
                  "Le nom de « {file} » ou de son dossier contient un caractère illisible."),
             Text("Rename it, then open it.", "Renommez-le, puis ouvrez-le.")),
    "empty": (Text("“{file}” is empty.", "« {file} » est vide."), AGAIN),
    "binary": (Text("“{file}” does not hold a table we can read.",
                    "« {file} » ne contient aucun tableau que nous puissions lire."),
               Text("Save it as XLSX or CSV, then open that file.",
                    "Enregistrez-le au format XLSX ou CSV, puis ouvrez ce fichier.")),
    "damaged": (Text("“{file}” is damaged or incomplete.", "« {file} » est endommagé ou incomplet."), AGAIN),
    "password": (Text("“{file}” is protected by a password.", "« {file} » est protégé par un mot de passe."),
                 Text("Save a copy without a password, then open it.",
                      "Enregistrez-en une copie sans mot de passe, puis ouvrez-la.")),
    "big": (Text("“{file}” asks for more memory than is safe on this computer.",
                 "« {file} » demande plus de mémoire que cet ordinateur ne peut en donner."),
            Text("Save only the sheet or the rows you need in a new file, then open it.",
                 "Enregistrez seulement la feuille ou les lignes utiles dans un nouveau fichier, puis ouvrez-le.")),
    "swollen": (Text("“{file}” is small, but its texts would take {size} MB once written out: long texts are repeated in a great many "
                     "cells, above all in column {column}.",
                     "« {file} » est petit, mais ses textes occuperaient {size}\u00a0Mo une fois écrits au long : de longs textes "
                     "reviennent dans un très grand nombre de cellules, surtout dans la colonne {column}."),
                Text("Delete column {column} or shorten its texts, save a copy, then open the copy.",
                     "Supprimez la colonne {column} ou raccourcissez ses textes, enregistrez-en une copie, puis ouvrez cette copie.")),
    "wide": (Text("“{file}” has more than {columns} columns.", "« {file} » compte plus de {columns} colonnes."),
             Text("Check its separator, or save only the columns you need.",
                  "Vérifiez son séparateur ou enregistrez seulement les colonnes utiles.")),
    "partner": (Text("“{file}” needs its .dbf file beside it.",
                     "« {file} » doit être accompagné de son fichier .dbf."),
                Text("Put both in one folder, then open it again.",
                     "Placez-les dans le même dossier, puis ouvrez-le de nouveau.")),
    "blank": (Text("“{file}” is nearly all blank lines.", "«\u00a0{file}\u00a0» ne contient presque que des lignes vides."),
              Text("Delete them, most often at its end, save a copy, then open the copy.",
                   "Supprimez-les, le plus souvent à la fin, enregistrez-en une copie, puis ouvrez cette copie.")),
    "line": (Text("“{file}” is one single line, or has a line of several megabytes.",
                  "« {file} » ne compte qu’une seule ligne ou contient une ligne de plusieurs mégaoctets."), AGAIN),
    "sheet": (Text("“{file}” has no sheet called “{sheet}”.", "« {file} » n’a pas de feuille « {sheet} »."),
              Text("Choose one of: {sheets}.", "Choisissez parmi : {sheets}.")),
    "sheets": (Text("“{file}” has no sheets, so it has none called “{sheet}”.",
                    "«\u00a0{file}\u00a0» n’a pas de feuilles, donc aucune ne s’appelle «\u00a0{sheet}\u00a0»."),
               Text("Open it without choosing a sheet.", "Ouvrez-le sans choisir de feuille.")),
    "encoding": (Text("“{file}” cannot be read as {encoding}.",
                      "« {file} » ne peut pas être lu en {encoding}."),
                 Text("Choose another encoding.", "Choisissez un autre codage.")),
    "nothing": (Text("“{file}” holds no table.", "« {file} » ne contient aucun tableau."),
                Text("Open a file that holds rows and columns.",
                     "Ouvrez un fichier qui contient des lignes et des colonnes.")),
}


def fault(what: str, path: Path, **facts: object) -> Problem:
    """Return Problem F01 for one of FAULTS."""
    says, do = FAULTS[what]
    return Problem("F01", says, do, {"file": written(path.name or str(path)), **facts})


def written(name: str) -> str:
    """Return a file's name as it can be shown: bytes that are no text in any encoding become `�`."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
