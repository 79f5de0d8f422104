"""Versions of a standard: whether a newer one is there, what it changes, and the step that goes over to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping as MappingABC
from dataclasses import replace
from typing import Any

from .. import matching
from ..catalogue import Catalogue
from ..checks import usable
from ..core.document import Decision, Document
from ..core.edits import Edit, SetDecisions, SetStandard, Several
from ..core.mapping import Feed, Mapping
from ..core.problem import Problem
from ..core.schema import CodeList, Field, Rule, Schema
from ..core.text import Text
from .questions import as_asked

ADDED = Text("New field: “{title}”.", "Nouveau champ\u00a0: « {title} ».")
GONE = Text("“{title}” is no longer in the standard.", "« {title} » ne fait plus partie de la norme.")
RENAMED = Text("“{old}” is now called “{new}”.", "« {old} » s’appelle maintenant « {new} ».")
LEVEL = Text("“{title}” is now {level}.", "« {title} » est maintenant {level}.")
TYPE = Text("“{title}” is read another way than before.", "« {title} » se lit autrement qu’avant.")
LIMITS = Text("“{title}” has other limits.", "« {title} » a d’autres limites.")
NEW_CODES = Text("“{title}” takes new codes: {codes}.", "« {title} » accepte de nouveaux codes\u00a0: {codes}.",
                 "“{title}” takes a new code: {codes}.", "« {title} » accepte un nouveau code\u00a0: {codes}.")
GONE_CODES = Text("“{title}” no longer takes: {codes}.", "« {title} » n’accepte plus\u00a0: {codes}.")
KEY = Text("Records are now told apart by: {fields}.", "Les enregistrements se distinguent maintenant par\u00a0: {fields}.")
NEW_RULE = Text("New rule: {says}", "Nouvelle règle\u00a0: {says}")
GONE_RULE = Text("Rule {id} is gone.", "La règle {id} n’existe plus.")
OTHER_RULE = Text("Rule {id} has changed: {says}", "La règle {id} a changé\u00a0: {says}")
LEVELS = {"required": Text("required", "obligatoire"), "recommended": Text("recommended", "recommandé"),
          "optional": Text("optional", "facultatif")}
UPGRADE = Text("use version {version} of “{title}”", "passer à la version {version} de « {title} »")
CODES_SAID = 5
PARTS = 3  # major, minor, patch; what a version leaves out is 0


def newer(document: Document, catalogue: Catalogue) -> Schema | None:
    """Return the catalogue's version of the document's standard where it is newer, else None."""
    here = document.schema
    there = next((item for item in catalogue.standards if here is not None and item.name == here.name), None)
    if here is None or there is None or number_of(there.version) <= number_of(here.version):
        return None
    return there


def pinned(name: str, standard: str, catalogue: Catalogue) -> str:
    """Return the standard to open under the id `name`: the version that a recipe names, where the catalogue has it.

    An id with a version, a path, or another standard than the recipe's is what was asked for, and stands.
    """
    if "@" in name or standard.partition("@")[0] != name:
        return name
    found = there(standard, catalogue)
    return found.id if found is not None else name


def number_of(version: str) -> tuple[Any, ...]:
    """Return a version in its order: 1.10.0 comes after 1.9.0, and 1.0.0-beta before 1.0.0. (Semantic Versioning 2.0, §11)"""
    core, _, before = version.partition("+")[0].partition("-")
    numbers = [int(part) if part.isdecimal() else 0 for part in core.split(".")]
    parts = tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in before.split(".")) if before else ()
    return (*numbers, *(0 for _ in range(PARTS - len(numbers)))), not before, parts


def differences(old: Schema, new: Schema) -> tuple[Text, ...]:
    """Return what changed between two versions of a standard: fields, their shape and codes, the key, the rules."""
    said: list[Text] = []
    for item in new.fields:
        before = before_of(item, old)
        said += [ADDED.with_(title=item.title)] if before is None else changed(before, item)
    kept = {name for item in new.fields for name in (item.name, *item.former_names)}
    said += [GONE.with_(title=item.title) for item in old.fields if item.name not in kept]
    return (*said, *key_changed(old, new), *rules_changed(old.rules, new.rules))


def before_of(item: Field, old: Schema) -> Field | None:
    """Return what a field was in an older version, under its own or a former name."""
    return next((old.by_name[name] for name in (item.name, *item.former_names) if name in old.by_name), None)


def changed(before: Field, after: Field) -> list[Text]:
    """Return what changed in one field."""
    said = [RENAMED.with_(old=before.name, new=after.name)] if before.name != after.name else []
    said += [LEVEL.with_(title=after.title, level=LEVELS[after.level])] if before.level != after.level else []
    shape = [(item.type, item.format, item.kind, item.code_list) for item in (before, after)]
    said += [TYPE.with_(title=after.title)] if shape[0] != shape[1] else codes_changed(before, after)
    return said + ([LIMITS.with_(title=after.title)] if limits(before) != limits(after) else [])


def limits(item: Field) -> dict[str, Any]:
    """Return the constraints that no other sentence speaks of."""
    return {key: value for key, value in item.constraints.items() if key not in ("required", "enum")}


def codes_changed(before: Field, after: Field) -> list[Text]:
    """Return which codes of a field's own list are new, and which are gone."""
    old, new = ([str(code) for code in item.constraints.get("enum") or ()] for item in (before, after))
    more, less = [code for code in new if code not in old], [code for code in old if code not in new]
    return [text.with_(title=after.title, n=len(codes), codes=some(codes))
            for text, codes in ((NEW_CODES, more), (GONE_CODES, less)) if codes]


def some(codes: list[str]) -> str:
    """Return the first few codes."""
    return ", ".join(codes[:CODES_SAID]) + (", …" if len(codes) > CODES_SAID else "")


def key_changed(old: Schema, new: Schema) -> list[Text]:
    """Return whether other fields tell records apart now; a renamed field is the same one."""
    was = {name: before.name for name, item in new.by_name.items() if (before := before_of(item, old))}
    if tuple(was.get(name, name) for name in new.primary_key) == old.primary_key:
        return []
    titles = [new[name].title if name in new.by_name else Text(name, name) for name in new.primary_key]
    en, fr = (", ".join(title.to(language) for title in titles) or "–" for language in ("en", "fr"))
    return [KEY.with_(fields=Text(en, fr))]


def rules_changed(old: Iterable[Rule], new: Iterable[Rule]) -> list[Text]:
    """Return which rules are new, gone or no longer the same."""
    before, after = by_id(old), by_id(new)
    said = [NEW_RULE.with_(says=words(rules)) for name, rules in after.items() if name not in before]
    said += [OTHER_RULE.with_(id=name, says=words(rules)) for name, rules in after.items()
             if name in before and before[name] != rules]
    return said + [GONE_RULE.with_(id=name) for name in before if name not in after]


def by_id(rules: Iterable[Rule]) -> dict[str, list[Rule]]:
    """Return the rules that have an id; one over several fields is several rules of one id."""
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        if rule.id is not None:
            found.setdefault(rule.id, []).append(rule)
    return found


def words(rules: list[Rule]) -> Text:
    """Return what a rule says, its id where it says nothing."""
    return rules[0].says or Text(f"{rules[0].id}.", f"{rules[0].id}.")


def upgraded(document: Document, schema: Schema, remembered: MappingABC[str, Any] | None = None) -> Edit:
    """Return the one step that goes over to a newer version: feeds, readings and decisions follow their fields.

    A renamed field keeps what fed it, a new one is matched, one that is gone takes its feed with it. Raises Problem S04
    where the standard's own rules cannot be run.
    """
    assert document.schema is not None
    usable(schema)
    given = carried(document.mapping, schema)
    proposed = matching.propose(document.table, schema, remembered=remembered, given=given).mapping
    added = {item.name for item in schema.fields if before_of(item, document.schema) is None}
    fields = {name: feed for name, feed in proposed.fields.items() if name in given.fields or name in added}
    mapping = as_asked(Mapping(fields, given.extras), schema, document.table, document.reading.asked)
    named = UPGRADE.with_(version=schema.version, title=schema.title)
    decisions = followed(document.decisions, schema)
    change = SetStandard(schema, mapping, named)
    return change if decisions == document.decisions else Several((change, SetDecisions(decisions)), named)


def carried(mapping: Mapping, schema: Schema) -> Mapping:
    """Return a mapping under the present names of its fields; extras that would bear a field's name go.

    A value that led to a code which is gone is asked about again.
    """
    present = {renamed(name, schema): feed for name, feed in mapping.fields.items()}
    fields = {name: with_codes_there(feed, schema.codes(name)) for name, feed in present.items() if name in schema.by_name}
    return Mapping(fields, {column: name for column, name in mapping.extras.items() if name not in schema.by_name})


def with_codes_there(feed: Feed, codes: CodeList | None) -> Feed:
    """Return a feed whose values lead to codes of a list alone."""
    if codes is None or not feed.read.values:
        return feed
    known = set(codes.values)
    values = {text: code for text, code in feed.read.values.items() if code in known}
    return replace(feed, read=replace(feed.read, values=values))


def there(name: str, catalogue: Catalogue) -> Schema | None:
    """Return a standard by `id@version`, its present version where that one is gone, None where there is none at all."""
    for wanted in (name, name.partition("@")[0]):
        try:
            return catalogue.find(wanted)
        except Problem:  # S02: the next best is tried, and the window asks where there is none
            continue
    return None


def followed(decisions: Iterable[Decision], schema: Schema) -> tuple[Decision, ...]:
    """Return decisions under the present names of their fields."""
    return tuple(replace(item, field=renamed(item.field, schema) if item.field else None) for item in decisions)


def renamed(name: str, schema: Schema) -> str:
    """Return what a field is called in a version of its standard; its own name where nobody took it over."""
    if name in schema.by_name:
        return name
    return next((item.name for item in schema.fields if name in item.former_names), name)
