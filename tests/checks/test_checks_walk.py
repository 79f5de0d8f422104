"""Every check: both languages, the same holes, its right value not marked and its wrong one marked."""

from __future__ import annotations

import re

import pytest
from checked import found, schema_of, where

from steward_app.checks import CHECKS, compile_problem
from steward_app.core.text import Text
from steward_app.core.words import FACTS

# Ids, names, scopes and severities of schema-format.md §4 (those marked ●; notes and Problems are not checks).
CONTRACT = {
    "F06": ("formula-error", "cell", "must"), "C01": ("column-missing", "column", "must"),
    "C02": ("column-recommended", "column", "better"), "R01": ("empty-row", "row", "must"),
    "R02": ("repeated-key", "table", "must"), "R03": ("too-many-cells", "row", "must"),
    "R06": ("too-few-cells", "row", "check"), "R04": ("identical-row", "table", "check"),
    "R05": ("repeated-value", "table", "must"), "V01": ("empty", "cell", "must"), "V02": ("placeholder", "cell", "check"),
    "V03": ("date-format", "cell", "must"), "V04": ("ambiguous-date", "cell", "must"),
    "V05": ("impossible-date", "cell", "must"), "V06": ("serial-date", "cell", "must"),
    "V07": ("number-format", "cell", "must"), "V08": ("not-whole", "cell", "must"),
    "V09": ("below-minimum", "cell", "must"), "V24": ("above-maximum", "cell", "must"),
    "V10": ("unusual-value", "cell", "check"), "V11": ("near-code", "cell", "must"), "V12": ("unknown-code", "cell", "must"),
    "V13": ("yes-no", "cell", "must"), "V14": ("wrong-shape", "cell", "must"), "V15": ("postal-code", "cell", "must"),
    "V16": ("phone", "cell", "must"), "V17": ("web-or-email", "cell", "must"), "V18": ("too-long", "cell", "must"),
    "V25": ("too-short", "cell", "must"), "V19": ("extra-spaces", "cell", "better"), "V23": ("future-date", "cell", "must"),
    "G01": ("swapped", "row", "must"), "G05": ("sign-lost", "row", "must"), "G02": ("outside-canada", "row", "must"),
    "G03": ("zero-point", "row", "must"), "G04": ("metres", "row", "must"),
    "G06": ("outside-area", "row", "check"), "G07": ("postal-province", "row", "must"),
    "X01": ("date-order", "row", "must"), "X02": ("one-of", "row", "must"), "X03": ("together", "row", "must"),
    "X06": ("when", "row", "must"), "X07": ("year-apart", "row", "check"), "X08": ("other-province", "row", "check"),
    "P01": ("personal", "cell", "check"), "V20": ("lost-zero", "cell", "check"), "V21": ("scientific", "cell", "check"),
    "V22": ("example-copied", "cell", "must"), "G08": ("crowded-point", "table", "check"),
    "G09": ("coarse-point", "row", "better"), "X05": ("lookup", "row", "must"),
    "X04": ("sum", "row", "must"), "L01": ("one-language", "row", "better"),
    "V26": ("check-digit", "cell", "better"), "V27": ("province-form", "cell", "better"),
    "V28": ("date-form", "cell", "better"),
}
# A field on which the check's `right` and `wrong` can be tried in one cell.
ALONE = {
    "F06": {}, "V01": {"constraints": {"required": True}}, "V02": {}, "V03": {"type": "date"}, "V04": {"type": "date"},
    "V05": {"type": "date"}, "V06": {"type": "date"}, "V07": {"type": "number"}, "V08": {"type": "integer"},
    "V09": {"type": "number", "constraints": {"minimum": 0}}, "V24": {"type": "number", "constraints": {"maximum": 5000}},
    "V11": {"codeList": "status"}, "V12": {"codeList": "status"},
    "V13": {"type": "boolean", "trueValues": ["Yes"], "falseValues": ["No"]},
    "V14": {"constraints": {"pattern": "[0-9]{7}"}}, "V15": {"kind": "postal-code"}, "V16": {"kind": "phone"},
    "V17": {"format": "uri"}, "V18": {"constraints": {"maxLength": 3}}, "V25": {"constraints": {"minLength": 2}},
    "V19": {}, "P01": {"privacy": "free-text"},
    "V26": {"rule": {"width": 9}}, "V27": {"title": "Province"}, "V28": {"title": "Date"},
    "V20": {"rule": {"width": 5}}, "V21": {"kind": "identifier"},
    "V10": {"type": "number", "rule": {"max": 1000000}}, "V23": {"type": "date", "rule": {}},
}
ELSEWHERE = {"n", "more", "personal", "width", "table"}  # facts given by Text itself or by the check


def test_the_checks_are_those_of_the_contract():
    assert {c.id: (c.name, c.scope, str(c.severity)) for c in CHECKS} == CONTRACT


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_words_stand_in_both_languages_with_holes_that_are_filled(check):
    for text in (check.says, check.why, *((check.do,) if check.do != Text("", "") else ()), *filter(None, (check.many,))):
        holes = [set(re.findall(r"\{(\w+)\}", form)) for form in (text.en, text.fr, text.en_one, text.fr_one) if form]
        assert text.en and text.fr and text.en != text.fr and bool(text.en_one) == bool(text.fr_one)
        assert holes[0] == holes[1] and holes[-1] == holes[-2]
        assert set().union(*holes) <= FACTS.keys() | ELSEWHERE


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_headlines_are_short_plain_and_typed_as_quebec_writes(check):
    for text in (check.says, check.do, check.why, *filter(None, (check.many,))):
        assert all(len(re.sub(r"\{\w+\}", "x", form).split()) <= 16 for form in (text.en, text.en_one))
        assert not re.search(r"\b(regex|string|integer|null|constraint|enum|invalid|illegal)\b", text.en, re.IGNORECASE)
        for form in (text.fr, text.fr_one):
            assert not re.search(r"(?<!\u00a0)[:%»](?!\w)|«(?!\u00a0)|[ \u00a0][;?!]|'", form)


@pytest.mark.parametrize("id", ALONE)
def test_the_wrong_value_is_marked_and_the_right_one_is_not(id):
    check = next(check for check in CHECKS if check.id == id)
    field = dict(ALONE[id])
    rule = field.pop("rule", None)
    rules = [{"id": "T", "check": id, "field": "a", "en": "x", "fr": "y", **rule}] if rule is not None else []
    schema = schema_of({"name": "a", "type": "string", **field}, rules=rules)
    assert where(found(schema, {"a": [check.right, check.wrong], "b": ["1", "2"]}), id, "a") == [1]


@pytest.mark.parametrize("constraints", [{"pattern": "(?<=a)b"}, {"pattern": "a(?!b)"}, {"pattern": "["}])
def test_a_pattern_that_cannot_be_compiled_is_a_problem(constraints):
    assert compile_problem(schema_of({"name": "a", "constraints": constraints})).code == "S04"
    assert compile_problem(schema_of({"name": "a", "constraints": {"pattern": "a"}})) is None


def test_a_limit_of_another_type_and_a_check_that_does_not_exist_are_problems():
    assert compile_problem(schema_of({"name": "a", "type": "date", "constraints": {"minimum": "soon"}})).code == "S04"
    assert compile_problem(schema_of({"name": "a"}, rules=[{"id": "1", "check": "Z99", "field": "a", "en": "x"}])).code == "S04"
