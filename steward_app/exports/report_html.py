"""`docs/report.html`: the proof a steward shows: one file, both languages, nothing fetched, prints in black and white."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path

from ..core.package import PRINCIPLES, Package
from ..core.progress import Progress
from ..core.schema import Severity
from ..core.text import Text, number
from . import report_words as words
from .datapackage import titled
from .files import write_text
from .readme import dated
from .report_json import field_title, headline
from .report_style import LOGO, STYLE, mark
from .standardised import Done, standardised

Say = Callable[[Text], str]
# A sample of a value in the report is cut at this many characters; changes.csv holds it whole.
SAMPLE_MOST = 60


def write(package: Package, folder: Path, progress: Progress) -> tuple[Path, ...]:
    """Write the report for people."""
    return (write_text(folder / "docs" / "report.html", page(package)),)


def page(package: Package) -> str:
    """Return the whole page; the data's own language is shown first, a link at the top shows the other."""
    first = "fr" if package.metadata.many("languages")[:1] == ("fr",) else "en"
    second = "en" if first == "fr" else "fr"
    title = words.PAGE.with_(title=titled(package)).to(first)
    return (f'<!DOCTYPE html>\n<html lang="{first}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(title)}</title>\n'
            f"<style>{STYLE}</style>\n</head>\n<body>\n"
            f'<div class="second" id="{second}" lang="{second}">\n{told(package, second)}</div>\n'
            f'<div class="first" id="{first}" lang="{first}">\n{told(package, first)}</div>\n</body>\n</html>\n')


def told(package: Package, language: str) -> str:
    """Return the report in one language: verdict, counts, what was standardised, what to improve, how to do it again."""
    def say(text: Text) -> str:
        return escape(text.to(language))

    parts = [verdict(package, say), counts(package, say, language), changed(package, say, language)]
    parts += [found(package, severity, say, language) for severity in words.FOUND]
    parts += [confirmed(package, say), left_out(package, say), charter(package, say), reproduce(package, say, language)]
    return f'{head(package, say, language)}<main class="inner">\n{"".join(parts)}</main>\n'


def head(package: Package, say: Say, language: str) -> str:
    """Return the band at the top: what, whose, of when, and the link to the other language."""
    meta = package.metadata
    code, name = words.OTHER[language]
    who = f"<b>{say(meta.publisher_name)}</b><br>" if meta.publisher_name else ""
    return (f'<header><div class="inner">{LOGO}<div><p>{say(words.REPORT)}</p><h1>{say(titled(package))}</h1></div>'
            f'<p class="who">{who}{escape(dated(meta.word("date_modified"), language))}</p>'
            f'<a href="#{code}" lang="{code}" hreflang="{code}">{name}</a></div></header>\n')


def verdict(package: Package, say: Say) -> str:
    """Return the verdict in words, and one fact."""
    findings, frame = package.findings, package.frame
    must = len(findings.of_severity(Severity.MUST))
    notes = len(findings.of_severity(Severity.CHECK)) + len(findings.of_severity(Severity.BETTER))
    headline_ = words.NOT_READY.with_(n=must) if must else words.WITH_NOTES.with_(n=notes) if notes else words.READY
    fact = words.CHECKED.with_(n=frame.height, cells=frame.height * frame.width, columns=frame.width)
    clean = "" if must else f" {say(words.NO_ERROR)}"
    draft = f'<p class="draft">{say(words.DRAFT)}</p>' if package.draft else ""
    return (f'{draft}<div class="verdict">{mark("must" if must else "done")}<div><h2>{say(headline_)}</h2>'
            f"<p>{say(fact)}{clean}</p></div></div>\n")


def counts(package: Package, say: Say, language: str) -> str:
    """Return the counts: cells by severity, and recorded changes."""
    found = [(severity, text, package.findings.counts[severity]) for severity, text in words.COUNTS]
    items = [(str(severity), text, count) for severity, text, count in found]
    items.append(("ready", words.RECORDED.with_(n=package.changes.height), package.changes.height))
    cards = (f"<li>{mark(name)}<b>{number(count, language)}</b><span>{say(text)}</span></li>"
             for name, text, count in items)
    return f'<ul class="counts">{"".join(cards)}</ul>\n'


def changed(package: Package, say: Say, language: str) -> str:
    """Return what was standardised, with the lines of changes.csv as proof."""
    rows = [[say(done.column), f"{capital(say(done.why))}{sample(done, say)}", number(done.cells, language), say(lines(done))]
            for done in standardised(package)]
    left = package.reading.left_out()
    rows += [[say(words.ALL), say(text), number(left[kind], language), "source.json"]
             for kind, text in words.LEFT_OUT.items() if left[kind]]
    if not rows:
        return section(say(words.STANDARDISED), f"<p>{say(words.NOTHING_CHANGED)}</p>")
    heads = [words.COLUMN, words.WHAT_WAS_DONE, words.CELLS, words.PROOF]
    return tabled(say(words.STANDARDISED), [say(text) for text in heads], rows, right=2)


def capital(said: str) -> str:
    """Return a phrase as the beginning of a line."""
    return said[:1].upper() + said[1:]


def sample(done: Done, say: Say) -> str:
    """Return one change, before → after; what was taken out of a private field is not shown."""
    if not done.before and not done.after:
        return f'<br><span class="quiet">{say(words.WITHHELD)}</span>'
    before, after = (f"{text[:SAMPLE_MOST]}…" if len(text) > SAMPLE_MOST else text for text in (done.before, done.after))
    return f"<br><del>{escape(before) or '∅'}</del> → <ins>{escape(after) or '∅'}</ins>"


def lines(done: Done) -> Text:
    """Return where the proof stands."""
    return (words.LINES if done.cells > 1 else words.LINE).with_(first=done.first, last=done.last)


def found(package: Package, severity: Severity, say: Say, language: str) -> str:
    """Return the findings of one severity, the largest first."""
    rows = [[f"{mark(str(severity))} {say(field_title(problem, package))}", say(headline(problem, package)),
             number(problem.cells, language), problem.check.id]
            for problem in package.findings.of_severity(severity)]
    heads = [words.FIELD, words.WHAT, words.CELLS, words.CHECK]
    return tabled(say(words.FOUND[severity]), [say(text) for text in heads], rows, right=2) if rows else ""


def confirmed(package: Package, say: Say) -> str:
    """Return what the steward marked as right, with the reasons."""
    rows = []
    for decision in package.decisions:
        item = package.schema.by_name.get(decision.field or "")
        rows.append([say(item.title) if item else escape(decision.field or "–"), decision.check, escape(decision.reason)])
    heads = [words.FIELD, words.CHECK, words.REASON]
    return tabled(say(words.CONFIRMED), [say(text) for text in heads], rows) if rows else ""


def left_out(package: Package, say: Say) -> str:
    """Return the columns that are not in the package."""
    if not package.left_out:
        return ""
    names = ", ".join(escape(name) for name in package.left_out)
    return section(say(words.OMITTED), f'<p class="quiet">{say(words.OMITTED_WHY)}</p><p>{names}</p>')


def charter(package: Package, say: Say) -> str:
    """Return what a program can see of the Charter's principles."""
    if not package.evidence:
        return ""
    rows: list[str | list[str]] = []
    for number_, title in PRINCIPLES.items():
        items = [item for item in package.evidence if item.principle == number_]
        held = words.HELD.with_(n=sum(item.word == "ready" for item in items), all=len(items))
        rows += [f"{number_} {say(title)} ({say(held)})"] if items else []
        rows += [[say(item.title), say(item.says), f"{mark(item.word)} {say(words.WORDS[item.word])}"] for item in items]
    heads = [words.RULE, words.EVIDENCE, words.RESULT]
    return tabled(say(words.CHARTER), [say(text) for text in heads], rows, whole=2, lead=say(words.CHARTER_SAYS))


def reproduce(package: Package, say: Say, language: str) -> str:
    """Return what is needed to reach the same verdict again."""
    reading, schema = package.reading, package.schema
    separator = words.SEPARATORS.get(reading.delimiter or "", Text(reading.delimiter or "", reading.delimiter or ""))
    how = ", ".join(escape(part) for part in (reading.format, reading.encoding, separator.to(language), reading.sheet) if part)
    facts = [
        (words.STANDARD, f"{say(schema.title)} {escape(schema.version)}"),
        (words.APP, say(words.RULES.with_(app=package.app, rules=package.rules)) if package.app else ""),
        (words.SOURCE, escape(reading.name)), (words.HASH, grouped(reading.sha256)),
        (words.READ, how),
        (words.LICENCE, say(package.metadata.label("licence"))),
    ]
    body = "".join(f"<dt>{say(title)}</dt><dd>{said}</dd>" for title, said in facts if said)
    return section(say(words.REPRODUCE), f'<dl class="facts">{body}</dl>')


def grouped(digest: str) -> str:
    """Return a fingerprint in groups of four."""
    return " ".join(escape(digest[start:start + 4]) for start in range(0, len(digest), 4))


def section(title: str, body: str) -> str:
    """Return a titled part."""
    return f"<section><h3>{title}</h3>{body}</section>\n"


def tabled(title: str, heads: list[str], rows: Iterable[str | list[str]], right: int = -1, whole: int = -1,
           lead: str = "") -> str:
    """Return a titled part that is a real table: a row of headings, the first cell of each row heading it.

    A text alone heads a group of rows. `right` aligns a column, `whole` keeps one on one line. A table that is wider
    than the page scrolls, by keyboard too.
    """
    kinds = {right: ' class="n"', whole: ' class="w"'}
    top = "".join(f'<th scope="col"{kinds.get(index, "")}>{text}</th>' for index, text in enumerate(heads))
    body = "".join(row_of(row, kinds) if isinstance(row, list) else
                   f'<tr class="group"><th colspan="{len(heads)}" scope="rowgroup">{row}</th></tr>' for row in rows)
    above = f'<p class="quiet">{lead}</p>' if lead else ""
    return section(title, f'{above}<div class="frame" role="region" tabindex="0" aria-label="{title}"><table><thead><tr>{top}'
                          f"</tr></thead><tbody>{body}</tbody></table></div>")


def row_of(row: list[str], kinds: dict[int, str]) -> str:
    """Return one row of a table."""
    rest = "".join(f"<td{kinds.get(index, '')}>{text}</td>" for index, text in enumerate(row[1:], 1))
    return f'<tr><th scope="row">{row[0]}</th>{rest}</tr>'
