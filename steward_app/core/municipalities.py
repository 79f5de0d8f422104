"""Municipalities, divisions and provinces by code or name: a publisher is picked by name and gives its SGC code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from .schema import folded
from .text import Text

# Names this like one another are worth suggesting (0 to 100).
LIKE = 75


@dataclass(frozen=True)
class Municipality:
    """One place of the Standard Geographical Classification: 2 digits a province, 4 a division, 7 a subdivision."""

    code: str
    name: Text
    kind: str
    province: str

    @property
    def label(self) -> Text:
        """The name with its province, as a list shows it."""
        return Text(f"{self.name.en} ({self.province})", f"{self.name.fr} ({self.province})")


@dataclass(frozen=True)
class Municipalities:
    """All places of one vintage of the classification."""

    places: tuple[Municipality, ...]

    @cached_property
    def by_code(self) -> Mapping[str, Municipality]:
        """The places by code."""
        return {place.code: place for place in self.places}

    @cached_property
    def by_name(self) -> Mapping[str, tuple[Municipality, ...]]:
        """The places by folded name, in either language; one name may stand for several."""
        found: dict[str, dict[str, Municipality]] = {}
        for place in self.places:
            for name in (place.name.en, place.name.fr):
                found.setdefault(folded(name), {})[place.code] = place
        return {name: tuple(places.values()) for name, places in found.items()}

    def find(self, text: str) -> tuple[Municipality, ...]:
        """Return the places a code or a name stands for; accents and case do not matter. Empty where none does."""
        bare = text.strip()
        if bare in self.by_code:
            return (self.by_code[bare],)
        known = self.by_name.get(folded(bare), ())
        name, _, province = bare.rpartition("(")
        if known or not name or not province.endswith(")"):
            return known
        return tuple(p for p in self.find(name) if p.province == province[:-1].strip().upper())

    def suggest(self, text: str, most: int = 5) -> tuple[Municipality, ...]:
        """Return the places that a wrong code or name most resembles, the likeliest first."""
        from rapidfuzz import distance, fuzz, process

        bare = text.strip()
        if bare.isdigit():
            near = process.extract(bare, list(self.by_code), scorer=distance.DamerauLevenshtein.distance, limit=most,
                                   score_cutoff=2)
            return tuple(self.by_code[code] for code, _, _ in near)
        names = process.extract(folded(bare), list(self.by_name), scorer=fuzz.WRatio, limit=most, score_cutoff=LIKE)
        return tuple(place for name, _, _ in names for place in self.by_name[name])[:most]

    def beginning(self, text: str, most: int = 20) -> tuple[Municipality, ...]:
        """Return the places whose name begins with a text, for a field that completes what is typed."""
        start = folded(text)
        return tuple(p for name, places in self.by_name.items() if name.startswith(start) for p in places)[:most]

    @classmethod
    def of_rows(cls, provinces: Iterable[Mapping[str, str]], *levels: Iterable[Mapping[str, str]]) -> Municipalities:
        """Read the reference tables: provinces (`sgc`, `alpha`), then divisions and subdivisions (`code`, `type`)."""
        listed = list(provinces)
        alpha = {row["sgc"]: row["alpha"] for row in listed}
        found = [Municipality(row["sgc"], Text(row["en"], row["fr"]), "province", row["alpha"]) for row in listed]
        found += [Municipality(row["code"], Text(row["en"], row["fr"]), row["type"], alpha[row["code"][:2]])
                  for rows in levels for row in rows]
        return cls(tuple(found))
