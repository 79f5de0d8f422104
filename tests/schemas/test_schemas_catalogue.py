"""Every standard, code list and vocabulary under schemas/ keeps the promises of the format."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from frictionless import Schema
from shelf import SCHEMAS

from steward_app.core.schema import folded

STANDARDS = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted((SCHEMAS / "standards").glob("*.json"))}
LISTS = sorted((SCHEMAS / "codelists").glob("*.csv"))
SAMPLES = sorted(p for p in (SCHEMAS / "samples").glob("*/*.csv") if not p.name.endswith(".expected.csv"))
FROM_CONSTRAINT = {"required": "V01", "minimum": "V09", "maximum": "V24", "minLength": "V25", "maxLength": "V18",
                   "pattern": "V14", "unique": "R05"}
RULE_CHECKS = {"V09", "V10", "V20", "V23", "V24", "V26", "X01", "X02", "X03", "X04", "X05", "X06", "X07", "X08"}
standards = pytest.mark.parametrize("name", STANDARDS)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def codes_of(name: str) -> set[str]:
    return {row["code"] for row in rows_of(SCHEMAS / "codelists" / f"{name}.csv")}


def names_of(field: dict[str, Any]) -> list[str]:
    return [field["name"], field["title"], field["title_fr"], *field["aliases"]["en"], *field["aliases"]["fr"],
            *field.get("formerNames", [])]


def text_pairs(thing: dict[str, Any], *keys: str) -> list[tuple[str, str]]:
    return [(thing[key], thing[f"{key}_fr"]) for key in keys if key in thing]


@standards
def test_frictionless_loads_it(name: str) -> None:
    schema = Schema.from_descriptor(STANDARDS[name])
    assert len(schema.fields) == len(STANDARDS[name]["fields"])
    assert STANDARDS[name]["name"] == name


@standards
def test_the_changelog_names_the_version(name: str) -> None:
    raw = STANDARDS[name]
    assert raw["version"] in {entry["version"] for entry in raw["changelog"]}
    assert all(source["path"].startswith("http") and source["title"] for source in raw["sources"])
    assert raw["missingValues"][0] == ""


@standards
def test_every_text_stands_in_both_languages(name: str) -> None:
    raw = STANDARDS[name]
    pairs = text_pairs(raw, "title", "description", "purpose", "notFor")
    for field in raw["fields"]:
        assert {"title", "title_fr", "description", "description_fr"} <= set(field)
        pairs += text_pairs(field, "description", "why")
    for rule in raw["rules"]:
        pairs += [(rule["en"], rule["fr"]), *text_pairs(rule, "why")]
    assert [pair for pair in pairs if not pair[0] or not pair[1] or pair[0] == pair[1]] == []


@standards
def test_titles_are_the_same_word_in_few_fields(name: str) -> None:
    fields = STANDARDS[name]["fields"]
    assert sum(field["title"] == field["title_fr"] for field in fields) <= len(fields) / 6


@standards
def test_french_is_typeset_as_the_glossary_says(name: str) -> None:
    skipped = ("aliases", "passes", "fails", "example_fr")

    def french(thing: Any, key: str = "") -> list[str]:
        if isinstance(thing, dict):
            return [text for k, v in thing.items() if k not in skipped for text in french(v, k)]
        if isinstance(thing, list):
            return [text for item in thing for text in french(item, key)]
        return [thing] if isinstance(thing, str) and (key == "fr" or key.endswith("_fr")) else []

    wrong = re.compile("[^\u00a0 ]:\\s| [:%$;?!»]|« |[^\u00a0]»|\\w'\\w|\\bstatut\\b(?! d’)", re.IGNORECASE)
    assert [text for text in french(STANDARDS[name]) if wrong.search(text)] == []


@standards
def test_a_name_leads_to_one_field(name: str) -> None:
    leads: dict[str, set[str]] = {}
    for field in STANDARDS[name]["fields"]:
        for alias in names_of(field):
            assert folded(alias)
            leads.setdefault(folded(alias).replace(" ", ""), set()).add(field["name"])
    assert {alias: fields for alias, fields in leads.items() if len(fields) > 1} == {}
    assert not {"x", "y"} & set(leads)


@standards
def test_an_alias_is_said_once(name: str) -> None:
    for field in STANDARDS[name]["fields"]:
        seen = Counter(folded(alias) for alias in [*field["aliases"]["en"], *field["aliases"]["fr"]])
        assert [alias for alias, times in seen.items() if times > 1] == [], field["name"]


@standards
def test_examples_pass_their_own_field(name: str) -> None:
    schema = Schema.from_descriptor(STANDARDS[name])
    for field in STANDARDS[name]["fields"]:
        for example in {field["example"], field.get("example_fr", field["example"])}:
            _, notes = schema.get_field(field["name"]).read_cell(example)
            assert not notes, (field["name"], example, notes)
            assert "codeList" not in field or example in codes_of(field["codeList"])


@standards
def test_key_examples_are_told_from_data(name: str) -> None:
    for field in STANDARDS[name]["fields"]:
        key = field["name"] in STANDARDS[name]["primaryKey"] and field.get("kind") == "identifier"
        if key and field["level"] == "required":
            assert field["example"].startswith("EXAMPLE") and field["example_fr"].startswith("EXEMPLE")


@standards
def test_levels_follow_the_constraints(name: str) -> None:
    for field in STANDARDS[name]["fields"]:
        assert field["level"] in ("required", "recommended", "optional")
        assert (field["level"] == "required") == bool(field.get("constraints", {}).get("required"))
        assert ("why" in field) == (field["level"] == "recommended"), field["name"]
        assert field["type"] != "boolean" or {"Oui", "Non"} <= {*field["trueValues"], *field["falseValues"]}


@standards
def test_what_a_standard_names_is_there(name: str) -> None:
    raw = STANDARDS[name]
    fields = {field["name"]: field for field in raw["fields"]}
    named = list(raw["primaryKey"]) + [field["original"] for field in raw["fields"] if "original" in field]
    for rule in raw["rules"]:
        with_ = rule.get("with", [])
        named += rule.get("fields") or [rule["field"]]
        named += [with_] if isinstance(with_, str) else with_
        named += [rule[key] for key in ("notBefore", "date") if key in rule] + rule.get("parts", [])
        named += [one for group in rule.get("groups", []) for one in group]
        for condition in (rule.get("when", {}), rule.get("unless", {})):
            named += condition
            for field, values in condition.items():
                assert "codeList" not in fields[field] or set(values) <= codes_of(fields[field]["codeList"]), rule["id"]
        for row in [*rule["passes"], *rule["fails"]]:
            named += row
    assert set(named) <= set(fields)


@standards
def test_rules_are_of_the_catalogue_and_have_examples(name: str) -> None:
    rules = STANDARDS[name]["rules"]
    assert {rule["check"] for rule in rules} <= RULE_CHECKS
    assert all(rule["passes"] and rule["fails"] for rule in rules)
    assert len({rule["id"] for rule in rules}) == len(rules)
    assert {rule.get("severity", "check") for rule in rules} <= {"must", "check", "better"}


@standards
def test_a_check_and_a_field_meet_once(name: str) -> None:
    raw = STANDARDS[name]
    pairs = [(FROM_CONSTRAINT[key], field["name"]) for field in raw["fields"] for key in field.get("constraints", {})]
    pairs += [(check, field["name"]) for field in raw["fields"] if "codeList" in field for check in ("V11", "V12")]
    pairs += [("X03", field["name"]) for field in raw["fields"] if field.get("kind") in ("latitude", "longitude")]
    pairs += [(rule["check"], field) for rule in raw["rules"] for field in rule.get("fields") or [rule["field"]]]
    assert [pair for pair, times in Counter(pairs).items() if times > 1] == []


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_a_code_list_leads_to_one_code(path: Path) -> None:
    leads: dict[str, set[str]] = {}
    for row in rows_of(path):
        assert row["code"] and row["en"] and row["fr"] and row["source"] and row["licence"]
        for text in [row["code"], row["en"], row["fr"], *filter(None, f"{row['aliases']}|{row.get('near', '')}".split("|"))]:
            leads.setdefault(folded(text) or text, set()).add(row["code"])
    assert {text: codes for text, codes in leads.items() if len(codes) > 1} == {}


def test_every_code_list_serves_a_standard() -> None:
    used = {field["codeList"] for raw in STANDARDS.values() for field in raw["fields"] if "codeList" in field}
    assert used == {path.stem for path in LISTS}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_sample_heads_every_column_with_a_known_name(path: Path) -> None:
    fields = STANDARDS[path.parent.name]["fields"]
    leads = {folded(alias).replace(" ", ""): field["name"] for field in fields for alias in names_of(field)}
    with path.open(encoding="utf-8", newline="") as lines:
        headings = next(csv.reader(lines))
    found = [leads.get(folded(heading).replace(" ", "")) for heading in headings]
    assert None not in found and len(set(found)) == len(found)
    expected = rows_of(path.with_name(f"{path.stem}.expected.csv"))
    assert {row["field"] for row in expected} <= {field["name"] for field in fields} | {""}
    assert bool(expected) == path.stem.startswith("invalid")
    assert 20 <= len(rows_of(path)) <= 45


@standards
def test_a_standard_has_its_four_samples(name: str) -> None:
    assert {path.stem for path in SAMPLES if path.parent.name == name} == {
        f"{kind}_{language}" for kind in ("valid", "invalid") for language in ("en", "fr")}


@pytest.mark.parametrize("path", sorted((SCHEMAS / "vocabularies").glob("*.csv")), ids=lambda path: path.stem)
def test_a_vocabulary_has_one_row_an_id(path: Path) -> None:
    rows = rows_of(path)
    assert len({row["id"] for row in rows}) == len(rows)
    assert all(row["id"] and row["en"] and row["fr"] for row in rows)


def test_metadata_fields_name_known_vocabularies() -> None:
    fields = json.loads((SCHEMAS / "metadata.json").read_text("utf-8"))["fields"]
    required = {field["key"] for field in fields if field["required"]}
    assert required == {"title", "description", "publisher.id", "publisher.name", "contact.email", "licence",
                        "frequency", "date_modified"}
    assert all((SCHEMAS / "vocabularies" / f"{field['list']}.csv").is_file() for field in fields if "list" in field)
    assert all(field["title"] != field["title_fr"] and field["help"] != field["help_fr"] for field in fields)


def test_charter_rules_are_in_both_languages() -> None:
    rules = rows_of(SCHEMAS / "charter.csv")
    assert all(rule["level"] in ("fail", "advice") and rule["principle"] in set("123456") for rule in rules)
    assert all(rule[f"{key}_en"] != rule[f"{key}_fr"] for rule in rules for key in ("ok", "advice"))


def test_patterns_need_no_look_around() -> None:
    hints = json.loads((SCHEMAS / "reference/pii_patterns.json").read_text("utf-8"))["patterns"]
    constraints = [field.get("constraints", {}) for raw in STANDARDS.values() for field in raw["fields"]]
    patterns = [item.get("pattern", "") for item in [*hints, *constraints]]
    assert [pattern for pattern in patterns if re.search(r"\(\?[=!<]", pattern)] == []


def test_the_geography_lists_are_whole() -> None:
    provinces = rows_of(SCHEMAS / "reference/provinces.csv")
    municipalities = rows_of(SCHEMAS / "reference/sgc/census_subdivisions.csv")
    divisions = {row["code"] for row in rows_of(SCHEMAS / "reference/sgc/census_divisions.csv")}
    assert {row["alpha"] for row in provinces} == codes_of("province")
    assert {row["code"][:2] for row in municipalities} == {row["sgc"] for row in provinces}
    assert {row["code"][:4] for row in municipalities} == divisions


@standards
def test_a_standard_names_a_known_theme(name: str) -> None:
    assert STANDARDS[name]["theme"] in {row["id"] for row in rows_of(SCHEMAS / "vocabularies" / "themes.csv")}
