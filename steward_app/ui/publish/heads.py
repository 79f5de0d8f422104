"""The four heads of station 5: not ready, ready, the package is written, changed since."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ...core.findings import Findings
from ...core.schema import Schema, Severity
from ...core.text import Text
from ...workspace.publish import Written
from ..widgets import Action, Head
from . import words

Tell = Callable[[Text], str]


@dataclass(frozen=True)
class Acts:
    """What the buttons do."""

    fix: Callable[[], object]
    match: Callable[[], object]
    create: Callable[[], object]
    report: Callable[[], object]
    folder: Callable[[], object]


@dataclass(frozen=True, eq=False)
class Stand:
    """Where the work stands: what was found, how many facts lack, rules of the Charter to better, the package if any."""

    findings: Findings
    schema: Schema
    rows: int
    lacking: int
    better: int
    written: Written | None = None
    current: bool = False
    draft: bool = False
    time: str = ""


def head_of(stand: Stand, tell: Tell, acts: Acts) -> Head:
    """Return the head that fits."""
    if stand.written is not None and stand.current:
        return done(stand, stand.written, tell, acts)
    return not_ready(stand, tell, acts) if stand.findings.verdict == "not-ready" else ready(stand, tell, acts)


def not_ready(stand: Stand, tell: Tell, acts: Acts) -> Head:
    """Say how many things must be fixed, and lead to the rows."""
    must = stand.findings.of_severity(Severity.MUST)
    bad = int(stand.findings.rows_marked(Severity.MUST).sum() or 0)
    facts = [words.ROWS_BAD.with_(n=bad, all=stand.rows)] if bad else [words.COLUMNS_BAD]
    fields = {problem.rule.field for problem in must}
    if bad and len(fields) == 1 and (only := next(iter(fields))):
        facts.append(words.ALL_IN.with_(title=stand.schema[only].title))
    fix = Action(tell(words.FIX_ROWS.with_(n=bad) if bad else words.MATCH), acts.fix if bad else acts.match, "primary", arrow=True)
    return Head(tell(words.NOT_READY.with_(n=len(must))), said([*facts, *more(stand)], tell), (report(tell, acts), fix), "must")


def ready(stand: Stand, tell: Tell, acts: Acts) -> Head:
    """Say that it can be published, or once which facts are filled in; offer to create the package, or to create it again."""
    better = len(stand.findings.listed)
    facts = [words.ROWS_GOOD.with_(n=stand.rows), *more(stand)]
    title = words.READY_BUT.with_(n=better) if better else words.READY
    if stand.lacking:
        title = words.READY_ONCE.with_(n=stand.lacking)
    again = stand.written is not None and not stand.draft
    if again:
        facts.insert(0, words.EARLIER.with_(time=stand.time))
        title = words.CHANGED_SINCE
    elif stand.lacking:
        facts.remove(words.FACTS_MISSING.with_(n=stand.lacking))
    create = Action(tell(words.AGAIN if again else words.CREATE), acts.create, "primary", "package")
    return Head(tell(title), said(facts, tell), (report(tell, acts), create), "check" if stand.lacking else "ok")


def done(stand: Stand, written: Written, tell: Tell, acts: Acts) -> Head:
    """Say that the package is there and was read again, and offer its folder; a draft says what it still lacks."""
    folder = Action(tell(words.OPEN_FOLDER), acts.folder, "primary", "folder-open")
    count, must = len(written.files), len(stand.findings.of_severity(Severity.MUST))
    if not stand.draft:
        return Head(tell(words.WRITTEN), tell(words.REREAD.with_(n=count)), (report(tell, acts), folder), "ok")
    facts = [words.DRAFT_HOLDS.with_(n=count), *([words.STILL_TO_FIX.with_(n=must)] if must else [])]
    return Head(tell(words.DRAFT_WRITTEN), said(facts, tell), (report(tell, acts), folder), "check")


def report(tell: Tell, acts: Acts) -> Action:
    """Return the button that shows the report."""
    return Action(tell(words.SEE_REPORT), acts.report, "secondary", "book-open")


def more(stand: Stand) -> list[Text]:
    """Return what else is to be said: facts that lack, rules of the Charter that can be better met."""
    facts = [words.FACTS_MISSING.with_(n=stand.lacking)] if stand.lacking else []
    return facts + ([words.CHARTER.with_(n=stand.better)] if stand.better else [])


def said(facts: list[Text], tell: Tell) -> str:
    """Return sentences one after another."""
    return " ".join(tell(fact) for fact in facts)
