"""Seeded messy tables of permits, as text: for tests that hold two ways of reading or checking against each other."""

from __future__ import annotations

import random

HEADINGS = ("Permit No", "Applied date", "Issue Date", "Status", "Value", "Description", "Address", "Municipality",
            "Latitude", "Longitude")
STATUSES = ("Permit Issued", "permis délivré", "zzz", "in_review", "permit_issued")
DATES = ("13/05/2024", "2024-05-07", "2024-02-30", "45321", "03/04/2024", "May 3, 2024", "")
MONEY = ("1000", "$2,500", "-5", "1 200,50", "2.5", "", "99999999999")
WORDS = ("call 613-555-0147", 'two\nlines, and "more"', "porche", "N/A", " x ")
LATITUDES, LONGITUDES = ("45.42", "0", "5030123.4", "19.4", "-75.7"), ("-75.69", "0", "445678.9", "-99.1", "45.4", "")


def messy(seed: int, count: int, encoding: str = "utf-8") -> bytes:
    """Return a table with titles, blank rows, repeated headings, notes, a total, and cells of every kind of fault."""
    chance = random.Random(seed)
    lines = [*["Permits of the city" + "," * 9, ""][:chance.randint(0, 2)], ",".join(HEADINGS)]
    rows: list[str] = []
    for number in range(count):
        rows.append(chance.choice(rows) if rows and chance.random() < 0.01 else row(chance, number))
        lines.append(rows[-1])
        lines += odd(chance)
    foot = ["Total,,,,12345,,,,,", "", "Source: City of X"] if chance.random() < 0.5 else []
    end = chance.choice(["\n", "\r\n"])
    return (end.join(lines + foot) + chance.choice(["", end])).encode(encoding, "replace")


def row(chance: random.Random, number: int) -> str:
    """Return one record, at times short or long."""
    bad = chance.random() < 0.3

    def cell(good: str, others: tuple[str, ...]) -> str:
        return chance.choice(others) if bad and chance.random() < 0.5 else good

    day = f"2024-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    key = f"P-{number if chance.random() > 0.03 else chance.randint(0, number)}"
    cells = [key, cell(day, DATES), cell(day, DATES), cell("permit_issued", STATUSES),
             cell(str(chance.randint(1000, 90000)), MONEY), cell("garage", WORDS), f"{number} Main St",
             chance.choice(("Ottawa", "Lévis", "Montréal")), cell("45.5017", LATITUDES), cell("-73.5673", LONGITUDES)]
    cells = {0: cells[:4], 1: [*cells, "extra", "more"]}.get(chance.randint(0, 99), cells)
    return ",".join(quoted(text) for text in cells)


def quoted(text: str) -> str:
    """Put a cell in quotes where it needs them."""
    return '"' + text.replace('"', '""') + '"' if set(text) & {",", '"', "\n"} else text


def odd(chance: random.Random) -> list[str]:
    """Return now and then a row that is no record."""
    return {0: [""], 1: [",".join(HEADINGS)], 2: ["# note" + "," * 9]}.get(chance.randint(0, 400), [])
