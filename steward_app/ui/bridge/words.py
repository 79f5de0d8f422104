"""The sentences that the bridge itself says."""

from __future__ import annotations

from ...core.text import Text

BY_NAMES = Text("{n} columns were matched by their names.", "{n} colonnes ont été associées d’après leur nom.",
                "{n} column was matched by its name.", "{n} colonne a été associée d’après son nom.")
REVIEW = Text("Review", "Revoir")
OPEN_FIRST = Text("Open this month’s file first, then its recipe.", "Ouvrez d’abord le fichier du mois, puis sa recette.")
RECIPE_APPLIED = Text("The recipe “{name}” is applied: its columns, readings and fixes are in place.",
                      "La recette « {name} » est appliquée\u00a0: ses colonnes, ses lectures et ses corrections sont en place.")
MOVED = Text("The file is no longer where it was; your work was kept.",
             "Le fichier n’est plus là où il était; votre travail a été conservé.")
NEWER = Text("A newer version of “{title}” is available: {version}.",
             "Une version plus récente de « {title} » est disponible\u00a0: {version}.")
SEE_CHANGES = Text("See what changed", "Voir les changements")
ELSEWHERE = Text("This work is open in another window; here it can only be read.",
                 "Ce travail est ouvert dans une autre fenêtre; il est ici en lecture seule.")
TRY_AGAIN = Text("Try again", "Réessayer")
DISK_FULL = Text("The disk is full: your last edit is in memory only.",
                 "Le disque est plein\u00a0: votre dernière modification n’est qu’en mémoire.")
DISK_REFUSES = Text("The disk refuses your last edit: it is in memory only.",
                    "Le disque refuse votre dernière modification\u00a0: elle n’est qu’en mémoire.")
KEPT_AGAIN = Text("Your last edits are kept again.", "Vos dernières modifications sont de nouveau conservées.")
NOT_REMEMBERED = Text("The disk refuses what the app remembers for the next time. Your work goes on.",
                      "Le disque refuse ce que l’application retient pour la prochaine fois. Votre travail se poursuit.")
CHOOSE_FILE = Text("Open another file…", "Ouvrir un autre fichier…")
UNDONE = Text("Undone: {step}.", "Annulé\u00a0: {step}.")
REDONE = Text("Done again: {step}.", "Rétabli\u00a0: {step}.")
STOPPED = Text("Reading was stopped; your file is unchanged.", "La lecture a été arrêtée; votre fichier est intact.")
READ_AGAIN = Text("Read it again", "Relire le fichier")
ADDED = Text("“{title}” was added to your standards.", "La norme « {title} » a été ajoutée aux vôtres.")
GUIDE = Text("Guide: {title}", "Guide\u00a0: {title}")
GUIDE_SAVED = Text("Guide saved as “{name}”.", "Guide enregistré sous « {name} ».")
