"""What holds for any text: a safe fix gives the plain form, and fixing twice is fixing once."""

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from steward_app import fixes
from steward_app.checks import CHECKS

DIGITS = st.text("0123456789 .,-/$%()", max_size=12)
WORDS = st.sampled_from(["7 mai 2024", "Émis", "issued ", "OUI", "n/a", "NA", "K1A0B1", "www.ville.ca", "45291", "1 200,5 $",
                         "03/04/2024", "13/04/2024", "(613) 555-0199", " rue A", "0", "45.4", "-75.5", "75,5"])
CELLS = st.lists(st.one_of(st.none(), WORDS, DIGITS, st.text(max_size=8)).map(lambda text: text or None), min_size=1, max_size=6)
NAMES = ["day", "moment", "hour", "month", "value", "units", "year", "open", "state", "postal", "fsa", "phone", "mail", "link", "street"]
SAFE = [item for item in fixes.FIXES if item.safe]


@pytest.mark.parametrize("name", NAMES)
@given(cells=CELLS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_safe_fix_mends_every_cell_it_names_and_leaves_nothing_to_mend_again(bench, name, cells):
    work = bench(**{name: cells})
    for fix in SAFE:
        for check in fix.mends:
            problem = work.findings.get((check, name))
            offer = problem and fixes.offered(fix, fixes.wrong_of(work.view, work.document.table, problem), CHECKS)
            if offer:
                before = problem.cells
                work.apply(fix.id, check, name)
                left = work.findings.get((check, name))
                assert (left.cells if left else 0) <= before - offer.cells
                again = left and fixes.offered(fix, fixes.wrong_of(work.view, work.document.table, left), CHECKS)
                assert not again


@given(points=st.lists(st.tuples(st.floats(-180, 180), st.floats(-180, 180)), min_size=1, max_size=5))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_mended_points_are_not_marked_again(bench, points):
    work = bench(lat=[f"{lat:.4f}" for lat, _ in points], lon=[f"{lon:.4f}" for _, lon in points])
    for fix, check, name in (("swap-coordinates", "G01", "lat"), ("minus-longitude", "G05", "lon"), ("empty-zero-point", "G03", "lat")):
        if work.findings.get((check, name)) and work.offer(fix, check, name):
            work.apply(fix, check, name)
            assert work.findings.get((check, name)) is None
