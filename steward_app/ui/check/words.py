"""The counted sentences of station 4; each has a form for one."""

from __future__ import annotations

from ...core.text import Text

MUST = Text("**{n} cells** must be fixed before you publish.", "**{n} cellules** à corriger avant de publier.",
            "**{n} cell** must be fixed before you publish.", "**{n} cellule** à corriger avant de publier.")
SAFE = Text("**{n}** of them have a safe fix.", "**{n}** ont une correction sans risque.",
            "**{n}** of them has a safe fix.", "**{n}** a une correction sans risque.")
SAFE_TOO = Text("**{n}** others too.", "**{n}** autres aussi.", "**{n}** other too.", "**{n}** autre aussi.")
SAFE_OTHERS = Text("**{n} other cells** have a safe fix.", "**{n} autres cellules** ont une correction sans risque.",
                   "**{n} other cell** has a safe fix.", "**{n} autre cellule** a une correction sans risque.")
SAFE_CELLS = Text("**{n} cells** have a safe fix.", "**{n} cellules** ont une correction sans risque.",
                  "**{n} cell** has a safe fix.", "**{n} cellule** a une correction sans risque.")
MUST_FIELDS = Text("**{n} required fields** have no column.", "**{n} champs obligatoires** n’ont pas de colonne.",
                   "**{n} required field** has no column.", "**{n} champ obligatoire** n’a pas de colonne.")
NO_MUST = Text("Nothing must be fixed.", "Rien à corriger.")
IDEAS = Text("**{n} suggestions** would make the dataset more complete.",
             "**{n} suggestions** rendraient le jeu de données plus complet.",
             "**{n} suggestion** would make the dataset more complete.",
             "**{n} suggestion** rendrait le jeu de données plus complet.")
NO_SAFE_LEFT = Text("Nothing is left that can be fixed without risk.", "Il ne reste rien à corriger sans risque.")
TO_CHECK = Text("Nothing must be fixed. **{n} cells** deserve a look.",
                "Rien à corriger. **{n} cellules** méritent un coup d’œil.",
                "Nothing must be fixed. **{n} cell** deserves a look.",
                "Rien à corriger. **{n} cellule** mérite un coup d’œil.")
ALL_GOOD = Text("Nothing left to fix. **{n} rows** follow the standard.",
                "Il ne reste rien à corriger. **{n} lignes** suivent la norme.",
                "Nothing left to fix. **{n} row** follows the standard.",
                "Il ne reste rien à corriger. **{n} ligne** suit la norme.")
CHECKING = Text("Your rows are being checked…", "Vos lignes sont en cours de vérification…")
NOT_CHECKED = Text("Checking was stopped before the end.", "La vérification a été arrêtée avant la fin.")
PROBLEMS = Text("{n} problems", "{n} problèmes", "{n} problem", "{n} problème")
CELLS = Text("{n} cells", "{n} cellules", "{n} cell", "{n} cellule")
ROWS = Text("{n} rows", "{n} lignes", "{n} row", "{n} ligne")
SHOWING = Text("Showing **{n} rows** with this problem", "**{n} lignes** avec ce problème",
               "Showing **{n} row** with this problem", "**{n} ligne** avec ce problème")
SHOWING_BAD = Text("Showing **{n} rows** with a problem", "**{n} lignes** avec un problème",
                   "Showing **{n} row** with a problem", "**{n} ligne** avec un problème")
SHOWING_ALL = Text("All **{n} rows**", "Les **{n} lignes**", "**{n} row**", "**{n} ligne**")
SHOW_ALL = Text("Show all {n}", "Voir les {n} lignes", "Show all {n}", "Voir la ligne")
PROGRESS = Text("{n} of {cells} fixed, {left} left", "{n} cellules corrigées sur {all}; il en reste {left}",
                "{n} of {cells} fixed, {left} left", "{n} cellule corrigée sur {all}; il en reste {left}")
REMOVED = Text("{n} rows removed", "{n} lignes supprimées", "{n} row removed", "{n} ligne supprimée")
NOT_PASTED = Text("{n} cells found no place and were not pasted.", "{n} cellules n’ont pas trouvé de place et n’ont pas été collées.",
                  "{n} cell found no place and was not pasted.", "{n} cellule n’a pas trouvé de place et n’a pas été collée.")
SHOW_ME = Text("Show me", "Me le montrer")
SHOWING_VALUE = Text("Showing **{n} rows** with “{value}”", "**{n} lignes** avec «\u00a0{value}\u00a0»",
                     "Showing **{n} row** with “{value}”", "**{n} ligne** avec «\u00a0{value}\u00a0»")
EMPTY = Text("empty", "vide")
LAST = Text("This was the last problem.", "C’était le dernier problème.")
FIRST = Text("This was the first problem.", "C’était le premier problème.")
UNDONE_HIDDEN = Text("Undone, in a row that is not shown.", "Annulé, dans une ligne qui n’est pas affichée.")
REDONE_HIDDEN = Text("Done again, in a row that is not shown.", "Rétabli, dans une ligne qui n’est pas affichée.")
SAFE_TITLE = Text("Fix everything safe", "Corriger sans risque")
SAFE_FACT = Text("{n} problems", "{n} problèmes", "{n} problem", "{n} problème")
PREVIEW = Text("Preview and fix {n}…", "Prévisualiser et corriger {n}…")
WILL_FIX = Text("{n} of {all} cells will be right.", "{n} cellules sur {all} seront conformes.",
                "{n} of {all} cells will be right.", "{n} cellule sur {all} sera conforme.")
WILL_FIX_ALL = Text("All {n} cells will be right.", "Les {n} cellules seront conformes.",
                    "The one cell will be right.", "La cellule sera conforme.")
NEEDS_A_LOOK = Text("It can be read more than one way: look at the list before you apply.",
                    "Plusieurs lectures sont possibles\u00a0: regardez la liste avant d’appliquer.")
WHERE = Text("{title} · {n} of {all} rows", "{title} · {n} lignes sur {all}", "{title} · {n} of {all} rows",
             "{title} · {n} ligne sur {all}")
ROW = Text("Row {row}", "Ligne {row}")
NEW_ROW = Text("Added row", "Ligne ajoutée")
NO_FIX = Text("No fix can be proposed here: type the right value in the cell.",
              "Aucune correction ne peut être proposée ici\u00a0: inscrivez la bonne valeur dans la cellule.")
WHERE_COLUMN = Text("{title} · the whole column", "{title} · toute la colonne")
FIXED = Text("{n} cells fixed", "{n} cellules corrigées", "{n} cell fixed", "{n} cellule corrigée")
MEANS = Text("“{text}” is read as “{label}”", "«\u00a0{text}\u00a0» est lu «\u00a0{label}\u00a0»")
GIVEN = Text("“{title}” has one value in all rows", "«\u00a0{title}\u00a0» a la même valeur dans toutes les lignes")
CHECKED_NONE = Text("Checked: no cell to fix.", "Vérification terminée\u00a0: aucune cellule à corriger.")
CHECKED_HARD = Text("Checked: {n} cells to fix, none with a safe fix.",
                    "Vérification terminée\u00a0: {n} cellules à corriger, aucune sans risque.",
                    "Checked: {n} cell to fix, without a safe fix.",
                    "Vérification terminée\u00a0: {n} cellule à corriger, sans correction sûre.")
CHECKED = Text("Checked: {n} cells to fix, {safe} with a safe fix.",
               "Vérification terminée\u00a0: {n} cellules à corriger, dont {safe} sans risque.",
               "Checked: {n} cell to fix, {safe} with a safe fix.",
               "Vérification terminée\u00a0: {n} cellule à corriger, dont {safe} sans risque.")
