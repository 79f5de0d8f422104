"""The verdicts and the counted sentences of station 5."""

from __future__ import annotations

from ...core.text import Text

NOT_READY = Text("Not ready: {n} things must be fixed", "Pas encore prêt\u00a0: {n} points à corriger",
                 "Not ready: {n} thing must be fixed", "Pas encore prêt\u00a0: {n} point à corriger")
READY = Text("Ready to publish", "Prêt à publier")
READY_BUT = Text("Ready, with {n} things to improve", "Prêt, avec {n} points à améliorer",
                 "Ready, with {n} thing to improve", "Prêt, avec {n} point à améliorer")
READY_ONCE = Text("Ready once {n} facts are filled in", "Prêt dès que {n} renseignements seront fournis",
                  "Ready once {n} fact is filled in", "Prêt dès que {n} renseignement sera fourni")
WRITTEN = Text("The package is written", "Le paquet est créé")
DRAFT_WRITTEN = Text("The draft is saved", "L’ébauche est enregistrée")
CHANGED_SINCE = Text("Changed since the package was written", "Modifié depuis la création du paquet")
CHECKING = Text("Checking what the package would hold…", "Vérification du contenu du paquet…")

ROWS_BAD = Text("{n} of {all} rows hold something to fix.", "{n} lignes sur {all} sont à corriger.",
                "{n} of {all} rows holds something to fix.", "{n} ligne sur {all} est à corriger.")
ALL_IN = Text("All in {title}.", "Toutes dans «\u00a0{title}\u00a0».")
COLUMNS_BAD = Text("A required column is missing.", "Une colonne obligatoire est manquante.")
ROWS_GOOD = Text("{n} rows, nothing to fix.", "{n} lignes, rien à corriger.", "{n} row, nothing to fix.",
                 "{n} ligne, rien à corriger.")
CHARTER = Text("{n} charter rules can be better met.", "{n} règles de la Charte peuvent être mieux respectées.",
               "{n} charter rule can be better met.", "{n} règle de la Charte peut être mieux respectée.")
FACTS_MISSING = Text("{n} facts about the dataset are missing.", "Il manque {n} renseignements sur le jeu de données.",
                     "{n} fact about the dataset is missing.", "Il manque {n} renseignement sur le jeu de données.")
REREAD = Text("{n} files, re-read from disk as the portal will.", "{n} fichiers, relus depuis le disque comme le fera le portail.",
              "{n} file, re-read from disk as the portal will.", "{n} fichier, relu depuis le disque comme le fera le portail.")
DRAFT_HOLDS = Text("{n} files.", "{n} fichiers.", "{n} file.", "{n} fichier.")
STILL_TO_FIX = Text("{n} things must still be fixed before a portal takes it.",
                    "Il reste {n} points à corriger avant qu’un portail l’accepte.",
                    "{n} thing must still be fixed before a portal takes it.",
                    "Il reste {n} point à corriger avant qu’un portail l’accepte.")
EARLIER = Text("The package of {time} no longer holds your last changes.",
               "Le paquet de {time} ne contient pas vos dernières modifications.")
FIX_ROWS = Text("Fix the {n} rows", "Corriger les {n} lignes", "Fix the row", "Corriger la ligne")
MATCH = Text("Match the columns", "Associer les colonnes")
CREATE, AGAIN = Text("Create the package…", "Créer le paquet…"), Text("Create it again…", "Le créer de nouveau…")
SEE_REPORT, OPEN_FOLDER = Text("See the report", "Voir le rapport"), Text("Open the folder", "Ouvrir le dossier")
OF = Text("{n} of {all}", "{n} sur {all}")
WORDS = {"ready": Text("Ready", "Prêt"), "better": Text("Could be better", "À améliorer"),
         "check": Text("Please check", "À vérifier"), "must": Text("Must fix", "À corriger")}
DONE = Text("Package written and verified.", "Paquet créé et vérifié.")
DONE_DRAFT = Text("Draft saved: portals will refuse it.", "Ébauche enregistrée\u00a0: les portails la refuseront.")
STOPPED = Text("The package was not written; any earlier one is intact.",
               "Le paquet n’a pas été créé; le précédent, s’il y en a un, est intact.")
TAKEN_BACK = Text("{n} cells hold their old text again", "{n} cellules ont retrouvé leur ancien texte",
                  "{n} cell holds its old text again", "{n} cellule a retrouvé son ancien texte")
STAYED = Text("{n} changed since and stay as they are", "{n} modifiées depuis restent telles quelles",
              "{n} changed since and stays as it is", "{n} modifiée depuis reste telle quelle")
NONE_LEFT = Text("Nothing of it is left to take back.", "Il n’en reste rien à annuler.")
KEPT = Text("The facts about the dataset are kept.", "Les renseignements sur le jeu de données sont enregistrés.")
DRAFT_NOTE = Text("A draft says so in its name, its metadata and its report. Portals will refuse it.",
                  "Une ébauche porte cette mention dans son nom, ses métadonnées et son rapport. Les portails la refuseront.")
FORMATS = {"parquet": Text("Parquet, for analysts", "Parquet, pour l’analyse"),
           "xlsx": Text("Excel workbook", "Classeur Excel")}
CONTENTS = (("file-spreadsheet", Text("The data as CSV in UTF-8", "Les données en CSV, encodage UTF-8")),
            ("map-pin", Text("The points as GeoJSON", "Les points en GeoJSON")),
            ("book-open", Text("Dictionary, in English and French", "Dictionnaire, en français et en anglais")),
            ("shield-check", Text("Report, mapping and list of changes", "Rapport, association et liste des changements")),
            ("list-checks", Text("Metadata for portals, fingerprints", "Métadonnées pour les portails, empreintes")))
CHANGES_MORE = Text("{n} more kinds of change are listed in the package.",
                    "{n} autres sortes de changements sont consignées dans le paquet.",
                    "{n} more kind of change is listed in the package.",
                    "{n} autre sorte de changement est consignée dans le paquet.")
MORE_COLUMNS = Text(" and {n} more columns", " et {n} autres colonnes", " and {n} more column", " et {n} autre colonne")
STILL_MISSING = Text("The package needs {what}.", "Il manque au paquet\u00a0: {what}.")
MORE_FILES = Text("and {n} more files", "et {n} autres fichiers", "and {n} more file", "et {n} autre fichier")
