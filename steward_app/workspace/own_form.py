"""The form of a steward's own standard: what it shows of each field, what a change writes, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..core.drafted import reads, snake, unique
from ..core.schema import LEVELS, CodeList, Field, folded
from ..core.text import Text

Json = dict[str, Any]
Said = dict[str, str]
OWN = "own"
# What a field holds, as the form offers it: type, format and kind of the Table Schema.
HOLDS: Mapping[str, tuple[Text, tuple[str, str | None, str | None]]] = {
    "text": (Text("Text", "Texte"), ("string", None, None)),
    "identifier": (Text("Identifier (a permit’s or a file’s number)", "Identifiant (numéro de permis ou de dossier)"),
                   ("string", None, "identifier")),
    "name": (Text("Name", "Nom"), ("string", None, "name")),
    "free-text": (Text("Free text (sentences)", "Texte libre (phrases)"), ("string", None, "free-text")),
    "integer": (Text("Whole number: 12", "Nombre entier\u00a0: 12"), ("integer", None, None)),
    "number": (Text("Number: 1200.50", "Nombre\u00a0: 1200.50"), ("number", None, None)),
    "boolean": (Text("Yes or no", "Oui ou non"), ("boolean", None, None)),
    "date": (Text("Date: 2024-05-07", "Date\u00a0: 2024-05-07"), ("date", None, None)),
    "datetime": (Text("Date and time: 2024-05-07T14:05:00", "Date et heure\u00a0: 2024-05-07T14:05:00"), ("datetime", None, None)),
    "time": (Text("Time: 14:05:00", "Heure\u00a0: 14:05:00"), ("time", None, None)),
    "year": (Text("Year: 2024", "Année\u00a0: 2024"), ("year", None, None)),
    "yearmonth": (Text("Year and month: 2024-05", "Année et mois\u00a0: 2024-05"), ("yearmonth", None, None)),
    "email": (Text("E-mail address", "Adresse courriel"), ("string", "email", None)),
    "uri": (Text("Web address: https://…", "Adresse Web\u00a0: https://…"), ("string", "uri", None)),
    "postal-code": (Text("Postal code: K1A 0B1", "Code postal\u00a0: K1A 0B1"), ("string", None, "postal-code")),
    "fsa": (Text("First three characters of a postal code: K1A", "Région de tri d’acheminement\u00a0: K1A"), ("string", None, "fsa")),
    "phone": (Text("Telephone: 613-555-0199", "Téléphone\u00a0: 613-555-0199"), ("string", None, "phone")),
    "latitude": (Text("Latitude: 45.42153", "Latitude\u00a0: 45.42153"), ("number", None, "latitude")),
    "longitude": (Text("Longitude: -75.69719", "Longitude\u00a0: -75.69719"), ("number", None, "longitude")),
    "sgc": (Text("Geographic code (SGC)", "Code géographique (CGT)"), ("string", None, "sgc")),
}
MEANT_FORMATS = ("email", "uri")
WORDS = ("title", "title_fr", "description", "description_fr")
STANDARD_WORDS = (*WORDS, "purpose", "purpose_fr")

NEEDS_TITLE = Text("Give the field a title.", "Donnez un titre au champ.")
TITLE_TAKEN = Text("“{title}” already leads to another field.", "« {title} » mène déjà à un autre champ.")
NO_CODES = Text("Write at least one code, each on its own line.", "Inscrivez au moins un code, chacun sur sa ligne.")
CODE_TWICE = Text("“{code}” is there twice.", "« {code} » y figure deux fois.")
NOT_THAT = Text("This example is not of the kind chosen ({holds}).", "Cet exemple n’est pas du type choisi ({holds}).")
NOT_A_CODE = Text("This example is not one of the codes.", "Cet exemple ne figure pas parmi les codes.")
RULE_NAMES = Text("“{rule}” uses this field, so it stays.", "« {rule} » porte sur ce champ\u00a0: il reste donc.")
THE_LAST = Text("A standard needs at least one field.", "Une norme contient au moins un champ.")


@dataclass
class FieldForm:
    """One field as it stands in the file, and what the form says of it now."""

    raw: Json
    said: Said
    new: bool = False

    @property
    def name(self) -> str:
        """The technical name."""
        return str(self.raw["name"])

    @property
    def shown_title(self) -> str:
        """What the list of fields calls it."""
        return self.said["title"] or self.said["title_fr"] or self.name

    def result(self) -> Json:
        """Return the field's JSON: what the form does not show, or did not change, as it was."""
        return with_field(self.raw, self.said)


@dataclass
class StandardForm:
    """A standard in the form. `raw` is its JSON as opened; changed only through `said`, `add` and what `fields` holds."""

    raw: Json
    lists: Mapping[str, CodeList]
    said: Said = field(default_factory=dict)
    fields: list[FieldForm] = field(default_factory=list)
    known: frozenset[tuple[str, str, str]] = frozenset()

    @classmethod
    def of(cls, raw: Json, lists: Mapping[str, CodeList]) -> StandardForm:
        """Open a Table Schema in the form."""
        keys = key_of(raw)
        fields = [FieldForm(item, {**shown_field(item), "key": "yes" if item["name"] in keys else ""})
                  for item in raw["fields"]]
        made = cls(raw, lists, {word: text_of(raw, word) for word in STANDARD_WORDS}, fields)
        made.known = frozenset((item.name, control, says.to("en")) for item in fields for control, says in made.faults_of(item))
        return made

    def add(self) -> FieldForm:
        """Add an empty field at the end."""
        raw = {"name": unique("new_field", (item.name for item in self.fields)), "type": "string", "level": "optional"}
        self.fields.append(FieldForm(raw, {**shown_field(raw), "key": ""}, new=True))
        return self.fields[-1]

    def stays(self, item: FieldForm) -> Text | None:
        """Return why a field cannot be taken away, None where it can."""
        if len(self.fields) == 1:
            return THE_LAST
        others = [other.raw.get("original") for other in self.fields if other is not item]
        parts = [part for key in ("rules", "foreignKeys", "uniqueKeys") if isinstance(self.raw.get(key), list)
                 for part in self.raw[key]]
        naming = next((part for part in parts if mentions(part, item.name)), None)
        if naming is None and item.name not in others:
            return None
        rule = naming.get("id") if isinstance(naming, Mapping) else None
        return RULE_NAMES.with_(rule=rule or item.name)

    def result(self) -> Json:
        """Return the standard's JSON; a new field takes its name from its title."""
        taken: list[str] = [item.name for item in self.fields if not item.new]
        names: dict[int, str] = {}
        for item in self.fields:
            names[id(item)] = item.name if not item.new else unique(snake(item.said["title"]) or item.name, taken)
            taken.append(names[id(item)])
        fields = [{**item.result(), "name": names[id(item)]} for item in self.fields]
        out = with_words(self.raw, self.said, STANDARD_WORDS)
        out["fields"] = fields
        there = {item["name"] for item in self.raw["fields"]}
        was = [name for name in key_of(self.raw) if name in there]
        return with_key(out, was, [names[id(item)] for item in self.fields if item.said["key"]])

    def faults(self) -> dict[tuple[int, str], Text]:
        """Return what is wrong, by the place of the field and the control that says so."""
        found: dict[tuple[int, str], Text] = {}
        for place, item in enumerate(self.fields):
            found |= {(place, control): says for control, says in self.faults_of(item)}
        return found

    def blocking(self) -> tuple[int, str] | None:
        """Return the place and control of the first fault that came with the form; older ones are the author's."""
        return next((where for where, says in self.faults().items()
                     if (self.fields[where[0]].name, where[1], says.to("en")) not in self.known), None)

    def faults_of(self, item: FieldForm) -> Iterable[tuple[str, Text]]:
        """Yield what is wrong with one field: the control, and the sentence beside it."""
        if item.new and not item.said["title"]:
            yield "title", NEEDS_TITLE
        names = {folded(name) for other in self.fields if other is not item for name in names_of(other)}
        for word in ("title", "title_fr"):
            if item.said[word] and folded(item.said[word]) in names:
                yield word, TITLE_TAKEN.with_(title=item.said[word])
        if (wrong := codes_fault(item)) is not None:
            yield "code_text", wrong
            return
        for word in ("example", "example_fr"):
            if item.said[word] and (wrong := self.example_fault(item, item.said[word])) is not None:
                yield word, wrong

    def example_fault(self, item: FieldForm, example: str) -> Text | None:
        """Return what is wrong with an example, None where it is a value of its field."""
        codes = self.lists.get(item.said["codes"])
        known = codes.values if codes else tuple(lines_of(item.said["code_text"])) if item.said["codes"] == OWN else ()
        if known:
            return None if example in known else NOT_A_CODE
        made = Field.of_json({**item.result(), "name": item.name})
        if not item.said["holds"] or reads(example, made):
            return None
        return NOT_THAT.with_(holds=HOLDS[item.said["holds"]][0])


def shown_field(raw: Mapping[str, Any]) -> Said:
    """Return what the form shows of a field; a choice it does not know is empty, and stays as it is."""
    constraints = raw.get("constraints") or {}
    level = raw.get("level") or ("required" if constraints.get("required") else "optional")
    codes = str(raw.get("codeList") or (OWN if constraints.get("enum") else ""))
    return {**{word: text_of(raw, word) for word in (*WORDS, "example", "example_fr")}, "holds": holds_of(raw),
            "level": level if level in LEVELS else "", "codes": codes,
            "code_text": "\n".join(str(code) for code in constraints.get("enum") or ())}


def holds_of(raw: Mapping[str, Any]) -> str:
    """Return which of the kinds on offer a field is of; "" where it is none of them."""
    form = raw.get("format")
    shape = (raw.get("type") or "string", form if form in MEANT_FORMATS else None, raw.get("kind"))
    return next((name for name, (_, known) in HOLDS.items() if known == shape), "")


def text_of(raw: Mapping[str, Any], key: str) -> str:
    """Return a text of a file as the form shows it."""
    return "" if raw.get(key) is None else str(raw[key])


def with_words(raw: Mapping[str, Any], said: Said, words: Iterable[str]) -> Json:
    """Return an object with the texts that were changed; one that was emptied goes."""
    out = dict(raw)
    for word in words:
        if said[word] != text_of(raw, word):
            out.pop(word, None)
            out |= {word: said[word]} if said[word] else {}
    return out


def with_field(raw: Json, said: Said) -> Json:
    """Return a field with what was changed in the form; every other property is the same object as before."""
    was, out = shown_field(raw), with_words(raw, said, (*WORDS, "example", "example_fr"))
    if said["holds"] != was["holds"]:
        kind, form, what = HOLDS[said["holds"]][1]
        out = {**without(out, "format", "kind"), "type": kind, **({"format": form} if form else {}),
               **({"kind": what} if what else {})}
    if said["level"] != was["level"]:
        out["level"] = said["level"]
        out = constrained(out, "required", True if said["level"] == "required" else None)
    if (said["codes"], said["code_text"]) != (was["codes"], was["code_text"]):
        out = without(out, "codeList") | ({"codeList": said["codes"]} if said["codes"] not in ("", OWN) else {})
        out = constrained(out, "enum", enum_of(raw, said) if said["codes"] == OWN else None)
    return out


def enum_of(raw: Mapping[str, Any], said: Said) -> list[Any]:
    """Return the codes that the form lists; one that stood there before keeps its own form (a number stays one)."""
    before = {str(code): code for code in (raw.get("constraints") or {}).get("enum") or ()}
    lines = [line for line in said["code_text"].splitlines() if line.strip()]
    return [before.get(line, line.strip()) for line in lines]


def constrained(raw: Json, key: str, value: Any) -> Json:
    """Return a field with one constraint set, or taken away (None); no empty `constraints` is left or made."""
    constraints = without(dict(raw.get("constraints") or {}), key) | ({key: value} if value is not None else {})
    return {**raw, "constraints": constraints} if constraints else without(raw, "constraints")


def without(raw: Json, *keys: str) -> Json:
    """Return an object without some members."""
    return {key: value for key, value in raw.items() if key not in keys}


def key_of(raw: Mapping[str, Any]) -> list[str]:
    """Return the names in a standard's key, one or several."""
    key = raw.get("primaryKey") or []
    return [key] if isinstance(key, str) else list(key)


def with_key(raw: Json, was: list[str], names: list[str]) -> Json:
    """Return a standard whose records are told apart by these fields; the same key keeps its form and order."""
    if set(was) == set(names):
        return raw
    ordered = [name for name in was if name in names] + [name for name in names if name not in was]
    return {**raw, "primaryKey": ordered} if ordered else without(raw, "primaryKey")


def lines_of(text: str) -> list[str]:
    """Return the codes of a text, one a line."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def names_of(item: FieldForm) -> tuple[str, ...]:
    """Return every name that leads to a field."""
    aliases = item.raw.get("aliases") or {}
    more = [name for names in aliases.values() for name in names] if isinstance(aliases, Mapping) else []
    return (*(() if item.new else (item.name,)), item.said["title"], item.said["title_fr"], *map(str, more))


def codes_fault(item: FieldForm) -> Text | None:
    """Return what is wrong with a field's own codes."""
    if item.said["codes"] != OWN:
        return None
    lines = lines_of(item.said["code_text"])
    twice = next((line for index, line in enumerate(lines) if line in lines[:index]), None)
    return NO_CODES if not lines else CODE_TWICE.with_(code=twice) if twice else None


def mentions(part: Any, name: str) -> bool:
    """Tell whether a rule or a foreign key speaks of a field, as a value or as a key."""
    if isinstance(part, Mapping):
        return any(key == name or mentions(value, name) for key, value in part.items())
    return any(mentions(value, name) for value in part) if isinstance(part, list) else part == name
