"""The counted sentences and the reasons of station 3."""

from __future__ import annotations

from ...core.text import Text

TO_CHECK = Text("**{n} matches** to check. The rest is proposed from your headings and your values.",
                "**{n} associations** à vérifier. Le reste est proposé d’après vos en-têtes et vos valeurs.",
                "**{n} match** to check. The rest is proposed from your headings and your values.",
                "**{n} association** à vérifier. Le reste est proposé d’après vos en-têtes et vos valeurs.")
MISSING = Text("**{n} required fields** have no column yet: choose one, or give one value for all rows.",
               "**{n} champs obligatoires** n’ont pas encore de colonne\u00a0: choisissez-en une, ou une valeur pour toutes les lignes.",
               "**{n} required field** has no column yet: choose one, or give one value for all rows.",
               "**{n} champ obligatoire** n’a pas encore de colonne\u00a0: choisissez-en une, ou une valeur pour toutes les lignes.")
TO_SETTLE = Text("**{n} fields** need you: {what}.", "**{n} champs** à régler\u00a0: {what}.",
                 "**{n} field** needs you: {what}.", "**{n} champ** à régler\u00a0: {what}.")
OF_MATCHES = Text("{n} matches to check", "{n} associations à vérifier", "{n} match to check", "{n} association à vérifier")
OF_MISSING = Text("{n} required without a column", "{n} obligatoires sans colonne", "{n} required without a column",
                  "{n} obligatoire sans colonne")
OF_VALUES = Text("{n} with values on no list", "{n} dont des valeurs sont hors liste", "{n} with values on no list",
                 "{n} dont des valeurs sont hors liste")
OPEN_VALUES = Text("**{n} fields** hold values that are on no list: open their values to match them.",
                   "**{n} champs** contiennent des valeurs hors liste\u00a0: ouvrez-les pour les associer.",
                   "**{n} field** holds values that are on no list: open its values to match them.",
                   "**{n} champ** contient des valeurs hors liste\u00a0: ouvrez-les pour les associer.")
SETTLED = Text("Everything is settled: **{n} fields** receive your columns.",
               "Tout est réglé\u00a0: **{n} champs** reçoivent vos colonnes.",
               "Everything is settled: **{n} field** receives your columns.",
               "Tout est réglé\u00a0: **{n} champ** reçoit vos colonnes.")
COUNT = Text("**{n} columns**: {used}, {extra} kept as extras", "**{n} colonnes**\u00a0: {used}, {extra} en supplément",
             "**{n} column**: {used}, {extra} kept as extras", "**{n} colonne**\u00a0: {used}, {extra} en supplément")
USED = Text("{n} used", "{n} utilisées", "{n} used", "{n} utilisée")
LEVELS = {"required": Text("Required", "Obligatoires"), "recommended": Text("Recommended", "Recommandés"),
          "optional": Text("Optional", "Facultatifs")}
OTHERS = Text("Your other columns", "Vos autres colonnes")
FOUND = Text("{n} of {all} found", "{n} sur {all} trouvés", "{n} of {all} found", "{n} sur {all} trouvé")
FOUND_CHECK = Text("{n} of {all} found, {check} to check", "{n} sur {all} trouvés, {check} à vérifier",
                   "{n} of {all} found, {check} to check", "{n} sur {all} trouvé, {check} à vérifier")
OTHERS_FACT = Text("{n} columns, {kept} kept as extras", "{n} colonnes, dont {kept} en supplément",
                   "{n} column, {kept} kept as extras", "{n} colonne, dont {kept} en supplément")
WHY = {
    "exact": Text("Same name as the field", "Même nom que le champ"),
    "alias": Text("A known name of this field", "Nom connu de ce champ"),
    "similar": Text("Similar name", "Nom semblable"),
    "values": Text("Its values look right", "Ses valeurs conviennent"),
    "remembered": Text("You chose it before", "Vous l’avez déjà choisie"),
    "chosen": Text("You chose it", "Vous l’avez choisie"),
    "original": Text("Your own words, kept beside the codes", "Vos propres termes, conservés à côté des codes"),
}
SINCE = Text("You chose it on {date}", "Vous l’avez choisie le {date}")
VETOED = Text("its values do not look right", "ses valeurs ne conviennent pas")
HOW = {
    "exact": (Text("Exact", "Exacte"), "ok"), "folded": (Text("Same, other writing", "Même valeur, autre graphie"), "ok"),
    "alias": (Text("Known alias", "Synonyme connu"), "ok"), "chosen": (Text("You chose it", "Votre choix"), "ok"),
    "similar": (Text("Please check", "À vérifier"), "check"), "none": (Text("Not matched", "Sans association"), "must"),
}
LIST_OF = Text("One of a list of {n}", "Une valeur d’une liste de {n}")
NEED_YOU = Text("{n} values, in {rows}, need you", "{n} valeurs à régler, dans {rows}",
                "{n} value, in {rows}, needs you", "{n} valeur à régler, dans {rows}")
ALL_LEAD = Text("All {n} values lead to the list", "Les {n} valeurs mènent à la liste", "The value leads to the list",
                "La valeur mène à la liste")
CHOOSE_OF = Text("Choose one of {n}…", "Choisir parmi {n}…")
LEFT = Text("{n} values, in {rows}, are still to be matched to the list.",
            "{n} valeurs, dans {rows}, restent à associer à la liste.",
            "{n} value, in {rows}, is still to be matched to the list.",
            "{n} valeur, dans {rows}, reste à associer à la liste.")
APPLY = Text("Apply to {n} cells", "Appliquer à {n} cellules", "Apply to {n} cell", "Appliquer à {n} cellule")
MORE = Text("Show {n} more values", "Voir {n} autres valeurs", "Show {n} more value", "Voir {n} autre valeur")
ROWS = Text("{n} rows", "{n} lignes", "{n} row", "{n} ligne")
FEEDS = Text("“{column}” already feeds “{title}”.", "« {column} » alimente déjà « {title} ».")
MATCHED = Text("“{column}” feeds “{title}”", "« {column} » alimente « {title} »")
SET = Text("“{title}”: done", "« {title} »\u00a0: c’est fait")
VALUES_LEAD = Text("Every value leads to the list.", "Chaque valeur mène à la liste.")
WHICH = Text("Which of the {n} standard values does it mean?", "À laquelle des {n} valeurs de la norme correspond-elle?",
             "Does it mean the one standard value?", "Correspond-elle à la seule valeur de la norme?")
NOT_DATES = Text("{share} not dates", "{share} ne sont pas des dates")
NOT_NUMBERS = Text("{share} not numbers", "{share} ne sont pas des nombres")
NOT_LISTED = Text("{share} not on the list", "{share} hors liste")
NOT_FITTING = Text("{share} do not fit", "{share} ne conviennent pas")
LIST_FILE = Text("{name}: {n} lines", "{name}\u00a0: {n} lignes", "{name}: {n} line", "{name}\u00a0: {n} ligne")
LIST_CHOOSE = Text("Choose the column of your label and the column of the standard’s code.",
                   "Choisissez la colonne de votre libellé et celle du code de la norme.")
LIST_NO_CODES = Text("No column of this file holds codes of the standard’s list; choose the two columns if you know them.",
                     "Aucune colonne de ce fichier ne contient de codes de la liste de la norme; choisissez les deux colonnes si "
                     "vous les connaissez.")
LIST_ANSWERS = Text("Values that find their code: **{answered} of {n}**, in {rows}.",
                    "Valeurs qui y trouvent leur code\u00a0: **{answered} sur {n}**, dans {rows}.",
                    "**{answered} of {n} value** is answered, in {rows}.",
                    "**{answered} valeur sur {n}** y trouve son code, dans {rows}.")
LIST_NOTHING = Text("None of the values of your table is among these labels.",
                    "Aucune des valeurs de votre tableau ne figure parmi ces libellés.")
LIST_UNKNOWN = Text("{n} codes are not on the standard’s list and are left aside: {some}",
                    "{n} codes ne figurent pas dans la liste de la norme et sont laissés de côté\u00a0: {some}",
                    "{n} code is not on the standard’s list and is left aside: {some}",
                    "{n} code ne figure pas dans la liste de la norme et est laissé de côté\u00a0: {some}")
LIST_TWOFOLD = Text("{n} labels lead to two codes and are left aside: {some}",
                    "{n} libellés mènent à deux codes et sont laissés de côté\u00a0: {some}",
                    "{n} label leads to two codes and is left aside: {some}",
                    "{n} libellé mène à deux codes et est laissé de côté\u00a0: {some}")
LIST_APPLY = Text("Match {n} values", "Associer {n} valeurs", "Match {n} value", "Associer {n} valeur")
BY_LIST = Text("{n} values matched by “{name}”.", "{n} valeurs associées d’après « {name} ».",
               "{n} value matched by “{name}”.", "{n} valeur associée d’après « {name} ».")
SHARE = Text("Save what the app remembers", "Enregistrer ce que l’application a retenu")
TAKE = Text("Take over what a colleague saved", "Reprendre ce que des collègues ont enregistré")
SHARED = Text("Saved as “{name}”: send it to your colleagues.", "Enregistré sous « {name} »\u00a0: envoyez ce fichier à vos collègues.")
TAKEN = Text("{n} headings taken over from “{name}”.", "{n} en-têtes repris de « {name} ».",
             "{n} heading taken over from “{name}”.", "{n} en-tête repris de « {name} ».")
