"""Which column feeds which field, and which standard a table follows: one file per evidence."""

from .codes import ValueMatch, value_map, values_of
from .evidence import Candidate
from .names import Indexes
from .propose import ColumnMatch, Proposed, candidates_for, propose
from .readings import ReadingProposal, readings
from .remembered import Remembered
from .standards import Ranked, rank
from .values import SAMPLE_ROWS, Sample, Thinned

__all__ = ["SAMPLE_ROWS", "Candidate", "ColumnMatch", "Indexes", "Proposed", "Ranked", "ReadingProposal", "Remembered", "Sample", "Thinned",
           "ValueMatch", "candidates_for", "propose", "rank", "readings", "value_map", "values_of"]
