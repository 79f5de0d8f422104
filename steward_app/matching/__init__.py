"""Which column feeds which field, and which standard a table follows: one file per evidence."""

from .codes import ValueMatch, value_map, values_of, with_originals
from .names import Indexes
from .propose import ColumnMatch, Proposed, propose
from .remembered import Remembered
from .standards import Ranked, rank
from .values import Sample

__all__ = ["ColumnMatch", "Indexes", "Proposed", "Ranked", "Remembered", "Sample", "ValueMatch", "propose", "rank",
           "value_map", "values_of", "with_originals"]
