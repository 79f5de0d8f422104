<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_CA" sourcelanguage="en_CA">
    <context>
        <name>AboutPane</name>
        <message>
            <source>Blank template…</source>
            <translation>Gabarit vierge…</translation>
        </message>
        <message>
            <source>What it is not for</source>
            <translation>Ce à quoi elle ne convient pas</translation>
        </message>
        <message>
            <source>Read the guide</source>
            <translation>Lire le guide</translation>
        </message>
        <message>
            <source>See a valid example</source>
            <translation>Voir un exemple conforme</translation>
        </message>
        <message>
            <source>See an example with mistakes</source>
            <translation>Voir un exemple avec des erreurs</translation>
        </message>
        <message>
            <source>Edit this standard…</source>
            <translation>Modifier cette norme…</translation>
        </message>
        <message>
            <source>What do you intend to meet?</source>
            <translation>Quelles exigences visez-vous?</translation>
        </message>
        <message>
            <source>You will not be reminded of unticked parts.</source>
            <translation>Ce qui n’est pas coché ne vous sera plus rappelé.</translation>
        </message>
        <message>
            <source>In your own catalogue, on this computer.</source>
            <translation>Dans votre propre catalogue, sur cet ordinateur.</translation>
        </message>
    </context>
    <context>
        <name>Asking</name>
        <message>
            <source>Alt+Down opens the whole list.</source>
            <translation>Alt+Bas ouvre la liste entière.</translation>
        </message>
        <message>
            <source>Accept “{column}”</source>
            <translation>Accepter « {column} »</translation>
        </message>
        <message>
            <source>Which column of your file holds “{title}”?</source>
            <translation>Quelle colonne de votre fichier correspond à « {title} »?</translation>
        </message>
        <message>
            <source>None of these columns</source>
            <translation>Aucune de ces colonnes</translation>
        </message>
        <message>
            <source>The values</source>
            <translation>Les valeurs</translation>
        </message>
        <message>
            <source>Match the values…</source>
            <translation>Associer les valeurs…</translation>
        </message>
        <message>
            <source>Choose another column…</source>
            <translation>Choisir une autre colonne…</translation>
        </message>
        <message>
            <source>One value for all rows…</source>
            <translation>Une valeur pour toutes les lignes…</translation>
        </message>
        <message>
            <source>Combine columns…</source>
            <translation>Combiner des colonnes…</translation>
        </message>
        <message>
            <source>Split a column…</source>
            <translation>Scinder une colonne…</translation>
        </message>
        <message>
            <source>Not in this file</source>
            <translation>Absent du fichier</translation>
        </message>
        <message>
            <source>“{text}” in {rows}</source>
            <translation>« {text} » dans {rows}</translation>
        </message>
        <message>
            <source>Match {rows}</source>
            <translation>Associer {rows}</translation>
        </message>
        <message>
            <source>Extra</source>
            <translation>Supplément</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>Omise</translation>
        </message>
        <message>
            <source>Leave it out</source>
            <translation>L’omettre</translation>
        </message>
        <message>
            <source>Keep as an extra</source>
            <translation>La conserver en supplément</translation>
        </message>
        <message>
            <source>This column is not part of the standard. It can go along in the package as an extra.</source>
            <translation>Cette colonne ne fait pas partie de la norme. Elle peut accompagner les données dans le paquet, en supplément.</translation>
        </message>
        <message>
            <source>See it in the guide</source>
            <translation>Voir ce champ dans le guide</translation>
        </message>
    </context>
    <context>
        <name>BadRowList</name>
        <message>
            <source>Rows with a problem</source>
            <translation>Lignes ayant un problème</translation>
        </message>
    </context>
    <context>
        <name>BadRowModel</name>
        <message>
            <source>Row {n}</source>
            <translation>Ligne {n}</translation>
        </message>
    </context>
    <context>
        <name>Band</name>
        <message>
            <source>open</source>
            <translation>ouvert</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>fermé</translation>
        </message>
    </context>
    <context>
        <name>BestCard</name>
        <message>
            <source>Looks like your file</source>
            <translation>Ressemble à votre fichier</translation>
        </message>
        <message>
            <source>Decided by these headings of yours</source>
            <translation>D’après ces en-têtes de votre fichier</translation>
        </message>
    </context>
    <context>
        <name>Board</name>
        <message>
            <source>Fields of the standard</source>
            <translation>Champs de la norme</translation>
        </message>
        <message>
            <source>Choose a column…</source>
            <translation>Colonne à choisir</translation>
        </message>
        <message>
            <source>Not in this file</source>
            <translation>Absent du fichier</translation>
        </message>
        <message>
            <source>One value for all rows…</source>
            <translation>Une valeur pour toutes les lignes…</translation>
        </message>
        <message>
            <source>Combine columns…</source>
            <translation>Combiner des colonnes…</translation>
        </message>
        <message>
            <source>Split a column…</source>
            <translation>Scinder une colonne…</translation>
        </message>
    </context>
    <context>
        <name>CheckPage</name>
        <message>
            <source>By problem</source>
            <translation>Par problème</translation>
        </message>
        <message>
            <source>By row</source>
            <translation>Par ligne</translation>
        </message>
        <message>
            <source>How to list problems</source>
            <translation>Présentation des problèmes</translation>
        </message>
        <message>
            <source>Nothing left to fix</source>
            <translation>Il ne reste rien à corriger</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>Relancer la vérification</translation>
        </message>
        <message>
            <source>Continue to Publish</source>
            <translation>Passer à la publication</translation>
        </message>
        <message>
            <source>Check &amp; fix</source>
            <translation>Vérifier et corriger</translation>
        </message>
        <message>
            <source>Fix everything safe ({n})…</source>
            <translation>Corriger sans risque ({n})…</translation>
        </message>
        <message>
            <source>F8 next problem</source>
            <translation>F8 problème suivant</translation>
        </message>
        <message>
            <source>F9 preview the fix</source>
            <translation>F9 prévisualiser la correction</translation>
        </message>
        <message>
            <source>F2 type in the cell</source>
            <translation>F2 écrire dans la cellule</translation>
        </message>
        <message>
            <source>Ctrl+Z undo</source>
            <translation>Ctrl+Z annuler</translation>
        </message>
    </context>
    <context>
        <name>ColumnHeader</name>
        <message>
            <source>Columns</source>
            <translation>Colonnes</translation>
        </message>
        <message>
            <source>Sort up</source>
            <translation>Tri croissant</translation>
        </message>
        <message>
            <source>Sort down</source>
            <translation>Tri décroissant</translation>
        </message>
        <message>
            <source>Order of the file</source>
            <translation>Ordre du fichier</translation>
        </message>
    </context>
    <context>
        <name>ColumnsPage</name>
        <message>
            <source>Find a field or a column</source>
            <translation>Chercher un champ ou une colonne</translation>
        </message>
        <message>
            <source>States shown</source>
            <translation>États affichés</translation>
        </message>
        <message>
            <source>All states</source>
            <translation>Tous les états</translation>
        </message>
        <message>
            <source>Needs you</source>
            <translation>À régler</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>Colonnes</translation>
        </message>
        <message>
            <source>Continue to Check &amp; fix</source>
            <translation>Passer à la vérification</translation>
        </message>
        <message>
            <source>Enter accept</source>
            <translation>Entrée accepter</translation>
        </message>
        <message>
            <source>1 2 3 choose</source>
            <translation>1 2 3 choisir</translation>
        </message>
        <message>
            <source>N none</source>
            <translation>N aucune</translation>
        </message>
        <message>
            <source>→ open the values</source>
            <translation>→ ouvrir les valeurs</translation>
        </message>
        <message>
            <source>What the app remembers</source>
            <translation>Ce que l’application a retenu</translation>
        </message>
    </context>
    <context>
        <name>CombineDialog</name>
        <message>
            <source>Split a column</source>
            <translation>Scinder une colonne</translation>
        </message>
        <message>
            <source>Combine columns</source>
            <translation>Combiner des colonnes</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>Colonnes</translation>
        </message>
        <message>
            <source>Between the parts</source>
            <translation>Entre les parties</translation>
        </message>
        <message>
            <source>Part to keep</source>
            <translation>Partie à garder</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Apply</source>
            <translation>Appliquer</translation>
        </message>
        <message>
            <source>a space</source>
            <translation>une espace</translation>
        </message>
        <message>
            <source>a comma and a space</source>
            <translation>une virgule et une espace</translation>
        </message>
        <message>
            <source>a hyphen</source>
            <translation>un trait d’union</translation>
        </message>
        <message>
            <source>a slash</source>
            <translation>une barre oblique</translation>
        </message>
        <message>
            <source>a semicolon</source>
            <translation>un point-virgule</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>rien</translation>
        </message>
    </context>
    <context>
        <name>Dialogs</name>
        <message>
            <source>Recipes (*.json);;All files (*)</source>
            <translation>Recettes (*.json);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>Apply a recipe</source>
            <translation>Appliquer une recette</translation>
        </message>
        <message>
            <source>Bring your own standard</source>
            <translation>Apporter votre propre norme</translation>
        </message>
        <message>
            <source>Table Schema, Data Package, CKAN data dictionary (*.json);;All files (*)</source>
            <translation>Table Schema, Data Package, dictionnaire de données CKAN (*.json);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>Tables (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.xlsb *.ods *.json *.geojson *.zip *.gz *.parquet *.dbf *.shp *.gpkg);;All files (*)</source>
            <translation>Tableaux (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.xlsb *.ods *.json *.geojson *.zip *.gz *.parquet *.dbf *.shp *.gpkg);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>Open a file</source>
            <translation>Ouvrir un fichier</translation>
        </message>
        <message>
            <source>Use a list of your own</source>
            <translation>Utiliser votre propre liste</translation>
        </message>
    </context>
    <context>
        <name>DropOverlay</name>
        <message>
            <source>Drop to open</source>
            <translation>Déposez pour ouvrir</translation>
        </message>
    </context>
    <context>
        <name>DropZone</name>
        <message>
            <source>Drop a spreadsheet here</source>
            <translation>Déposez un fichier ici</translation>
        </message>
        <message>
            <source>Excel, CSV, OpenDocument, JSON, GeoJSON, Shapefile (zip), Parquet and more</source>
            <translation>Excel, CSV, OpenDocument, JSON, GeoJSON, Shapefile (zip), Parquet et autres</translation>
        </message>
        <message>
            <source>Open a file…</source>
            <translation>Ouvrir un fichier…</translation>
        </message>
    </context>
    <context>
        <name>Editor</name>
        <message>
            <source>{title} in English</source>
            <translation>{title} en anglais</translation>
        </message>
        <message>
            <source>{title} in French</source>
            <translation>{title} en français</translation>
        </message>
    </context>
    <context>
        <name>Explainer</name>
        <message>
            <source>Explanation</source>
            <translation>Explications</translation>
        </message>
        <message>
            <source>Solved</source>
            <translation>Réglé</translation>
        </message>
        <message>
            <source>We found</source>
            <translation>Valeur trouvée</translation>
        </message>
        <message>
            <source>Expected</source>
            <translation>Valeur attendue</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>vide</translation>
        </message>
        <message>
            <source>Other ways</source>
            <translation>Autres choix</translation>
        </message>
        <message>
            <source>What you can do</source>
            <translation>Ce que vous pouvez faire</translation>
        </message>
        <message>
            <source>Why it matters</source>
            <translation>Pourquoi c’est important</translation>
        </message>
    </context>
    <context>
        <name>FactsDialog</name>
        <message>
            <source>About this dataset</source>
            <translation>À propos de ce jeu de données</translation>
        </message>
        <message>
            <source>These facts travel with the data: people find and reuse it by them.</source>
            <translation>Ces renseignements accompagnent les données : ils permettent de les trouver et de les réutiliser.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Enregistrer</translation>
        </message>
        <message>
            <source>{title} in English</source>
            <translation>{title} en anglais</translation>
        </message>
        <message>
            <source>{title} in French</source>
            <translation>{title} en français</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Choisir…</translation>
        </message>
        <message>
            <source>Separate words with a semicolon</source>
            <translation>Séparez les mots par un point-virgule</translation>
        </message>
    </context>
    <context>
        <name>FieldEditor</name>
        <message>
            <source>Title</source>
            <translation>Titre</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>Description</translation>
        </message>
        <message>
            <source>Example</source>
            <translation>Exemple</translation>
        </message>
        <message>
            <source>Tells two records apart (key)</source>
            <translation>Distingue deux enregistrements (clé)</translation>
        </message>
        <message>
            <source>Leave this field out</source>
            <translation>Retirer ce champ</translation>
        </message>
        <message>
            <source>As in the file: {type}</source>
            <translation>Comme dans le fichier : {type}</translation>
        </message>
        <message>
            <source>What it holds</source>
            <translation>Ce qu’il contient</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Niveau</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Type</translation>
        </message>
        <message>
            <source>No list</source>
            <translation>Aucune liste</translation>
        </message>
        <message>
            <source>Codes of its own</source>
            <translation>Codes propres au champ</translation>
        </message>
        <message>
            <source>Code list</source>
            <translation>Liste de codes</translation>
        </message>
        <message>
            <source>Codes, one on each line</source>
            <translation>Codes, un par ligne</translation>
        </message>
        <message>
            <source>One code on each line</source>
            <translation>Un code par ligne</translation>
        </message>
    </context>
    <context>
        <name>FieldLine</name>
        <message>
            <source>{title}: your column</source>
            <translation>{title} : votre colonne</translation>
        </message>
        <message>
            <source>One value for all rows</source>
            <translation>Une valeur pour toutes les lignes</translation>
        </message>
        <message>
            <source>Part {n} of “{column}”</source>
            <translation>Partie {n} de « {column} »</translation>
        </message>
    </context>
    <context>
        <name>FilePage</name>
        <message>
            <source>First rows of the file</source>
            <translation>Premières lignes du fichier</translation>
        </message>
        <message>
            <source>Two heading rows</source>
            <translation>En-tête sur deux lignes</translation>
        </message>
        <message>
            <source>Choose another row</source>
            <translation>Choisir une autre ligne</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Fichier</translation>
        </message>
        <message>
            <source>{name} · {size} · read as it is, never changed</source>
            <translation>{name} · {size} · lu tel quel, jamais modifié</translation>
        </message>
        <message>
            <source>Continue to Standard</source>
            <translation>Passer à la norme</translation>
        </message>
        <message>
            <source>Open another file…</source>
            <translation>Ouvrir un autre fichier…</translation>
        </message>
        <message>
            <source>Enter header row</source>
            <translation>Entrée ligne d’en-tête</translation>
        </message>
        <message>
            <source>Shift+Enter second header row</source>
            <translation>Maj+Entrée 2e ligne d’en-tête</translation>
        </message>
        <message>
            <source>Space leave out</source>
            <translation>Espace omettre la ligne</translation>
        </message>
        <message>
            <source>What was noticed ({n})</source>
            <translation>Ce qui a été remarqué ({n})</translation>
        </message>
    </context>
    <context>
        <name>FindBar</name>
        <message>
            <source>Find in all columns</source>
            <translation>Chercher dans toutes les colonnes</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Suivant</translation>
        </message>
        <message>
            <source>Previous</source>
            <translation>Précédent</translation>
        </message>
        <message>
            <source>Close the find bar</source>
            <translation>Fermer la barre de recherche</translation>
        </message>
        <message>
            <source>No row matches.</source>
            <translation>Aucune ligne ne correspond.</translation>
        </message>
        <message>
            <source>1 row</source>
            <translation>1 ligne</translation>
        </message>
        <message>
            <source>{n} rows</source>
            <translation>{n} lignes</translation>
        </message>
    </context>
    <context>
        <name>FixedValueDialog</name>
        <message>
            <source>One value for all rows</source>
            <translation>Une valeur pour toutes les lignes</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Apply</source>
            <translation>Appliquer</translation>
        </message>
    </context>
    <context>
        <name>Fixing</name>
        <message>
            <source>Give one value for all rows…</source>
            <translation>Donner une seule valeur à toutes les lignes…</translation>
        </message>
        <message>
            <source>Match all the values of this column…</source>
            <translation>Associer toutes les valeurs de cette colonne…</translation>
        </message>
        <message>
            <source>Choose its meaning from the list…</source>
            <translation>Choisir son sens dans la liste…</translation>
        </message>
        <message>
            <source>Match a column…</source>
            <translation>Associer une colonne…</translation>
        </message>
        <message>
            <source>Type in the cell</source>
            <translation>Écrire dans la cellule</translation>
        </message>
    </context>
    <context>
        <name>GridModel</name>
        <message>
            <source>empty</source>
            <translation>vide</translation>
        </message>
    </context>
    <context>
        <name>GridPane</name>
        <message>
            <source>Find</source>
            <translation>Chercher</translation>
        </message>
        <message>
            <source>Fix this problem…</source>
            <translation>Corriger ce problème…</translation>
        </message>
        <message>
            <source>Edit the cell	F2</source>
            <translation>Modifier la cellule	F2</translation>
        </message>
        <message>
            <source>Copy	Ctrl+C</source>
            <translation>Copier	Ctrl+C</translation>
        </message>
        <message>
            <source>Paste	Ctrl+V</source>
            <translation>Coller	Ctrl+V</translation>
        </message>
        <message>
            <source>Fill down	Ctrl+D</source>
            <translation>Recopier vers le bas	Ctrl+D</translation>
        </message>
        <message>
            <source>Empty the cells	Del</source>
            <translation>Vider les cellules	Suppr</translation>
        </message>
    </context>
    <context>
        <name>GridView</name>
        <message>
            <source>Rows of the file</source>
            <translation>Lignes du fichier</translation>
        </message>
    </context>
    <context>
        <name>GuideDialog</name>
        <message>
            <source>Save as a web page…</source>
            <translation>Enregistrer comme page Web…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
    </context>
    <context>
        <name>LineDelegate</name>
        <message>
            <source>empty</source>
            <translation>vide</translation>
        </message>
    </context>
    <context>
        <name>Lines</name>
        <message>
            <source>Before</source>
            <translation>Avant</translation>
        </message>
        <message>
            <source>After</source>
            <translation>Après</translation>
        </message>
        <message>
            <source>Cells</source>
            <translation>Cellules</translation>
        </message>
    </context>
    <context>
        <name>MapPane</name>
        <message>
            <source>Points with this problem (lozenges): {n}. Other points (dots): {others}.</source>
            <translation>Points avec ce problème (losanges) : {n}. Autres points (ronds) : {others}.</translation>
        </message>
        <message>
            <source>Beyond the map, drawn at its edge: {n}.</source>
            <translation>Hors de la carte, placés au bord : {n}.</translation>
        </message>
        <message>
            <source>No boundary is known: the dashed box holds the middle 98% of the other points. Inside: {n}. Outside: {out}.</source>
            <translation>Aucune limite n’est connue : le cadre en tirets contient les 98 % les plus centraux des autres points. À l’intérieur : {n}. À l’extérieur : {out}.</translation>
        </message>
        <message>
            <source>Left and Right go from one lozenge to the next; the rows are in the table above.</source>
            <translation>Les flèches gauche et droite mènent d’un losange à l’autre; les lignes sont dans le tableau au-dessus.</translation>
        </message>
    </context>
    <context>
        <name>Menus</name>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Fichier</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Modifier</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Affichage</translation>
        </message>
        <message>
            <source>&amp;Data</source>
            <translation>&amp;Données</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>A&amp;ide</translation>
        </message>
        <message>
            <source>Compact</source>
            <translation>Compacte</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>Normale</translation>
        </message>
        <message>
            <source>Roomy</source>
            <translation>Aérée</translation>
        </message>
        <message>
            <source>Like the system</source>
            <translation>Comme le système</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Clair</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Sombre</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>Contraste élevé</translation>
        </message>
        <message>
            <source>&amp;Undo {step}</source>
            <translation>&amp;Annuler : {step}</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Annuler</translation>
        </message>
        <message>
            <source>&amp;Redo {step}</source>
            <translation>&amp;Rétablir : {step}</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Rétablir</translation>
        </message>
        <message>
            <source>&amp;Open a file…</source>
            <translation>&amp;Ouvrir un fichier…</translation>
        </message>
        <message>
            <source>&amp;New window</source>
            <translation>&amp;Nouvelle fenêtre</translation>
        </message>
        <message>
            <source>Open &amp;recent</source>
            <translation>Fichiers &amp;récents</translation>
        </message>
        <message>
            <source>Open a &amp;practice file</source>
            <translation>Ouvrir un fichier d’e&amp;xercice</translation>
        </message>
        <message>
            <source>Apply a rec&amp;ipe…</source>
            <translation>Appliquer une re&amp;cette…</translation>
        </message>
        <message>
            <source>&amp;Create the package…</source>
            <translation>Créer le &amp;paquet…</translation>
        </message>
        <message>
            <source>Save a &amp;draft…</source>
            <translation>Enregistrer une é&amp;bauche…</translation>
        </message>
        <message>
            <source>See the repor&amp;t</source>
            <translation>&amp;Voir le rapport</translation>
        </message>
        <message>
            <source>&amp;Settings…</source>
            <translation>Para&amp;mètres…</translation>
        </message>
        <message>
            <source>Clos&amp;e the file</source>
            <translation>&amp;Fermer le fichier</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Quitter</translation>
        </message>
        <message>
            <source>Cu&amp;t</source>
            <translation>&amp;Couper</translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>C&amp;opier</translation>
        </message>
        <message>
            <source>&amp;Paste</source>
            <translation>Co&amp;ller</translation>
        </message>
        <message>
            <source>Select &amp;all</source>
            <translation>&amp;Tout sélectionner</translation>
        </message>
        <message>
            <source>&amp;Find…</source>
            <translation>C&amp;hercher…</translation>
        </message>
        <message>
            <source>Find &amp;next</source>
            <translation>Occurrence &amp;suivante</translation>
        </message>
        <message>
            <source>R&amp;eplace…</source>
            <translation>Re&amp;mplacer…</translation>
        </message>
        <message>
            <source>Fill &amp;down</source>
            <translation>Recopier vers le &amp;bas</translation>
        </message>
        <message>
            <source>&amp;Go to row…</source>
            <translation>Aller à la li&amp;gne…</translation>
        </message>
        <message>
            <source>E&amp;mpty the cells</source>
            <translation>&amp;Vider les cellules</translation>
        </message>
        <message>
            <source>De&amp;lete the rows</source>
            <translation>Supprim&amp;er les lignes</translation>
        </message>
        <message>
            <source>&amp;1 File</source>
            <translation>&amp;1 Fichier</translation>
        </message>
        <message>
            <source>&amp;2 Standard</source>
            <translation>&amp;2 Norme</translation>
        </message>
        <message>
            <source>&amp;3 Columns</source>
            <translation>&amp;3 Colonnes</translation>
        </message>
        <message>
            <source>&amp;4 Check &amp;&amp; fix</source>
            <translation>&amp;4 Vérifier et corriger</translation>
        </message>
        <message>
            <source>&amp;5 Publish</source>
            <translation>&amp;5 Publier</translation>
        </message>
        <message>
            <source>E&amp;xplanation</source>
            <translation>E&amp;xplications</translation>
        </message>
        <message>
            <source>By &amp;problem</source>
            <translation>Par pro&amp;blème</translation>
        </message>
        <message>
            <source>By ro&amp;w</source>
            <translation>Par &amp;ligne</translation>
        </message>
        <message>
            <source>&amp;Next problem</source>
            <translation>Problème &amp;suivant</translation>
        </message>
        <message>
            <source>Pre&amp;vious problem</source>
            <translation>Problème &amp;précédent</translation>
        </message>
        <message>
            <source>Refres&amp;h</source>
            <translation>Act&amp;ualiser</translation>
        </message>
        <message>
            <source>&amp;Français</source>
            <translation>En&amp;glish</translation>
        </message>
        <message>
            <source>&amp;Zoom in</source>
            <translation>&amp;Zoom avant</translation>
        </message>
        <message>
            <source>Zoom &amp;out</source>
            <translation>Zoom a&amp;rrière</translation>
        </message>
        <message>
            <source>Normal &amp;size</source>
            <translation>Taille &amp;normale</translation>
        </message>
        <message>
            <source>&amp;Density</source>
            <translation>&amp;Densité</translation>
        </message>
        <message>
            <source>&amp;Theme</source>
            <translation>&amp;Thème</translation>
        </message>
        <message>
            <source>&amp;Preview the fix…</source>
            <translation>&amp;Prévisualiser la correction…</translation>
        </message>
        <message>
            <source>&amp;Fix everything safe…</source>
            <translation>&amp;Corriger sans risque…</translation>
        </message>
        <message>
            <source>C&amp;onfirm as correct…</source>
            <translation>Confirmer que c’est &amp;exact…</translation>
        </message>
        <message>
            <source>&amp;Match this column…</source>
            <translation>&amp;Associer cette colonne…</translation>
        </message>
        <message>
            <source>Filter by this &amp;value</source>
            <translation>&amp;Filtrer selon cette valeur</translation>
        </message>
        <message>
            <source>Show &amp;all rows</source>
            <translation>Voir toutes les &amp;lignes</translation>
        </message>
        <message>
            <source>&amp;Sort…</source>
            <translation>&amp;Trier…</translation>
        </message>
        <message>
            <source>Com&amp;bine columns…</source>
            <translation>Com&amp;biner des colonnes…</translation>
        </message>
        <message>
            <source>Sp&amp;lit a column…</source>
            <translation>&amp;Scinder une colonne…</translation>
        </message>
        <message>
            <source>&amp;Help on this screen</source>
            <translation>&amp;Aide sur cet écran</translation>
        </message>
        <message>
            <source>&amp;Find or do anything…</source>
            <translation>&amp;Chercher partout…</translation>
        </message>
        <message>
            <source>&amp;Keyboard shortcuts</source>
            <translation>&amp;Raccourcis clavier</translation>
        </message>
        <message>
            <source>Guide to the &amp;standard</source>
            <translation>Guide de la &amp;norme</translation>
        </message>
        <message>
            <source>Copy &amp;details for support</source>
            <translation>Copier les &amp;détails pour le soutien</translation>
        </message>
        <message>
            <source>&amp;About Steward</source>
            <translation>À &amp;propos de Steward</translation>
        </message>
    </context>
    <context>
        <name>NoticedPane</name>
        <message>
            <source>What was noticed</source>
            <translation>Ce qui a été remarqué</translation>
        </message>
        <message>
            <source>Close what was noticed</source>
            <translation>Fermer ce qui a été remarqué</translation>
        </message>
    </context>
    <context>
        <name>Notices</name>
        <message>
            <source>Copy details</source>
            <translation>Copier les détails</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>OK</translation>
        </message>
        <message>
            <source>Something went wrong in the app, not in your data</source>
            <translation>Un problème est survenu dans l’application, pas dans vos données</translation>
        </message>
        <message>
            <source>Your work is saved. You can continue; if it happens again, copy the details and send them to support.</source>
            <translation>Votre travail est enregistré. Vous pouvez continuer; si cela se reproduit, copiez les détails et envoyez-les au soutien.</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Détails</translation>
        </message>
        <message>
            <source>Restart Steward</source>
            <translation>Redémarrer Steward</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Continuer</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Open my earlier work</source>
            <translation>Ouvrir mon travail précédent</translation>
        </message>
        <message>
            <source>Redo my work on the new file</source>
            <translation>Reprendre mon travail sur le nouveau fichier</translation>
        </message>
        <message>
            <source>A package is being written</source>
            <translation>Un paquet est en cours de création</translation>
        </message>
        <message>
            <source>If you stop now, the earlier package stays as it is.</source>
            <translation>Si vous arrêtez maintenant, le paquet précédent reste intact.</translation>
        </message>
        <message>
            <source>Stop and close</source>
            <translation>Arrêter et fermer</translation>
        </message>
        <message>
            <source>Finish, then close</source>
            <translation>Terminer, puis fermer</translation>
        </message>
        <message>
            <source>The disk may be full. Free some space, then try again.</source>
            <translation>Le disque est peut-être plein. Libérez de l’espace, puis réessayez.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Réessayer</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Raccourcis clavier</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Next pane, previous pane</source>
            <translation>Volet suivant, volet précédent</translation>
        </message>
        <message>
            <source>The filled button</source>
            <translation>Le bouton plein</translation>
        </message>
        <message>
            <source>Continue to the next station</source>
            <translation>Passer à l’étape suivante</translation>
        </message>
        <message>
            <source>Back to the previous station</source>
            <translation>Revenir à l’étape précédente</translation>
        </message>
        <message>
            <source>Leave an editor, a bar, a search</source>
            <translation>Quitter un éditeur, une barre, une recherche</translation>
        </message>
        <message>
            <source>From a messy spreadsheet to a dataset others can trust. In English and in French, on this computer only.</source>
            <translation>D’une feuille de calcul en désordre à un jeu de données fiable. En français et en anglais, uniquement sur cet ordinateur.</translation>
        </message>
        <message>
            <source>Free software under the MIT licence. Icons: Lucide (ISC). Qt and PySide6: LGPL.</source>
            <translation>Logiciel libre sous licence MIT. Icônes : Lucide (ISC). Qt et PySide6 : LGPL.</translation>
        </message>
        <message>
            <source>Everywhere</source>
            <translation>Partout</translation>
        </message>
    </context>
    <context>
        <name>OtherLine</name>
        <message>
            <source>Kept as “{name}”</source>
            <translation>Conservée sous « {name} »</translation>
        </message>
        <message>
            <source>Left out of the package</source>
            <translation>Omise du paquet</translation>
        </message>
        <message>
            <source>Leave it out</source>
            <translation>L’omettre</translation>
        </message>
        <message>
            <source>Keep as an extra</source>
            <translation>La conserver en supplément</translation>
        </message>
    </context>
    <context>
        <name>Overview</name>
        <message>
            <source>Where the problems are</source>
            <translation>Où se trouvent les problèmes</translation>
        </message>
    </context>
    <context>
        <name>OwnListDialog</name>
        <message>
            <source>Use a list of your own for “{title}”</source>
            <translation>Utiliser votre propre liste pour « {title} »</translation>
        </message>
        <message>
            <source>Choose a column…</source>
            <translation>Colonne à choisir</translation>
        </message>
        <message>
            <source>Your label</source>
            <translation>Votre libellé</translation>
        </message>
        <message>
            <source>The standard’s code</source>
            <translation>Le code de la norme</translation>
        </message>
        <message>
            <source>One step: Ctrl+Z brings everything back.</source>
            <translation>Une seule étape : Ctrl+Z annule tout.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Match the values</source>
            <translation>Associer les valeurs</translation>
        </message>
        <message>
            <source>Not matched</source>
            <translation>Sans association</translation>
        </message>
    </context>
    <context>
        <name>PackageDialog</name>
        <message>
            <source>Save a draft</source>
            <translation>Enregistrer une ébauche</translation>
        </message>
        <message>
            <source>Create the package</source>
            <translation>Créer le paquet</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Choisir…</translation>
        </message>
        <message>
            <source>Choose another folder</source>
            <translation>Choisir un autre dossier</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Dossier</translation>
        </message>
        <message>
            <source>Its name will be</source>
            <translation>Nom du paquet</translation>
        </message>
        <message>
            <source>Besides CSV</source>
            <translation>En plus du CSV</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Enregistrer</translation>
        </message>
        <message>
            <source>Create</source>
            <translation>Créer</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>Find or do anything</source>
            <translation>Chercher partout</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>Ce qui a été trouvé</translation>
        </message>
        <message>
            <source>↑ ↓ choose   Enter do it   English or French words both work</source>
            <translation>↑ ↓ choisir   Entrée exécuter   Cherchez en français ou en anglais</translation>
        </message>
        <message>
            <source>Actions</source>
            <translation>Actions</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>Colonnes</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>Problèmes</translation>
        </message>
        <message>
            <source>{found} of {all}</source>
            <translation>{found} sur {all}</translation>
        </message>
        <message>
            <source>Nothing matches. Try another word, in English or in French.</source>
            <translation>Rien ne correspond. Essayez un autre mot, en français ou en anglais.</translation>
        </message>
    </context>
    <context>
        <name>Plot</name>
        <message>
            <source>{n}° E</source>
            <translation>{n}° E</translation>
        </message>
        <message>
            <source>{n}° W</source>
            <translation>{n}° O</translation>
        </message>
        <message>
            <source>{n}° N</source>
            <translation>{n}° N</translation>
        </message>
        <message>
            <source>{n}° S</source>
            <translation>{n}° S</translation>
        </message>
        <message>
            <source>Map of the points</source>
            <translation>Carte des points</translation>
        </message>
        <message>
            <source>{n} km</source>
            <translation>{n} km</translation>
        </message>
        <message>
            <source>{n} m</source>
            <translation>{n} m</translation>
        </message>
    </context>
    <context>
        <name>PreviewDialog</name>
        <message>
            <source>Find a value</source>
            <translation>Chercher une valeur</translation>
        </message>
        <message>
            <source>To look at</source>
            <translation>À regarder</translation>
        </message>
        <message>
            <source>Values shown</source>
            <translation>Valeurs affichées</translation>
        </message>
        <message>
            <source>Show only these</source>
            <translation>N’afficher que celles-ci</translation>
        </message>
        <message>
            <source>Values before and after</source>
            <translation>Valeurs avant et après</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
    </context>
    <context>
        <name>ProblemList</name>
        <message>
            <source>Problems</source>
            <translation>Problèmes</translation>
        </message>
    </context>
    <context>
        <name>ProblemModel</name>
        <message>
            <source>has a safe fix</source>
            <translation>a une correction sans risque</translation>
        </message>
    </context>
    <context>
        <name>ProgressOverlay</name>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>One moment</source>
            <translation>Un instant</translation>
        </message>
    </context>
    <context>
        <name>PublishPage</name>
        <message>
            <source>The draft</source>
            <translation>L’ébauche</translation>
        </message>
        <message>
            <source>Publish</source>
            <translation>Publier</translation>
        </message>
        <message>
            <source>Ctrl+Enter press the filled button</source>
            <translation>Ctrl+Entrée activer le bouton plein</translation>
        </message>
        <message>
            <source>→ ← open, close a principle</source>
            <translation>→ ← ouvrir, fermer un principe</translation>
        </message>
        <message>
            <source>The package</source>
            <translation>Le paquet</translation>
        </message>
        <message>
            <source>Edit in both languages…</source>
            <translation>Modifier dans les deux langues…</translation>
        </message>
        <message>
            <source>About this dataset</source>
            <translation>À propos de ce jeu de données</translation>
        </message>
        <message>
            <source>Save a draft…</source>
            <translation>Enregistrer une ébauche…</translation>
        </message>
        <message>
            <source>Destinations</source>
            <translation>Destinations</translation>
        </message>
        <message>
            <source>In the meantime</source>
            <translation>Entre-temps</translation>
        </message>
        <message>
            <source>What we standardised for you</source>
            <translation>Ce que nous avons normalisé</translation>
        </message>
        <message>
            <source>Nothing had to be changed.</source>
            <translation>Rien n’a dû être changé.</translation>
        </message>
        <message>
            <source>What the package will hold</source>
            <translation>Ce que contiendra le paquet</translation>
        </message>
        <message>
            <source>Fill in…</source>
            <translation>Remplir…</translation>
        </message>
        <message>
            <source>See the rows</source>
            <translation>Voir les lignes</translation>
        </message>
        <message>
            <source>Choose formats…</source>
            <translation>Choisir les formats…</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
    </context>
    <context>
        <name>Question</name>
        <message>
            <source>Move it here</source>
            <translation>La déplacer ici</translation>
        </message>
        <message>
            <source>Use it for both</source>
            <translation>L’utiliser pour les deux</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>Confirmer</translation>
        </message>
    </context>
    <context>
        <name>RecentList</name>
        <message>
            <source>Recent files</source>
            <translation>Fichiers récents</translation>
        </message>
    </context>
    <context>
        <name>RememberedDialog</name>
        <message>
            <source>What the app remembers</source>
            <translation>Ce que l’application a retenu</translation>
        </message>
        <message>
            <source>Headings that you confirmed for “{title}”. They are kept on this computer.</source>
            <translation>En-têtes que vous avez confirmés pour « {title} ». Ils sont conservés sur cet ordinateur.</translation>
        </message>
        <message>
            <source>Nothing yet: what you confirm in Columns is remembered.</source>
            <translation>Rien encore : ce que vous confirmez à l’étape Colonnes est retenu.</translation>
        </message>
        <message>
            <source>Take from a file…</source>
            <translation>Reprendre d’un fichier…</translation>
        </message>
        <message>
            <source>Save to share…</source>
            <translation>Enregistrer pour partager…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Forget</source>
            <translation>Oublier</translation>
        </message>
    </context>
    <context>
        <name>RowHeader</name>
        <message>
            <source>Rows</source>
            <translation>Lignes</translation>
        </message>
    </context>
    <context>
        <name>SettingsDialog</name>
        <message>
            <source>Settings</source>
            <translation>Paramètres</translation>
        </message>
        <message>
            <source>Each change acts at once.</source>
            <translation>Chaque changement prend effet immédiatement.</translation>
        </message>
        <message>
            <source>Beside the file</source>
            <translation>À côté du fichier</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Choisir…</translation>
        </message>
        <message>
            <source>Folder for packages</source>
            <translation>Dossier des paquets</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Langue</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Thème</translation>
        </message>
        <message>
            <source>Like the system</source>
            <translation>Comme le système</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Clair</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Sombre</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>Contraste élevé</translation>
        </message>
        <message>
            <source>Density</source>
            <translation>Densité</translation>
        </message>
        <message>
            <source>Compact</source>
            <translation>Compacte</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>Normale</translation>
        </message>
        <message>
            <source>Roomy</source>
            <translation>Aérée</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>Taille du texte</translation>
        </message>
        <message>
            <source>{n}%</source>
            <translation>{n} %</translation>
        </message>
        <message>
            <source>Keep work for</source>
            <translation>Conserver les travaux pendant</translation>
        </message>
        <message>
            <source>{n} days</source>
            <translation>{n} jours</translation>
        </message>
    </context>
    <context>
        <name>Shelf</name>
        <message>
            <source>Less likely</source>
            <translation>Moins probables</translation>
        </message>
        <message>
            <source>See all standards</source>
            <translation>Voir toutes les normes</translation>
        </message>
        <message>
            <source>Bring your own standard…</source>
            <translation>Apporter votre propre norme…</translation>
        </message>
        <message>
            <source>Draft one from this file…</source>
            <translation>En ébaucher une d’après ce fichier…</translation>
        </message>
        <message>
            <source>None of these fits?</source>
            <translation>Aucune ne convient?</translation>
        </message>
    </context>
    <context>
        <name>Side</name>
        <message>
            <source>Choose a column</source>
            <translation>Choisir une colonne</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Entrée</translation>
        </message>
        <message>
            <source>Some of these rows</source>
            <translation>Quelques-unes de ces lignes</translation>
        </message>
        <message>
            <source>Other ways</source>
            <translation>Autres choix</translation>
        </message>
    </context>
    <context>
        <name>StandardFormDialog</name>
        <message>
            <source>Your standard: {title}</source>
            <translation>Votre norme : {title}</translation>
        </message>
        <message>
            <source>What you do not see here stays as it is in the file.</source>
            <translation>Ce que vous ne voyez pas ici reste tel quel dans le fichier.</translation>
        </message>
        <message>
            <source>Fields</source>
            <translation>Champs</translation>
        </message>
        <message>
            <source>Add a field</source>
            <translation>Ajouter un champ</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Save in my standards</source>
            <translation>Enregistrer dans mes normes</translation>
        </message>
        <message>
            <source>The standard itself</source>
            <translation>La norme elle-même</translation>
        </message>
    </context>
    <context>
        <name>StandardPage</name>
        <message>
            <source>Save the blank template</source>
            <translation>Enregistrer le gabarit vierge</translation>
        </message>
        <message>
            <source>Continue to Columns</source>
            <translation>Passer aux colonnes</translation>
        </message>
        <message>
            <source>Standard</source>
            <translation>Norme</translation>
        </message>
        <message>
            <source>↑ ↓ choose</source>
            <translation>↑ ↓ choisir</translation>
        </message>
        <message>
            <source>Enter use</source>
            <translation>Entrée utiliser</translation>
        </message>
        <message>
            <source>Type to search</source>
            <translation>Écrivez pour chercher</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Thème</translation>
        </message>
        <message>
            <source>All themes</source>
            <translation>Tous les thèmes</translation>
        </message>
        <message>
            <source>None of these fits</source>
            <translation>Aucune ne convient</translation>
        </message>
        <message>
            <source>F1 guide</source>
            <translation>F1 guide</translation>
        </message>
    </context>
    <context>
        <name>StartPage</name>
        <message>
            <source>Turn a messy spreadsheet into a dataset others can trust</source>
            <translation>D’une feuille de calcul en désordre à un jeu de données fiable</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Ouvrir</translation>
        </message>
        <message>
            <source>Your file is read, never changed.</source>
            <translation>Votre fichier est lu, jamais modifié.</translation>
        </message>
        <message>
            <source>Confirm and fix</source>
            <translation>Confirmer et corriger</translation>
        </message>
        <message>
            <source>Steward proposes, you decide.</source>
            <translation>Steward propose, vous décidez.</translation>
        </message>
        <message>
            <source>Publish</source>
            <translation>Publier</translation>
        </message>
        <message>
            <source>A package portals accept.</source>
            <translation>Un paquet que les portails acceptent.</translation>
        </message>
        <message>
            <source>Recent</source>
            <translation>Récents</translation>
        </message>
        <message>
            <source>Open a practice file</source>
            <translation>Ouvrir un fichier d’exercice</translation>
        </message>
        <message>
            <source>Ctrl+O open a file</source>
            <translation>Ctrl+O ouvrir un fichier</translation>
        </message>
        <message>
            <source>Enter opens a recent file</source>
            <translation>Entrée ouvre un fichier récent</translation>
        </message>
        <message>
            <source>Del forgets it</source>
            <translation>Suppr le retire</translation>
        </message>
        <message>
            <source>Continue where I was</source>
            <translation>Reprendre là où j’en étais</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Plus tard</translation>
        </message>
        <message>
            <source>The files you open are listed here, with what is left to do.</source>
            <translation>Les fichiers que vous ouvrez s’affichent ici, avec ce qu’il reste à faire.</translation>
        </message>
    </context>
    <context>
        <name>Stepper</name>
        <message>
            <source>Previous problem</source>
            <translation>Problème précédent</translation>
        </message>
        <message>
            <source>Next problem</source>
            <translation>Problème suivant</translation>
        </message>
        <message>
            <source>{n} of {all}</source>
            <translation>{n} sur {all}</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Rétablir</translation>
        </message>
        <message>
            <source>Find or do anything</source>
            <translation>Chercher partout</translation>
        </message>
    </context>
    <context>
        <name>ValueLine</name>
        <message>
            <source>Standard value of “{text}”</source>
            <translation>Valeur de la norme pour « {text} »</translation>
        </message>
    </context>
    <context>
        <name>ValueTable</name>
        <message>
            <source>Your value</source>
            <translation>Votre valeur</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>Lignes</translation>
        </message>
        <message>
            <source>Standard value</source>
            <translation>Valeur de la norme</translation>
        </message>
        <message>
            <source>Your own words are kept beside, in “{title}”.</source>
            <translation>Vos propres termes sont conservés à côté, dans « {title} ».</translation>
        </message>
        <message>
            <source>Use a list of your own…</source>
            <translation>Utiliser votre propre liste…</translation>
        </message>
    </context>
    <context>
        <name>Window</name>
        <message>
            <source>Français</source>
            <translation>English</translation>
        </message>
        <message>
            <source>Stays on this computer</source>
            <translation>Rien ne quitte cet ordinateur</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Aide</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Paramètres</translation>
        </message>
        <message>
            <source>Practice</source>
            <translation>S’exercer</translation>
        </message>
        <message>
            <source>Stations</source>
            <translation>Étapes</translation>
        </message>
        <message>
            <source>no standard yet</source>
            <translation>norme à choisir</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
    </context>
    <context>
        <name>self._view</name>
        <message>
            <source>empty</source>
            <translation>vide</translation>
        </message>
    </context>
    <context>
        <name>WordsEditor</name>
        <message>
            <source>Title</source>
            <translation>Titre</translation>
        </message>
        <message>
            <source>What it is for</source>
            <translation>À quoi elle sert</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>Description</translation>
        </message>
    </context>
</TS>
