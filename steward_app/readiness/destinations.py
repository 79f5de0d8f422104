"""Where a package can go, and what each place would say: a CKAN portal, open.canada.ca, a province's, harvesters of DCAT."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..core.naming import portal_takes
from ..core.package import Package
from ..core.text import LANGUAGES, Text

Holds = Callable[[Package], bool]

TAKES = Text("Would take this dataset", "Accepterait ce jeu de données")
ASKS = Text("Still asks for: {what}", "Demande encore\u00a0: {what}")
AFTER_FIXING = Text("Takes no draft: fix what must be fixed first", "N’accepte pas d’ébauche\u00a0: corrigez d’abord ce qui doit l’être")
A_PERSON = Text("Would take this dataset, once a person there approves it",
                "Accepterait ce jeu de données, après approbation par une personne")
ADDRESSES = Text("Ready to be harvested once the folder is on the Web", "Prêt à être moissonné une fois le dossier sur le Web")
HOLDS = Text("{formats}, dictionary, report", "{formats}, dictionnaire, rapport")
FOLDER = Text("Folder only", "Dossier seulement")
CALLED = {"GEOJSON": "GeoJSON", "PARQUET": "Parquet"}


@dataclass(frozen=True)
class Need:
    """One thing a place asks for: its words in a list, and whether a package has it."""

    what: Text
    holds: Holds


@dataclass(frozen=True)
class Place:
    """One place: what it asks for (federation.md §2), and what it says when it has it."""

    id: str
    title: Text
    needs: tuple[Need, ...]
    takes: Text = TAKES
    province: str = ""


@dataclass(frozen=True)
class Destination:
    """What one place would say of a package. `word`: ready, better (it asks for more) or must (nothing goes there yet)."""

    id: str
    title: Text
    word: str
    says: Text

    def as_json(self) -> dict[str, object]:
        """Return the shape of report.json."""
        return {"id": self.id, "word": self.word, "title": self.title.as_json(), **self.says.as_json()}


def filled(key: str) -> Holds:
    """Hold where a fact is there at all."""
    return lambda package: bool(package.metadata.get(key))


def both(key: str) -> Holds:
    """Hold where a phrase is there in both languages."""
    return lambda package: set(package.metadata.given(key)) == set(LANGUAGES)


def listed(key: str, portal: str) -> Holds:
    """Hold where the vocabulary has a portal's own code for what was chosen."""
    return lambda package: bool(package.metadata.entry(key).get(portal))


def words_in_both(package: Package) -> bool:
    """Hold where there are keywords in both languages."""
    return all(package.metadata.words("keywords").values())


def headings_taken(package: Package) -> bool:
    """Hold where the federal DataStore takes every heading."""
    return all(portal_takes(name) for name in package.frame.columns)


TITLE, TITLES = Text("a title", "un titre"), Text("a title in both languages", "un titre dans les deux langues")
NOTES = Text("a description", "une description")
ALL_NOTES = Text("a description in both languages", "une description dans les deux langues")
PUBLISHER, CONTACT = Text("a publisher", "un organisme diffuseur"), Text("a contact e-mail", "un courriel de contact")
SUBJECT, WORDS = Text("a subject", "un sujet"), Text("keywords in both languages", "des mots clés dans les deux langues")
LEVEL = Text("a level of government", "un ordre d’administration")
ISSUED = Text("a date of first publication", "une date de première diffusion")
LICENCE, KNOWN_LICENCE = Text("a licence", "une licence"), Text("a licence from its list", "une licence tirée de sa liste")
FREQUENCY = Text("an update frequency from its list", "une fréquence de mise à jour tirée de sa liste")
HEADINGS = Text("other headings", "d’autres en-têtes")

COMMON = (Need(TITLE, filled("title")), Need(NOTES, filled("description")), Need(PUBLISHER, filled("publisher.id")))
BILINGUAL = (Need(TITLES, both("title")), Need(ALL_NOTES, both("description")), Need(PUBLISHER, filled("publisher.id")))


def of_portal(name: str) -> tuple[Need, ...]:
    """Return what a provincial portal asks for beside the common facts: codes of its own lists."""
    return (Need(KNOWN_LICENCE, listed("licence", name)), Need(FREQUENCY, listed("frequency", name)))


PLACES = (
    Place("ckan", Text("A CKAN portal", "Un portail CKAN"), (*COMMON, Need(LICENCE, filled("licence")))),
    Place("open-canada", Text("open.canada.ca, federation", "ouvert.canada.ca, fédération"),
          (*BILINGUAL, Need(WORDS, words_in_both), Need(SUBJECT, filled("subject")), Need(LEVEL, filled("publisher.level")),
           Need(ISSUED, filled("date_published")), *of_portal("open_canada"), Need(HEADINGS, headings_taken)), A_PERSON),
    Place("quebec", Text("Données Québec", "Données Québec"),
          (*COMMON, *of_portal("quebec"), Need(CONTACT, filled("contact.email"))), province="24"),
    Place("ontario", Text("data.ontario.ca", "data.ontario.ca"), BILINGUAL, province="35"),
    Place("alberta", Text("open.alberta.ca", "open.alberta.ca"),
          (*COMMON, Need(SUBJECT, filled("subject")), *of_portal("alberta"), Need(CONTACT, filled("contact.email"))), province="48"),
    Place("dcat", Text("Catalogues that harvest DCAT", "Catalogues qui moissonnent DCAT"),
          (Need(TITLE, filled("title")), Need(NOTES, filled("description")), Need(PUBLISHER, filled("publisher.name"))), ADDRESSES),
)


def destinations(package: Package) -> tuple[Destination, ...]:
    """Return what each place would say; a province's portal only for its own publishers, the folder always."""
    province = package.metadata.word("publisher.sgc")[:2]
    formats = ", ".join(CALLED.get(name, name) for name in package.data_formats)
    folder = Destination("folder", FOLDER, "ready", HOLDS.with_(formats=formats))
    return (*(asked(place, package) for place in PLACES if place.province in ("", province)), folder)


def asked(place: Place, package: Package) -> Destination:
    """Return what one place would say."""
    if package.draft or package.findings.counts["must"]:
        return Destination(place.id, place.title, "must", AFTER_FIXING)
    lacking = [need.what for need in place.needs if not need.holds(package)]
    if not lacking:
        return Destination(place.id, place.title, "ready", place.takes)
    what = Text("; ".join(text.en for text in lacking), "; ".join(text.fr for text in lacking))
    return Destination(place.id, place.title, "better", ASKS.with_(what=what))
