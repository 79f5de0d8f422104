"""What the keys of a Table Schema may hold, the standard's own and ours. (Table Schema v1 and v2; schema-format.md §2, §3)"""

from __future__ import annotations

from typing import Any

from .shape import Misshapen, anything, asked, either, flag, many, maybe, named, number, record, text

TEXTS = maybe(many(text))


def name(value: Any, key: str) -> None:
    """Ask for a text that is not empty."""
    text(value, key)
    asked(bool(value), key)


CONSTRAINTS = record(required=maybe(flag), unique=maybe(flag), pattern=maybe(text), minLength=maybe(number), maxLength=maybe(number),
                     enum=maybe(many(either(text, number, flag))), minimum=maybe(either(text, number)), maximum=maybe(either(text, number)))
FIELD = record(("name",), name=name, type=maybe(text), format=maybe(text), kind=maybe(text), level=maybe(text), codeList=maybe(text),
               original=maybe(text), privacy=maybe(text), aliases=maybe(named(TEXTS)), formerNames=TEXTS, trueValues=TEXTS,
               falseValues=TEXTS, constraints=maybe(CONSTRAINTS))
RULE = record(("check",), check=text, id=maybe(text), field=maybe(text), fields=TEXTS, en=maybe(text), fr=maybe(text),
              severity=maybe(text), when=named(anything), unless=maybe(named(anything)),
              groups=maybe(many(many(text))), parts=TEXTS, times=maybe(number), within=maybe(number), width=maybe(number),
              tolerance=maybe(number))
SCHEMA = record(("fields",), name=maybe(name), fields=many(FIELD), rules=maybe(many(RULE)), primaryKey=maybe(either(text, many(text))))


def wrong_key(raw: Any) -> str | None:
    """Return the first key of a Table Schema that is not written as it should be, None where all are."""
    try:
        SCHEMA(raw, "fields")
        names = [field["name"] for field in raw["fields"]]
        asked(len(set(names)) == len(names), "name")
    except Misshapen as error:
        return error.key
    return None
