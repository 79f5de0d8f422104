"""The guide of every standard speaks both languages and names every field, rule and code."""

from __future__ import annotations

import html
from html.parser import HTMLParser
from pathlib import Path

import pytest

from steward_app.catalogue import Catalogue
from steward_app.exports.guide import page, plain

CATALOGUE = Catalogue(Path(__file__).parents[2] / "schemas")


class Balanced(HTMLParser):
    """Counts what is open; a guide must close everything it opens."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag not in ("meta", "br", "rect", "path"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in ("path", "rect"):
            assert self.open.pop() == tag


@pytest.mark.parametrize("schema", CATALOGUE.standards, ids=lambda schema: schema.name)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_guide_names_everything(schema, language):
    text = page(schema, language)
    reader = Balanced()
    reader.feed(text)
    assert reader.open == [] and text.startswith("<!DOCTYPE html>") and f'<html lang="{language}">' in text
    assert all(f'id="{lang}-{field.name}"' in text for field in schema.fields for lang in ("en", "fr"))
    assert all(f"<code>{html.escape(code.code)}</code>" in text for codes in schema.code_lists.values() for code in codes.codes)
    assert ">None<" not in text


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_list_is_called_by_its_title_and_never_by_its_file(language):
    said = plain(CATALOGUE.find("building-permits"), language)
    titles = [codes.title for codes in CATALOGUE.code_lists.values()]
    assert None not in titles and "“permit_status”" not in said and "permit_status\u00a0:" not in said
    assert CATALOGUE.code_lists["permit_status"].called.to(language) in html.unescape(said)
