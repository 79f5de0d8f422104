"""The guide of a standard, one web page a language: its fields, rules, lists, examples, and why each matters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import Any

from ..core.schema import LEVELS, SEVERITY_WORDS, CodeList, Field, Schema, Severity, entries
from ..core.text import Text
from .report_style import LOGO, STYLE

GUIDE = Text("Guide to the standard", "Guide de la norme")
VERSION = Text("version {version}", "version {version}")
FOR = Text("What it is for", "À quoi elle sert")
NOT_FOR = Text("What it is not for", "À quoi elle ne sert pas")
KEY = Text("What tells two records apart", "Ce qui distingue deux enregistrements")
LEVEL_FIELDS = {"required": Text("Required fields", "Champs obligatoires"),
                "recommended": Text("Recommended fields", "Champs recommandés"),
                "optional": Text("Optional fields", "Champs facultatifs")}
KINDS = {"string": Text("text", "texte"), "number": Text("number", "nombre"), "integer": Text("whole number", "nombre entier"),
         "boolean": Text("yes or no", "oui ou non"), "date": Text("date, as 2024-05-07", "date, sous la forme 2024-05-07"),
         "datetime": Text("date and time", "date et heure"), "time": Text("time", "heure"), "year": Text("year", "année"),
         "yearmonth": Text("year and month", "année et mois")}
HEADS = (Text("Field", "Champ"), Text("What to write", "Ce qu’il faut inscrire"), Text("Example", "Exemple"))
LIMITS = {
    "minimum": Text("{limit} or more", "au moins {limit}"), "maximum": Text("{limit} or less", "au plus {limit}"),
    "minLength": Text("at least {limit} characters", "au moins {limit} caractères"),
    "maxLength": Text("at most {limit} characters", "au plus {limit} caractères"),
    "unique": Text("different in every row", "différent d’une ligne à l’autre"),
}
ON_LIST = Text("a code of the list “{list}”", "un code de la liste « {list} »")
KNOWN_AS = Text("Also found as: {names}", "Autres noms reconnus\u00a0: {names}")
RULES = Text("Rules between fields", "Règles entre les champs")
RULE_HEADS = (Text("Rule", "Règle"), Text("What is wrong", "Ce qui ne va pas"), Text("Passes", "Conforme"),
              Text("Does not", "Non conforme"))
LISTS = Text("Lists of codes", "Listes de codes")
LIST_HEADS = (Text("Code", "Code"), Text("English", "Anglais"), Text("French", "Français"))
CODES = Text("{name}: {n} codes", "{name}\u00a0: {n} codes", "{name}: {n} code", "{name}\u00a0: {n} code")
SOURCES = Text("Where it comes from", "D’où elle vient")
CHANGES = Text("Versions", "Versions")
TECHNICAL = Text("technical name", "nom technique")
# More other names than these only tire a reader.
NAMES_MOST = 8
OTHER = {"en": ("fr", "Français"), "fr": ("en", "English")}
Say = Callable[[Text], str]


def page(schema: Schema, language: str) -> str:
    """Return the guide in one language, the other behind a link at the top."""
    second = OTHER[language][0]
    title = f"{schema.title.to(language)} – {GUIDE.to(language)}"
    return (f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(title)}</title>\n'
            f"<style>{STYLE}</style>\n</head>\n<body>\n"
            f'<div class="second" id="{second}" lang="{second}">\n{told(schema, second)}</div>\n'
            f'<div class="first" id="{language}" lang="{language}">\n{told(schema, language)}</div>\n</body>\n</html>\n')


def plain(schema: Schema, language: str) -> str:
    """Return the guide in one language for a reader without style sheets of its own (the app's window)."""
    def say(text: Text) -> str:
        return escape(text.to(language))

    parts = [about(schema, say), *(fields(schema, level, say, language) for level in LEVELS), rules(schema, say),
             lists(schema, say, language), origins(schema, language)]
    return "\n".join(parts).replace("<table>", '<table width="100%" cellpadding="6" cellspacing="0" border="1">')


def told(schema: Schema, language: str) -> str:
    """Return the guide in one language."""
    def say(text: Text) -> str:
        return escape(text.to(language))

    parts = [head(schema, say, language), '<main class="inner">', about(schema, say)]
    parts += [fields(schema, level, say, language) for level in LEVELS]
    parts += [rules(schema, say), lists(schema, say, language), origins(schema, language)]
    return "\n".join(part for part in parts if part) + "</main><footer></footer>\n"


def head(schema: Schema, say: Say, language: str) -> str:
    """Return the band at the top."""
    code, name = OTHER[language]
    version = say(VERSION.with_(version=schema.version))
    return (f'<header><div class="inner">{LOGO}<div><p>{say(GUIDE)}</p><h1>{say(schema.title)}</h1></div>'
            f'<p class="who"><b>{escape(schema.name)}</b><br>{version}</p>'
            f'<a href="#{code}" lang="{code}" hreflang="{code}">{name}</a></div></header>')


def about(schema: Schema, say: Say) -> str:
    """Return what the standard is for, and what it is not."""
    key = ", ".join(say(schema[name].title) for name in schema.primary_key if name in schema.by_name)
    facts = [(FOR, say(schema.purpose)), (NOT_FOR, say(schema.not_for)), (KEY, key)]
    rows = "".join(f"<dt>{say(title)}</dt><dd>{text}</dd>" for title, text in facts if text)
    return f'<p class="quiet" style="margin-top:20px">{say(schema.description)}</p><dl class="facts">{rows}</dl>'


def fields(schema: Schema, level: str, say: Say, language: str) -> str:
    """Return the table of the fields of one level."""
    rows = [field_row(item, schema, say, language) for item in schema.fields if item.level == level]
    return section(say(LEVEL_FIELDS[level]), HEADS, rows, say)


def place(field: str, language: str) -> str:
    """Return the anchor of a field; the page holds each field once a language."""
    return f"{language}-{field}"


def field_row(item: Field, schema: Schema, say: Say, language: str) -> str:
    """Return one field: its title, what to write and within which limits, an example."""
    limits = [say(LIMITS[key].with_(limit=value)) for key, value in item.constraints.items() if key in LIMITS]
    codes = schema.codes(item.name)
    form = say(ON_LIST.with_(list=codes.called)) if codes else say(KINDS.get(item.type, KINDS["string"]))
    names = ", ".join(item.aliases.get(language, ())[:NAMES_MOST])
    also = f'<p class="quiet">{say(KNOWN_AS.with_(names=names))}</p>' if names else ""
    why = f"<p>{say(item.why)}</p>" if item.why else ""
    example = f"<code>{say(item.example)}</code>" if item.example else ""
    return (f'<tr><th scope="row" id="{escape(place(item.name, language))}">{say(item.title)}<br>'
            f'<span class="quiet" title="{say(TECHNICAL)}">{escape(item.name)}</span></th>'
            f"<td>{say(item.description)}<p class=\"quiet\">{'; '.join([form, *limits])}</p>{why}{also}</td>"
            f"<td>{example}</td></tr>")


def rules(schema: Schema, say: Say) -> str:
    """Return the rules between fields, each with a case that passes and one that does not."""
    rows = []
    for raw in entries(schema.raw, "rules"):
        says = Text(raw.get("en") or "", raw.get("fr") or "")
        why = f'<p class="quiet">{say(Text(raw["why"], raw.get("why_fr") or raw["why"]))}</p>' if raw.get("why") else ""
        severity = say(SEVERITY_WORDS[Severity(raw.get("severity") or "must")])
        rows.append(f'<tr><th scope="row" class="w">{escape(str(raw.get("id") or ""))}<br><span class="quiet">{severity}</span>'
                    f"</th><td>{say(says)}{why}</td><td>{case(raw.get('passes'), schema, say)}</td>"
                    f"<td>{case(raw.get('fails'), schema, say)}</td></tr>")
    return section(say(RULES), RULE_HEADS, rows, say)


def case(rows: Iterable[dict[str, Any]] | None, schema: Schema, say: Say) -> str:
    """Return the first case of a rule as field and value."""
    first = next(iter(rows or ()), {})
    return "<br>".join(f"{say(schema[name].title)}: <code>{escape(str(value or ''))}</code>"
                       for name, value in first.items() if name in schema.by_name)


def lists(schema: Schema, say: Say, language: str) -> str:
    """Return every code list with its labels in both languages."""
    parts = [f"<h3>{say(LISTS)}</h3>"] if schema.code_lists else []
    for codes in schema.code_lists.values():
        title = say(CODES.with_(name=codes.called, n=len(codes.codes)))
        parts.append(f"<h4>{title}</h4>{table(LIST_HEADS, code_rows(codes), say)}")
    return "".join(parts)


def code_rows(codes: CodeList) -> list[str]:
    """Return one row a code."""
    return [f'<tr><th scope="row"><code>{escape(code.code)}</code></th><td lang="en">{escape(code.label.en)}</td>'
            f'<td lang="fr">{escape(code.label.fr)}</td></tr>' for code in codes.codes]


def origins(schema: Schema, language: str) -> str:
    """Return the sources and the versions."""
    def item(raw: Mapping[str, Any]) -> str:
        named = (language == "fr" and raw.get("title_fr")) or raw.get("title") or raw.get("path") or ""
        title, path = escape(str(named)), raw.get("path")
        return f'<li><a href="{escape(path)}">{title}</a></li>' if path else f"<li>{title}</li>"

    sources = "".join(item(raw) for raw in entries(schema.raw, "sources"))
    versions = "".join(f"<li>{escape(str(raw.get('version')))} ({escape(str(raw.get('date')))}) – "
                       f"{escape(str(raw.get(language) or ''))}</li>" for raw in entries(schema.raw, "changelog"))
    return (f"<h3>{escape(SOURCES.to(language))}</h3><ul>{sources}</ul>"
            f"<h3>{escape(CHANGES.to(language))}</h3><ul>{versions}</ul>")


def section(title: str, heads: tuple[Text, ...], rows: list[str], say: Say) -> str:
    """Return a heading and a table; nothing where there is no row."""
    return f"<h3>{title}</h3>{table(heads, rows, say)}" if rows else ""


def table(heads: tuple[Text, ...], rows: list[str], say: Say) -> str:
    """Return a table with a header row."""
    cells = "".join(f'<th scope="col">{say(head)}</th>' for head in heads)
    return f'<div class="frame"><table><thead><tr>{cells}</tr></thead><tbody>{"".join(rows)}</tbody></table></div>'

