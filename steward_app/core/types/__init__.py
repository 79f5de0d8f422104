"""The kinds of values, one file each: what text is one, what is wrong with the rest, and what it stands for."""

from __future__ import annotations

from collections.abc import Mapping

from ..schema import Field
from .booleans import BOOLEAN
from .codes import CODE, like
from .dates import DATE
from .kind import FAULT, FAULTS, Kind, Learned, nothing_learnt
from .moments import DATETIME, TIME_OF_DAY, YEARMONTH
from .numbers import INTEGER, NUMBER, YEAR
from .phone import PHONE
from .postal import FIRST_THREE, POSTAL_CODE
from .texts import TEXT
from .web import MAIL, WEB

BY_KIND: Mapping[str, Kind] = {"postal-code": POSTAL_CODE, "fsa": FIRST_THREE, "phone": PHONE}
BY_FORMAT: Mapping[str, Kind] = {"email": MAIL, "uri": WEB}
BY_TYPE: Mapping[str, Kind] = {
    "number": NUMBER, "integer": INTEGER, "boolean": BOOLEAN, "date": DATE, "datetime": DATETIME,
    "time": TIME_OF_DAY, "year": YEAR, "yearmonth": YEARMONTH,
}
KINDS = (TEXT, CODE, *BY_KIND.values(), *BY_FORMAT.values(), *BY_TYPE.values())
TAUGHT = ("order", "mark", "free")  # what `learn` may teach: a date order, a decimal mark, free text where codes should be


def of(field: Field) -> Kind:
    """Return the kind of value that a field holds: its type, else its list, its `kind` or its format; else text."""
    if field.type in BY_TYPE:
        return BY_TYPE[field.type]
    if field.code_list or field.constraints.get("enum"):
        return CODE
    return BY_KIND.get(field.kind or "") or BY_FORMAT.get(field.format) or TEXT


__all__ = ["FAULT", "FAULTS", "KINDS", "TAUGHT", "Kind", "Learned", "like", "nothing_learnt", "of"]
