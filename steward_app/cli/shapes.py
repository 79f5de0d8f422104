"""The JSON contract of the command line (cli.md): keys are only ever added, never renamed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..core.mapping import CHECK
from ..core.schema import Schema
from ..core.table import Opened
from ..workspace import Workspace
from ..workspace.belt import Applied, Suggested
from ..workspace.problems import SAMPLES, finding_json
from ..workspace.publish import RULES, Written

Json = dict[str, Any]


def inspected(opened: Opened, given: str) -> Json:
    """Return the answer of `inspect`."""
    reading, table = opened.reading, opened.table
    return {
        "file": given, "format": reading.format, "bytes": reading.bytes, "sha256": reading.sha256,
        "reading": reading.as_json(), "rows": table.height, "left_out": reading.left_out(),
        "sheets": [sheet.as_json() for sheet in reading.sheets], "columns": list(table.headings),
        "notes": [note.as_json() for note in reading.notes],
        "proposals": [{"kind": p.kind, "rows": list(p.rows), "applied": p.applied, **p.reason.as_json()}
                      for p in reading.proposals],
    }


def suggested(suggested: Suggested, given: str) -> Json:
    """Return the answer of `suggest`."""
    ranked = [{"id": item.id, "version": item.version, "score": round(item.score, 4),
               "required_found": item.required_found, "required": item.required} for item in suggested.ranked]
    columns = [{"index": match.index, "source": match.heading, "field": match.field, "state": match.state,
                "score": round(match.score, 4), "why": match.why,
                "candidates": [{"field": c.field, "score": round(c.score, 4)} for c in match.candidates]}
               for match in suggested.proposed.columns]
    return {"file": given, "schema": suggested.schema.name if suggested.schema else None, "schemas": ranked,
            "columns": columns, "missing": list(suggested.proposed.missing)}


def checked(work: Workspace, given: str) -> Json:
    """Return the answer of `check`."""
    schema, findings = work.schema, work.findings
    return {
        "file": given, "schema": {"id": schema.name, "version": schema.version}, "rules": RULES,
        "rows": findings.height, "fields": len(work.document.mapping.fed_fields),
        "unconfirmed": unconfirmed(work), "verdict": findings.verdict, "counts": dict(findings.counts),
        "findings": findings_of(work), **({"untold": [text.as_json() for text in work.apart.untold]}
                                          if work.apart is not None and work.apart.untold else {}), **differs(work),
    }


def differs(work: Workspace) -> Json:
    """Return what the file has otherwise than the recipe knew, as `differs`; nothing without a recipe."""
    return {"differs": work.drift.as_json()} if work.drift is not None else {}


def findings_of(work: Workspace) -> list[Json]:
    """Return the findings; a check and a field are met once, so columns that feed nothing share a line (P01)."""
    lines: dict[tuple[str, str | None], Json] = {}
    for problem in work.findings.listed:
        said = finding_json(problem, work) | ({"column": problem.column} if problem.column else {})
        before = lines.get((said["check"], said["field"]))
        lines[said["check"], said["field"]] = said if before is None else joined(before, said)
    return list(lines.values())


def joined(one: Json, other: Json) -> Json:
    """Return two lines of one check and field as one: columns joined, counts added, samples in turn."""
    columns = [line["column"] for line in (one, other) if line["column"]]
    counts = {name: one[name] + other[name] for name in ("cells", "rows", "fixable")}
    return one | counts | {"column": " + ".join(columns) or None, "sample": (one["sample"] + other["sample"])[:SAMPLES]}


def unconfirmed(work: Workspace) -> list[str]:
    """Return the headings of the columns in state `check`: they feed nothing."""
    columns = [column for feed in work.document.mapping.fields.values() if feed.state == CHECK
               for column in feed.columns]
    return [work.document.table.heading(column) for column in work.document.table.columns if column in columns]


def fixed(work: Workspace, given: str, recipe: str, applied: list[Applied], before: Mapping[str, int]) -> Json:
    """Return the answer of `fix`."""
    return {"file": given, "recipe": recipe, "applied": [item.as_json() for item in applied],
            "before": dict(before), "after": dict(work.findings.counts), "verdict": work.findings.verdict, **differs(work)}


def exported(work: Workspace, given: str, written: Written | None, *, draft: bool) -> Json:
    """Return the answer of `export`; `package` is null where nothing was written."""
    return {"file": given, "package": str(written.path) if written else None, "draft": draft,
            "files": len(written.files) if written else 0, "rows": work.document.table.height,
            "counts": dict(work.findings.counts), "verdict": work.findings.verdict, **differs(work)}


def schema_line(schema: Schema) -> Json:
    """Return one line of `schemas`."""
    required = sum(1 for field in schema.fields if field.level == "required")
    return {"id": schema.name, "version": schema.version, "title": schema.title.as_json(),
            "purpose": schema.purpose.as_json(), "fields": len(schema.fields), "required": required}
