"""The pages of the stations: each is made when it is first gone to, or in a quiet moment before that."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ..workspace.states import Station
from .bridge import Bridge
from .turns import PAUSE


class Pages(Mapping[Station, Any]):
    """Pages by station. Asking for one makes it; `made` holds those that are. `placed` gets each new one."""

    def __init__(self, kinds: Mapping[Station, type], bridge: Bridge, placed: Callable[[Any], None]) -> None:
        self._kinds, self._bridge, self._placed = kinds, bridge, placed
        self.made: dict[Station, Any] = {}

    def __getitem__(self, station: Station) -> Any:
        if station not in self.made:
            self.made[station] = self._kinds[station](self._bridge)
            self._placed(self.made[station])
        return self.made[station]

    def __iter__(self) -> Iterator[Station]:
        return iter(self._kinds)

    def __len__(self) -> int:
        return len(self._kinds)

    def doing(self, action: str) -> Station | None:
        """Return the first station whose page does an action."""
        return next((station for station, kind in self._kinds.items() if action in kind.ACTIONS), None)

    def others(self) -> Iterator[object]:
        """Make those that are not made yet, one a turn."""
        for station in self:
            if station not in self.made:
                yield PAUSE
                self[station]
